"""A part filled by Jinja: what went wrong in a tag is said in Dutch, at its place."""

from __future__ import annotations

import pytest

from docgen.errors import RenderError
from docgen.word.jinja.metering import instrumented
from docgen.word.jinja.renderer import SOURCE_NAME, TagError, bound, environment, fill, of_own_name
from tests.word.markup import render
from tests.word_files import document


def test_a_calculation_that_fails_names_its_place():
    with pytest.raises(RenderError, match=r"onder kop ‘Geld’.*door nul gedeeld"):
        render(document("# Geld", "{{ 1 / nul }}"), nul=0)


def filled(source: str, draft: bool = False, **context) -> str:
    env = environment(False)
    return fill(bound(env.compile(instrumented(env.parse(source)), filename=SOURCE_NAME), draft), context)


def test_a_part_is_filled_with_escaped_values():
    assert filled("<w:t>{{ naam }}</w:t>", naam="A & B") == "<w:t>A &amp; B</w:t>"


def test_a_tag_that_fails_is_told_with_its_line_and_the_last_word_of_its_path():
    with pytest.raises(TagError, match=r"‘partij\.naam’ ontbreekt in het dossier; vul het in") as caught:
        filled("een\ntwee\n{{ partij.naam }}", partij={"naam": None})
    assert (caught.value.line, caught.value.near) == (3, "naam")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ 1 / nul }}", "hier wordt door nul gedeeld"),
        ("{{ weg }}", "‘weg’ staat niet in de gegevens; vul het in of verbeter de naam in de tag"),
        ("{{ lijst }}", "‘lijst’ is een lijst of groep velden; noem een veld, of gebruik | opsomming"),
        ("{{ 'a' * 10 ** 9 }}", "het sjabloon vraagt te veel rekenwerk of geheugen"),
        ("{{ cycler(1) }}", "‘cycler’ bestaat niet in een sjabloon van docgen; wissel af met"),
        ("{{ naam + 1 }}", "deze bewerking lukt niet met de waarde uit het dossier"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "een macro roept zichzelf eindeloos aan"),
    ],
)  # fmt: skip
def test_whatever_stops_a_tag_is_said_in_dutch(tag, said):
    with pytest.raises(TagError) as caught:
        filled(tag, nul=0, lijst=[1], naam="x")
    assert str(caught.value).startswith(said)


def test_in_a_draft_the_same_code_goes_on():
    assert filled("a {{ weg }} b", draft=True) == "a [ontbreekt: weg] b"


def test_a_name_of_the_template_itself_is_told_apart_from_one_that_the_data_lack():
    source = "{% for r in rijen %}{% endfor %}{{ r }}"
    with pytest.raises(TagError) as caught:
        filled(source, rijen=[])
    assert of_own_name(caught.value, source, source, {"rijen": []}).startswith("‘r’ bestaat alleen binnen de herhaling")
    assert of_own_name(caught.value, source, source, {"r": 1}) == ""
    assert of_own_name(caught.value, "{{ r }}", "{{ r }}", {}) == ""
