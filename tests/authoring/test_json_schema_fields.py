"""The fields of a dossier as JSON Schema says them: lists, maps, what must be there and what is left empty."""

from __future__ import annotations

import pytest
from jsonschema import Draft7Validator

from docgen.authoring.json_schema_fields import DEFINITIONS, at_least, described, required_fields
from docgen.authoring.json_schema_fields import fields_of as fields_of_field
from docgen.schema.field import Field


def field(name, rules):
    return described(name, Field(rules))


def fields_of(rules):
    return fields_of_field(Field(rules))


def accepted(schema, *values):
    """Which of the values the schema takes."""
    judge = Draft7Validator({**schema, "definitions": DEFINITIONS})
    return [value for value in values if judge.is_valid(value)]


TEXT = {
    "type": "string",
    "empty": False,
    "meta": {"titel": "Naam", "omschrijving": "Hoe het heet.", "voorbeeld": "De Linde"},
}
PERSON = {"type": "dict", "schema": {"naam": TEXT | {"required": True}, "uren": {"type": "number"}}}


def test_a_field_says_what_it_is_for_with_an_example():
    told = field("naam", TEXT)
    assert {word: told[word] for word in ("title", "description", "examples", "$ref")} == {
        "title": "Naam", "description": "Hoe het heet.", "examples": ["De Linde"], "$ref": "#/definitions/tekst",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ({"ref": "rollen"}, "Kenmerk uit ‘rollen’."),
        ({"ref": "partijen", "ook": ["extern"]}, "Kenmerk uit ‘partijen’ of ‘extern’."),
        ({"ref": "rollen", "vrije_tekst": True, "omschrijving": "Wie."}, "Wie. Kenmerk uit ‘rollen’ of vrije tekst."),
    ],
)
def test_a_reference_tells_where_its_id_comes_from(meta, words):
    assert field("wie", {"type": "string", "meta": meta})["description"] == words


def test_an_example_is_what_docgen_reads_in_it():
    def example(kind, text):
        return field("a", {"type": kind, "meta": {"voorbeeld": text}})["examples"]

    assert example("amount", "12500.50") == [12500.5] and example("amount", "92") == [92]
    assert example("date", "2027-03-15") == ["2027-03-15"] and example("string", '"01"') == ["01"]


def test_an_example_of_names_with_values_or_of_a_list_is_data_too():
    hours = {"type": "dict", "keysrules": {"type": "string"}, "valuesrules": {"type": "number"}}
    assert field("uren", hours | {"meta": {"voorbeeld": "{rijder: 12.5}"}})["examples"] == [{"rijder": 12.5}]
    names = {"type": "list", "schema": TEXT, "meta": {"voorbeeld": "[noord, zuid]"}}
    assert field("wijken", names)["examples"] == [["noord", "zuid"]]


def test_a_field_with_fixed_choices_takes_those_alone():
    schema = field("stand", {"type": "string", "allowed": ["ja", "nee"], "meta": {"titel": "Stand"}})
    assert accepted(schema, "ja", None, "later", "") == ["ja", None] and schema["title"] == "Stand"


def test_an_example_with_years_stands_in_the_words_as_json_would_put_quotes_around_them():
    rules = {
        "type": "dict",
        "keysrules": {"type": "integer"},
        "valuesrules": {"type": "amount"},
        "meta": {"omschrijving": "Per jaar.", "voorbeeld": "{2028: 5}"},
    }
    told = field("bedragen", rules)
    assert told["description"] == "Per jaar. Bijvoorbeeld {2028: 5}." and "examples" not in told


def test_a_map_has_its_own_fields_and_no_others():
    schema = fields_of(PERSON)
    assert accepted(schema, {"naam": "A"}, {"naam": "A", "uren": 5}, {"naam": "A", "uur": 5}, []) == [
        {"naam": "A"}, {"naam": "A", "uren": 5},
    ]  # fmt: skip
    assert schema["errorMessage"] == "dit veld bestaat hier niet; bekend zijn: naam, uren"


def test_a_long_list_of_names_is_cut_short():
    names = {f"veld{number}": {"type": "string"} for number in range(13)}
    assert fields_of({"type": "dict", "schema": names})["errorMessage"].endswith("veld10, veld11, …")
    del names["veld12"]
    assert fields_of({"type": "dict", "schema": names})["errorMessage"].endswith("veld10, veld11")


def test_what_is_required_is_asked_only_when_something_is_filled_in():
    hollow = [{}, None, {"uren": None}, {"naam": None, "uren": None}]
    assert accepted(fields_of(PERSON), *hollow, {"uren": 5}, {"naam": None, "uren": 5}) == hollow


def test_a_field_that_is_required_must_be_there_and_filled_in_and_says_for_what():
    schema = required_fields({"naam": Field(TEXT)}, " (nodig voor jaarplan)")
    assert accepted(schema, {"naam": "A"}, {}, {"naam": None}, {"naam": {}}) == [{"naam": "A"}]
    assert schema["allOf"][0]["errorMessage"] == (
        "‘naam’ ontbreekt (nodig voor jaarplan). Hoe het heet. Voeg toe: naam: De Linde"
    )


def test_a_list_has_no_gaps_unless_all_of_it_is_empty():
    names = field("namen", {"type": "list", "schema": TEXT})
    assert accepted(names, ["A"], [], None, [None], ["A", None], ["A", ""], "A", {"a": 1}) == [["A"], [], None, [None]]
    people = field("mensen", {"type": "list", "schema": PERSON})
    hollow = [{"naam": None}, {}]
    assert accepted(people, hollow, [{"naam": "A"}], [{"naam": "A"}, *hollow]) == [hollow, [{"naam": "A"}]]


def test_a_list_that_must_have_rows_says_how_many():
    schema = field("namen", {"type": "list", "minlength": 2, "schema": TEXT})
    assert accepted(schema, ["A", "B"], [], ["A"]) == [["A", "B"], []]
    assert at_least(2, "te weinig")["else"]["errorMessage"] == "te weinig"
    assert accepted(at_least(2, "te weinig"), [1, 2], [1], []) == [[1, 2]]


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        ({"min": 1990, "max": 2100}, ["1990", "1999", "2000", "2100"], ["1989", "2101", "20000", "02000", "a"]),
        ({"min": 8, "max": 12}, ["8", "9", "10", "12"], ["7", "13", "08"]),
    ],
)
def test_the_names_of_a_free_map_are_numbers_between_bounds(bounds, inside, outside):
    schema = fields_of({"type": "dict", "keysrules": {"type": "integer", **bounds}, "valuesrules": {"type": "amount"}})
    taken = accepted(schema, *({name: 5} for name in [*inside, *outside]))
    assert [name for one in taken for name in one] == inside
    assert schema["errorMessage"].startswith(f"verwacht een getal van {bounds['min']} tot en met {bounds['max']}")


def test_a_name_of_ones_own_has_a_value():
    schema = fields_of({"type": "dict", "keysrules": {"type": "string"}, "valuesrules": {"type": "number"}})
    assert accepted(schema, {"rol": 5}, {"": 5}, {" ": 5}, {"rol": None}, {"rol": "x"}) == [{"rol": 5}]
    assert schema["errorMessage"] == "hier mist de naam voor de dubbele punt"
