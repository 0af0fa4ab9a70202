"""What is said of a tag that is not understood, in Dutch."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.tags import messages
from tests.word.single_tag import refused
from tests.word_files import document

SYNTAX = {
    "{% If a %}x{% endif %}": "de tag ‘If’ bestaat niet; bedoel je ‘if’?",
    "{% end if %}": "het eind schrijft u als één woord: {% endif %}",
    "{% for a in b %}x{% end %}": "het eind schrijft u als één woord: {% endfor %}",
    "{% do x() %}": "de tag ‘do’ bestaat niet",
    "{% endif %}": "hoort bij een begin dat ontbreekt",
    "{% for x in l %}{% endif %}": "‘endif’ past hier niet: eerst moet ‘for’ worden gesloten",
    "{% if a %}": "‘endif’ ontbreekt",
    "{% %}": "ontbreekt wat de tag doet",
    "{{ }}": "ontbreekt de naam van een veld",
    "{{ a. }}": "achter de punt ontbreekt",
    "{{ a[ }}": "eerst moet ] erbij",
    "{{ a) }}": "staat ) verkeerd",
    "{{ f(a=1, 2) }}": "eerst waarden, dan naam=waarde",
    "{% set 'a' = 1 %}": "een naam van uzelf",
    "{% for loop in l %}{% endfor %}": "anders dan loop",
    "{{ a is defined is string }}": "na is kan één toets",
    "{% call x %}{% endcall %}": "een macro met haakjes",
    "{% macro m(a=1, b) %}{% endmacro %}": "zet ze ervoor",
    "{% macro m(caller) %}{{ caller() }}{% endmacro %}": "geef het een andere naam",
    "{% block a-b %}{% endblock %}": "alleen letters, cijfers en lage streepjes",
    "{% block x %}{% endblock %}{% block x %}{% endblock %}": "geef elk een eigen naam",
    "{{ '\\x' }}": "staat een \\ verkeerd",
    "{{ a b }}": "hier verwacht ik }}, maar er staat b",
    "{% if a = 1 %}x{% endif %}": "om te vergelijken schrijft u == en niet =",
    "{{ a | }}": "hier verwacht ik een naam, maar er staat }}",
    "{{ 'abc }}": "een tekst tussen aanhalingstekens is niet gesloten",
    "{{ a – 1 }}": "een gedachtestreepje kan niet in een tag; typ een minteken (-)",
    "{{ a ≥ 1 }}": "typ >=",
    "{{ a & b }}": "typ and",
    "{{ a € b }}": "het teken € kan niet in een tag",
    "{{ a \u2028 b }}": "maar er staat b",
    "{{ a \x85 b }}": "maar er staat b",
}  # fmt: skip


ENGLISH = re.compile(
    r"\b(?:unexpected|expected|token|got|block|statement|template|tag name|the|innermost|Jinja|found|char at|cannot|argument)\b"
)


@pytest.mark.parametrize(("tag", "said"), SYNTAX.items())
def test_a_tag_that_cannot_be_read_is_told_in_dutch(tag, said):
    message = refused(tag, None)
    assert said in message
    assert not ENGLISH.search(message.replace(tag, "").partition("’: ")[2])


def messages_of_jinja():
    """Every sentence with which Jinja refuses a template, from its own source."""
    values = {"{type_name}": "filter", "{pos}": "5", "{data}": ")", "{expected_op}": "]"}
    for module in (jinja2.parser, jinja2.lexer, jinja2.compiler):
        text = Path(module.__file__).read_text(encoding="utf-8")
        for found in re.finditer(
            r"(?:\.fail|TemplateSyntaxError|Failure)\(\s*((?:f?(?:\"[^\"]+\"|'[^']+')\s*)+)", text
        ):
            sentence = "".join(
                one or two for one, two in re.findall(r"\"([^\"]*)\"|'([^']*)'(?![^\"]*\"\s*$)", found[1])
            )
            for name, value in values.items():
                sentence = sentence.replace(name, value)
            yield re.sub(r"\{[^}]*!r\}", "'x'", sentence)


def test_every_message_of_jinja_has_a_dutch_one():
    found = [message for message in messages_of_jinja() if message.strip()]
    assert len(found) > 20
    general = messages.message_of("iets wat niemand kent")
    assert [message for message in found if messages.message_of(message) == general] == []
    assert not ENGLISH.search(general)


@pytest.mark.parametrize(
    "tag", ["{{ a }", "{{ 1 + }}", "{{ a.b. }}", "{% if a = 1 %}x{% endif %}", '{{ "abc }}', "{{ a | }}", "{% for x %}{% endfor %}"]
)  # fmt: skip
def test_a_slip_in_a_tag_is_named_in_dutch_with_the_words_around_it(tag):
    with pytest.raises(TemplateError) as refused:
        compile_template(document(tag))
    assert f"bij ‘{tag}" in str(refused.value)
    assert not re.search(r"xpect|statement|token|default|end of", str(refused.value))
