"""A value that is not there stops a document with its name, and shows itself in a draft; it is never printed as something."""

from __future__ import annotations

import jinja2
import pytest

from docgen.errors import DocgenError, RenderError
from docgen.word.compiler import compile_template
from tests.word.markup import render
from tests.word.single_tag import NOTHING, filled, stopped
from tests.word_files import document, text_of


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a | upper }}", "{{ a | string }}", "{{ a | int }}", "{{ a | trim }}", "{{ 'x' ~ a }}", "{{ '%s' % a }}", "{{ '%s %s' % (1, a) }}", "{{ '{}'.format(a) }}",
        "{{ '%s' | format(a) }}", "{{ lijst | join(', ') }}", "{{ lijst | opsomming }}", "{{ lijst | map('string') | join }}",
        "{{ lijst }}", "{{ o }}", "{{ o.keys }}", "{{ range }}", "{{ lijst | map('upper') }}", "{% for x in a %}{% endfor %}",
    ],
)  # fmt: skip
def test_nothing_is_never_printed_as_something(tag):
    with pytest.raises(RenderError, match="onder kop ‘Kop’"):
        render(document("# Kop", f"x {tag}"), **NOTHING)


CASES = {
    "{{ naam }}": "naam",
    "{{ partij.adres }}": "partij.adres",
    "{{ partij.adres.straat }}": "partij.adres",
    "{{ partij.leeg }}": "partij.leeg",
    "{{ partij.leeg | euro }}": "partij.leeg",
    "{{ nergens | datum }}": "nergens",
    "{{ nergens | upper }}": "nergens",
    "{% if nergens %}x{% endif %}": "nergens",
    "{% for x in partij.lijst %}{% endfor %}": "partij.lijst",
    "{% for r in rijen %}{{ r.naam }}{% endfor %}": "rijen[tweede].naam",
    "{% for r in rijen %}{{ r.weg }}{% endfor %}": "rijen[eerste].weg",
    "{{ nergens + 1 }}": "nergens",
    "{% macro m(v) %}{{ v.adres }}{% endmacro %}{{ m(partij) }}": "partij.adres",
}


EMPTY = ("partij.leeg", "rijen[tweede].naam")  # there, and not filled in


@pytest.mark.parametrize(("tag", "path"), CASES.items())
def test_a_missing_value_is_an_error_that_names_template_heading_words_and_field(tag, path):
    values = {
        "partij": {"naam": "P", "leeg": None},
        "rijen": [{"id": "eerste", "naam": "a"}, {"id": "tweede", "naam": None}],
    }
    template = compile_template(document("# Over de partij", f"Adres: {tag} te vinden"), "brief.docx")
    with pytest.raises(RenderError) as caught:
        template.render(values)
    message = str(caught.value)
    assert message.startswith("sjabloon brief.docx, onder kop ‘Over de partij’, bij ‘")
    assert f"‘{path}’ {'ontbreekt in het dossier' if path in EMPTY else 'staat niet in de gegevens'}; " in message
    assert "Adres:" in message or "te vinden" in message


@pytest.mark.parametrize(("tag", "path"), [(t, p) for t, p in CASES.items() if t.startswith("{{") and "+" not in t])
def test_a_draft_shows_what_is_missing_and_says_concept(tag, path):
    values = {"partij": {"naam": "P", "leeg": None}}
    done = compile_template(document(f"Adres: {tag}.", header="kop")).render_with(values, draft=True)
    assert done.missing[0].startswith(path)
    assert text_of(done.data).startswith("Adres: [ontbreekt: ") or "[ONTBREEKT" in text_of(done.data)
    assert text_of(done.data, "word/header1.xml").startswith("CONCEPT\n")


@pytest.mark.parametrize(
    "tag", ["{{ lijst | join(', ') }}", "{{ lijst | map('upper') | join }}", "{{ lijst | opsomming }}"]
)
def test_a_draft_is_made_when_something_inside_a_list_is_missing(tag):
    made = compile_template(document(tag)).render({"lijst": [None, "b"]}, draft=True)
    assert "ontbreekt" in text_of(made).lower() and "None" not in text_of(made)


@pytest.mark.parametrize("tag", ["A{{r naam }}B", "{{p naam }}"])
def test_a_tag_for_rich_text_refuses_ordinary_text_that_would_not_be_seen(tag):
    with pytest.raises(DocgenError, match="zijn alleen voor opgemaakte tekst; haal de r of de p weg"):
        render(document(tag), naam="Gezond")


def test_a_draft_names_the_whole_path_of_a_field_in_a_part_that_is_not_there():
    template = document(
        "{{ organisatie.naam }}, {{ organisatie.naam | hoofdletter }}, {% if organisatie.afdeling %}x{% endif %}."
    )
    done = compile_template(template).render_with({"organisatie": None, "ander": None}, draft=True)
    assert text_of(done.data) == "CONCEPT\n[ontbreekt: organisatie.naam], [ontbreekt: organisatie.naam], ."
    assert done.missing == ("organisatie.naam",)
    with pytest.raises(RenderError, match=r"‘organisatie\.naam’ ontbreekt"):
        compile_template(template).render({"organisatie": None})


NOT_THERE = "‘nergens’ staat niet in de gegevens"


TESTS = [
    "string", "number", "mapping", "none", "sequence", "sameas(1)", "iterable", "boolean", "true", "false", "eq(1)", "==(1)".replace("==(1)", "equalto(1)"), "ne(1)", "in([1])", "in([])", "callable",
    "escaped", "integer", "float", "odd", "even", "lower", "upper", "lt(1)", "ge(1)", "divisibleby(2)",
]  # fmt: skip


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.slow
def test_a_name_that_is_not_there_stops_every_test(test):
    for tag in (f"{{{{ 'ja' if nergens is {test} else 'nee' }}}}", f"{{% if nergens is not {test} %}}x{{% endif %}}"):
        assert NOT_THERE in stopped(tag)
    assert "‘p.weg’ staat niet" in stopped(f"{{{{ 'ja' if p.weg is {test} else 'nee' }}}}", p={"naam": "x"})
    assert "‘p.weg’ ontbreekt in het dossier" in stopped(f"{{{{ 'ja' if p.weg is {test} else 'nee' }}}}", p=None)
    rows = f"{{{{ rijen | selectattr('weg', {test!r}) | list | length }}}}" if "(" not in test else ""
    assert not rows or "‘rijen[1].weg’ staat niet" in stopped(rows, rijen=[{"naam": "x"}])


def test_the_tests_are_all_that_jinja_has():
    asking = {"defined", "undefined", "filter", "test"}  # of these the value is a name in quotes
    others = {name for name in jinja2.Environment().tests if name.isalpha()} - asking
    aliases = {"equalto", "greaterthan", "gt", "le", "lessthan"}
    assert others - aliases <= {test.split("(")[0] for test in TESTS}


@pytest.mark.parametrize(
    "test", [test for test in TESTS if test.split("(")[0] not in ("none", "eq", "equalto", "ne", "in")]
)
def test_an_empty_field_stops_every_test_but_that_it_is_empty_or_equal(test):
    assert "‘x’ ontbreekt in het dossier; vul het in" in stopped(f"{{{{ 'ja' if x is {test} else 'nee' }}}}", x=None)


def test_an_empty_field_is_none_is_defined_and_equal_to_nothing_else():
    asked = {"none": "ja", "defined": "ja", "undefined": "nee", "eq('a')": "nee", "ne('a')": "ja", "in(['a'])": "nee"}
    for test, answer in asked.items():
        assert filled(f"{{{{ 'ja' if x is {test} else 'nee' }}}}", x=None) == answer
    assert filled("{{ 'ja' if nergens is undefined and nergens is not defined else 'nee' }}") == "ja"


@pytest.mark.parametrize(
    "tag",
    [
        "nergens == 1",
        "1 == nergens",
        "nergens != 1",
        "nergens < 1",
        "nergens in [1]",
        "nergens in []",
        "nergens not in []",
        "nergens in l",
        "'a' in nergens",
        "nergens in l ~ ''",
    ],
)
def test_a_name_that_is_not_there_stops_every_comparison(tag):
    assert NOT_THERE in stopped(f"{{{{ 'ja' if {tag} else 'nee' }}}}", l=[])


def test_a_draft_notes_what_a_test_asks_in_vain():
    template = compile_template(
        document("{{ 'ja' if nergens is string else 'nee' }}{{ 'ja' if x is number else 'nee' }}")
    )
    made = template.render_with({"x": None}, draft=True)
    assert "neenee" in text_of(made.data)
    assert set(made.missing) == {"nergens", "x"}


def test_a_name_that_the_data_lack_is_told_with_what_was_meant():
    data = {"naam": "a", "partner": {"naam": "P", "plaats": None}, "rijen": [{"naam": "r"}]}
    assert "‘naamm’ staat niet in de gegevens; bedoel je ‘naam’?" in stopped("{{ naamm }}", **data)
    assert "‘partner.naamm’ staat niet in de gegevens; bedoel je ‘naam’?" in stopped("{{ partner.naamm }}", **data)
    assert "‘rijen[1].nam’ staat niet in de gegevens; bedoel je ‘naam’?" in stopped("{{ rijen[0].nam }}", **data)
    assert "‘rijen’ is een lijst" in stopped("{{ rijen.naam }}", **data)
    assert "‘partner-naam’ lukt niet: met een streepje" in stopped("{{ partner-naam }}", **data)
    assert "zoals ‘partner.naam’" in stopped("{{ partner-naam }}", **data)
    assert "‘partner.plaats’ ontbreekt in het dossier; vul het in" in stopped("{{ partner.plaats }}", **data)
    assert "‘iets’ staat niet in de gegevens; vul het in of verbeter de naam" in stopped("{{ iets }}")
