"""The types of what a template can name: from the rules of a schema, joined, and looped through."""

from __future__ import annotations

import pytest

from docgen.schema.field import Field
from docgen.word.typecheck.datatypes import (
    ANY,
    FLAG,
    NOTHING,
    NUMBER,
    TEXT,
    Day,
    Flag,
    Number,
    Pair,
    Record,
    Rows,
    Table,
    Text,
    choice,
    joined,
    pair_of,
    record_of,
    row_of,
    type_of,
)


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        ({"type": "string"}, Text(True)),
        ({"type": "string", "allowed": ["a", "b"]}, Text(True, ("a", "b"))),
        ({"type": "amount"}, Number(True)),
        ({"type": "integer", "allowed": [1, 2]}, Number(True)),
        ({"type": "boolean"}, Flag(True)),
        ({"type": "date"}, Day(True)),
        ({"type": "iets"}, ANY),
        ({"type": "string", "anyof": []}, ANY),
        ({"type": "dict"}, ANY),
        ({}, ANY),
    ],
)
def test_a_field_of_a_schema_has_the_type_that_its_rules_say(rules, kind):
    assert type_of(Field(rules)) == kind


def test_a_part_a_list_and_a_map_of_a_schema_have_types_within():
    part = record_of(
        {"partijen": Field({"type": "list", "schema": {"type": "dict", "schema": {"naam": {"type": "string"}}}})}
    )
    rows = part.fields["partijen"]
    assert isinstance(rows, Rows) and rows.row.fields == {"naam": Text(True)}
    chosen = type_of(Field({"type": "list", "schema": {"type": "string"}, "allowed": ["x"]}))
    assert chosen.row == Text(True, ("x",))
    years = type_of(Field({"type": "dict", "keysrules": {"type": "integer"}, "valuesrules": {"type": "amount"}}))
    assert (years.keys, years.values) == (Number(True), Number(True))


def test_a_choice_is_declared_and_says_each_word_once():
    assert choice("a", "b", "a") == Text(True, ("a", "b"))


def test_what_is_one_or_the_other_has_the_choices_of_both():
    assert joined(Text(True, ("a",)), Text(False, ("b", "a"))) == Text(True, ("a", "b"))
    assert joined(Text(True, ("a",)), TEXT) == Text(True, None)
    assert joined(NOTHING, NUMBER) == joined(NUMBER, NOTHING) == NUMBER
    assert joined() == NOTHING
    assert joined(NUMBER, TEXT) == ANY


def test_parts_lists_and_maps_are_joined_within():
    part = joined(Record({"a": NUMBER, "b": TEXT}), Record({"b": NUMBER, "c": FLAG}))
    assert part.fields == {"a": NUMBER, "b": ANY, "c": FLAG}
    assert joined(Rows(NUMBER), Rows(NUMBER)).row == NUMBER
    table = joined(Table(TEXT, NUMBER), Table(TEXT, TEXT))
    assert (table.keys, table.values) == (TEXT, ANY)


def test_a_loop_gives_rows_of_a_list_keys_of_a_map_and_names_of_a_part():
    assert row_of(Rows(NUMBER)) == NUMBER
    assert row_of(Table(NUMBER, FLAG)) == NUMBER
    assert row_of(Record({"a": NUMBER})) == TEXT
    assert row_of(Pair((NUMBER, NUMBER))) == NUMBER
    assert row_of(FLAG) == ANY


def test_the_items_of_a_map_are_pairs_of_a_key_and_a_value():
    assert pair_of(Table(NUMBER, FLAG)).row.values == (NUMBER, FLAG)
    assert pair_of(Record({"a": NUMBER, "b": NUMBER})).row.values == (TEXT, NUMBER)
    assert pair_of(Record({})).row.values == (TEXT, ANY)
    assert pair_of(NUMBER) == ANY


def test_a_part_with_more_fields_keeps_its_own_as_they_were():
    part = Record({"a": NUMBER})
    assert part.extended(b=TEXT, a=FLAG).fields == {"a": FLAG, "b": TEXT}
    assert part.fields == {"a": NUMBER}
