"""What a part of an annual plan says of money: the parts of all parties and the shared costs once are the whole programme."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.context.municipal.own_part import own_part, shared_costs
from docgen.context.perspective import for_party
from docgen.domain.municipal_books import (
    CONTRIBUTION,
    IN_KIND_FOR_OTHERS,
    SHARED,
    WITHOUT_COST,
    books,
)
from docgen.domain.names import OUTSIDE
from docgen.schema.completion import fill_defaults
from tests.context.municipal.municipal_sample import sample
from tests.domain.test_municipal_books import PARTIES, dossiers
from tests.rules.test_rules_are_total import SCHEMA, SLOW_TO_MAKE, WITH_GAPS

NAMES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")


def in_year(name, year):
    full = sample(name)
    full["jaarplan"] = (full["jaarplan"] or {}) | {"jaar": year}
    return full


def measured(full, party, year):
    """Own costs, contributions, shared, received, own money and hours: of one party, in euros."""
    own = books(full, party, year)
    by_row = {}
    for (row, _), amount in own.costs.items():
        name = row[0] if isinstance(row, tuple) else row
        by_row[name] = by_row.get(name, 0) + amount
    given_away = by_row.pop(CONTRIBUTION, 0) + by_row.pop(IN_KIND_FOR_OTHERS, 0)
    shared = by_row.pop(SHARED, 0)
    by_row.pop(WITHOUT_COST, None)
    brought = sum(own.means.values()) - own.means["gat"] + own.draws.total() - own.additions.total()
    return tuple(Decimal(one) / 100 for one in (sum(by_row.values()), given_away, shared, own.income.total(), brought))


@pytest.mark.parametrize(
    ("party", "told"),
    [
        ("merenbroek", (108020, 38760, 50760, 0, 197540)),
        ("ggd", (36260, 0, 0, 0, 36260)),
        ("huisartsen", (10200, 0, 0, 0, 10200)),
        ("welzijn", (76440, 0, 0, 48440, 28000)),
        ("sport", (40320, 0, 0, 20320, 20000)),
        ("wonen", (7000, 0, 10000, 0, 17000)),
        ("bewoners", (0, 0, 0, 0, 0)),
    ],
)
def test_the_books_of_every_party_of_the_sample_in_2028(party, told):
    full = in_year("wijkkracht-spoordijk", 2028)
    if party == "welzijn":  # 30.000 comes straight from the insurer
        told = (76440, 0, 0, 48440 + 30000, 28000) if books(full, party, 2028).income.total() == 7844000 else told
    assert measured(full, party, 2028) == told


def test_in_2029_what_the_housing_corporation_pays_goes_through_the_cooperative():
    full = in_year("buurtprogramma-lijnbaan", 2029)
    of_all = [measured(full, party["id"], 2029) for party in full["partijen"]]
    own, given_away, shared, received, _ = (sum(column) for column in zip(*of_all, strict=True))
    assert (own, shared, own + shared) == (330280, 49720, 380000)
    assert given_away == received == 175680
    by_payer = {}
    for row in shared_costs(full, 2029):
        for one in row["betalers"]:
            by_payer[one["partij"]] = by_payer.get(one["partij"], 0) + one["bedrag"]
    assert by_payer == {"bewoners": 32720, "brinkhaven": 17000}


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_add_up_to_the_whole_in_every_year(name):
    full = sample(name)
    for year in (
        year
        for year in range(2026, 2035)
        if any((post["bedragen"] or {}).get(year) for post in full["begroting"]["posten"])
    ):
        whole = in_year(name, year)
        parts = [own_part(for_party(whole, party["id"])) for party in whole["partijen"]]
        costs = sum(post["bedragen"].get(year, 0) for post in whole["begroting"]["posten"])
        (shared,) = {part["gedeeld_totaal"] for part in parts}
        assert sum(part["eigen"] for part in parts) + shared == costs
        assert all(part["totaal"] == costs == part["eigen"] + part["anderen"] + shared for part in parts)
        paid_by_parties = sum(part["gedeeld_eigen"] for part in parts)
        rows = parts[0]["gedeeld"]
        elsewhere = sum(one["bedrag"] for row in rows for one in row["betalers"] if one["partij"] in (None, OUTSIDE))
        assert paid_by_parties + elsewhere == shared == sum(row["bedrag"] for row in rows)
        for party, part in zip(whole["partijen"], parts, strict=True):
            assert part["gedeeld_eigen"] == measured(whole, party["id"], year)[2]


def test_a_partner_reads_what_it_pays_and_where_that_comes_from_with_equal_sums():
    full = in_year("wijkkracht-spoordijk", 2028)
    part = own_part(for_party(full, "welzijn"))
    assert part["boek"]["koppen"] == ["2028", "2027", "Verschil"]
    rows = {row["naam"]: row["cellen"][0] for row in part["boek"]["regels"]}
    assert rows == {
        "Eigen kosten": "76.440",
        "Kosten en bijdragen": "76.440",
        "Ontvangen: Nieuw structureel budget gemeente": "18.440",
        "Ontvangen: Zorgverzekeraar Noordzee (preventiebijdrage)": "30.000",
        "Ontvangen: Tijdelijke rijksregeling wijkgezondheid": "–",
        "Eigen geld en uren": "28.000",
        "Waar dit van komt": "76.440",
    }
    assert own_part(for_party(full, "merenbroek"))["boek"] is None, "a municipality has a table of its own"
    assert own_part(full) is None


def test_money_from_outside_without_a_party_is_named_and_what_nobody_pays_is_told():
    full = sample("wijkkracht-spoordijk", F10={"via": "rechtstreeks", "bedragen": {2029: Decimal(10000)}})
    (row,) = [row for row in shared_costs(full, 2029) if row["naam"] == "Externe evaluatie"]
    assert [(one["naam"], one["bedrag"]) for one in row["betalers"]] == [
        ("Polderfonds (evaluatie 2029), niet via een partij", 10000),
        ("nog niemand", 5000),
    ]


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers())
def test_who_pays_the_shared_costs_is_who_has_them_in_its_books(dossier):
    dossier = dossier | {"partijen": [{"id": party, "naam": party, "soort": None} for party in PARTIES]}
    rows = shared_costs(dossier, 2028)
    for party in PARTIES:
        shown = sum(one["bedrag"] for row in rows for one in row["betalers"] if one["partij"] == party)
        assert shown == measured(dossier, party, 2028)[2]
    assert all(row["bedrag"] == sum(one["bedrag"] for one in row["betalers"]) for row in rows)
    for party in PARTIES:
        part = own_part(for_whole(dossier, party))
        told = part["boek"]
        sums = [row["cellen"] for row in told["regels"] if row["soort"] == "som"] if told else []
        assert not sums or sums[0] == sums[1]


def for_whole(dossier, party):
    """The part of a party in a dossier of money alone."""
    return dossier | {
        "geheel": dossier | {"jaarplan": {"jaar": 2028}},
        "gezien_vanuit": {"id": party},
        "jaarplan": {"jaar": 2028},
    }


@pytest.mark.slow
@SLOW_TO_MAKE
@given(WITH_GAPS)
def test_a_dossier_with_gaps_has_its_parts_too(data):
    full = fill_defaults(data, SCHEMA.root)
    for party in full["partijen"]:
        own_part(for_party(full, party["id"]))
