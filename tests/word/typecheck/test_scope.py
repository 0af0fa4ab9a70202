"""The names that a template gives a value itself: loops, `set` and macros, each where it holds and with what it takes."""

from __future__ import annotations

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.structure.test_ranges import reference, with_notes
from tests.word.tags.test_placement import VALUES, made, runs
from tests.word_files import document, text_of

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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ loop.index }}", "‘loop’ bestaat alleen binnen de herhaling {% for … %} … {% endfor %}; zet de tag daarbinnen"),
        ("{% if loop.first %}x{% endif %}", "‘loop’ bestaat alleen binnen de herhaling"),
        ("{% for rij in rijen %}{% endfor %}{{ rij.a }}", "‘rij’ bestaat alleen binnen de herhaling {% for rij in … %}"),
        ("{% for a, b in paren %}{% endfor %}{{ b | upper }}", "‘b’ bestaat alleen binnen de herhaling {% for a, b in … %}"),
        ("{% if not waar %}{% set keer = 1 %}{% endif %}{{ keer }}", "‘keer’ bestaat hier niet: {% set keer … %} staat verderop"),
        ("{% macro m(tekst) %}{% endmacro %}{{ tekst }}", "‘tekst’ bestaat alleen binnen de macro m; zet de tag daarbinnen"),
    ],
)  # fmt: skip
def test_a_name_of_the_template_itself_outside_where_it_holds_is_not_asked_of_the_data(text, message):
    template = compile_template(document("# Kop", text))
    with pytest.raises(RenderError) as refusal:
        template.render(VALUES | {"paren": [(1, 2)]})
    assert "onder kop ‘Kop’" in str(refusal.value) and message in str(refusal.value)
    assert "vul het in" not in str(refusal.value)


def test_a_name_that_the_data_have_as_well_is_theirs():
    template = compile_template(document("{% for rij in rijen %}{% endfor %}{{ rij.a }} {{ rij.b }}"))
    with pytest.raises(RenderError, match=r"‘rij\.b’ staat niet in de gegevens"):
        template.render(VALUES | {"rij": {"a": 1}})
    assert text_of(template.render(VALUES | {"rij": {"a": 1, "b": 2}})) == "1 2"


LOOP = "{% for taak in taken %}x{% set keer = 1 %}"
IN_LOOP = f"<w:p>{runs(LOOP)}{reference(1)}{runs('{% endfor %}')}</w:p>"


@pytest.mark.parametrize("name", ["taak.naam", "loop.index"])
def test_a_note_in_a_loop_that_asks_for_a_pass_of_it_is_refused_with_what_to_do(name, library):
    template = with_notes(IN_LOOP, n1=f"zie {{{{ {name} }}}}")
    message = r"in een voetnoot, bij ‘zie .*bestaat alleen in de tekst, binnen {% for taak in … %}; een noot.*één keer gevuld.*zet wat hier staat in de alinea zelf"
    with pytest.raises(TemplateError, match=message):
        compile_template(template, vocabulary=vocabulary_of(library.types["raadsvoorstel"], library))
    with pytest.raises(RenderError, match=message):
        compile_template(template).render({"taken": [{"naam": "x"}]})


def test_a_name_that_is_set_in_the_text_is_not_known_in_a_header():
    template = document("{% set keer = 1 %}{% macro m() %}{% endmacro %}", header="{{ keer }}")
    with pytest.raises(
        RenderError, match=r"in de koptekst, .*‘keer’ bestaat alleen in de tekst zelf; zet {% set keer = … %} ook hier"
    ):
        compile_template(template).render({})
