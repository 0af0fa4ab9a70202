"""Filters of a caller: the same by both paths, and never more than plain data to plain data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import jinja2
import pytest
from docxtpl import RichText
from markupsafe import Markup

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from docgen.word.values.budget import MAX_TEXT
from tests.word_files import document, text_of

DATA = {"prijs": 5, "naam": "GGD & <Zn>", "rijen": [{"a": 1}, {"a": None}], "dag": date(2026, 2, 1), "leeg": None}


def both(text: str, draft: bool = False, **filters) -> str:
    """The text of a document with `DATA`, or what stops it: by the fast path, the same as by the reference path."""
    template = compile_template(document("# Kop", text), "brief.docx", filters=filters)
    by_jinja = replace(template, parts=tuple(replace(part, plain=None) for part in template.parts), _bound={})
    outcomes = []
    for one in (template, by_jinja):
        try:
            outcomes.append(one.render(DATA, draft=draft))
        except RenderError as stopped:
            outcomes.append(str(stopped))
    assert outcomes[0] == outcomes[1]
    return outcomes[0] if isinstance(outcomes[0], str) else text_of(outcomes[0]).removeprefix("Kop").strip()


@pytest.mark.parametrize(
    ("tag", "function", "shown"),
    [
        ("{{ prijs | eigen(2) }}", lambda value, by: value * by, "10"),
        ("{{ prijs | eigen(by=prijs) }}", lambda value, *, by: value * by, "25"),
        ("{{ naam | eigen }}", str.swapcase, "ggd & <zN>"),
        ("{{ naam | eigen | upper }}", lambda context: context[:3].lower(), "GGD"),
        ("{{ prijs | eigen | euro }}", lambda value: Decimal(value) * 100, "€\xa0500"),
        ("{{ dag | eigen | datum }}", lambda day: day.replace(month=3), "1\xa0maart 2026"),
        ("{% for rij in rijen | eigen %}{{ rij.n }} {% endfor %}", lambda rows: [{"n": len(rows)}] * 2, "2 2"),
        ("{{ rijen | map(attribute='a') | eigen }}", lambda values: len(values), "2"),
        ("{% if prijs | eigen %}ja{% endif %}", lambda value: value > 4, "ja"),
        ("{{ [1, 2] | map('eigen') | join(' ') }}", lambda value: value + 1, "2 3"),
        ("{% set n %}{{ naam }}{% endset %}{{ n | eigen }}", len, "10"),
    ],
)
def test_a_filter_of_the_caller_works_on_the_values_of_a_document(tag, function, shown):
    assert both(tag, eigen=function) == shown


def test_a_part_with_a_filter_of_the_caller_has_plain_code():
    template = compile_template(document("{{ prijs | eigen }}"), filters={"eigen": abs})
    assert [part.plain is not None for part in template.parts if part.name == "word/document.xml"] == [True]


def test_two_templates_with_filters_of_the_same_name_keep_their_own():
    text = document("{{ x | eigen }}{% macro m() %}{% endmacro %}")  # a macro is only for the reference path
    more, less = (
        compile_template(text, filters={"eigen": function}) for function in (lambda x: x * 2, lambda x: x // 2)
    )
    assert [text_of(made.render({"x": 8})).strip() for made in (more, less, more)] == ["16", "4", "16"]


# ---------------------------------------------------------------------------------------- what is absent is named


def test_an_absent_value_is_told_by_its_path_and_no_filter_is_asked():
    def never(value):
        raise AssertionError

    assert "‘leeg’ ontbreekt" in both("{{ leeg | eigen }}", eigen=never)
    assert "‘onbekend’ staat niet in de gegevens" in both("{{ onbekend | eigen }}", eigen=never)
    assert "‘onbekend’ staat niet in de gegevens" in both("{{ prijs | eigen(onbekend) }}", eigen=lambda a, b: never(a))
    assert "[ontbreekt: leeg]" in both("{{ leeg | eigen }}", draft=True, eigen=never)
    assert "[ontbreekt: onbekend]" in both("{{ onbekend | eigen }}", draft=True, eigen=never)


# ------------------------------------------------------------------- what cannot be a filter, and what calls it wrongly


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"upper": str.upper}, "‘upper’ bestaat al"),
        ({"euro": str}, "‘euro’ bestaat al"),
        ({"safe": str}, "‘safe’ bestaat al"),
        ({"_given": str}, "‘_given’ is geen naam"),
        ({"a b": str}, "‘a b’ is geen naam"),
        ({1: str}, "‘1’ is geen naam"),
        ({"eigen": "tekst"}, "‘eigen’ is geen functie"),
        ({"eigen": jinja2.pass_context(lambda context, value: value)}, "de omgeving van Jinja"),
        ({"eigen": jinja2.pass_environment(lambda env, value: value)}, "de omgeving van Jinja"),
    ],
)
def test_what_cannot_be_a_filter_is_refused(filters, message):
    with pytest.raises(TemplateError, match=message):
        compile_template(document("x"), filters=filters)


def test_a_filter_that_answers_later_is_refused():
    async def later(value):
        return value

    def bit_by_bit(value):
        yield value

    for function in (later, bit_by_bit):
        with pytest.raises(TemplateError, match="geeft zijn antwoord niet meteen"):
            compile_template(document("x"), filters={"eigen": function})


def test_a_wrong_call_is_found_when_the_template_is_compiled():
    for tag, message in (
        ("{{ x | eigen }}", "‘eigen’ mist hier een waarde"),
        ("{{ x | eigen(1, 2) }}", "te veel waarden"),
        ("{{ x | eigen(bij=1) }}", "kent ‘bij=’ niet"),
        ("{{ x | eign(1) }}", "‘eign’ bestaat niet; bedoel je ‘eigen’"),
    ):
        with pytest.raises(TemplateError, match=message):
            compile_template(document(tag), filters={"eigen": lambda value, by: value})


# ------------------------------------------------------------------------------------------------------- attacks


class Text(str):
    """A text that brings its own markup."""

    def __html__(self) -> str:
        return "<w:p/>"


class Thing:
    """Something that is no data."""

    def __str__(self) -> str:
        return "</w:t><w:t>"


def endless() -> Iterator[int]:
    while True:
        yield 1


def nested() -> list:
    made: list = []
    made.append(made)
    return made


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Markup("<w:p/>"), "iets van de soort ‘Markup’"),
        (Text("x"), "iets van de soort ‘Text’"),
        ([{"a": Markup("x")}], "iets van de soort ‘Markup’"),
        ({Markup("x"): 1}, "iets van de soort ‘Markup’"),
        (Thing(), "iets van de soort ‘Thing’"),
        (endless(), "iets van de soort ‘generator’"),
        (map(str, endless()), "iets van de soort ‘map’"),
        (b"x", "iets van de soort ‘bytes’"),
        (sys, "iets van de soort ‘module’"),
        (open, "een filter geeft een tekst, getal, datum"),
        (None, "geeft hier niets"),
        ("x" * (MAX_TEXT + 1), "geeft hier te veel"),
        (["x" * MAX_TEXT] * 2, "geeft hier te veel"),
        (1 << 100_000, "geeft hier te veel"),
        (nested(), "geeft hier te veel"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) or len(value) > 90 else value,
)
def test_a_filter_gives_plain_data_or_stops_the_document(answer, message):
    told = both("{{ prijs | eigen }}", eigen=lambda value: answer)
    assert told.startswith("sjabloon brief.docx, onder kop ‘Kop’") and message in told


@pytest.mark.parametrize(
    "error",
    [
        ValueError("€ 5"),
        KeyError("x"),
        SystemExit(3),
        GeneratorExit(),
        StopIteration(),
        RecursionError(),
        MemoryError(),
        jinja2.UndefinedError("x"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_filter_that_fails_is_named_with_its_place_and_without_the_value(error):
    def failing(value):
        raise error

    told = both("{{ prijs | eigen }}", eigen=failing)
    assert f"het filter ‘eigen’ stopt hier met {type(error).__name__}" in told and "€ 5" not in told


def test_who_interrupts_a_filter_interrupts_the_document():
    def interrupted(value):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compile_template(document("{{ prijs | eigen }}"), filters={"eigen": interrupted}).render(DATA)


def test_markup_in_an_answer_is_text():
    assert (
        both("a {{ prijs | eigen }} b", eigen=lambda value: "</w:t><w:p/> {{ naam }} &amp;")
        == "a </w:t><w:p/> {{ naam }} &amp; b"
    )


def test_a_filter_cannot_change_the_data_of_a_document():
    def spoiled(rows):
        rows[0]["a"] = "weg"
        rows.clear()
        return "x"

    assert both("{{ rijen | eigen }} {{ rijen[0].a }}", eigen=spoiled) == "x 1"
    assert DATA["rijen"] == [{"a": 1}, {"a": None}]


def test_an_answer_that_a_filter_changes_later_stays_as_it_was():
    kept: list = []

    def growing(value):
        kept.append(value)
        return kept

    assert (
        both("{% set a = prijs | eigen %}{% set b = prijs | eigen %}{{ a | length < b | length }}", eigen=growing)
        == "True"
    )


def test_a_filter_does_not_open_the_sandbox_for_its_tags():
    told = both("{{ (prijs | eigen).__class__ }}", eigen=lambda value: "x")
    assert "niet toegestaan" in told
    told = both("{{ (rijen | eigen).append(1) }}", eigen=lambda rows: rows)
    assert "niet toegestaan" in told


def test_markup_of_a_template_is_no_value_for_a_filter():
    template = "{% macro m() %}<w:t>x</w:t>{% endmacro %}{{ m() | eigen }}"
    assert both(template, eigen=lambda value: value) == "<w:t>x</w:t>"  # in Word that is text
    rich = RichText("vet", bold=True)
    made = compile_template(document("{{ rich | eigen }}"), "brief.docx", filters={"eigen": lambda value: value})
    with pytest.raises(RenderError, match="iets van de soort ‘RichText’"):
        made.render({"rich": rich})
