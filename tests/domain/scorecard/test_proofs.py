"""Less proof is never a better state: over dossiers with any part of their proofs, whatever is taken away from them."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.domain.queries import CERTAIN
from docgen.domain.scorecard.answers import neighbourhoods, outcome
from docgen.domain.scorecard.points import POINTS
from docgen.domain.scorecard.verdict import GREY, STATES
from tests.domain.scorecard.samples import NAMES, findings, sample

# by the list: a day on which something happened, and what else proves it
DAYS = {
    "draagvlak": ("laatste_contact",),
    "successen": ("datum",),
    "rollen": ("ingewerkt_op",),
    "taken": ("vervanger_ingewerkt_op",),
    "besluitvorming": ("datum",),
    "verankering": ("vastgesteld",),
    "mijlpalen": ("gereed_op",),
    "partijen": ("getekend_op",),
    "monitoring reviews": ("gehouden_op",),
    "financiering besluit": ("datum",),
    "borgingscheck antwoorden": ("datum",),
    "interventie handboek": ("datum",),
}
WORDS = {
    "draagvlak": ("aan_tafel",),
    "successen": ("gedeeld_via", "gevierd_met"),
    "rollen": ("vervanger",),
    "taken": ("eigenaar", "vervanger"),
    "verankering": ("vindplaats",),
    "partijen": ("bevoegdheid",),
    "doelen": ("indicator", "eenheid", "bron", "rol", "frequentie", "nulmeting", "metingen"),
    "uitsluitingen": ("wie_wel",),
    "communicatie": ("middel", "rol"),
    "financiering": ("voorwaarden", "gesprek"),
    "borgingscheck antwoorden": ("wie",),
    "interventie handboek": ("locatie", "onderhoud"),
    "interventie onderdelen": ("oordeel", "bewijs"),
    "monitoring": ("bijsturen",),
}
LESS_CERTAIN = {
    "besluitvorming": ("genomen", "gepland"),
    "verankering": ("opgenomen", "gepland"),
    "financiering": (CERTAIN, "gevraagd"),
}
LATER = timedelta(days=4000)


@cache
def whole(name):
    """A sample in which all that can be proven is."""
    full = sample(name)
    day = full["dossier"]["peildatum"] - timedelta(days=40)
    for part, fields in DAYS.items():
        for row in rows_of(full, part):
            for field in fields:
                row[field] = min(row[field] or day, day) if field != "datum" or row[field] else None
    for row in full["besluitvorming"]:
        row |= {"status": "genomen", "datum": row["datum"] or day}
    for row in full["verankering"]:
        row |= {"status": "opgenomen", "vindplaats": row["vindplaats"] or "blz. 1"}
    for row in full["financiering"]:
        row |= {
            "status": "toegezegd",
            "voorwaarden": "geen",
            "besluit": row["besluit"] or {"orgaan": "MT", "datum": day, "document": None},
        }
    for row in full["successen"]:
        row |= {"gevierd_met": "bewoners"}
    return full


def rows_of(full, part):
    found = full
    for name in part.split():
        found = [row.get(name) for row in found] if isinstance(found, list) else (found or {}).get(name)
    return [row for row in (found if isinstance(found, list) else [found]) if row]


def ways(full):
    """Every way in which one proof of a dossier is taken away: where, which field, and what comes in its place."""
    found = [
        (part, i, field, None)
        for table in (DAYS, WORDS)
        for part, fields in table.items()
        for i in range(len(rows_of(full, part)))
        for field in fields
    ]
    found += [
        (part, i, field, LATER)
        for part, fields in DAYS.items()
        for i in range(len(rows_of(full, part)))
        for field in fields
    ]
    return found + [(part, i, "status", to) for part, (_, to) in LESS_CERTAIN.items() for i in range(len(full[part]))]


def weaken(full, way):
    """Take one proof away; nothing happens where it is not there."""
    part, i, field, to = way
    row = rows_of(full, part)[i]
    if isinstance(to, str):
        row[field] = to if row[field] in LESS_CERTAIN[part][0] else row[field]
    elif isinstance(to, timedelta):
        row[field] = row[field] + to if isinstance(row[field], date) else row[field]
    else:
        row[field] = [] if isinstance(row[field], list) else None


@st.composite
def weaker(draw):
    """A dossier with some, most or hardly any of its proofs, and one way to make it weaker."""
    full = deepcopy(whole(draw(st.sampled_from(NAMES))))
    chance, share = Random(draw(st.integers(0, 2**32))), draw(st.sampled_from([0.02, 0.1, 0.3, 0.6, 0.9]))
    for way in ways(full):
        if chance.random() < share:
            weaken(full, way)
    return full, draw(st.sampled_from(ways(full)))


def states(full):
    found = findings(full)
    return {
        (point.nr, wijk): outcome(full, point.nr, wijk, found).state
        for point in POINTS
        for wijk in neighbourhoods(full)
    }


def greener(before, after, apart=()):
    """The points that are better than they were; what does not apply is apart."""
    return [
        (key, state, after[key])
        for key, state in before.items()
        if key[0] not in apart and GREY not in (state, after[key]) and STATES.index(after[key]) < STATES.index(state)
    ]


SETTINGS = settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))


@SETTINGS
@given(weaker())
def test_taking_a_proof_away_never_makes_a_point_greener(given_one):
    full, way = given_one
    before = states(full)
    weaken(full, way)
    # who said yes and now is only asked, may be a co-payer that was spoken to; and who was decided on is not asked any more
    assert greener(before, states(full), ("F8",) if way[0] == "financiering" and way[2] == "status" else ()) == []


@SETTINGS
@given(weaker(), st.integers(0, 20), st.integers(2, 50))
def test_less_money_never_makes_costs_better_covered(given_one, place, part):
    full, _ = given_one
    before = states(full)
    source = full["financiering"][place % len(full["financiering"])]
    source["bedragen"] = {year: Decimal(amount) / part for year, amount in source["bedragen"].items()}
    after = states(full)
    assert [found for found in greener(before, after) if found[0][0] in ("F1", "F2")] == []


@SETTINGS
@given(weaker(), st.sampled_from(["idee", "gevraagd", "onzeker", *CERTAIN]), st.booleans())
def test_money_that_has_ended_makes_nothing_greener(given_one, status, is_structural):
    full, _ = given_one
    before, day = states(full), full["dossier"]["peildatum"]
    old = deepcopy(full["financiering"][0]) | {
        "id": "OUD", "bron": "Oude regeling", "partij": "extern", "status": status, "einde": date(day.year - 1, 12, 31), "gesprek": day,
        "aard": "structureel" if is_structural else "incidenteel", "vervolg": [], "bedragen": {day.year - 1: Decimal(10**7)},
        "voor": [post["id"] for post in full["begroting"]["posten"]],
    }  # fmt: skip
    full["financiering"] = [*full["financiering"], old]
    assert greener(before, states(full)) == []


def test_a_dossier_with_all_proofs_has_few_points_that_are_not_green():
    for name in NAMES:
        assert sum(state == "groen" for state in states(whole(name)).values()) >= 15, name
