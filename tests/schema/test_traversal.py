"""One step down in rules, and every value of data with its rules."""

from __future__ import annotations

from docgen.schema.traversal import child_rules, is_free_text, iter_values, row_rules

TEXT, YEAR, AMOUNT = {"type": "string"}, {"type": "integer", "min": 1990}, {"type": "amount"}
ROW = {"type": "dict", "schema": {"id": TEXT}}
ROWS = {"type": "list", "schema": ROW}
YEARS = {"type": "dict", "keysrules": YEAR, "valuesrules": AMOUNT}
RULES = {"type": "dict", "schema": {"rollen": ROWS, "jaren": YEARS}}


def test_only_words_of_the_writer_are_free_text():
    assert is_free_text(TEXT) and is_free_text({"type": "string", "meta": {"titel": "T"}, "maxlength": 9})
    for rules in (
        {"type": "string", "allowed": ["a"]},
        {"type": "string", "regex": "a"},
        {"type": "string", "meta": {"ref": "rollen"}},
        {"type": "date"},
    ):
        assert not is_free_text(rules)


def test_one_step_further_is_a_field_a_row_or_a_value_of_a_free_map():
    assert child_rules(RULES, "rollen") is ROWS
    assert child_rules(ROWS, 7) is ROW
    assert child_rules(YEARS, 2028) is AMOUNT
    assert child_rules(RULES, "rolen") is None and child_rules(TEXT, "id") is None


def test_the_rules_of_a_row_are_those_of_a_list_and_else_the_rules_themselves():
    assert row_rules(ROWS) is ROW and row_rules(ROW) is ROW and row_rules({"type": "list"}) == {}


def test_every_known_value_comes_with_its_path_and_its_rules_and_a_name_before_its_value():
    data = {"rollen": [{"id": "a", "naam": "A"}], "jaren": {2028: 5}, "onbekend": 1}
    assert iter_values(data, RULES) == [
        (("rollen",), [{"id": "a", "naam": "A"}], ROWS, False),
        (("rollen", 0), {"id": "a", "naam": "A"}, ROW, False),
        (("rollen", 0, "id"), "a", TEXT, False),
        (("jaren",), {2028: 5}, YEARS, False),
        (("jaren", 2028), 2028, YEAR, True),
        (("jaren", 2028), 5, AMOUNT, False),
    ]


def test_data_of_another_kind_than_the_rules_say_are_one_value():
    assert iter_values({"rollen": "geen"}, RULES) == [(("rollen",), "geen", ROWS, False)]
    assert iter_values({"a": 1}, None) == []
