"""From the costs of the programme to the lasten of a municipality: the rows add up, in every dossier."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.context.municipal.budget import budgets
from docgen.context.municipal.reconciliation import reconciliation
from docgen.domain.municipal_books import PartyBudget
from tests.context.municipal.municipal_sample import sample
from tests.domain.test_municipal_books import PARTIES, dossiers


def told(full, party, year):
    budget = PartyBudget(full, party, years=[year])
    return {row.label: row.amounts[year] / 100 for row in reconciliation(budget) if row.amounts[year]}


def test_of_the_sample_what_others_pay_goes_off():
    assert told(sample("wijkkracht-spoordijk"), "merenbroek", 2028) == {
        "Kosten van het programma": 339000,
        "Af: door anderen betaald of ingebracht": 141460,
        "Lasten van de gemeente": 197540,
    }


def test_a_municipality_that_pays_through_another_has_a_line_for_it():
    rows = told(sample("alcoholbeleid-wolderwaard"), "elzerbroek", 2030)
    assert rows["Bij: betaald via gemeente Woldermuiden"] == 20663.5 and rows["Lasten van de gemeente"] == 31703.5


def test_what_nobody_pays_yet_and_money_without_a_cost_are_told_apart():
    full = sample("wijkkracht-spoordijk", F03={"bedragen": {2028: 30000}}, F01={"bedragen": {2028: 110000}})
    rows = told(full, "merenbroek", 2028)
    assert rows["Af: nog geen dekking voor kosten van anderen en gedeelde kosten"] == 6260
    assert rows["Bij: budget zonder kostenpost"] == 1980


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers())
def test_the_first_row_less_the_next_two_and_more_the_others_is_the_last(dossier):
    dossier = dossier | {"partijen": [{"id": party, "naam": party, "soort": None} for party in PARTIES]}
    for party in PARTIES:
        rows = [row.amounts[2028] for row in reconciliation(PartyBudget(dossier, party, years=[2028]))]
        assert rows[0] - rows[1] - rows[2] + sum(rows[3:-1]) == rows[-1]


@pytest.mark.parametrize(("name", "first"), [("wijkkracht-spoordijk", 2027), ("alcoholbeleid-wolderwaard", 2030)])
def test_the_map_of_money_has_every_year_from_the_first_with_an_amount(name, first):
    table = budgets(sample(name))[0]
    assert table["jaren"][0] == first and table["aansluiting"][0]["naam"] == "Kosten van het programma"
    lasten = next(row for row in table["regels"] if row["naam"] == "Lasten")
    assert table["aansluiting"][-1]["cellen"] == lasten["cellen"]


def test_years_long_before_the_horizon_stand_in_the_map_and_not_in_the_proposal():
    full = sample("wijkkracht-spoordijk", F01={"bedragen": {2025: 100, 2027: 108020, 2028: 108020}})
    assert budgets(full)[0]["koppen"][2025] == "2025 (ter vergelijking)"
