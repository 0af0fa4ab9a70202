"""The limits that are put into a parsed template, and what may not stand in one at all."""

from __future__ import annotations

import pytest
from jinja2 import nodes
from jinja2.exceptions import SecurityError

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.jinja.metering import instrumented
from docgen.word.jinja.renderer import environment
from tests.word.markup import render
from tests.word_files import document, text_of


def test_raw_xml_in_a_value_stays_text_also_with_safe():
    assert text_of(compile_template(document("{{ v | safe }}")).render({"v": "<w:p/>"})) == "<w:p/>"
    with pytest.raises(TemplateError, match="autoescape"):
        compile_template(document("{% autoescape false %}{{ v }}{% endautoescape %}"))


def test_an_if_without_else_is_empty_when_it_does_not_hold():
    assert text_of(render(document("a{{ 'x' if waar }}b"), waar=False)) == "ab"


def limited(text: str) -> nodes.Template:
    return instrumented(environment(False).parse(text))


def names_of(tree: nodes.Template, kind: type) -> list[str]:
    return [node.name for node in tree.find_all(kind)]


@pytest.mark.parametrize(
    "tag", ["{% include 'x' %}", "{% import 'x' as y %}", "{% from 'x' import y %}", "{% extends 'x' %}"]
)
def test_a_tag_that_asks_for_another_file_is_refused(tag):
    with pytest.raises(SecurityError, match="een sjabloon kan geen andere bestanden invoegen"):
        limited(tag)


def test_a_template_cannot_switch_off_that_values_are_escaped():
    with pytest.raises(SecurityError, match="een sjabloon kan autoescape niet uitzetten"):
        limited("{% autoescape false %}{{ a }}{% endautoescape %}")


def test_a_loop_is_counted_under_the_name_of_what_it_goes_through():
    (loop,) = limited("{% for r in partij.rijen %}{% endfor %}").find_all(nodes.For)
    assert (loop.iter.name, loop.iter.args[0].value) == ("_counted", "partij.rijen")


def test_a_text_that_is_put_together_is_bounded():
    assert names_of(limited("{{ a ~ b }}"), nodes.Filter).count("_bounded") == 2
    assert names_of(limited("{% set x %}a{% endset %}"), nodes.Filter) == ["_bounded"]


@pytest.mark.parametrize(
    ("comparison", "test"),
    [("a == b", "_eq"), ("a != b", "_ne"), ("a in b", "_in"), ("a not in b", "_notin"), ('a == "s’en"', "_eq")],
)
def test_a_comparison_in_which_both_sides_can_have_an_apostrophe_takes_them_for_the_same(comparison, test):
    assert names_of(limited(f"{{{{ {comparison} }}}}"), nodes.Test) == [test]


@pytest.mark.parametrize("comparison", ["a == 'x'", "a < b", "a == 1", "a in ['x', 'y']"])
def test_a_comparison_with_a_plain_literal_stays_as_it_is(comparison):
    assert names_of(limited(f"{{{{ {comparison} }}}}"), nodes.Test) == []


def test_a_difference_of_two_names_may_be_one_name_with_a_hyphen():
    (minus,) = limited("{{ partner-naam }}").find_all(nodes.Filter)
    assert (minus.name, minus.args[1].value) == ("_minus", "partner-naam")
    assert names_of(limited("{{ a - 1 }}"), nodes.Filter) == []
