"""Who pays to whom in the years of the agreement, and what only passes a party."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.context.money import who_pays
from docgen.context.municipal.contributions import contributions
from docgen.domain.municipal_books import UNCOVERED, books
from docgen.domain.queries import agreement_years, municipalities
from tests.context.municipal.municipal_sample import sample

NAMES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")


def pairs(full, year):
    return {
        (row["van"], row["aan"]): row["bedragen"][year]
        for row in contributions(full)["regels"]
        if row["bedragen"][year]
    }


def test_each_contribution_in_money_says_to_whom():
    assert pairs(sample("wijkkracht-spoordijk"), 2028) == {
        ("gemeente Merenbroek", "Stichting Welzijn Merenbroek"): 18440,
        ("gemeente Merenbroek", "Sportservice Merenbroek"): 20320,
        ("gemeente Merenbroek", "gedeelde kosten"): 50760,
        ("Zorgverzekeraar Noordzee (preventiebijdrage)", "Stichting Welzijn Merenbroek"): 30000,
        ("Woonstichting De Linde", "gedeelde kosten"): 10000,
    }


def test_who_passes_money_on_has_a_line():
    (line,) = contributions(sample("buurtprogramma-lijnbaan"))["doorgeven"][-1:]
    told = contributions(sample("buurtprogramma-lijnbaan"))["doorgeven"]
    assert (
        "Wijkcoöperatie Lijnbaan ontvangt het geld van Stichting Wonen Brinkhaven en betaalt daaruit eigen kosten en gedeelde kosten."
        in told
    )
    (of_all,) = contributions(sample("alcoholbeleid-wolderwaard"))["doorgeven"]
    assert of_all.startswith(
        "Gemeente Woldermuiden ontvangt het geld van gemeente Elzerbroek, gemeente Nieuwlede, gemeente Hogekerk"
    ) and of_all.endswith("en gedeelde kosten.")
    assert line


@pytest.mark.parametrize("name", NAMES)
def test_what_a_municipality_brings_in_is_its_lasten_less_its_baten_and_its_gap(name):
    full = sample(name)
    brought = {row["partij"]: row["bedragen"] for row in who_pays(full) if row["partij"] != "extern"}
    for party in municipalities(full):
        for year in agreement_years(full):
            own = books(full, party, year)
            net = own.costs.total() - own.income.total() - own.means[UNCOVERED]
            assert brought.get(party, {}).get(year, Decimal(0)) == Decimal(net) / 100


@pytest.mark.parametrize("name", NAMES)
def test_to_whom_a_party_pays_never_adds_up_to_more_than_it_brings_in(name):
    full = sample(name)
    brought = {row["naam"]: row["bedragen"] for row in who_pays(full)}
    for year in agreement_years(full):
        told = {}
        for (payer, _), amount in pairs(full, year).items():
            told[payer] = told.get(payer, 0) + amount
        assert all(amount <= brought[payer][year] for payer, amount in told.items())


def test_money_that_pays_no_cost_is_told_beside_the_table():
    full = sample("wijkkracht-spoordijk")
    assert contributions(full)["zonder_post"] == []
    more = [
        row | {"bedragen": {**row["bedragen"], 2029: row["bedragen"][2029] + 978}} if row["id"] == "F07" else row
        for row in full["financiering"]
    ]
    assert contributions(full | {"financiering": more})["zonder_post"] == [
        "Van ‘Leefbaarheidsbudget De Linde’ hoort €\u00a0978 in 2029 nog niet bij een kostenpost; dat geld staat niet in de tabel hierboven."
    ]
