"""Absent fields filled in, so that a template may ask for every field."""

from __future__ import annotations

from decimal import Decimal

from docgen.schema.completion import fill_defaults, fill_defaults_over
from docgen.schema.field import Field

ROW = {
    "type": "dict",
    "schema": {
        "id": {"type": "string", "required": True, "regex": "[a-z]+"},
        "naam": {"type": "string", "required": True},
        "uren": {"type": "number"},
        "tags": {"type": "list", "schema": {"type": "string"}},
    },
}
ROOT = Field(
    {
        "type": "dict",
        "schema": {
            "titel": {"type": "string", "required": True},
            "rollen": {"type": "list", "schema": ROW},
            "jaren": {"type": "dict", "keysrules": {"type": "integer"}, "valuesrules": {"type": "amount"}},
            "plek": {"type": "dict", "schema": {"straat": {"type": "string"}}},
        },
    }
)


def test_a_list_that_is_absent_is_empty_and_all_else_is_none():
    assert fill_defaults({}, ROOT) == {"titel": None, "rollen": [], "jaren": None, "plek": None}


def test_every_row_and_every_part_that_was_written_has_all_of_its_fields():
    assert fill_defaults({"titel": "T", "rollen": [{"id": "a"}, {"uren": 5}], "plek": {}}, ROOT) == {
        "titel": "T",
        "rollen": [
            {"id": "a", "naam": None, "uren": None, "tags": []},
            {"id": None, "naam": None, "uren": 5, "tags": []},
        ],
        "jaren": None,
        "plek": {"straat": None},
    }


def test_a_free_map_and_what_is_of_another_kind_stay_as_they_are():
    data = {"jaren": {2028: Decimal(5)}, "plek": "Spoordijk", "rollen": "geen"}
    full = fill_defaults(data, ROOT)
    assert (full["jaren"], full["plek"], full["rollen"]) == ({2028: Decimal(5)}, "Spoordijk", "geen")


def test_a_blank_stands_for_words_that_are_required_and_for_no_id():
    full = fill_defaults({"rollen": [{"uren": 5}]}, ROOT, blank="…")
    assert full["titel"] == "…"
    assert full["rollen"] == [{"id": None, "naam": "…", "uren": 5, "tags": []}]


def test_data_over_others_are_completed_as_they_would_be_alone_and_share_what_is_the_same():
    shared = {"id": "a", "naam": "A"}
    before = {"titel": "T", "rollen": [shared, {"id": "b"}], "plek": {"straat": "Kade 1"}}
    full = fill_defaults(before, ROOT)
    data = {**before, "titel": "U", "rollen": [shared, {"id": "c"}, {"id": "d"}]}
    over = fill_defaults_over(data, ROOT, before, full)
    assert over == fill_defaults(data, ROOT)
    assert over["titel"] == "U" and [row["id"] for row in over["rollen"]] == ["a", "c", "d"]
    assert over["rollen"][0] is full["rollen"][0] and over["plek"] is full["plek"]
    assert full["rollen"][1]["id"] == "b" and len(full["rollen"]) == 2


def test_the_same_data_again_are_the_same_completed_data():
    before = {"titel": "T"}
    full = fill_defaults(before, ROOT)
    assert fill_defaults_over(before, ROOT, before, full) is full


def test_a_part_that_fell_away_is_absent_again():
    before = {"titel": "T", "rollen": [{"id": "a"}], "plek": {"straat": "Kade 1"}}
    over = fill_defaults_over({"rollen": []}, ROOT, before, fill_defaults(before, ROOT))
    assert over == {"titel": None, "rollen": [], "jaren": None, "plek": None}
