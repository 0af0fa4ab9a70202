"""What Cerberus finds wrong, in the words of the rest of docgen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.schema.cerberus_validator import violation_finder

ROLE = {
    "id": {"type": "string", "required": True, "regex": r"[a-z]\d{2}"},
    "uren": {"type": "number", "min": 0, "max": 100},
    "soort": {"type": "string", "allowed": ["vast", "tijdelijk"]},
    "naam": {"type": "string", "empty": False, "maxlength": 6, "forbidden": ["extern"]},
}
FIELDS = {
    "rollen": {"type": "list", "minlength": 1, "schema": {"type": "dict", "schema": ROLE}},
    "jaren": {
        "type": "dict",
        "keysrules": {"type": "integer", "min": 1990},
        "valuesrules": {"type": "amount"},
    },
    "aantal": {"type": "integer"},
    "dag": {"type": "date"},
}
find = violation_finder(FIELDS)


def test_data_that_are_as_the_schema_says_have_no_violation():
    data = {
        "rollen": [{"id": "a01", "uren": Decimal("7.5"), "soort": "vast", "naam": "Jan"}, {"id": "b02", "uren": 0}],
        "jaren": {2028: Decimal(5)},
        "aantal": 3,
        "dag": date(2027, 3, 15),
    }
    assert list(find(data)) == []


@pytest.mark.parametrize(
    ("field", "value", "rule", "asked"),
    [
        ("uren", -1, "min", 0),
        ("uren", 101, "max", 100),
        ("uren", "5", "type", "number"),
        ("uren", True, "type", "number"),
        ("soort", "los", "allowed", ["vast", "tijdelijk"]),
        ("naam", "", "empty", False),
        ("naam", "Johanna", "maxlength", 6),
        ("naam", "extern", "forbidden", ["extern"]),
        ("naam", None, "nullable", False),
    ],
)
def test_a_violation_is_the_rule_with_the_path_the_value_and_what_the_rule_asks(field, value, rule, asked):
    found = list(find({"rollen": [{"id": "a01"}, {"id": "b02", field: value}]}))
    assert [one[:3] for one in found] == [(rule, ("rollen", 1, field), value)]
    assert found[0][4] is False and (found[0][3] == asked or rule in ("nullable", "forbidden"))


def test_a_pattern_is_asked_of_the_whole_text_and_of_digits_as_they_are_typed():
    for text in ("a01\n", "a01x", "a٠١"):
        assert [one[:3] for one in find({"rollen": [{"id": text}]})] == [("regex", ("rollen", 0, "id"), text)]


def test_what_is_absent_and_what_is_not_known_are_told_where_they_would_stand():
    assert sorted(one[:2] for one in find({"rollen": [{"idd": "a01"}]})) == [
        ("required", ("rollen", 0, "id")),
        ("unknown", ("rollen", 0, "idd")),
    ]
    assert [one[:2] for one in find({"rollen": []})] == [("minlength", ("rollen",))]


def test_yes_and_no_are_no_numbers_and_a_whole_number_is_no_amount():
    assert [one[:2] for one in find({"aantal": True})] == [("type", ("aantal",))]
    assert [one[:2] for one in find({"jaren": {2028: 5}})] == [("type", ("jaren", 2028))]


def test_what_is_wrong_in_the_name_of_an_entry_is_told_of_the_name():
    assert list(find({"jaren": {28: Decimal(5)}})) == [("min", ("jaren", 28), 28, 1990, True)]


def test_one_finder_looks_at_many_data_and_remembers_none_of_them():
    assert len(list(find({"aantal": "x"}))) == 1
    assert list(find({"aantal": 1})) == []
