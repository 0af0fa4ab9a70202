"""What is said of a tag that is not understood, in Dutch."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.tags import messages
from tests.word.typecheck.templates import filled, refused, stopped
from tests.word_files import document


def paragraphs(*texts: str) -> bytes:
    return document("# Kop", *texts)


UNEQUAL = [
    (["{%p if x %}", "a", "b {% endif %}"], "{%p if x %}", "schrijf {%p endif %}"),
    (["{% if x %}a", "b", "{%p endif %}"], "{% if x %}a", "schrijf {% endif %}"),
    (["{%p if x %}", "a", "{% else %}", "b", "{%p endif %}"], "{%p if x %}", "schrijf {%p else %}"),
    (
        ["{%p for y in x %}", "{%p if y %}", "a", "{%p endif %}", "{% endfor %}"],
        "{%p for y in x %}",
        "schrijf {%p endfor %}",
    ),
    (["{%p set q %}", "a", "{% endset %}"], "{%p set q %}", "schrijf {%p endset %}"),
]


@pytest.mark.parametrize(("texts", "opening", "remedy"), UNEQUAL)
def test_a_block_that_ends_in_another_way_than_it_began_is_refused_at_its_opening(texts, opening, remedy):
    with pytest.raises(TemplateError) as caught:
        compile_template(paragraphs(*texts), "brief.docx")
    assert f"onder kop ‘Kop’, bij ‘{opening}’: " in str(caught.value) and remedy in str(caught.value)


def test_a_row_that_is_repeated_ends_with_a_row():
    rows = [["{%tr for a in x %}", ""], ["{{ a }}", "z"], ["{% endfor %}", ""]]
    with pytest.raises(
        TemplateError, match=r"bij ‘\{%tr for a in x %\}’: .*schrijf \{%tr endfor %\}, in een eigen rij"
    ):
        compile_template(document("# Kop", table=rows))


@pytest.mark.parametrize(
    "texts",
    [
        ["{%p if x %}", "a", "{%p else %}", "b", "{%p endif %}"], ["{% if x %}a", "b{% endif %}"], ["{%p for y in x %}", "{% if y %}a{% endif %}", "{%p set q = 1 %}", "{%p endfor %}"],
        ["{%p if x %}", "{# {% endif %} #}", "{%p endif %}"], ["{%p  if x %}", "a", "{%p endif %}"],
        ["{%p if x %}", "a", "{%p\u00a0endif %}"], ["{%p\u200b if x %}", "a", "{%p endif %}"], ["{% p if x %}", "a", "{%P endif %}"],
    ],
)  # fmt: skip
def test_a_block_that_ends_as_it_began_is_compiled(texts):
    assert compile_template(paragraphs(*texts)).parts


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


def test_a_function_that_a_template_may_not_call_is_told_in_dutch():
    def secret():
        return "x"

    secret.unsafe_callable = True
    assert "‘deze functie’ is in een sjabloon niet toegestaan" in stopped("{{ f() }}", f=secret)


def test_a_character_that_nobody_sees_stays_in_a_text():
    assert filled("{{ 'a\u00adb\u00a0c' }}{{ “d\u00ade” }}") == "a\u00adb\u00a0cd\u00ade"
