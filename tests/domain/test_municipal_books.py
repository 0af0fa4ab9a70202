"""The budget of a municipality: worked examples in euros, and what must hold of every dossier whatever its numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.domain.municipal_books import (
    ASKED,
    CONTRIBUTION,
    DECIDED,
    IN_KIND_FOR_OTHERS,
    KNOWN_STAFF,
    NEW_STAFF,
    OPEN,
    OTHER_COSTS,
    SHARED,
    UNCOVERED,
    WITHOUT_COST,
    books,
    division,
    total,
)
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import STRUCTURAL, TEMPORARY, council_party
from docgen.domain.reserves import reserve_of
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.conftest import ROOT


def sample(name, **fields):
    """A complete sample in which sources have these fields of the municipal budget and no others."""
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    full = fill_defaults(dossier.data, dossier.library.schema.root)
    for row in full["financiering"]:
        for name in ("via", "reserve", "in_begroting"):
            row.pop(name, None)
        row |= fields.get(row["id"], {})
    return full


SPOORDIJK = {"F05": {"via": "rechtstreeks"}, "F10": {"via": "merenbroek", "in_begroting": False}, "F11": {"reserve": "Reserve sociaal domein"}, "F12": {"via": "merenbroek", "in_begroting": True}}  # fmt: skip
LIJNBAAN = {"F06": {"via": "brinkhaven", "in_begroting": True}, "F09": {"via": "bewoners"}, "F10": {"reserve": "Reserve wijkvernieuwing"}, "F11": {"reserve": "Algemene reserve"}, "F12": {"via": "brinkhaven", "in_begroting": False}}  # fmt: skip
WOLDERWAARD = {"F08": {"via": "woldermuiden", "in_begroting": False}, "F09": {"via": "woldermuiden", "in_begroting": False}, "F10": {"via": "woldermuiden", "in_begroting": False}, "F13": {"via": "woldermuiden", "in_begroting": False}, "F12": {"reserve": "Algemene reserve"}}  # fmt: skip


def rows(found):
    """Euros by row, the natures together."""
    told = {}
    for (row, _), amount in found.costs.items():
        name = row[1] if isinstance(row, tuple) else row
        told[name] = told.get(name, 0) + Decimal(amount) / 100
    return {name: amount for name, amount in told.items() if amount}


def sums(found):
    """Lasten and of those structural, baten, saldo, saldo after reserves and of that structural, in euros."""
    parts = (
        total(found.costs),
        total(found.costs, STRUCTURAL),
        total(found.income),
        found.saldo,
        found.after_reserves(),
        found.after_reserves(STRUCTURAL),
    )
    return tuple(Decimal(part) / 100 for part in parts)


def means(found):
    return {name: Decimal(amount) / 100 for name, amount in found.means.items() if amount}


@pytest.mark.parametrize(
    ("year", "told", "asked"),
    [
        (2027, (244540, 108020, 136520, -108020, -108020, -108020), 0),
        (2028, (197540, 197540, 0, -197540, -197540, -197540), 89520),
        (2029, (212540, 197540, 15000, -197540, -197540, -197540), 89520),
        (2030, (227540, 227540, 0, -227540, -227540, -227540), 119520),
        (2031, (242540, 227540, 0, -242540, -227540, -227540), 119520),
    ],
)
def test_a_grant_that_passes_adds_the_same_to_lasten_and_baten_and_what_is_asked_comes_after_it(year, told, asked):
    found = books(sample("wijkkracht-spoordijk", **SPOORDIJK), "merenbroek", year)
    assert sums(found) == told
    assert means(found) == {DECIDED: 108020} | ({ASKED: asked} if asked else {})
    drawn = {reserve: amount for reserve, amount in found.draws.items() if amount}
    assert drawn == ({("Reserve sociaal domein", TEMPORARY): 1_500_000} if year == 2031 else {})


def test_every_row_of_a_budget_has_its_amount():
    full = sample("wijkkracht-spoordijk", **SPOORDIJK)
    assert rows(books(full, "merenbroek", 2027)) == {
        KNOWN_STAFF: 108020,
        "welzijn": 62400,
        "sport": 28800,
        SHARED: 45320,
    }
    assert rows(books(full, "merenbroek", 2029)) == {
        KNOWN_STAFF: 108020,
        "welzijn": 18440,
        "sport": 20320,
        SHARED: 65760,
    }
    lijnbaan = sample("buurtprogramma-lijnbaan", **LIJNBAAN)
    assert rows(books(lijnbaan, "brinkhaven", 2028)) == {
        KNOWN_STAFF: 40440, NEW_STAFF: 59520, OTHER_COSTS: 12000, "corporatie": 24000, "buurtwerk": 103180, "bewoners": 39780, SHARED: 58720,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (2028, (337640, 98440, 227200, -110440, -98440, -98440)),
        (2029, (247640, 247640, 0, -247640, -202640, -247640)),
        (2030, (237640, 237640, 0, -237640, -237640, -237640)),
        (2031, (253640, 237640, 16000, -237640, -237640, -237640)),
        (2032, (237640, 237640, 0, -237640, -237640, -237640)),
    ],
)
def test_a_draw_on_a_reserve_is_no_bate_and_stands_below_the_saldo(year, told):
    assert sums(books(sample("buurtprogramma-lijnbaan", **LIJNBAAN), "brinkhaven", year)) == told


def test_a_municipality_that_pays_through_another_has_a_contribution_and_the_other_a_bate():
    full = sample("alcoholbeleid-wolderwaard", **WOLDERWAARD)
    assert sums(books(full, "woldermuiden", 2030)) == tuple(
        map(Decimal, ("219254.5", "206854.5", "46478", "-172776.5", "-160376.5", "-160376.5"))
    )
    assert rows(books(full, "woldermuiden", 2032)) == {
        KNOWN_STAFF: Decimal("107812.5"), "jongerenwerk": 44544, "sportraad": Decimal("17632.5"), SHARED: Decimal("55365.5"),
    }  # fmt: skip
    others = {name: sums(books(full, name, 2031))[0] for name in ("elzerbroek", "nieuwlede", "hogekerk")}
    assert others == {
        "elzerbroek": Decimal("31703.5"),
        "nieuwlede": Decimal("23080.25"),
        "hogekerk": Decimal("17321.75"),
    }
    assert means(books(full, "nieuwlede", 2031)) == {DECIDED: 8235, ASKED: Decimal("14845.25")}


@pytest.mark.parametrize(
    ("name", "party", "year", "lasten", "baten", "unknown"),
    [
        ("wijkkracht-spoordijk", "merenbroek", 2027, 108020, 0, {"F12": 136520}),
        ("wijkkracht-spoordijk", "merenbroek", 2029, 197540, 0, {"F05": 30000, "F10": 15000}),
        ("buurtprogramma-lijnbaan", "brinkhaven", 2028, 169960, 59520, {"F06": 167680}),
        ("alcoholbeleid-wolderwaard", "woldermuiden", 2030, Decimal("172776.5"), 0, {}),
    ],
)
def test_where_money_comes_in_changes_lasten_and_baten_and_never_the_saldo(name, party, year, lasten, baten, unknown):
    told = {
        "wijkkracht-spoordijk": SPOORDIJK,
        "buurtprogramma-lijnbaan": LIJNBAAN,
        "alcoholbeleid-wolderwaard": WOLDERWAARD,
    }
    found, known = books(sample(name), party, year), books(sample(name, **told[name]), party, year)
    assert (sums(found)[0], sums(found)[2]) == (lasten, baten) and found.saldo == known.saldo
    assert {source: Decimal(amount) / 100 for (source, _), amount in found.unknown.items()} == unknown


def test_own_work_for_the_post_of_another_is_a_row_of_its_own():
    full = {"dossier": {}, "begroting": {"posten": [{"id": "P", "partij": "b", "soort": None, "aard": STRUCTURAL, "bedragen": {2028: Decimal(9)}}]}, "financiering": [{"id": "F", "bron": "Uren", "partij": "a", "vorm": "natura", "aard": STRUCTURAL, "status": "toegezegd", "voor": ["P"], "bedragen": {2028: Decimal(9)}}]}  # fmt: skip
    assert rows(books(full, "a", 2028)) == {IN_KIND_FOR_OTHERS: 9} and rows(books(full, "b", 2028)) == {}


def test_a_division_that_is_not_determined_is_marked():
    assert books(sample("alcoholbeleid-wolderwaard"), "woldermuiden", 2030).is_estimated
    assert not books(sample("alcoholbeleid-wolderwaard", **WOLDERWAARD), "woldermuiden", 2030).is_estimated


def test_a_reserve_that_is_filled_first_is_a_cost_of_the_budget_and_not_of_the_programme():
    full = sample("wijkkracht-spoordijk", **SPOORDIJK)
    reserve = {"id": "R1", "naam": "Reserve evaluatie Wijkkracht", "nieuw": True, "status": "gevraagd", "toevoegingen": {year: Decimal(5000) for year in (2028, 2029, 2030)}}  # fmt: skip
    full["begroting"] |= {"reserves": [reserve]}
    found = [books(full, "merenbroek", year) for year in range(2028, 2032)]
    assert [sums(one)[4] for one in found] == [-202540, -202540, -232540, -227540]
    assert [means(one)[ASKED] for one in found] == [94520, 94520, 124520, 119520]
    assert [Decimal(one.after_reserves(TEMPORARY)) / 100 for one in found] == [-5000, -5000, -5000, 0]


def test_a_reserve_without_a_party_is_that_of_the_municipality_also_when_the_dossier_does_not_name_it():
    full = sample("wijkkracht-spoordijk", **SPOORDIJK)
    full["begroting"] |= {"reserves": [{"id": "R1", "naam": "R", "toevoegingen": {2028: Decimal(5000)}}]}
    full["dossier"] |= {"gemeente": None}
    assert books(full, "merenbroek", 2028).additions == {("R", TEMPORARY): 500_000}


def test_a_proposal_asks_for_what_its_decision_points_name_and_what_is_asked_elsewhere_is_open():
    full = sample("wijkkracht-spoordijk", **SPOORDIJK)
    assert means(books(full, "merenbroek", 2030, frozenset({"F02"}))) == {DECIDED: 108020, ASKED: 119520}
    assert means(books(full, "merenbroek", 2030, frozenset())) == {DECIDED: 108020, OPEN: 119520}
    assert means(books(full, "merenbroek", 2030, frozenset({"F01", "F02"}))) == {ASKED: 227540}


def test_the_council_is_that_of_the_named_or_the_only_municipality_or_of_who_is_called_as_the_organisation():
    parties = [{"id": "a", "naam": "gemeente A", "soort": "Gemeente"}, {"id": "b", "naam": "gemeente B", "soort": "gemeente"}, {"id": "c", "naam": "C", "soort": None}]  # fmt: skip
    full = {"dossier": {"gemeente": None}, "organisatie": {"naam": "gemeente B"}, "partijen": parties}
    assert council_party(full) == "b"
    assert council_party(full | {"partijen": parties[:1]}) == "a"
    named = full | {"dossier": {"gemeente": "c"}}
    assert council_party(named) == "c"
    assert council_party(full | {"organisatie": {"naam": None}}) is None


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"bron": "Reserve sociaal domein (evaluatie 2031)"}, "Reserve sociaal domein"),
        ({"bron": "Bestemmingsreserve wijken"}, "Bestemmingsreserve wijken"),
        ({"bron": "Reserveringskosten zaal"}, ""),
        ({"bron": "Reserve sociaal domein", "reserve": "geen"}, ""),
        ({"bron": "Structureel budget", "reserve": "Algemene reserve"}, "Algemene reserve"),
        ({"bron": "Reserve van het fonds", "partij": "extern"}, ""),
        ({"bron": "Uren uit de reserve", "vorm": "natura"}, ""),
    ],
)
def test_a_reserve_is_what_the_dossier_says_or_what_the_name_of_the_source_gives_away(given, name):
    assert reserve_of({"partij": "g", "vorm": "geld"} | given) == name


# ---------------------------------------------------------------------------- what must hold of every dossier

PARTIES = ("a", "b", "c")
CENTS = st.integers(0, 3000).map(lambda cents: Decimal(cents) / 100)


@st.composite
def dossiers(draw):
    """A dossier of one year with any costs, sources and reserves."""
    names = [f"P{number}" for number in range(draw(st.integers(1, 4)))]
    posts = [
        {"id": name, "naam": name, "partij": draw(st.sampled_from((*PARTIES, None))), "soort": draw(st.sampled_from(("personeel", "overig"))), "aard": draw(st.sampled_from((STRUCTURAL, TEMPORARY))), "bedragen": {2028: draw(CENTS)}}
        for name in names
    ]  # fmt: skip
    sources = []
    for number in range(draw(st.integers(0, 5))):
        payer = draw(st.sampled_from((*PARTIES, OUTSIDE)))
        in_kind = draw(st.booleans()) and payer != OUTSIDE
        via = None if in_kind else draw(st.sampled_from((None, "rechtstreeks", *PARTIES)))
        reserve = (
            draw(st.sampled_from((None, "geen", "Algemene reserve"))) if payer != OUTSIDE and not in_kind else None
        )
        sources.append(
            {"id": f"F{number}", "bron": f"bron {number}", "partij": payer, "vorm": "natura" if in_kind else "geld", "via": via, "reserve": reserve,
             "aard": draw(st.sampled_from((STRUCTURAL, TEMPORARY))), "status": draw(st.sampled_from(("idee", "onzeker", "gevraagd", "toegezegd"))),
             "voor": draw(st.lists(st.sampled_from(names), unique=True)), "bedragen": {2028: draw(CENTS)}}
        )  # fmt: skip
    reserves = [
        {"id": "R1", "naam": "R", "partij": draw(st.sampled_from(PARTIES)), "toevoegingen": {2028: draw(CENTS)}}
    ]
    return {"dossier": {}, "partijen": [{"id": party} for party in PARTIES], "financiering": sources,
            "begroting": {"posten": posts, "reserves": draw(st.sampled_from(([], reserves)))}}  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers())
def test_five_identities_hold_of_the_budgets_of_all_parties(dossier):
    all_books = {party: books(dossier, party, 2028) for party in PARTIES}
    divided = division(dossier, 2028)
    costs = sum(int(row["bedragen"][2028] * 100) for row in dossier["begroting"]["posten"])
    own_posts = sum(int(row["bedragen"][2028] * 100) for row in dossier["begroting"]["posten"] if row["partij"])
    shared_posts = costs - own_posts
    assert costs == own_posts + shared_posts == sum(divided.paid.values()) + sum(divided.need)
    for party, found in all_books.items():
        own = [row for row in dossier["financiering"] if row["partij"] == party and row["status"] != "idee"]
        plain = sum(int(row["bedragen"][2028] * 100) for row in own if not reserve_of(row))
        draws, added, income = sum(found.draws.values()), sum(found.additions.values()), total(found.income)
        gap = found.means[UNCOVERED]
        assert total(found.costs) + added == plain + added + draws + income + gap
        general = found.means[DECIDED] + found.means[ASKED] + found.means[OPEN] + gap
        assert found.saldo + draws - added == -general
    for party in PARTIES:
        given_to = sum(
            amount
            for found in all_books.values()
            for (row, _), amount in found.costs.items()
            if row == (CONTRIBUTION, party)
        )
        outside = {row["id"] for row in dossier["financiering"] if row["partij"] == OUTSIDE}
        straight = {one.id for one in divided.sources if one.through in (party, "rechtstreeks", None)}
        from_others = sum(
            amount
            for (source, _), amount in all_books[party].income.items()
            if not (source in outside and source in straight)
        )
        assert given_to == from_others
    by_others = sum(
        amount
        for (one, item), amount in divided.paid.items()
        if divided.items[item].maker is None
        and divided.sources[one].payer == OUTSIDE
        and divided.sources[one].through not in PARTIES
    )
    open_shared = sum(need for one, need in zip(divided.items, divided.need, strict=True) if one.maker is None)
    lasten = sum(total(found.costs) for found in all_books.values())
    between = sum(
        amount for found in all_books.values() for (row, _), amount in found.costs.items() if isinstance(row, tuple)
    )
    without = sum(
        amount for found in all_books.values() for (row, _), amount in found.costs.items() if row == WITHOUT_COST
    )
    assert lasten - between - without + by_others + open_shared == costs
