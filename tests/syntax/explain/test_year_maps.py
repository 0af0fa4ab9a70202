"""Amounts per year that are not written as {2028: 12500, 2029: 12500}: what the line should be."""

from __future__ import annotations

import pytest

from docgen.syntax.explain.context import Diagnosis, ErrorContext, unknown_outline
from docgen.syntax.explain.year_maps import MESSAGE, columns, diagnose, line, pairs

COMMA, COLON, KEY = "did not find expected ',' or '}'", "mapping values are not allowed", "did not find expected key"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2028: 5; 2029: € 6.000,-", [("2028", "5"), ("2029", "6000")]),
        ("{2028=5 2029=6}", [("2028", "5"), ("2029", "6")]),
        ("2028 – 5 en 2029 – 6", [("2028", "5"), ("2029", "6")]),
        ("'28: 5", [("2028", "5")]),
        ("rijder: 5, bus = 6", [("rijder", "5"), ("bus", "6")]),
        ("2028: 12.500", [("2028", "")]),
        ("2028: 5 en nog wat", []),
        ("2028: 15%", []),
        ("2028: 5 mln", []),
        ("", []),
    ],
)
def test_years_and_figures_are_found_in_a_text_that_holds_nothing_else(text, found):
    assert pairs(text) == found


def test_a_row_of_years_above_a_row_of_figures_are_pairs():
    assert columns("2028;2029 12500;13.000,-") == [("2028", "12500"), ("2029", "13000")]
    assert columns("2028\t5") == [("2028", "5")]
    assert columns("2028 2029 5") == columns("a b 5 6") == columns("") == []


def test_the_line_to_write_has_the_figures_of_the_writer():
    assert line("bedragen", "2028: 5; 2029: 6") == "schrijf bedragen: {2028: 5, 2029: 6}"
    assert line("bedragen", "{2028: 5} (excl. btw)") == "schrijf bedragen: {2028: 5}"
    assert line("uren", "2028;2029 5;6") == "schrijf uren: {2028: 5, 2029: 6}"


@pytest.mark.parametrize(
    "text", ["2028: 12.500", "2028: 5, 2028: 6", "veel", ", ".join(f"{year}: 12500" for year in range(2020, 2032))]
)
def test_there_is_no_line_to_write_when_a_figure_is_not_certain_or_it_would_be_too_long(text):
    assert line("bedragen", text) == ""


@pytest.mark.parametrize(
    ("text", "column", "words", "found"),
    [
        ("bedragen: {2028: 5 2029: 6}", 20, COMMA, (11, MESSAGE, "schrijf bedragen: {2028: 5, 2029: 6}")),
        ("bedragen: {2028: 12.500 2029: 6}", 25, COMMA, (11, MESSAGE, "zet alles tussen { }, met komma’s ertussen: bedragen: {2028: …, 2029: …}")),
        ("bedragen: {{2028: 5}", 20, COMMA, (11, "hier staat een { te veel", "schrijf bedragen: {2028: 5}")),
        ("bedragen: {2028: 5} excl. btw", 21, KEY, (21, "na de } hoort niets meer te staan: ‘excl. btw’", "haal het weg; een toelichting hoort in een tekstveld")),
        ("  bedragen: 2028: 5, 2029: 6", 17, COLON, (13, MESSAGE, "schrijf bedragen: {2028: 5, 2029: 6}")),
    ],
)  # fmt: skip
def test_a_line_with_years_and_amounts_is_told_with_what_it_should_be(text, column, words, found):
    assert diagnose(ErrorContext([text], 1, column, words, None)) == Diagnosis(1, *found)


def test_a_line_that_holds_something_else_is_left_to_others():
    for text in ("titel: Plan: een", "2028: 5", "bedragen: 12.500"):
        assert diagnose(ErrorContext([text], 1, 9, COLON, None)) is None
    assert diagnose(ErrorContext(["bedragen: 2028: 5"], 1, 15, "while scanning a tag", None)) is None


def test_a_line_that_is_as_it_should_be_is_not_what_is_wrong():
    lines = ["voor: [P02", "bedragen: {2028: 5, 2029: 6}"]
    assert diagnose(ErrorContext(lines, 2, 9, "did not find expected ',' or ']'", None)) is None


def test_only_a_part_holds_years():
    def text(_names):
        return "text", ()

    def roles(_names):
        return "dict", ("rijder",)

    for outline, is_told in ((unknown_outline, True), (text, False), (roles, False)):
        found = diagnose(ErrorContext(["kern: 2028: 5, 2029: 6"], 1, 11, COLON, None, outline))
        assert (found is not None) == is_told
