"""How the code of a template prints a value, and what it calls the value when it cannot."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from docgen.errors import RenderError
from docgen.word.jinja.codegen import expression_path, print_value
from docgen.word.jinja.undefined import MissingValue
from docgen.word.values.render_state import CURRENT, RenderState
from tests.word.markup import render
from tests.word_files import document, text_of


@pytest.mark.parametrize("tag", ["{{ none }}", "{{ [1, 2] }}", "{{ {'a': 1} }}", "{{ (1, 2) }}"])
def test_a_literal_that_is_no_text_is_not_printed(tag):
    with pytest.raises(RenderError, match="onder kop ‘Kop’"):
        render(document("# Kop", tag))


@pytest.mark.parametrize(
    ("value", "printed"),
    [("A & B <'\">", "A &amp; B &lt;&#39;&#34;&gt;"), ("gewoon", "gewoon"), (12, "12"), (True, "True")],
)
def test_a_value_is_printed_as_the_text_of_a_part(value, printed):
    assert print_value(value, "x") == printed


def test_a_value_that_is_nothing_is_named_by_its_expression():
    with pytest.raises(MissingValue, match=r"^partij\.naam$"):
        print_value(None, "partij.naam")


@pytest.mark.parametrize(("value", "needs_care"), [("één — €", False), ("a\nb", True), ("a\x01b", True)])
def test_a_sign_that_is_more_than_ordinary_text_asks_for_care(value, needs_care):
    asked = RenderState({})
    token = CURRENT.set(asked)
    try:
        print_value(value, "x")
    finally:
        CURRENT.reset(token)
    assert asked.needs_care is needs_care


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("a", "a"),
        ("partij.adres.straat", "partij.adres.straat"),
        ("rijen[0].naam", "rijen[0].naam"),
        ("namen[sleutel]", "namen[sleutel]"),
        ("partij.naam | upper | trim", "partij.naam"),
        ("naam.upper()", "naam.upper"),
        ("'vast'", "vast"),
    ],
)
def test_an_expression_is_called_by_its_path_without_filters_and_calls(tag, path):
    output = next(Environment().parse(f"{{{{ {tag} }}}}").find_all(nodes.Output))
    assert expression_path(output.nodes[0]) == path


def test_a_field_of_a_section_is_looked_up_in_it_and_missed_by_its_name():
    assert text_of(render(document("{{ p.keys }} {{ p.naam }}"), p={"keys": "veld", "naam": "N"})) == "veld N"
    with pytest.raises(RenderError, match=r"‘p\.naamm’ staat niet in de gegevens; bedoel je ‘naam’\?"):
        render(document("{{ p.naamm }}"), p={"naam": "N"})
