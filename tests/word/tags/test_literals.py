"""Quotes and apostrophes in a tag, as Word writes them."""

from __future__ import annotations

import pytest

from tests.word.markup import render
from tests.word.single_tag import filled, refused
from tests.word_files import document, text_of

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


HIDDEN = [
    "{{ na\u00adam }}",
    "{{ \u200bnaam\ufeff }}",
    "{{\u00a0naam\u00a0}}",
    "{{ \u202enaam\u202c }}",
    "{%\u00a0if\u00a0naam %}N{% endif %}",
    "{{ naam\u200d | upper }}",
]


@pytest.mark.parametrize("tag", HIDDEN)
def test_a_character_that_nobody_sees_does_no_harm_in_a_tag(tag):
    assert filled(tag, naam="N") == "N"


def test_a_character_that_nobody_sees_stays_in_a_text():
    assert filled("{{ 'a\u00adb\u00a0c' }}{{ “d\u00ade” }}") == "a\u00adb\u00a0cd\u00ade"


@pytest.mark.parametrize("quotes", ["‘ja’", "“ja”", "„ja”", "'ja'"])
def test_quotes_that_word_made_curly_work_in_tags(quotes):
    made = render(document(f"{{% if naam == {quotes} %}}gelijk{{% endif %}}"), naam="ja")
    assert "gelijk" in text_of(made)
