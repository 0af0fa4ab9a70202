"""How long a proposal gets, and in which order things go to the annexes when it gets too long."""

from __future__ import annotations

from docgen.context.proposal import length

BARE = {"koppen": 0, "regels": 0, "alineas": [], "punten": [], "tabellen": []}


def told(lines):
    """What is told when so many lines of text remain, each move taking ten of them away."""
    return lambda moved: BARE | {"alineas": ["x" * 92] * (lines - 10 * len(moved))}


def test_a_line_holds_92_characters_and_every_paragraph_has_space_around_it():
    one, two = ({"alineas": [text]} for text in ("x" * 92, "x" * 93))
    assert length.lines(BARE | two) - length.lines(BARE | one) == 1
    assert length.lines(BARE | {"alineas": ["a", None, "b"]}) == length.lines(BARE | {"alineas": ["a", "b"]})


def test_what_fits_moves_nothing_and_what_does_not_moves_in_order():
    assert length.moved(told(50)) == []
    assert length.moved(told(115)) == ["noten"]
    assert length.moved(told(125)) == ["noten", "redenen"]
    assert length.moved(told(500)) == ["noten", "redenen", "doelen"]


def test_a_table_is_as_long_as_its_first_cells():
    short, long = (
        {"tabellen": [["Kop", cell]]}
        for cell in ("Huur", "Saldo na reserves (saldo plus onttrekkingen min toevoegingen)")
    )
    assert length.lines(BARE | long) > length.lines(BARE | short)
