"""The type of an expression, from those of the names in it; what a value cannot have is told."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from docgen.word.typecheck.datatypes import (
    ANY,
    FLAG,
    NOTHING,
    NUMBER,
    TEXT,
    Day,
    Pair,
    Record,
    Rows,
    Table,
    Text,
    Type,
)
from docgen.word.typecheck.inference import Inference
from docgen.word.typecheck.scope import Scope
from docgen.word.typecheck.signatures import Fault

STATUS = Text(True, ("concept", "vastgesteld"))
PARTY = Record({"naam": TEXT, "uren": NUMBER, "status": STATUS})
NAMES = {
    "partijen": Rows(PARTY),
    "partij": PARTY,
    "bedragen": Table(Text(True, ("Rijk",)), NUMBER),
    "jaren": Table(NUMBER, NUMBER),
    "dag": Day(True),
    "status": STATUS,
    "aantal": NUMBER,
}


def inferred(expression: str, asked: frozenset[str] = frozenset(), is_complete: bool = True) -> tuple[Type, list[str]]:
    """The type of an expression, and what is told of it."""
    inference = Inference(lambda name, _scope, line: Fault(f"geen {name}", line, name), asked, is_complete)
    output = next(Environment().parse(f"{{{{ {expression} }}}}").find_all(nodes.Output))
    kind = inference.of(output.nodes[0], Scope(NAMES))
    return kind, [fault.message for fault in inference.faults]


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("partij.naam", TEXT), ("partijen[0].uren", NUMBER), ("partijen[-1]['naam']", TEXT), ("bedragen.Rijk", NUMBER), ("jaren[2028]", NUMBER),
        ("partijen | length", NUMBER), ("(partijen | first).uren", NUMBER), ("(partijen | sort(attribute='naam') | last).uren", NUMBER),
        ("status", STATUS), ("status | upper", Text(True, ("CONCEPT", "VASTGESTELD"))), ("status.upper()", Text(True, ("CONCEPT", "VASTGESTELD"))),
        ("status | default('geen')", Text(True, ("concept", "vastgesteld", "geen"))), ("status or 'geen'", Text(True, ("concept", "vastgesteld", "geen"))),
        ("'a' if aantal else 'b'", Text(False, ("a", "b"))), ("'a' if aantal", Text(False, ("a", ""))), ("status[:3]", STATUS),
        ("aantal + 1", NUMBER), ("aantal - 1", NUMBER), ("'a' + 'b'", TEXT), ("'a' ~ aantal", TEXT), ("aantal + 'b'", ANY), ("dag - dag", ANY),
        ("aantal == 1", FLAG), ("not aantal", FLAG), ("aantal is odd", FLAG), ("none", NOTHING), ("true", FLAG), ("1.5", NUMBER),
        ("dag | datum", TEXT), ("status | replace('c', 'k')", TEXT), ("jaren.get(2028)", NUMBER), ("status | iets", ANY),
    ],
)  # fmt: skip
def test_the_type_of_an_expression_follows_from_its_names(expression, kind):
    assert inferred(expression) == (kind, [])


@pytest.mark.parametrize(
    ("expression", "row"),
    [
        ("partijen | map(attribute='uren')", NUMBER),
        ("partijen | map(attribute='status') | map('upper')", Text(True, ("CONCEPT", "VASTGESTELD"))),
        ("partijen | selectattr('naam')", PARTY),
        ("bedragen.values()", NUMBER),
        ("jaren.keys()", NUMBER),
        ("status.split()", TEXT),
        ("[1, 2]", NUMBER),
        ("[]", ANY),
    ],
)
def test_the_rows_of_a_list_have_a_type_too(expression, row):
    kind, told = inferred(expression)
    assert isinstance(kind, Rows) and kind.row == row and told == []


def test_a_group_has_the_field_and_its_rows_by_name_and_by_number():
    kind, _ = inferred("partijen | groupby('status')")
    assert isinstance(kind.row, Pair) and kind.row.names == ("grouper", "list")
    assert inferred("(partijen | groupby('status'))[0].grouper") == (STATUS, [])
    assert inferred("(partijen | groupby('status'))[0].list[0].uren") == (NUMBER, [])


def test_what_is_written_between_braces_is_a_part_or_a_map():
    assert inferred("{'a': 1}.a") == (NUMBER, [])
    assert isinstance(inferred("{status: 1}")[0], Table)


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("weg", "geen weg"),
        ("partij.naamm", "‘partij.naamm’ bestaat niet; bedoel je ‘naam’?"),
        ("partijen.naam", "‘partijen’ is een lijst"),
        ("bedragen.Rjk", "‘bedragen’ heeft nooit ‘Rjk’; bedoel je ‘Rijk’?"),
        ("partijen | map(attribute='naamm')", "‘partijen.naamm’ bestaat niet"),
        ("partijen | selectattr('status', 'equalto', 'weg')", "‘partijen.status’ is nooit ‘weg’"),
        ("partijen | map(attribute='status') | select('eq', 'weg')", "is nooit ‘weg’"),
        ("bedragen[status]", None),
        ("bedragen['x' if aantal else 'y']", "is nooit ‘x’"),
        ("status is eq 'weg'", "‘status’ is nooit ‘weg’"),
        ("partij.__class__", "‘partij.__class__’ bestaat niet"),
        ("partij-naam", "met een streepje trekt u het een van het ander af; bedoel je ‘partij.naam’?"),
        ("partij['naamm'] | upper", "‘partij.naamm’ bestaat niet"),
    ],
)  # fmt: skip
def test_what_a_value_cannot_have_is_told_once_and_can_then_be_anything(expression, told):
    _, found = inferred(expression)
    assert len(found) == (told is not None)
    assert told is None or told in found[0]


def test_what_the_template_asks_for_itself_is_not_told():
    assert inferred("partij.straat", asked=frozenset(["partij.straat"])) == (ANY, [])
    assert inferred("weg", asked=frozenset(["weg"])) == (ANY, [])


def test_without_all_names_only_a_field_of_a_loop_is_sure():
    assert inferred("partij.naamm", is_complete=False) == (ANY, [])
