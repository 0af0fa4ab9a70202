"""Quotes and apostrophes in a tag, as Word writes them."""

from __future__ import annotations

import jinja2
import pytest

from docgen.library.library import open_library
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.typecheck.templates import filled, refused

QUOTED = {
    '{{ "programma’s" }}': "programma’s",
    "{{ ‘programma’s’ }}": "programma’s",
    "{{ “programma’s” }}": "programma’s",
    "{{ 'programma’s' }}": "programma’s",
    "{{ „hij zei ‘ja’” }}": "hij zei ‘ja’",
    '{{ “hij zei "ja" tegen” }}': 'hij zei "ja" tegen',
    "{{ ‘a’ if a else ‘b’ }}": "a",
    "{{ 'a’ if a else ‘b' }}": "a",
    "{{ ‘de programma’s’ if a else ‘b’s’ }}": "de programma’s",
    "{{ ‘de huizen’ en zo’ }}": "de huizen’ en zo",
    "{{ «abc» ~ ″d″ ~ ´e` ~ ‚f‘ }}": "abcdef",
    '{{ ‘it"s’ }}': 'it"s',
    "{{ l | join(‘, ’) }}": "x, y",
    "{{ {‘a’: ‘b’}[‘a’] }}": "b",
    "{{ '’' }}{{ “’” }}{{ ‘’’ }}": "’’’",
    '{{ "a\\"b" }} “buiten” ‘x’': 'a"b “buiten” ‘x’',
    "{{ ‘’ }}{{ “” }}x": "x",
    "{% set t = ‘één’ %}{{ t }}": "één",
    "{% for x in [‘a’, ‘b’s’] %}{{ x }};{% endfor %}": "a;b’s;",
    "{{ ‘a’ ~ l[0] ~ “b” }}": "axb",
    "{{ 'programma’s' ~ \"'s\" }}": "programma’s's",
}


@pytest.mark.parametrize(("tag", "text"), QUOTED.items())
def test_quotes_around_a_literal_may_be_of_any_kind_and_what_is_inside_is_printed_as_written(tag, text):
    assert filled(tag, a=1, l=["x", "y"]) == text


def test_a_quote_that_is_not_closed_is_told():
    assert "een tekst tussen aanhalingstekens is niet gesloten" in refused("{{ ‘s avonds }}", None)


CURLED, TYPED = "programma’s", "programma's"


EQUAL = {
    "x == “programma’s”": True, "y == “programma’s”": True, "y == ‘programma's’": True, "x == y": True, "x != y": False, "x in [y]": True, "y not in l": False, "x in m": True, "y in (z ~ x)": True,
    "x is eq y": True, "x is ne y": False, "x is in [y]": True, "x == 'programma'": False, "x in ['a', y, 'b']": True, "x == y == x": True, "y in l | map('lower')": True, "x == 1": False, "x in {}": False,
    "m[y] == 1": True, "m[“programma's”] == 1": True, "“a's” in x": True, "z == 'z'": True, "none == x": False, "x == none": False, "[x] == [x]": True,
}  # fmt: skip


@pytest.mark.parametrize(("comparison", "holds"), EQUAL.items())
def test_the_two_apostrophes_are_equal_in_a_comparison(comparison, holds):
    tag = f"{{{{ 'ja' if {comparison} else 'nee' }}}}"
    for one, two in ((CURLED, TYPED), (TYPED, CURLED)):
        data = {"x": one, "y": two, "l": [one], "m": {one: 1}, "z": "z"}
        assert filled(tag, **data) == ("ja" if holds else "nee")


def test_the_two_apostrophes_are_equal_when_rows_are_chosen_or_grouped():
    rows = [{"n": CURLED, "k": 1}, {"n": "z", "k": 2}, {"n": TYPED, "k": 3}]
    assert (
        filled("{{ r | selectattr('n', 'equalto', \"programma's\") | map(attribute='k') | join(',') }}", r=rows)
        == "1,3"
    )
    assert filled("{{ r | rejectattr('n', 'in', [“programma’s”]) | map(attribute='k') | join(',') }}", r=rows) == "2"
    assert filled("{{ r | selectattr('n', 'ne', t) | map(attribute='k') | join(',') }}", r=rows, t=TYPED) == "2"
    assert (
        filled("{% for g in r | groupby('n') %}{{ g.grouper }}={{ g.list | length }};{% endfor %}", r=rows)
        == f"{CURLED}=2;z=1;"
    )
    assert (
        filled("{% for g, own in r | groupby('n') %}{{ g }}={{ own | length }};{% endfor %}", r=rows[1:])
        == f"{TYPED}=1;z=1;"
    )


def test_groups_are_as_those_of_jinja():
    rows = [{"s": "b", "n": 1}, {"s": "A", "n": 2}, {"s": "a", "n": 3}, {"n": 4}]
    tag = "{%% for g, own in r | groupby(%s) %%}{{ g }}:{{ own | map(attribute='n') | join(',') }};{%% endfor %%}"
    for arguments in ("'s', default='b'", "'s', 'c', true", "'s', case_sensitive=true, default='Z'", "'n'"):
        wanted = jinja2.Environment().from_string(tag % arguments).render(r=rows)
        assert filled(tag % arguments, r=rows) == wanted


def test_a_comparison_with_a_choice_takes_the_apostrophes_for_the_same(tmp_path):
    (tmp_path / "schemas").mkdir()
    schema = 'titel: Brief\nsectie: brief\nschema:\n  brief: {type: dict, schema: {soort: {type: string, allowed: ["programma\'s", los]}}}\n'
    (tmp_path / "schemas" / "brief.yaml").write_text(schema, encoding="utf-8")
    own = open_library(tmp_path)
    assert refused("{% if brief.soort == “programma’s” %}x{% endif %}", vocabulary_of(own.types["brief"], own)) == ""
