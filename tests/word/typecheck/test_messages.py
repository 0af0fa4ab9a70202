"""What is said of a name that does not exist or a comparison that can never hold, with what to do."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from docgen.word.typecheck import messages
from docgen.word.typecheck.datatypes import ANY, DAY, FLAG, NUMBER, TEXT, Pair, Record, Rows, Table
from docgen.word.typecheck.scope import Scope

SCOPE = Scope(
    {
        "organisatie": Record({"naam": TEXT, "kvk": TEXT}),
        "aantal": NUMBER,
        "opzegging": Record({"termijn_maanden": NUMBER}),
    }
)


def expression(text: str) -> nodes.Expr:
    return next(Environment().parse(f"{{{{ {text} }}}}").find_all(nodes.Output)).nodes[0]


def test_an_unknown_name_is_told_with_where_it_stands_or_what_looks_like_it():
    assert messages.unknown_name("kvk", SCOPE) == "‘kvk’ bestaat niet; bedoel je ‘organisatie.kvk’?"
    assert messages.unknown_name("aantl", SCOPE) == "‘aantl’ bestaat niet; bedoel je ‘aantal’?"
    assert messages.unknown_name("xyz", SCOPE) == "‘xyz’ bestaat niet; kijk welke namen er zijn met docgen fields"
    assert messages.unknown_name("kvk", SCOPE, "zet het erbij") == "‘kvk’ bestaat niet; zet het erbij"


@pytest.mark.parametrize(
    ("around", "said"),
    [
        (Record({"naam": TEXT, "_x": TEXT}), "bekend is: naam"),
        (Record({"veldd": TEXT}), "bedoel je ‘veldd’?"),
        (Record({f"naam{n}": TEXT for n in range(9)}), "bekend is: naam0, naam1, naam2, naam3, naam4, naam5, naam6, naam7, …"),
        (Pair((TEXT, TEXT), ("grouper", "list")), "bekend is: grouper of list"),
        (Rows(TEXT), "‘a.b’ is een lijst; herhaal haar met {% for regel in a.b %} … {% endfor %} en vraag ‘regel.veld’"),
        (Table(TEXT, TEXT), "zet tussen [ ] waarvan u de waarde wilt"),
        (TEXT, "‘a.b’ is tekst en heeft geen velden; haal ‘.veld’ weg"),
        (NUMBER, "‘a.b’ is een getal en heeft geen velden; haal ‘.veld’ weg"),
        (FLAG, "‘a.b’ is ja of nee en heeft geen velden; haal ‘.veld’ weg"),
        (DAY, "‘a.b’ is een datum; die heeft year, month en day, en het filter datum schrijft haar voluit"),
        (ANY, "‘a.b.veld’ bestaat niet"),
    ],
)  # fmt: skip
def test_a_field_that_a_value_does_not_have_is_told_with_what_the_value_is(around, said):
    message = messages.no_field(around, expression("a.b.veld"), "veld")
    assert message.startswith("‘a.b.veld’ bestaat niet") and message.endswith(said)


def test_a_key_that_a_map_never_has_is_told_with_those_it_has():
    assert messages.unknown_key(expression("m.Rjk"), "Rjk", ["Rijk"]) == "‘m’ heeft nooit ‘Rjk’; bedoel je ‘Rijk’?"
    assert (
        messages.unknown_key(expression("m['x']"), "x", ["Rijk", "GGD"])
        == "‘m’ heeft nooit ‘x’; bekend is: Rijk of GGD"
    )


def test_a_choice_that_a_field_does_not_have_is_told_with_its_choices():
    field = expression("d.status")
    assert messages.never(field, "af", ["open", "dicht"]) == "‘d.status’ is nooit ‘af’; het kan zijn: open of dicht"
    assert messages.never(field, "opn", ["open"]) == "‘d.status’ is nooit ‘opn’; bedoel je ‘open’? het kan zijn: open"
    assert messages.never(field, "", []).endswith("is het veld leeg, dan geldt {% if not d.status %}")


@pytest.mark.parametrize(
    ("kind", "word", "said"),
    [
        (FLAG, "ja", "‘x’ is waar of onwaar en nooit de tekst ‘ja’; schrijf {% if x %} of {% if not x %}"),
        (NUMBER, "20", "‘x’ is een getal en nooit de tekst ‘20’; schrijf het getal zonder aanhalingstekens"),
        (DAY, "2027", "‘x’ is een datum en nooit de tekst ‘2027’; vergelijk met een andere datum of met x.year"),
        (NUMBER, "", "‘x’ is geen tekst en dus nooit een lege tekst; is het veld leeg, dan geldt {% if x is none %}"),
    ],
)
def test_a_value_that_is_no_text_is_told_with_how_to_compare_it(kind, word, said):
    assert messages.is_no_text(kind, expression("x"), word) == said


def test_a_text_that_is_compared_with_a_number_wants_quotes():
    assert messages.is_text(expression("d.versie"), "2").endswith('zet er aanhalingstekens om: "2"')


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("organisatie-naam", "bedoel je ‘organisatie.naam’?"),
        ("organisatie-nam", "bedoel je ‘naam’?"),
        ("opzegging-termijn", "bedoel je ‘opzegging.termijn_maanden’?"),
        ("weg-naam", "een veld heeft een punt of een laag streepje: organisatie.naam"),
    ],
)
def test_names_with_a_hyphen_between_them_are_one_name_that_is_written_otherwise(tag, hint):
    said = messages.hyphened(expression(tag), SCOPE)
    assert said == f"‘{tag}’ bestaat niet: met een streepje trekt u het een van het ander af; {hint}"


@pytest.mark.parametrize("tag", ["aantal - 1", "aantal - aantal", "organisatie - opzegging"])
def test_a_sum_is_no_name_with_a_hyphen(tag):
    assert messages.hyphened(expression(tag), SCOPE) == ""
