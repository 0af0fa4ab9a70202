"""The words of a parser as a likely cause in Dutch, at the place where it began."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from docgen.syntax.errors import Position
from docgen.syntax.explain.context import QUOTE, Diagnosis
from docgen.syntax.explain.explainer import explain


def error(problem, here, start=None, context=""):
    """What a parser raises, with places that count from 0."""
    return SimpleNamespace(
        problem=problem,
        context=context,
        problem_mark=here and Position(*here),
        context_mark=start and Position(*start),
    )


@pytest.mark.parametrize(
    ("line", "problem", "column", "message", "hint"),
    [
        ("a: @home", "found character that cannot start any token", 3, "een waarde mag niet met ‘@’ beginnen", QUOTE),
        ('a: "C:\\map"', "found unknown escape character", 6, "na een \\ staat hier een teken dat niet kan", "gebruik enkele aanhalingstekens: '…'"),
        ("a: b: c", "mapping values are not allowed in this context", 4, "hier staat nog een dubbele punt met een spatie in dezelfde waarde", QUOTE),
        ("%YAML 9", "found incompatible YAML document", 0, "deze versie van YAML kent docgen niet", "haal de regel met %YAML weg"),
        ("a: b", "iets dat niemand kent", 3, "hier is de YAML niet te volgen", "controleer inspringing, dubbele punten en aanhalingstekens"),
    ],
)  # fmt: skip
def test_the_words_of_the_parser_are_told_in_dutch_where_it_stopped(line, problem, column, message, hint):
    assert explain(error(problem, (0, column)), [line], None) == Diagnosis(1, column + 1, message, hint)


def test_what_the_parser_notices_long_after_the_slip_is_told_where_it_began():
    found = explain(
        error("found unexpected end of stream", (2, 0), (0, 3), "while scanning a quoted scalar"),
        ["a: 'open", "b: 1", ""],
        None,
    )
    assert found == Diagnosis(1, 4, "dit aanhalingsteken wordt niet gesloten", "zet ook ' aan het eind van de waarde")


def test_a_bracket_that_is_not_closed_on_its_line_is_told_at_that_bracket():
    told = error("did not find expected ',' or '}'", (1, 1), (0, 3), "while parsing a flow mapping")
    assert explain(told, ["a: {b: x", "c: y"], None) == Diagnosis(
        1, 4, "deze { wordt niet gesloten", "zet er een } achter"
    )
    told = error("did not find expected ',' or '}'", (0, 11), (0, 3), "while parsing a flow mapping")
    found = explain(told, ["a: {b: 'x' 'y'}"], None)
    assert (found.line, found.column) == (1, 12)
    assert found.message == "deze waarden tussen { } kloppen niet: er mist een komma of }"


def test_a_comma_where_a_value_belongs_is_one_too_many_inside_brackets_and_else_no_value():
    told = error("did not find expected node content", (0, 6))
    assert explain(told, ["a: [x,, y]"], None, (1, 4)) == Diagnosis(
        1, 7, "hier staat een komma te veel", "haal de komma weg"
    )
    told = error("did not find expected node content", (0, 3))
    assert explain(told, ["a: , b"], None) == Diagnosis(1, 4, "een waarde mag niet met ‘,’ beginnen", QUOTE)


def test_what_is_to_be_seen_in_the_lines_goes_before_the_words_of_the_parser():
    told = error("could not find expected ':'", (1, 0), (0, 0), "while scanning a simple key")
    assert explain(told, ["titel:Proef", ""], None) == Diagnosis(
        1, 1, "na de dubbele punt hoort een spatie", "schrijf titel: Proef"
    )


def test_an_error_without_a_place_is_told_of_the_file():
    assert explain(error("iets dat niemand kent", None), ["a: b"], None).line == 0
