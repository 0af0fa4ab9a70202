"""The fields whose text comes to stand in a sentence."""

from __future__ import annotations

from docgen.schema.field import Field
from docgen.schema.sentence_fields import sentence_fields

FRAME = {"zin": {"vorm": "B", "raam": "Zij vergadert {…}.", "voorbeeld": "elke maand"}}
TEXT = {"type": "string", "meta": FRAME}
ITEMS = {"type": "list", "schema": {"type": "string"}, "meta": {"zin": {**FRAME["zin"], "vorm": "L[G]"}}}


def test_a_field_with_a_frame_has_its_path_also_in_rows_and_as_items():
    row = {"type": "dict", "schema": {"hoe": TEXT, "wat": {"type": "string"}}}
    root = Field({
        "type": "dict",
        "schema": {"a": {"type": "dict", "schema": {"b": TEXT, "c": ITEMS}}, "d": {"type": "list", "schema": row}, "e": {"type": "date"}},
    })  # fmt: skip
    found = {part: [field.path for field in fields] for part, fields in sentence_fields(root).by_part.items()}
    assert found == {"a": [("b",), ("c", None)], "d": [(None, "hoe")]}


def test_a_field_that_may_name_a_role_says_so():
    reference = {"type": "string", "meta": {**FRAME, "ref": "rollen", "vrije_tekst": True}}
    fields = sentence_fields(Field({"type": "dict", "schema": {"a": {"type": "dict", "schema": {"b": reference}}}}))
    assert fields.by_part["a"][0].may_be_id
