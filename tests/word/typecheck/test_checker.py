"""Values that may be absent."""

from __future__ import annotations

from datetime import date

import jinja2
import pytest

from docgen.word.compiler import compile_template
from tests.word.typecheck.templates import filled, stopped
from tests.word_files import document, text_of

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


def test_a_difference_of_numbers_or_days_is_a_difference():
    assert (
        filled("{{ a-b }} {{ p.a - b }} {{ (x-y).days }}", a=3, b=1, p={"a": 9}, x=date(2028, 1, 3), y=date(2028, 1, 1))
        == "2 8 2"
    )
