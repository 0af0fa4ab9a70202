"""Quotes that open or close where they should not."""

from __future__ import annotations

import pytest

from docgen.syntax.explain.context import QUOTE, Diagnosis, ErrorContext, LastScalar
from docgen.syntax.explain.quotes import apostrophe, open_quote, runs_on, text_after_value

APOSTROPHE = "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens"


def context(lines, line, column, last=None, words=""):
    return ErrorContext(lines, line, column, words, last and LastScalar(*last))


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("a: 's-Graveland", 4, 'schrijf "\'s-Graveland"'),
        ("a: {b: 't Hof, c: 1}", 8, 'schrijf "\'t Hof"'),
        ('a: \'s avonds "laat"', 4, "schrijf ’ in plaats van ' aan het begin"),
        ("a: 's " + "o" * 120, 4, 'zet een " voor en achter de hele waarde'),
    ],
)
def test_a_value_that_begins_with_an_apostrophe_is_shown_between_double_quotes(line, column, hint):
    assert apostrophe(context([line], 1, column)) == Diagnosis(1, column, APOSTROPHE, hint)


def test_an_apostrophe_is_looked_for_where_the_last_quoted_text_began_and_no_farther_than_one_line_up():
    lines = ["a: 's-Graveland en 's", "b: 1", "c: 2"]
    assert apostrophe(context(lines, 2, 1, (1, 4, 1, 20, "'"))).line == 1
    assert apostrophe(context(lines, 3, 1, (1, 4, 1, 20, "'"))) is None


def test_a_quote_around_a_word_is_no_apostrophe():
    assert apostrophe(context(["a: 'Plan"], 1, 4)) is None
    assert apostrophe(context(["a: 'stad"], 1, 4)) is None


def test_a_quote_that_is_never_closed_is_told_where_it_opens():
    words = "while scanning a quoted scalar found unexpected end of stream"
    assert open_quote(context(['a: "open'], 1, 4, words=words)) == Diagnosis(
        1, 4, "dit aanhalingsteken wordt niet gesloten", 'zet ook " aan het eind van de waarde'
    )
    assert open_quote(context(['a: "open'], 1, 4, words="did not find expected key")) is None


def test_a_quote_that_a_later_one_closes_is_told_where_it_opens():
    lines = ["a: 'Proef", "b: 'tekst'"]
    assert runs_on(context(lines, 2, 5, (1, 4, 2, 5, "'"))) == Diagnosis(
        1, 4, "het aanhalingsteken dat hier opent, sluit pas op regel 2",
        "zet het sluitende aanhalingsteken aan het eind van deze waarde",
    )  # fmt: skip


def test_a_quote_that_is_closed_on_its_line_or_ends_its_value_does_not_run_on():
    assert runs_on(context(["a: 'Plan' van"], 1, 11, (1, 4, 1, 10, "'"))) is None
    assert runs_on(context(["a: 'Plan", "  twee'", "c"], 2, 8, (1, 4, 2, 8, "'"))) is None
    assert runs_on(context(["a: 'Plan' van"], 1, 11)) is None


@pytest.mark.parametrize(
    ("line", "end", "style", "column", "message", "hint"),
    [
        ("a: 'Plan' van de wijk", 10, "'", 10, "na het sluitende aanhalingsteken staat nog tekst: ‘van de wijk’", "schrijf \"'Plan' van de wijk\""),
        ("a: 'De foto's'", 13, "'", 13, "na het sluitende aanhalingsteken staat nog tekst: ‘s'’", 'schrijf "De foto\'s"'),
        ("a: 'zei \"ja\"' wel", 14, "'", 14, "na het sluitende aanhalingsteken staat nog tekst: ‘wel’", "verdubbel een apostrof binnen de tekst (foto''s), of gebruik dubbele aanhalingstekens"),
        ("a: \"foto's\" wel", 12, '"', 12, "na het sluitende aanhalingsteken staat nog tekst: ‘wel’", "zet de hele waarde tussen enkele aanhalingstekens: '…'"),
        ("a: 'x',", 7, "'", 7, "na deze waarde hoort geen komma", "haal de komma weg"),
        ("a: [x] y", 7, "[", 4, "een waarde die met [ of { begint, moet daar ook mee eindigen", QUOTE),
    ],
)  # fmt: skip
def test_what_stands_behind_a_closed_value_is_told_with_the_whole_value_in_quotes(
    line, end, style, column, message, hint
):
    assert text_after_value(context([line], 1, end, (1, 4, 1, end, style))) == Diagnosis(1, column, message, hint)


def test_a_comment_or_a_colon_may_stand_behind_a_value_and_a_comma_between_brackets():
    for line in ("a: 'x' # y", "a: 'x': y", "a: 'x'", "a: 'x'}"):
        assert text_after_value(context([line], 1, 7, (1, 4, 1, 7, "'"))) is None
    assert text_after_value(context(["- 'x', y"], 1, 7, (1, 3, 1, 6, "'"), "did not find expected ',' or ']'")) is None
