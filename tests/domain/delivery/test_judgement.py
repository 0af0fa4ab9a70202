"""When delivery differs too much from what was agreed, on the worked example."""

from __future__ import annotations

import pytest

from docgen.domain.delivery.judgement import (
    agreed_in,
    compare,
    exceeds_year,
    falls_short,
    goes_over,
    is_judged,
    is_much,
    year_limit,
)
from docgen.domain.delivery.periods import parse_period
from tests.worked_example import example, row

HALF = parse_period("2028-H1")
SETTINGS = (("contact_max_maanden: 12", "contact_max_maanden: 12\n    max_verschil_levering: 20"),)


@pytest.mark.parametrize(
    ("agreed", "found", "short", "over"),
    [
        (80, 72, False, False),  # ten per cent
        (80, 71, True, False),
        (70, 62, True, False),  # eight hours
        (70, 63, False, False),  # seven: ten per cent and too small to tell
        (80, 88, False, False),
        (80, 89, False, True),
        (0, 8, False, True),
    ],
)
def test_a_difference_counts_above_ten_per_cent_and_eight_hours(agreed, found, short, over):
    dossier = example("")
    assert falls_short(dossier, "rol", agreed, found) == short
    assert goes_over(dossier, "rol", agreed, found) == over


def test_of_money_it_counts_from_five_hundred_euros_and_the_dossier_may_set_the_share():
    assert falls_short(example(""), "post", 1000, 500) and not falls_short(example(""), "post", 1000, 501)
    assert goes_over(example(""), "post", 6000, 6700) and not goes_over(
        example("", changes=SETTINGS), "post", 6000, 6700
    )


def test_more_than_a_quarter_is_much():
    assert not is_much(80, 60) and is_much(80, 59) and is_much(0, 1)


def test_only_the_year_of_the_reference_date_and_the_one_before_are_looked_back_on():
    dossier = example("", day="2030-02-01")
    assert [year for year in range(2026, 2033) if is_judged(dossier, year)] == [2029, 2030]


@pytest.mark.parametrize(
    ("thing", "agreed", "found", "state"),
    [
        (("rol", "wijkcoordinator"), 420, 455, "volgens afspraak"),
        (("rol", "beleidsadviseur"), 80, 60, "minder"),
        (("rol", "praktijkondersteuner"), 60, None, "niet gemeld"),
        (("rol", "welzijnscoach-achterwacht"), 30, 62, "boven jaaruren"),
        (("rol", "bewonersambassadeur"), 150, 170, "meer"),
        (("post", "P07"), 12000, 14300, "meer"),
        (("post", "P09"), 4250, 1900, "minder"),
        (("post", "P13"), None, 0, ""),
    ],
)
def test_each_row_of_the_example_has_its_state(thing, agreed, found, state):
    assert compare(example(), thing, HALF) == (agreed, found, state)


def test_an_item_is_above_its_year_at_the_first_euro_and_a_role_when_it_is_more_than_a_little():
    spent = example(row("P08", 9600, partij="wonen"))
    assert not exceeds_year(spent, ("post", "P08"), HALF)
    assert exceeds_year(example(row("P08", "9600.01", partij="wonen")), ("post", "P08"), HALF)
    quarters = [row("beweegcoach", hours, f"2028-K{i}", "2028-08-30", voorlopig="true") for i, hours in enumerate((140, 135, 130, 120), 1)]  # fmt: skip
    assert not exceeds_year(example("".join(quarters)), ("rol", "beweegcoach"), parse_period("2028-K4"))  # 525 of 520
    assert year_limit(spent, ("rol", "beweegcoach"), 2028) == 520 and agreed_in(spent, ("rol", "niemand"), HALF) is None


def test_a_period_that_runs_or_was_reported_too_early_is_not_judged_yet():
    early = row("beweegcoach", 40, voorlopig="true")
    assert compare(example(early), ("rol", "beweegcoach"), HALF).state == "loopt nog"
    assert compare(example(early, day="2028-05-01"), ("rol", "controller"), HALF).state == "loopt nog"
    part = row("beweegcoach", 40, "2028-K1")
    assert compare(example(part), ("rol", "beweegcoach"), HALF).state == "niet alles gemeld"


def test_the_analyst_who_stopped_in_march_delivered_too_little_more_to_tell():
    stopped = example(changes=(("uren: 90\n", "uren: 90\n    einde: 2028-03-31\n"),))
    assert compare(stopped, ("rol", "data-analist"), HALF) == (22.5, 30, "volgens afspraak")
