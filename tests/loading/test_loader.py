"""Nodes read as the schema says: typed values, what is left out, and what is told of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.dossier import loads
from docgen.loading import loader
from docgen.schema.schema import Schema
from docgen.syntax import parser
from tests.small_dossier import CORE, only


def test_text_is_what_is_written():
    text = (
        CORE + "partijen:\n  - {id: no, naam: no, kvk: 01234567, soort: 1:30, hierna: 1_000, bevoegdheid: 2026-01-15}\n"
    )
    party = loads(text.encode()).data["partijen"][0]
    assert party == {
        "id": "no",
        "naam": "no",
        "kvk": "01234567",
        "soort": "1:30",
        "hierna": "1_000",
        "bevoegdheid": "2026-01-15",
    }


def test_money_is_exact_and_dates_are_dates():
    text = (
        CORE
        + "begroting:\n  posten:\n    - {id: P1, naam: x, aard: structureel, bedragen: {2028: 0.10, 2029: 1250000}}\n"
    )
    assert loads(text.encode()).data["begroting"]["posten"][0]["bedragen"] == {
        2028: Decimal("0.10"),
        2029: Decimal(1250000),
    }
    assert loads(b"dossier: {peildatum: 2027-03-15}").data["dossier"]["peildatum"] == date(2027, 3, 15)


@pytest.mark.parametrize("hollow", ["dossier: []", "rollen: {}", "interventie: []"])
def test_an_empty_list_is_no_map_and_the_reverse(hollow):
    assert only(f"{hollow}\n").code == "type"


SCHEMA = Schema(
    {
        "titel": {"type": "string", "required": True},
        "uren": {"type": "number"},
        "soort": {"type": "string", "allowed": ["xxx"]},
        "wie": {"type": "string", "meta": {"ref": "rijen"}},
        "jaren": {"type": "dict", "keysrules": {"type": "integer"}, "valuesrules": {"type": "amount"}},
        "rijen": {
            "type": "list",
            "schema": {"type": "dict", "schema": {"id": {"type": "string", "required": True}, "dag": {"type": "date"}}},
        },
    },
    {},
)


def loaded(text):
    return loader.read(parser.parse(text.encode(), "proef"), SCHEMA)


def told(text):
    return [(p.line, p.column, p.code, p.message) for p in loaded(text).problems]


def test_every_value_and_every_name_has_its_node():
    found = loaded("titel: T\nrijen:\n  - id: a\n    dag: 2027-03-15\n")
    assert found.data == {"titel": "T", "rijen": [{"id": "a", "dag": date(2027, 3, 15)}]}
    assert found.value_nodes["rijen", 0, "dag"].column == 10
    assert [path for path in found.key_nodes if len(path) == 1] == [("titel",), ("rijen",)]
    assert found.problems == [] and found.unknown_keys == [] and found.unusable == set()


def test_what_cannot_be_read_is_told_and_left_out():
    found = loaded("titel: T\nuren: veel\nrijen:\n  - {id: a, dag: morgen}\n")
    assert found.data == {"titel": "T", "rijen": [{"id": "a"}]}
    assert found.unusable == {("uren",), ("rijen", 0, "dag")}
    assert [(problem.line, problem.code) for problem in found.problems] == [(2, "type"), (4, "type")]


def test_a_field_that_the_schema_does_not_have_is_kept_apart():
    found = loaded("titel: T\nrijen:\n  - {id: a, dagg: x}\nandere: 5\n")
    assert found.data == {"titel": "T", "rijen": [{"id": "a"}]}
    assert found.unknown_keys == [("rijen", 0, "dagg"), ("andere",)]


def test_a_name_that_stands_there_twice_counts_once():
    found = loaded("titel: een\ntitel: twee\n")
    assert found.data == {"titel": "een"}
    assert [(p.line, p.message) for p in found.problems] == [(2, "‘titel’ staat dubbel; eerder op regel 1")]


def test_a_part_in_which_nothing_is_filled_in_is_not_there():
    assert loaded("titel:\nuren: ~\nrijen:\n  - {id: , dag: }\njaren: {}\n").data == {}
    assert told("titel:\nrijen:\n  -\n") == []


def test_a_year_without_its_amount_may_not_vanish():
    assert told("jaren: {2028: , 2029: 5}\n") == [(1, 9, "leeg", "bij ‘2028’ staat geen waarde")]
    assert told("jaren: {2028:5}\n") == [(1, 9, "leeg", "na ‘2028:’ hoort een spatie")]
    assert told("jaren: {2028=5, 2029=6}\n") == [
        (1, 9, "leeg", "tussen naam en getal hoort een dubbele punt met een spatie, geen =")
    ]
    assert loaded("jaren: {2028: 5}\n").data == {"jaren": {2028: Decimal(5)}}


def test_a_name_that_is_no_text_or_holds_what_cannot_be_seen_is_told():
    assert told("? [a]\n: b\n") == [(1, 3, "naam", "een naam voor de dubbele punt is gewone tekst")]
    assert told('"a\\x07": b\n') == [(1, 1, "teken", "deze naam bevat een onzichtbaar teken")]


def test_a_value_that_falls_away_is_told_and_is_a_mistake_where_it_is_needed():
    found = loaded("titel: #2\nuren: 5\n")
    assert [(p.code, p.level) for p in found.problems] == [("commentaar", "fout")]
    assert ("titel",) in found.unusable
    assert [(p.code, p.level) for p in loaded("titel: Plan #2\n").problems] == [("commentaar", "waarschuwing")]
    assert told("titel: &co\n") == [(1, 8, "yaml", "‘&co’ valt weg: een waarde mag niet met & beginnen")]


def test_a_character_that_no_document_may_hold_is_told_at_its_value():
    assert told('titel: "a\\x07b"\n') == [
        (1, 8, "teken", "de waarde bevat een onzichtbaar teken (U+0007) dat niet in een document mag")
    ]


def test_a_file_that_holds_no_names_is_told_how_a_dossier_begins():
    assert told("- a\n") == [(1, 1, "vorm", "een dossier begint met namen als ‘dossier:’, maar hier staat een lijst")]
    assert told("a b\n") == [(1, 1, "vorm", "een dossier begint met namen als ‘dossier:’, maar hier staat losse tekst")]
    assert loaded("- a\n").data == {}


def test_of_a_text_that_is_no_yaml_only_that_is_told():
    found = loaded("titel: 'open\n")
    assert found.data == {} and [problem.code for problem in found.problems] == ["yaml"]


def test_what_a_row_without_its_dash_lacks_is_no_finding_of_its_own():
    found = loaded("rijen:\n  - id: a\n    id: b\n")
    assert [problem.code for problem in found.problems] == ["dubbel"]
    assert found.data["rijen"] == [{"id": "a"}, {"id": "b"}]
    assert found.unusable == {("rijen", 0, "dag"), ("rijen", 1, "dag")}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("jaren: {2028: }\n", "vul een getal in of haal ‘2028’ weg"),
        ("jaren: {2028:5}\n", "schrijf 2028: 5"),
        ("? [a]\n: b\n", "zet tekst die met { of [ begint tussen aanhalingstekens"),
        ("uren: wel 12 keer\n", "schrijf 12"),
        ("rijen: [{id: a, dag: 15-03-2027}]\n", "schrijf 2027-03-15"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_write(text, hint):
    assert [problem.hint for problem in loaded(text).problems] == [hint]


def test_a_remark_beside_an_empty_field_that_is_not_needed_leaves_it_empty():
    found = loaded("titel: T\nuren: #2\n")
    assert [(p.code, p.level) for p in found.problems] == [("commentaar", "waarschuwing")]
    assert found.unusable == set() and loaded("titel:\n").unusable == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("titel: Plan van [naam]\n", "invullen"),
        ("wie: De [naam]\n", "invullen"),
        ('titel: "Plan\n  versie: een"\n', "aanhaling"),
        ("titel: >-\n  Wij:\n  - zorg\n  - vervoer\n", "opsomming"),
    ],
)
def test_a_text_that_would_be_wrong_on_paper_is_read_with_a_warning(text, code):
    found = loaded(text)
    assert [(problem.code, problem.level) for problem in found.problems] == [(code, "waarschuwing")]
    assert found.data and found.unusable == set()


def test_a_choice_and_an_id_are_no_text_for_paper():
    assert told("soort: xxx\n") == told("wie: xxx\n") == [] and told("titel: xxx\n") != []
