"""What a schema file may hold: what is asked of each value, and of which fields."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.schema.metaschema.keywords import (
    KEYS,
    META,
    RULES,
    Unsound,
    is_number,
    is_text,
    is_whole,
    known_as,
    quoted_name,
)  # fmt: skip


def test_true_is_no_number_and_white_space_no_text():
    assert is_whole(5) and is_number(5) and is_number(5.5) and is_text("a")
    assert not is_whole(True) and not is_number(True) and not is_whole(5.5)
    assert not is_text(" ") and not is_text("") and not is_text(5)


@pytest.mark.parametrize(
    ("asked", "sound", "unsound"),
    [
        (KEYS["nodig"], [[], ["dossier"]], ["dossier", {}]),
        (KEYS["per_partij"], ["eigen deel", "geheel", "niet"], ["altijd", True]),
        (KEYS["rapport"], [True, False], ["ja", 1]),
        (RULES["type"], ["string", "amount"], ["text", None]),
        (RULES["allowed"], [["a", "b"], [1, 2]], [[], ["a", 1], "a", [True]]),
        (RULES["minlength"], [0, 1_000_000], [-1, 1_000_001, 1.5, True]),
        (RULES["min"], [5, 0.5, date(2027, 1, 1)], ["5", True]),
        (RULES["anyof"], [[{"min": 1}]], [[], {}, ["a"]]),
        (RULES["dependencies"], ["naam", ["naam", "id"]], ["", [], [5]]),
        (META["voorbeeld"], ["a", 5, False], [None, [], {}]),
        (META["een_van"], [{"rol": "uren"}], [{}, {"rol": 5}, ["rol"]]),
        (META["samen"], [100], [True, "100", 99.5]),
        (META["uniek"], [["punt", "wijk"]], ["punt", []]),
    ],
)
def test_a_value_in_a_schema_is_held_to_what_is_asked(asked, sound, unsound):
    assert [value for value in sound if not asked.holds(value)] == []
    assert [value for value in unsound if asked.holds(value)] == []


def test_a_rule_belongs_to_the_kinds_of_field_for_which_it_means_something():
    assert RULES["regex"].kinds == {"string"} and META["enkelvoud"].kinds == {"list"}
    assert "date" in RULES["max"].kinds and "string" not in RULES["max"].kinds
    assert "boolean" in RULES["required"].kinds


def test_what_is_unsound_knows_its_place():
    fault = Unsound(("schema", "brief", 0), "haal het weg")
    assert (fault.steps, str(fault)) == (("schema", "brief", 0), "haal het weg")


def test_a_name_that_is_none_of_the_options_gets_what_was_meant_or_what_there_is():
    assert known_as("requird", RULES) == "bedoel je ‘required’?"
    assert known_as("xyz", ["a1", "b2"]) == "bekend zijn: a1, b2"
    assert known_as("xyz", []) == "bekend zijn: geen"
    assert known_as("xyz", [f"veld{i}" for i in range(30)]).count(",") == 19


def test_a_name_in_a_message_is_cut_off_at_sixty_characters():
    assert quoted_name("a" * 61) == "a" * 60 and quoted_name(5) == "5"
