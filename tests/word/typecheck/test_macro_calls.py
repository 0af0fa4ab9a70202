"""A macro gets what it takes where it is called."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word.markup import made
from tests.word_files import document

MACRO = "{% macro kader(tekst, soort='x') %}{{ tekst }}{{ soort }}{% endmacro %}"


AROUND = "{% macro om() %}[{{ caller() }}]{% endmacro %}"


@pytest.mark.parametrize(
    ("macro", "call", "message"),
    [
        (MACRO, "{{ kader(1, 2, 3) }}", "‘kader’ krijgt hier te veel waarden.*geef tussen de haakjes: tekst, soort"),
        (MACRO, "{{ kader() }}", "‘kader’ mist hier een waarde voor ‘tekst’"),
        (MACRO, "{{ kader(soort=1) }}", "‘kader’ mist hier een waarde voor ‘tekst’"),
        (MACRO, "{{ kader(1, sort=2) }}", "‘kader’ kent ‘sort=’ niet; bedoel je ‘soort’"),
        (MACRO, "{{ kader(1, tekst=2) }}", "krijgt ‘tekst’ hier twee keer"),
        (MACRO, "{% if naam == 'x' %}{{ kader(1, 2, 3) }}{% endif %}", "te veel waarden"),
        (MACRO, "{{ kader(kader(), 2) }}", "mist hier een waarde"),
        ("{% macro leeg() %}x{% endmacro %}", "{{ leeg(1) }}", "laat de haakjes leeg"),
        (AROUND, "{{ om() }}", "schrijf {% call om"),
        (AROUND, "{% call om(1) %}x{% endcall %}", "‘om’ krijgt hier te veel"),
        (AROUND, "{% call(a) om() %}{{ a }}{% endcall %}", "caller.. in de macro ‘om’ mist hier een waarde voor ‘a’"),
        ("{% macro om() %}{{ caller(1) }}{% endmacro %}", "{% call om() %}x{% endcall %}", "caller.. in de macro ‘om’ krijgt hier te veel"),
        ("{% macro om() %}x{% endmacro %}", "{% call om() %}x{% endcall %}", "zet nergens {{ caller.. }} neer"),
    ],
)  # fmt: skip
def test_a_macro_that_gets_what_it_does_not_take_is_refused_where_it_is_called(macro, call, message):
    with pytest.raises(TemplateError, match=f"onder kop ‘Kop’, bij ‘{{.*{message}"):
        compile_template(document("# Kop", macro, call))


@pytest.mark.parametrize(
    ("macro", "call", "text"),
    [
        (MACRO, "{{ kader(1) }}", "1x"), (MACRO, "{{ kader(1, 2) }}", "12"), (MACRO, "{{ kader(soort=2, tekst=1) }}", "12"), (MACRO, "{{ kader(*[1, 2]) }}", "12"),
        ("{% macro m(a) %}{{ a | default('leeg') }}{% endmacro %}", "{{ m() }}", "leeg"), ("{% macro m(a) %}{% if a is defined %}x{% endif %}y{% endmacro %}", "{{ m() }}", "y"),
        ("{% macro m() %}{{ varargs | length }}{{ kwargs | length }}{% endmacro %}", "{{ m(1, 2, b=3) }}", "21"), (AROUND, "{% call om() %}x{% endcall %}", "[x]"),
        ("{% macro om() %}{% if caller is defined %}{{ caller() }}{% endif %}y{% endmacro %}", "{{ om() }}", "y"), ("{% macro om() %}{{ caller(2) }}{% endmacro %}", "{% call(a) om() %}x{{ a }}{% endcall %}", "x2"),
        ("{% macro kader(a, b, c) %}{{ c }}{% endmacro %}", "{{ kader(1, 2, 3) }}" + MACRO, "3"),
    ],
)  # fmt: skip
def test_a_macro_that_gets_what_it_takes_is_let_be(macro, call, text):
    assert made(document(macro, call)).strip() == text
