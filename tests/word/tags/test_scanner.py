"""Where a tag begins and ends, whatever stands between quotes or is raw text."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.tags.scanner import Tag, Unclosed, hide, outside, tags_in, unhide
from tests.word.markup import VALUES, made
from tests.word_files import document, text_of


def test_what_is_raw_stays_as_it_is_written():
    raw = "{% raw %}{% endif %} {{ naam } «x»{% endraw %}"
    template = compile_template(document(f"a {raw} {{{{ naam }}}}"))
    assert text_of(template.render(VALUES)) == "a {% endif %} {{ naam } «x» GGD" and template.findings == ()


@pytest.mark.parametrize(
    "tag", ["{{ 'a}}b' }}", '{{ "{{" }}', "{{ 'a%}b' }}", "{{ naam ~ ‘}}’ }}", "{% if naam == 'a%}b' %}x{% endif %}", "{% if naam == “a}}b” %}x{% endif %}", "{{ '{#' }}", "{{ 'x' ~ '#}' }}"],
)  # fmt: skip
def test_brackets_of_a_tag_between_quotes_are_refused_with_how_to_write_them(tag):
    with pytest.raises(
        TemplateError, match=r'onder kop ‘Kop’, bij ‘.*tussen aanhalingstekens.*los van elkaar: "}" ~ "}"'
    ):
        compile_template(document("# Kop", tag))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ('{{ "{" }}', "{"),
        ("{{ '}' }}", "}"),
        ('{{ "}" ~ "}" }}', "}}"),
        ('{{ "{" ~ "%" }}', "{%"),
        ("{{ naam ~ '}' }} {{ naam }}", "GGD} GGD"),
    ],
)
def test_a_single_bracket_between_quotes_is_text(tag, text):
    assert made(document(tag)) == text


@pytest.mark.parametrize("tag", ["{{ naam }", "{{ 'a } en {{ 'b' }}", "{{ naam } zei ‘x’ }}"])
def test_a_tag_that_is_not_closed_is_not_blamed_on_quotes(tag):
    with pytest.raises(TemplateError) as refusal:
        compile_template(document(tag))
    assert "tussen aanhalingstekens in een tag" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a {{ x }} b {% if y %}c{# d #}", ["{{ x }}", "{% if y %}", "{# d #}"]),
        ("{{ {'a': {'b': 1}} }}}", ["{{ {'a': {'b': 1}} }}"]),
        ("{{ '}' ~ \"{\" }}", ["{{ '}' ~ \"{\" }}"]),
        ("{% if x == '%' %}", ["{% if x == '%' %}"]),
        ("{# {{ #}}}", ["{# {{ #}"]),
        ("{% raw %}{{ x }{% endraw %}{{ y }}", ["{% raw %}", "{% endraw %}", "{{ y }}"]),
        ("{ x } {_{ }_}", []),
    ],
)
def test_a_tag_ends_at_its_own_brackets(text, tags):
    found = list(tags_in(text))
    assert [tag.text for tag in found] == tags
    assert [text[tag.start : tag.end] for tag in found] == tags


@pytest.mark.parametrize(
    ("text", "at", "opener"),
    [("a {{ x }", 2, "{{"), ("{{ a %}", 0, "{{"), ("{% if x }}", 0, "{%"), ("x{# y", 1, "{#"), ("{% raw %}x", 0, "{% raw %}")],
)  # fmt: skip
def test_a_tag_that_does_not_end_is_told_by_where_it_opens(text, at, opener):
    with pytest.raises(Unclosed) as caught:
        list(tags_in(text))
    assert (caught.value.at, caught.value.opener) == (at, opener)


@pytest.mark.parametrize(
    ("text", "takes", "plain"),
    [
        ("{%p if x -%}", "p", "{% if x %}"),
        ("{%  TR for a in b %}", "tr", "{% for a in b %}"),
        ("{{r naam }}", "r", "{{ ( naam ) | _rich }}"),
        ("{#tc weg #}", "tc", "{# weg #}"),
        ("{{ p }}", "", "{{ p }}"),
        ("{% raw %}", "", "{% raw %}"),
    ],
)
def test_a_tag_knows_what_it_takes_and_what_it_is_without_that(text, takes, plain):
    tag = Tag(0, len(text), text)
    assert (tag.takes, tag.plain) == (takes, plain)
    assert (tag.is_printing, tag.is_comment) == (text[1] == "{", text[1] == "#")


def test_what_is_no_tag_stays_at_its_place_when_the_tags_are_blanked_out():
    text = "a {{ x }} b{% raw %}niets{% endraw %}c"
    assert outside(text, list(tags_in(text))) == "a" + " " * 9 + "b" + " " * 26 + "c"


def test_a_hidden_brace_comes_back_as_it_was():
    assert "{" not in hide("{a}") and unhide(hide("{a} {{ b }}")) == "{a} {{ b }}"
    assert unhide("a\ufdd2\nb") == "a\nb"
