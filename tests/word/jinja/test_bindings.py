"""The names that a template gives a value itself, asked for where they do not hold."""

from __future__ import annotations

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.markup import VALUES, runs
from tests.word.paired import reference, with_notes
from tests.word_files import document, text_of


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
