"""One value of a dossier as JSON Schema says it, and the Dutch words for what is wrong."""

from __future__ import annotations

import pytest
from jsonschema import Draft7Validator

from docgen.authoring.json_schema_values import boolean, calendar_date, choice, fault, number, text, typed
from docgen.schema.field import Field


def accepted(schema, *values):
    """Which of the values the schema takes."""
    judge = Draft7Validator(schema)
    return [value for value in values if judge.is_valid(value)]


def test_a_value_has_its_type_or_is_left_empty():
    schema = typed(Field({"type": "list"}), "array")
    assert accepted(schema, [], None, {}, "a", 1) == [[], None]
    assert schema["errorMessage"] == (
        "verwacht een lijst (regels die beginnen met een streepje); zet elk punt op een eigen regel, na een streepje en een spatie"
    )


@pytest.mark.parametrize("value", [None, 1, True, [], {}])
def test_a_fault_takes_nothing_and_speaks_dutch(value):
    schema = fault("dit is nog leeg; vul het in")
    assert accepted(schema, value) == [] and schema["errorMessage"] == "dit is nog leeg; vul het in"


def test_a_choice_names_what_can_be_chosen():
    schema = choice(Field({"type": "string", "allowed": ["ja", "nee", "later"]}))
    assert accepted(schema, "ja", "later", None, "Ja", "", True) == ["ja", "later", None]
    assert schema["errorMessage"] == "kies uit ja, nee of later"


@pytest.mark.parametrize(
    ("rules", "fits", "wrong"),
    [
        ({}, ["", "a", 2.1, True, None], [[], {}]),
        ({"empty": False}, ["a", " a", None], ["", " ", "\n"]),
        ({"regex": "[0-9]{2}"}, ["12", None], ["123", "1", "a12"]),
        ({"regex": "a|bc"}, ["a", "bc"], ["abc", "ac"]),
        ({"minlength": 2, "maxlength": 3}, ["ab", "a\nb", None], ["a", "abcd"]),
        ({"forbidden": ["extern", "x"]}, ["externe", "xx", "a"], ["extern", "x"]),
        ({"regex": "[a-z]+", "maxlength": 3, "forbidden": ["nee"]}, ["ja"], ["nee", "jaaa", "J"]),
    ],
)
def test_text_is_held_to_its_form_and_length(rules, fits, wrong):
    assert accepted(text(Field({"type": "string", **rules})), *fits, *wrong) == fits


def messages(rules):
    schema = text(Field({"type": "string", **rules}))
    return [one["patternErrorMessage"] for one in (schema, *schema.get("allOf", ())) if "patternErrorMessage" in one]


def test_every_form_that_does_not_fit_has_words_of_its_own():
    meta = {"omschrijving": "Acht cijfers.", "voorbeeld": '"01234567"'}
    assert messages({"regex": "x", "maxlength": 60, "forbidden": ["extern"], "meta": meta}) == [
        'heeft niet de goede vorm. Acht cijfers. Bijvoorbeeld "01234567".',
        "is te lang: ten hoogste 60 tekens",
        "heeft al een vaste betekenis; kies een ander kenmerk",
    ]
    assert messages({"empty": False, "minlength": 3}) == [
        "mag niet leeg zijn; vul een waarde in of haal de regel weg",
        "is te kort: ten minste 3 tekens",
    ]
    assert messages({}) == []


def test_a_date_is_a_day_that_exists_in_a_year_that_can_be_meant():
    days = ["2027-03-15", "2028-02-29", "2000-02-29", "1900-01-01", "2200-12-31", None]
    none = [
        "2027-02-29",
        "1900-02-29",
        "2100-02-29",
        "2027-04-31",
        "2027-13-01",
        "2027-00-10",
        "2201-01-01",
        "1899-12-31",
        "2027-3-15",
        "x",
        2027,
    ]
    assert accepted(calendar_date(Field({"type": "date"})), *days, *none) == days


@pytest.mark.parametrize(
    ("rules", "fits", "wrong"),
    [
        ({"type": "integer", "min": 1990, "max": 2100}, [1990, 2100, None], [1989, 2101, 2000.5, "2000"]),
        ({"type": "number"}, [-5, 0.125, 10**18 - 1, None], [10**18, "5", True]),
        ({"type": "amount", "min": 0}, [0, 12500.5], [-0.01]),
    ],
)
def test_a_number_lies_between_its_bounds(rules, fits, wrong):
    assert accepted(number(Field(rules)), *fits, *wrong) == fits
    if "max" in rules:
        assert (
            number(Field(rules))["else"]["errorMessage"]
            == "te klein of te groot; het kleinste is 1990 en het grootste is 2100"
        )


def test_yes_and_no_are_true_and_false_and_no_words():
    assert accepted(boolean(Field({"type": "boolean"})), True, False, None, "ja", 1, 0) == [True, False, None]
