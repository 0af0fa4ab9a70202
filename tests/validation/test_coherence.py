"""Fields of one part that do not fit each other: each at its place, with a remedy that gives a sound dossier."""

from __future__ import annotations

import pytest

from docgen.schema.field import Field
from docgen.validation.coherence import has_coherence, misfits
from tests.small_dossier import CORE, findings, only

PEOPLE = "partijen: [{id: p, naam: P}]\nrollen:\n  - {id: r, naam: R, partij: p, uren: 100}\n"
POSTS = "begroting:\n  posten:\n    - {id: P1, naam: Huur, soort: materieel, partij: p, aard: structureel, bedragen: {2028: 1}}\n"


def row(fields):
    """A dossier with one report, at line 11."""
    return f"{CORE}{PEOPLE}{POSTS}realisatie:\n  - {{tijdvak: 2028, gemeld_op: 2029-01-05, {fields}}}\n"


@pytest.mark.parametrize("fields", ["rol: r, uren: 0", "rol: r, uren: 4.5", "post: P1, bedrag: 12.50"])
def test_one_thing_with_its_own_number_is_sound(fields):
    assert findings(row(fields)) == []


@pytest.mark.parametrize(
    ("fields", "where", "message", "hint"),
    [
        ("uren: 4", "melding 1", "verwacht één van rol, post of bron, maar er staat er geen", "voeg rol, post of bron toe, bijvoorbeeld rol met uren"),
        ("rol: r, post: P1, uren: 4", "melding 1 › post", "verwacht één van rol, post of bron, kreeg rol en post", "haal post weg, en maak er een eigen regel van"),
        ("rol: r, bedrag: 4", "melding 1 › bedrag", "bij rol hoort uren, niet bedrag", "schrijf uren in plaats van bedrag"),
        ("rol: r, uren: 4, bedrag: 4", "melding 1 › bedrag", "bij rol hoort uren, niet bedrag", "haal bedrag weg"),
        ("post: P1", "melding 1 › post", "bij post hoort bedrag, en dat staat er niet", "voeg bedrag toe; nul mag ook"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_at_its_field(fields, where, message, hint):
    found = only(row(fields))
    assert (found.line, found.path, found.message, found.hint, found.code) == (10, where, message, hint, "samenhang")


def test_a_slip_in_a_row_is_told_alone():
    assert only(row("rool: r, uren: 4")).code == "onbekend"
    assert only(row("rol: r, uren: veel")).code == "type"


def spread(parts):
    """A dossier with one role of which the hours are spread, at line 5."""
    return f"{CORE}partijen: [{{id: p, naam: P}}]\nrollen:\n  - {{id: r, naam: R, partij: p, uren: 9, spreiding: {parts}}}\n"


def test_a_spread_is_a_hundred_per_cent_and_the_remedy_makes_it_so():
    found = only(spread("{K1: 20, K2: 30, K3: 20, K4: 25}"))
    assert (found.line, found.message) == (5, "de delen zijn samen 95, maar moeten samen 100 zijn")
    assert found.hint == "schrijf bijvoorbeeld K4: 30"
    assert findings(spread("{K1: 20, K2: 30, K3: 20, K4: 30}")) == []
    assert findings(spread("{K1: 0, K2: 12.5, K3: 0, K4: 87.5}")) == []
    assert only(spread("{K1: 90, K2: 90, K3: 0, K4: 0}")).hint == "maak de getallen samen 100"


def test_parts_of_one_are_shown_as_the_percentages_that_they_are():
    assert only(spread("{K1: 0.4, K2: 0.1, K3: 0.4, K4: 0.1}")).hint == "schrijf K1: 40, K2: 10, K3: 40, K4: 10"
    assert only(spread("{K1: 0.125, K2: 0.375, K3: 0.5, K4: 0}")).hint == "schrijf K1: 12.5, K2: 37.5, K3: 50, K4: 0"
    assert findings(spread("{K1: 12.5, K2: 37.5, K3: 50, K4: 0}")) == []


def test_only_a_field_whose_schema_asks_for_it_is_looked_at():
    asked = Field(
        {"type": "dict", "meta": {"samen": 3}, "schema": {"a": {"type": "integer"}, "b": {"type": "integer"}}}
    )
    assert has_coherence(asked) and not has_coherence(Field({"type": "dict", "schema": {}}))
    assert [one.path for one in misfits({"a": 1, "b": 1}, asked)] == [()] and not list(misfits({"a": 1, "b": 2}, asked))
