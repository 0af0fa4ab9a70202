"""The fields of a dossier, compiled; and that those of docgen describe and refer as they should."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.schema.schema import Schema, fill_in
from docgen.schema.types import Violation

FRAGMENTS = {
    "tekst": {"type": "string", "meta": {"titel": "Tekst", "voorbeeld": "woord"}},
    "kort": {"fragment": "tekst", "maxlength": 5},
}
ROW = {"type": "dict", "schema": {"id": {"type": "string", "regex": "[a-z]+"}, "naam": {"fragment": "kort"}}}
FIELDS = {
    "rollen": {"type": "list", "meta": {"enkelvoud": "rol"}, "schema": ROW},
    "begroting": {
        "type": "dict",
        "schema": {
            "posten": {"type": "list", "meta": {"enkelvoud": "post"}, "schema": ROW},
            "jaren": {"type": "dict", "keysrules": {"type": "integer"}, "valuesrules": {"type": "amount"}},
        },
    },
}
SCHEMA = Schema(FIELDS, FRAGMENTS)


def test_a_fragment_gives_way_to_what_stands_beside_it_and_both_titles_and_examples_stay():
    assert fill_in({"fragment": "kort", "type": "date", "meta": {"titel": "Naam"}}, FRAGMENTS) == {
        "type": "date",
        "maxlength": 5,
        "meta": {"titel": "Naam", "voorbeeld": "woord"},
    }
    assert FRAGMENTS["kort"] == {"fragment": "tekst", "maxlength": 5}


def test_a_field_that_has_the_name_fragment_is_a_field():
    rules = {"type": "dict", "schema": {"fragment": {"type": "string"}}}
    assert fill_in(rules["schema"], FRAGMENTS) == {}
    assert fill_in({"type": "string"}, FRAGMENTS) == {"type": "string"}


def test_a_fragment_that_is_not_there_is_refused_by_its_name():
    with pytest.raises(DocgenError, match=r"^het schema verwijst naar het fragment ‘teskt’, maar dat bestaat niet$"):
        Schema({"a": {"type": "list", "schema": {"fragment": "teskt"}}}, FRAGMENTS)


def test_the_field_at_a_path_goes_through_rows_and_years():
    assert SCHEMA.field_at(("rollen", 3, "naam")).rules["maxlength"] == 5
    assert SCHEMA.field_at(("begroting", "jaren", 2028)).rules == {"type": "amount"}
    assert SCHEMA.field_at(()) is SCHEMA.root
    assert SCHEMA.field_at(("rollen", 3, "nam")) is None and SCHEMA.field_at(("nergens", "x", "y")) is None


def test_the_outline_tells_free_text_from_ids_and_the_fields_of_a_list_are_those_of_its_rows():
    assert SCHEMA.outline(()) == ("dict", ("rollen", "begroting"))
    assert SCHEMA.outline(("rollen",)) == ("list", ("id", "naam"))
    assert SCHEMA.outline(("begroting", "posten", "naam")) == ("text", ())
    assert SCHEMA.outline(("rollen", "id")) == ("string", ())
    assert SCHEMA.outline(("rollen", "nergens")) == ("", ())


def test_a_row_is_called_by_the_singular_of_its_list_however_deep():
    assert SCHEMA.singular == {"rollen": "rol", "posten": "post"}


def test_what_is_wrong_in_data_is_a_violation_with_its_rule_and_place():
    assert SCHEMA.violations({"rollen": [{"id": "a"}]}) == []
    assert SCHEMA.violations({"rollen": [{"id": "a", "naam": "Johanna"}]}) == [
        Violation("maxlength", ("rollen", 0, "naam"), "Johanna", 5, False)
    ]


def every_field(field, path=""):
    """All fields from here, each with its path."""
    for name, child in field.children.items():
        yield from every_field(child, f"{path}.{name}".removeprefix("."))
    for inner in filter(None, (field.row, field.key, field.value)):
        yield from every_field(inner, f"{path}[]")
    yield path, field


def test_the_schemas_describe_every_field_in_dutch(library):
    fields = dict(every_field(library.schema.root))
    assert len(fields) > 400
    assert [path for path, field in fields.items() if path and not (field.title and field.description)] == []


def test_every_reference_in_the_schemas_names_a_list_with_ids(library):
    for path, field in every_field(library.schema.root):
        if field.reference:
            row = library.schema.field_at(tuple(field.reference.split("."))).row
            assert row.kind == "string" or "id" in row.children, path
