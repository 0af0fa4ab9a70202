"""What counts as proven on the reference date: facts, decisions, certain money, who takes part, what is in force."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.domain import proven
from docgen.domain.queries import by_id
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import full
from tests.conftest import ROOT

TODAY = date(2028, 6, 30)  # the reference date of `full`
UNDATED = "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A}\n"


def sample(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    return fill_defaults(dossier.data, dossier.library.schema.root)


@pytest.mark.parametrize(
    ("day", "is_past", "is_recent"),
    [
        (TODAY, True, True),
        (date(2028, 7, 1), False, False),
        (date(2027, 6, 30), True, True),
        (date(2027, 6, 29), True, False),
        (None, False, False),
    ],
)
def test_a_fact_is_of_the_reference_date_or_before_and_recent_within_the_months_of_its_setting(day, is_past, is_recent):
    dossier = full("")
    assert proven.has_happened(dossier, day) is is_past
    assert proven.is_recent(dossier, day, "contact_max_maanden") is is_recent


def test_without_a_reference_date_nothing_has_happened():
    dossier = full("", UNDATED)
    assert not proven.has_happened(dossier, date(1990, 1, 1))
    assert not proven.is_taken(dossier, {"status": "genomen", "datum": date(1990, 1, 1)})


@pytest.mark.parametrize(
    ("status", "day", "taken"),
    [
        ("genomen", TODAY, True),
        ("genomen", None, False),
        ("genomen", date(2029, 1, 1), False),
        ("gepland", TODAY, False),
    ],
)
def test_a_decision_is_taken_when_it_says_so_and_its_day_has_come(status, day, taken):
    assert proven.is_taken(full(""), {"status": status, "datum": day}) is taken


MONEY = """
begroting: {posten: [
  {id: P1, naam: Huur, aard: structureel, bedragen: {2027: 10, 2028: 100, 2029: 100, 2030: 0}},
  {id: P2, naam: Start, aard: incidenteel, bedragen: {2028: 5, 2029: 5}}]}
financiering:
  - {id: F1, bron: Zeker, partij: extern, aard: structureel, status: toegezegd, bedragen: {2028: 60}}
  - {id: F2, bron: Gevraagd, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 40}}
  - {id: F3, bron: Nee, partij: extern, aard: structureel, status: afgewezen, bedragen: {2031: 500}}
  - {id: F4, bron: Rijk, partij: extern, aard: incidenteel, status: ontvangen, einde: 2028-12-31, vervolg: [F5, F2], voor: [P1, P2], bedragen: {2028: 1}}
  - {id: F5, bron: Raad, partij: a, aard: structureel, status: gevraagd, bedragen: {2029: 100}}
partijen: [{id: a, naam: A, soort: gemeente}]
"""


def test_money_that_was_refused_is_neither_certain_nor_uncertain():
    dossier = full(MONEY)
    assert [row["id"] for row in proven.certain_sources(dossier)] == ["F1", "F4"]
    assert [row["id"] for row in proven.uncertain_sources(dossier)] == ["F2", "F5"]


def test_the_years_to_judge_begin_in_that_of_the_reference_date():
    assert proven.years_to_judge(full(MONEY)) == [2028, 2029]  # 2030 has no amount, 2031 only what was refused
    within = "dossier: {id: d, titel: D, peildatum: 2029-06-30, horizon: {begin: 2028-01-01, einde: 2031-12-31}}\norganisatie: {naam: A}\n"
    assert proven.years_to_judge(full(MONEY, within)) == [2029, 2030, 2031]
    over = within.replace("2029-06-30", "2032-01-01")
    assert proven.years_to_judge(full(MONEY, over)) == []


def test_what_temporary_money_leaves_behind_is_the_lasting_cost_that_goes_on():
    dossier = full(MONEY)
    sources = by_id(dossier["financiering"])
    assert [item["id"] for item in proven.left_behind(dossier, sources["F4"])] == ["P1"]
    assert proven.left_behind(dossier, sources["F1"]) == []
    assert [row["id"] for row in proven.follow_ups(dossier, sources["F4"])] == ["F5", "F2"]


def test_money_that_ended_in_an_earlier_year_leaves_nothing_to_decide():
    dossier = full(MONEY.replace("einde: 2028-12-31", "einde: 2027-12-31"))
    assert proven.last_responsible_day(dossier, by_id(dossier["financiering"])["F4"]) is None


@pytest.mark.parametrize(
    ("end", "last"),
    [("2028-12-31", date(2028, 7, 4)), ("2029-06-30", date(2028, 10, 31)), ("2029-12-31", date(2029, 7, 4))],
)
def test_a_decision_is_in_time_before_the_lead_time_and_before_the_budget_of_a_municipality_that_takes_over(end, last):
    dossier = full(MONEY.replace("einde: 2028-12-31", f"einde: {end}").replace("2030: 0", "2030: 9"))
    assert proven.last_responsible_day(dossier, by_id(dossier["financiering"])["F4"]) == last


def test_without_a_municipality_only_the_lead_time_counts():
    dossier = full(
        MONEY.replace("einde: 2028-12-31", "einde: 2029-06-30")
        .replace("2030: 0", "2030: 9")
        .replace("soort: gemeente", "soort: stichting")
    )
    assert proven.last_responsible_day(dossier, by_id(dossier["financiering"])["F4"]) == date(2029, 1, 1)


def test_the_last_days_of_the_samples():
    spoordijk, lijnbaan = sample("wijkkracht-spoordijk"), sample("buurtprogramma-lijnbaan")
    days = [proven.last_responsible_day(spoordijk, source) for source in spoordijk["financiering"]]
    assert [day for day in days if day] == [date(2029, 7, 4), date(2027, 7, 4)]
    assert proven.before_budget(spoordijk, 2028) == date(2027, 10, 31)
    assert date(2028, 6, 14) in [proven.last_responsible_day(lijnbaan, source) for source in lijnbaan["financiering"]]


ROLES = """
partijen: [{id: p, naam: P}]
rollen:
  - {id: a, naam: A, partij: p, uren: 10}
  - {id: b, naam: B, partij: p, uren: 10, einde: 2028-06-29}
  - {id: c, naam: C, partij: p, uren: 10, begin: 2028-07-01}
  - {id: d, naam: D, partij: p, sturend: true}
  - {id: e, naam: E, partij: p, uren: 10, vrijwillig: true, begin: 2028-06-30, einde: 2028-06-30}
"""


def test_a_role_takes_part_from_its_first_to_its_last_day_and_works_when_it_has_paid_hours():
    dossier = full(ROLES)
    assert [role["id"] for role in proven.active_roles(dossier)] == ["a", "d", "e"]
    assert [role["id"] for role in proven.working_roles(dossier)] == ["a"]
    assert len(proven.active_roles(full(ROLES, UNDATED))) == 5


@pytest.mark.parametrize(
    ("changed", "in_force"),
    [
        ({}, True),
        ({"status": "gepland"}, False),
        ({"vindplaats": None}, False),
        ({"vastgesteld": None}, False),
        ({"vastgesteld": date(2028, 7, 1)}, False),
        ({"geldig_tot": date(2028, 6, 29)}, False),
        ({"geldig_tot": TODAY}, True),
    ],
)
def test_a_plan_is_in_force_when_it_was_adopted_can_be_found_and_is_not_over(changed, in_force):
    plan = {"status": "opgenomen", "vindplaats": "blz. 4", "vastgesteld": date(2027, 11, 1), "geldig_tot": None}
    assert proven.is_in_force(full(""), plan | changed) is in_force


@pytest.mark.parametrize(("level", "signed"), [("directie", True), ("college", True), ("beleid", False), (None, False)])
def test_who_signs_on_a_level_that_does_not_decide_has_not_signed(level, signed):
    assert proven.has_signed(full(""), {"getekend_op": TODAY, "niveau": level}) is signed


def test_one_source_that_takes_over_may_stand_without_a_list():
    one, many = (full(MONEY.replace("vervolg: [F5, F2]", f"vervolg: {text}")) for text in ("F5", "[F5]"))
    assert one["financiering"] == many["financiering"]
    assert one["financiering"][3]["vervolg"] == ["F5"]
    assert one["financiering"][0]["bedragen"] == {2028: Decimal(60)}


def test_a_role_that_stopped_is_over_and_one_that_is_to_begin_lasts():
    roles = "partijen: [{id: p, naam: P}]\nrollen: [{id: a, naam: A, partij: p, einde: 2028-06-29}, {id: b, naam: B, partij: p, einde: 2028-06-30}, {id: c, naam: C, partij: p, begin: 2029-01-01}]\n"
    assert [role["id"] for role in proven.lasting_roles(full(roles))] == ["b", "c"]
    assert [role["id"] for role in proven.lasting_roles(full(roles, UNDATED))] == ["a", "b", "c"]
    assert not proven.has_ended(full(roles, UNDATED), {"einde": None})
