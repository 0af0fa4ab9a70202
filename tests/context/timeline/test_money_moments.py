"""When money ends and begins, and the last day on which a decision about that is in time."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.context.timeline import money_moments
from docgen.domain.proven import last_responsible_day
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import NBSP, full
from tests.conftest import ROOT

PARTIES = "partijen: [{id: g, naam: gemeente G, soort: gemeente}, {id: h, naam: gemeente H, soort: gemeente}]\n"
COSTS = "begroting: {posten: [{id: P, naam: Team, aard: structureel, bedragen: {2029: 9, 2030: 9}}]}\n"
ENDING = "financiering:\n  - {id: A, bron: Subsidie, partij: extern, aard: incidenteel, status: beschikt, einde: 2029-12-31, voor: [P], bedragen: {2029: 9}"
LATER = "  - {{id: B, bron: Budget, partij: {party}, vorm: geld, aard: structureel, status: {status}, begin: 2030-01-01, {decision}voor: [P], bedragen: {{2030: 9}}}}\n"


def last_days(status="gevraagd", decision="", party="extern", follow_up="B"):
    money = f"{ENDING}{f', vervolg: {follow_up}' if follow_up else ''}}}\n" + LATER.format(
        party=party, status=status, decision=f"besluit: {{orgaan: raad, datum: {decision}}}, " if decision else ""
    )
    found = money_moments.last_days_for_follow_ups(full(PARTIES + COSTS + money))
    return [(one.day, one.text.partition("; ")[2].replace(NBSP, " "), one.state) for one in found]


@pytest.mark.parametrize(
    ("given", "text", "state"),
    [
        ({"follow_up": ""}, "er staat geen vervolg", "open"),
        ({}, "er is geen dag voor het besluit", "open"),
        ({"decision": "2029-07-14"}, "gepland: raad, 14 juli 2029, 10 dagen te laat", "open"),
        ({"decision": "2029-07-05"}, "gepland: raad, 5 juli 2029, 1 dag te laat", "open"),
        ({"decision": "2029-07-04"}, "gepland: raad, 4 juli 2029", "open"),
        ({"decision": "2029-07-01"}, "gepland: raad, 1 juli 2029, 3 dagen ervoor", "open"),
        ({"decision": "2029-01-01"}, "gepland: raad, 1 januari 2029", "open"),
        ({"status": "toegezegd", "decision": "2028-06-30"}, "besloten op 30 juni 2028", "klaar"),
        ({"status": "toegezegd", "decision": "2029-01-01"}, "gepland: raad, 1 januari 2029", "open"),
        ({"status": "toegezegd"}, "Budget: toegezegd", "klaar"),
        ({"status": "afgewezen", "decision": "2028-01-01"}, "Budget: afgewezen", "open"),
    ],
)
def test_a_last_day_says_what_is_planned_and_whether_that_is_in_time(given, text, state):
    assert last_days(**given) == [(date(2029, 7, 4), text, state)]


def test_money_that_ends_says_how_much_and_whether_a_lasting_cost_depends_on_it():
    once = "  - {id: C, bron: Feest, partij: extern, aard: incidenteel, status: toegezegd, einde: 2028-12-31, bedragen: {2027: 5}}\n"
    idea = "  - {id: D, bron: Droom, partij: extern, aard: incidenteel, status: idee, einde: 2028-12-31, bedragen: {2028: 5}}\n"
    dossier = full(f"{PARTIES}{COSTS}{ENDING}}}\n{once}{idea}")
    assert [one.text.replace(NBSP, " ") for one in money_moments.endings(dossier)] == [
        "Subsidie stopt (€ 9 in 2029)",
        "Feest stopt, eenmalig",
    ]


ASKED = """financiering:
  - {id: A, bron: Eerste, partij: g, vorm: geld, aard: structureel, status: gevraagd, begin: 2029-01-01, bedragen: {2029: 9}}
  - {id: B, bron: Tweede, partij: h, vorm: geld, aard: structureel, status: onzeker, bedragen: {2029: 9}}
  - {id: C, bron: Uren, partij: g, vorm: natura, aard: structureel, status: gevraagd, begin: 2029-01-01, bedragen: {2029: 9}}
  - {id: D, bron: Vast, partij: g, vorm: geld, aard: structureel, status: beschikt, begin: 2029-01-01, bedragen: {2029: 9}}
"""


def test_money_that_a_council_did_not_grant_yet_has_a_last_day_before_the_budget_of_its_year():
    (found,) = money_moments.last_days_for_budgets(full(PARTIES + ASKED))
    assert found.day == date(2028, 10, 31)
    assert found.text == "voor de begroting 2029 van gemeente G: Eerste; van gemeente H: Tweede"


def test_a_budget_that_was_adopted_is_late_unless_a_change_of_it_is_planned():
    asked = ASKED.replace("begin: 2029-01-01, bedragen", "begin: 2028-09-01, bedragen", 1).split("  - {id: B")[0]
    (found,) = money_moments.last_days_for_budgets(full(PARTIES + asked))
    assert found.day == date(2027, 10, 31) and found.text.endswith("het kan alleen nog met een begrotingswijziging")
    planned = asked.replace("begin: 2028-09-01", "begin: 2028-09-01, besluit: {orgaan: raad, datum: 2028-07-01}")
    assert list(money_moments.last_days_for_budgets(full(PARTIES + planned))) == []


def test_a_decision_on_money_is_told_when_the_decisions_do_not_name_its_day_and_organ():
    asked = ASKED.replace(
        "begin: 2029-01-01", "begin: 2029-01-01, besluit: {orgaan: de gemeenteraad, datum: 2028-09-20}", 1
    )
    (found,) = money_moments.decisions(full(PARTIES + asked))
    assert (found.day, found.text) == (date(2028, 9, 20), "de gemeenteraad: besluit over Eerste (gepland)")
    named = "besluitvorming: [{niveau: besluit, orgaan: Gemeenteraad van G, besluit: Geld, datum: 2028-09-20}]\n"
    assert list(money_moments.decisions(full(PARTIES + asked + named))) == []


def test_money_that_has_begun_or_is_an_idea_does_not_begin():
    text = ASKED.replace("begin: 2029-01-01", "begin: 2028-06-30", 1).replace("status: beschikt", "status: idee")
    assert [one.text for one in money_moments.beginnings(full(PARTIES + text))] == ["Uren begint"]


@pytest.mark.parametrize("name", ["wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard"])
def test_the_last_days_are_those_of_the_domain(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    whole = fill_defaults(dossier.data, dossier.library.schema.root)
    known = {last_responsible_day(whole, one) for one in whole["financiering"]} - {None}
    assert {one.day for one in money_moments.last_days_for_follow_ups(whole)} == known
