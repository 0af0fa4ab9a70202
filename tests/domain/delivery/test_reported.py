"""What was reported: until the reference date, of a whole or its parts, by one party or more."""

from __future__ import annotations

from fractions import Fraction

from docgen.domain.delivery.periods import parse_period
from docgen.domain.delivery.reported import (
    delivered,
    is_reported,
    last_reports,
    name_of,
    party_of,
    reports,
    reports_by_thing,
    row_of,
)
from tests.worked_example import example, row

HALF, YEAR, QUARTER = parse_period("2028-H1"), parse_period("2028"), parse_period("2028-K2")
COACH, RENT, FUND = ("rol", "beweegcoach"), ("post", "P08"), ("bron", "F07")


def told(*rows, **more):
    return example("".join(rows), **more)


def test_a_report_has_its_place_party_period_and_exact_number():
    dossier = told(row("beweegcoach", "130.25"), row("P08", "2400.50", partij="wonen"), row("F07", 10000))
    assert [(one.place, one.thing, one.party, one.value) for one in reports(dossier)] == [
        (0, COACH, "sport", Fraction("130.25")),
        (1, RENT, "wonen", Fraction("2400.5")),
        (2, FUND, "wonen", 10000),
    ]
    assert set(reports_by_thing(dossier)) == {COACH, RENT, FUND}


def test_what_was_reported_after_the_reference_date_has_not_happened():
    late = row("beweegcoach", 262, day="2028-09-01")
    assert reports(told(late)) == [] and len(reports(told(late, day="2028-09-01"))) == 1


def test_a_row_that_says_no_one_thing_is_left_out():
    rows = [{"tijdvak": "2028", "rol": None, "post": None, "bron": None, "uren": 1, "bedrag": None}]
    assert reports({"dossier": None, "realisatie": rows}) == []


def test_the_parts_of_a_period_are_added_up_and_what_is_missing_is_named():
    first, second = row("beweegcoach", 100, "2028-K1"), row("beweegcoach", 120, "2028-K2", voorlopig="true")
    assert delivered(told(first, second), COACH, HALF) == (220, [], True)
    assert delivered(told(first), COACH, HALF) == (100, [QUARTER], False)
    assert delivered(told(first), COACH, QUARTER) is None


def test_the_whole_of_a_party_goes_before_its_parts():
    whole, part = row("beweegcoach", 250), row("beweegcoach", 120, "2028-K2")
    assert delivered(told(whole, part), COACH, HALF).value == 250
    assert delivered(told(whole, part), COACH, YEAR) == (250, [parse_period("2028-H2")], False)


def test_what_parties_spent_of_one_item_is_added_up_whatever_periods_they_chose():
    rows = row("P08", 3000, partij="wonen"), row("P08", 500, "2028-K1", partij="welzijn")
    assert delivered(told(*rows), RENT, HALF) == (3500, [], False)


def test_a_report_of_the_whole_year_says_nothing_of_its_half_but_it_is_a_report():
    dossier = told(row("beweegcoach", 500, "2028", "2028-08-30", voorlopig="true"))
    assert delivered(dossier, COACH, HALF) is None
    assert is_reported(dossier, COACH, HALF) and not is_reported(dossier, RENT, HALF)


def test_the_last_report_of_each_thing_and_period_comes_in_the_order_of_the_periods():
    rows = row("beweegcoach", 1, "2028-K2"), row("controller", 2, "2028-K1"), row("controller", 3, "2028-K1")
    assert [(one.place, one.period.last) for one in last_reports(told(*rows), "rol")] == [(2, 1), (0, 2)]


def test_a_thing_has_a_name_and_perhaps_a_party():
    dossier = told()
    assert [name_of(dossier, one) for one in (COACH, RENT, FUND)] == ["Beweegcoach", "Huur ruimten", "Leefbaarheidsbudget De Linde"]  # fmt: skip
    assert [party_of(dossier, one) for one in (COACH, RENT, FUND)] == ["sport", None, "wonen"]
    assert row_of(dossier, ("rol", "niemand")) is None and name_of(dossier, ("rol", "niemand")) == "niemand"
