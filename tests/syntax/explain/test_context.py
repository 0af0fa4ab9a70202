"""The place where a text stops being YAML, and the lines around it."""

from __future__ import annotations

from docgen.syntax.explain.context import (
    LONGEST_COPY,
    Diagnosis,
    ErrorContext,
    copyable,
    indent,
    match_line,
    unknown_outline,
)  # fmt: skip

LINES = ["dossier:", "  id: proef", "", "# toelichting", "begroting:", "  posten:", "    - id: P1", "      naam: x"]


def at(line, lines=LINES):
    return ErrorContext(lines, line, 1, "", None)


def test_a_line_that_is_not_there_is_empty():
    assert [at(1).text(n) for n in (0, 1, 8, 9)] == ["", "dossier:", "      naam: x", ""]


def test_the_line_before_is_neither_empty_nor_a_comment():
    assert [at(1).before(n) for n in (5, 2, 1)] == [2, 1, 0]
    assert at(5).near() == [5, 2]


def test_the_parts_around_a_line_are_those_that_stand_less_deep_above_it():
    assert at(8).around(8, 6) == ["begroting", "posten"]
    assert at(8).around(2, 2) == ["dossier"]
    assert at(8).around(5, 0) == []


def test_what_is_cut_off_a_long_line_is_only_cut_off_what_is_looked_at():
    context = at(1, ["a" * 2_001, "b"])
    assert context.shortened().lines == ["a" * 2_000, "b"]
    assert len(context.lines[0]) == 2_001


def test_a_remedy_is_copied_whole_or_said_in_other_words():
    assert copyable("a" * LONGEST_COPY, "anders") == "a" * 120
    assert copyable("a" * (LONGEST_COPY + 1), "anders") == "anders"


def test_a_slip_is_looked_for_on_the_line_and_on_the_one_before_it():
    slip = (
        r" *(?P<name>\w+)(?P<at>;) (?P<value>.+)",
        "dit is een puntkomma",
        "schrijf {name}: {value}",
        "zet : na {name}",
    )
    assert match_line(at(2, ["b; 1", "a; 2 "]), *slip) == Diagnosis(2, 2, "dit is een puntkomma", "schrijf a: 2")
    assert match_line(at(3, ["  b; 1", "# x", "a: 2"]), *slip) == Diagnosis(
        1, 4, "dit is een puntkomma", "schrijf b: 1"
    )
    assert match_line(at(1, ["a; " + "x" * 120]), *slip).hint == "zet : na a"
    assert match_line(at(1, ["a: 1", "b; 1"]), *slip) is None


def test_a_line_is_as_deep_as_it_has_spaces_in_front():
    assert [indent(text) for text in ("", "a", "   a", "\ta")] == [0, 0, 3, 0]


def test_where_nothing_is_known_there_are_no_fields():
    assert unknown_outline(["dossier"]) == ("", ())
