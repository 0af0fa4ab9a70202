"""What is wrong with the shape of a dossier: fields, forms, double rows and periods."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.dossier import loads
from docgen.loading import loader
from docgen.schema.field import Field
from docgen.schema.schema import Schema
from docgen.schema.types import Violation
from docgen.syntax import parser
from docgen.validation import structure
from tests.small_dossier import CORE, findings, only


def test_an_unknown_field_gets_a_suggestion_and_its_place():
    found = only(
        CORE + "partijen: [{id: p, naam: P}]\nrollen:\n  - id: adviseur\n    naam: R\n    partij: p\n    uur: 5\n"
    )
    assert (found.line, found.column, found.code) == (8, 5, "onbekend")
    assert found.path == "rol 1 (adviseur) › uur"
    assert found.hint == "bedoel je ‘uren’?"


def test_a_missing_key_is_reported_at_its_parent():
    found = only("dossier: {id: proef, titel: P}\norganisatie:\n  plaats: Proef\n")
    assert (found.line, found.column, found.code, found.path) == (2, 1, "ontbreekt", "organisatie › naam")
    assert "ontbreekt. Naam zoals" in found.message and "voeg toe, bijvoorbeeld naam: gemeente Merenbroek" in found.hint


def test_a_key_without_a_value_is_reported_where_it_stands():
    found = only("dossier: {id: proef, titel: P}\norganisatie:\n  naam:\n")
    assert (found.line, found.column, found.message) == (
        3,
        3,
        "is nog leeg. Naam zoals die in een zin staat, met het woord gemeente ervoor.",
    )


@pytest.mark.parametrize(
    "party", ['{id: "p\\nq", naam: P}', '{id: p, naam: P, kvk: "01234567\\n8"}', "{id: p, naam: P, kvk: ٠١٢٣٤٥٦٧}"]
)
def test_a_form_is_exact_to_the_last_character(party):
    assert only(f"{CORE}partijen: [{party}]\n").code == "vorm"


def test_one_slip_gives_one_finding():
    assert only("dossier: {id: a, titel: T}\norganisatie: {nam: gemeente X}\n").code == "onbekend"
    assert (
        only(CORE + "partyen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p}]\n").hint
        == "bedoel je ‘partijen’?"
    )
    assert only(CORE + "interventie: {naam: X}\nraadsvoorstel: {onderwerp: O, beslispunten: []}\n").code == "ontbreekt"


def test_an_agreement_that_ends_before_it_begins_is_found():
    text = CORE + "overeenkomst: {titel: T, ingang: 2028-01-01, einde: 2027-12-31}\n"
    assert (3, 53, "einde (2027-12-31) ligt voor ingang (2028-01-01)") in [
        (p.line, p.column, p.message) for p in findings(text)
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("borgingscheck:\n  antwoorden:\n    - {punt: D2, stand: groen, toelichting: A}\n    - {punt: D2, stand: rood, toelichting: B}\n", 5, "‘D2’ staat al op regel 4"),
        ("doelen:\n  - id: D1\n    tekst: T\n    metingen:\n      - {datum: 2028-01-01, waarde: 1}\n      - {datum: 2028-01-01, waarde: 2}\n", 7, "‘2028-01-01’ staat al op regel 6"),
        ("rollen: [{id: r, naam: R}]\noverdracht:\n  rol: r\n  per_rol:\n    - {rol: r, lessen: [A]}\n    - {rol: r, lessen: [B]}\n", 7, "‘r’ staat al op regel 6"),
    ],
)  # fmt: skip
def test_a_row_that_says_again_what_an_earlier_one_says_is_a_mistake(text, line, message):
    found = [
        one for one in loads(f"dossier: {{id: a, titel: A}}\n{text}".encode()).loaded.problems if one.code == "dubbel"
    ]
    assert [(one.line, one.message, one.hint) for one in found] == [(line, message, "maak van de twee één")]


def test_two_answers_to_one_point_may_be_about_two_neighbourhoods():
    text = (
        "dossier: {id: a, titel: A, wijken: [noord, zuid]}\nborgingscheck:\n  antwoorden:\n"
        "    - {punt: D2, stand: groen, toelichting: A}\n    - {punt: D2, wijk: noord, stand: rood, toelichting: B}\n"
        "    - {punt: D2, wijk: zuid, stand: rood, toelichting: B}\n"
    )
    assert not [one for one in loads(text.encode()).loaded.problems if one.code == "dubbel"]


TEXT = {"type": "string"}


@pytest.mark.parametrize(
    ("fault", "rules", "told"),
    [
        (("min", ("jaren", 28), 28, 1990, True), {"min": 1990}, ("bereik", "28 is te klein; het kleinste is 1990", "schrijf 2028")),
        (("max", ("jaren", 2828), 2828, 2100, True), {"min": 1990}, ("bereik", "2828 is te groot; het grootste is 2100", "controleer het jaartal")),
        (("max", ("uren",), 101, 100, False), {}, ("bereik", "101 is te groot; het grootste is 100", "controleer het getal")),
        (("min", ("dag",), date(2020, 1, 1), date(2027, 1, 1), False), {}, ("bereik", "2020-01-01 is te klein; het kleinste is 2027-01-01", "controleer de datum")),
        (("minlength", ("rij",), ["a"], 2, False), {}, ("aantal", "verwacht ten minste 2, maar er staan er 1", "")),
        (("maxlength", ("naam",), "Johanna", 5, False), {}, ("lengte", "is te lang: ten hoogste 5 tekens", "")),
        (("forbidden", ("id",), "extern", ["extern"], False), {}, ("keuze", "‘extern’ heeft al een vaste betekenis", "kies een ander kenmerk")),
        (("allowed", ("soort",), "vas", ["vast", "los"], False), {}, ("keuze", "verwacht vast of los, kreeg ‘vas’", "bedoel je ‘vast’?")),
        (("regex", ("kvk",), "12", r"\d{8}", False), {"regex": r"\d{8}", "meta": {"voorbeeld": "01234567", "omschrijving": "Acht cijfers."}}, ("vorm", "‘12’ heeft niet de goede vorm. Acht cijfers.", "bijvoorbeeld 01234567")),
        (("regex", ("kvk",), "nvt", r"\d{8}", False), {"regex": r"\d{8}"}, ("vorm", "‘nvt’ heeft niet de goede vorm.", "vul het in, of haal het veld weg zolang het niet bekend is")),
        (("type", ("dossier",), "x", "dict", False), {"type": "dict"}, ("type", "‘dossier’ is een kopje; hier hoort geen tekst achter", "")),
        (("type", ("dossier",), ["x"], "dict", False), {"type": "dict"}, ("type", "‘dossier’ is een kopje; hier horen geen streepjes onder", "")),
        (("type", ("jaren",), "5", "dict", False), {"type": "dict", "keysrules": {}, "meta": {"voorbeeld": "{2028: 5}"}}, ("type", "verwacht waarden tussen { }, kreeg ‘5’", "schrijf bijvoorbeeld jaren: {2028: 5}")),
        (("type", ("soort",), ["a"], "string", False), {"type": "string", "allowed": ["a"]}, ("type", "verwacht één keuze, kreeg een lijst", "")),
        (("type", ("partij",), {"a": 1}, "string", False), {"type": "string", "meta": {"ref": "partijen"}}, ("type", "verwacht één kenmerk, kreeg een naam met een waarde", "")),
        (("oneof", ("naam",), "x", [], False), {}, ("vorm", "voldoet niet aan het schema (oneof)", "")),
    ],
)  # fmt: skip
def test_what_cerberus_found_is_told_in_words_of_a_writer(fault, rules, told):
    found = structure.finding_of(Violation(*fault), Field(rules))
    assert (found.code, found.message, found.hint) == told and found.level == "fout"


def test_rows_are_told_apart_by_their_id_or_by_the_fields_that_the_list_names():
    rows = [{"id": "a"}, {"id": "b"}, {"id": "a"}, {}, {}, None, {"id": "a"}]
    assert list(structure.duplicates(rows, Field({}))) == [(2, 0, "a"), (6, 0, "a")]
    unique = Field({"meta": {"uniek": ["punt", "wijk"]}})
    rows = [{"punt": "D2"}, {"punt": "D2", "wijk": "noord"}, {"punt": "D2"}]
    assert list(structure.duplicates(rows, unique)) == [(2, 0, "D2")]


def test_a_period_may_begin_and_end_on_one_day_and_not_the_other_way_round():
    first, last = date(2028, 1, 1), date(2028, 1, 2)
    assert list(structure.inverted_periods({"begin": last, "einde": first})) == [("begin", "einde")]
    assert list(structure.inverted_periods({"ingang": last, "einde": first})) == [("ingang", "einde")]
    checks = {"nagegaan_op": last, "volgende_controle": first}
    assert list(structure.inverted_periods(checks)) == [("nagegaan_op", "volgende_controle")]
    for value in ({"begin": first, "einde": first}, {"begin": first}, {"begin": "later", "einde": first}):
        assert list(structure.inverted_periods(value)) == []


def test_an_example_is_a_field_as_it_can_be_typed_in():
    text = TEXT | {"required": True, "meta": {"voorbeeld": "gemeente Merenbroek"}}
    assert structure.yaml_example("naam", Field(text)) == "naam: gemeente Merenbroek"
    assert structure.yaml_example("naam", Field(TEXT)) == "naam: …"
    assert (
        structure.yaml_example("rollen", Field({"type": "list"})) == "rollen: met regels die beginnen met een streepje"
    )
    part = {"type": "dict", "schema": {"naam": text, "id": TEXT | {"required": True}, "plaats": TEXT}}
    assert structure.yaml_example("organisatie", Field(part)) == (
        "organisatie: met daaronder naam: gemeente Merenbroek en id: …"
    )
    assert structure.yaml_example("plek", Field({"type": "dict", "schema": {"a": TEXT}})) == "plek: met daaronder …"


SMALL = Schema(
    {
        "titel": {"type": "string", "required": True},
        "plek": {
            "type": "dict",
            "schema": {"straat": {"type": "string", "required": True, "maxlength": 5}, "nr": {"type": "integer"}},
        },
        "rijen": {"type": "list", "schema": {"type": "dict", "schema": {"id": {"type": "string", "required": True}}}},
    },
    {},
)


def test_only_the_parts_that_may_be_wrong_are_looked_at_and_all_of_it_is_found():
    assert structure.faults_in({"titel": "T", "plek": {"straat": "Kade"}}, SMALL) == []
    for data in (
        {"titel": "T", "plek": {"straat": "Kerkpad", "nr": "x"}},
        {"plek": {"straat": "Kade"}},
        {"titel": 5, "plek": {}},
        {"titel": "T", "anders": 1},
    ):
        found = structure.faults_in(data, SMALL)
        assert {(one.rule, one.path) for one in found} == {(one.rule, one.path) for one in SMALL.violations(data)}
    assert structure.faults_in({}, SMALL) == [Violation("required", ("titel",), None, True, False)]


def loaded(text):
    return loader.read(parser.parse(text.encode(), "d.yaml"), SMALL)


def test_of_a_part_that_was_begun_the_fields_are_asked_and_else_the_part():
    assert list(structure.required_paths(loaded("titel: T\n"), SMALL, ("plek",))) == [("plek",)]
    assert list(structure.required_paths(loaded("plek: {nr: }\n"), SMALL, ("plek",))) == [("plek", "straat")]
    assert list(structure.required_paths(loaded("plek:\n"), SMALL, ("plek",))) == [("plek",)]
    assert list(structure.required_paths(loaded("rijen:\n  - {id: }\n"), SMALL, ("rijen",))) == [("rijen", 0, "id")]
    assert list(structure.required_paths(loaded("rijen:\n"), SMALL, ("rijen",))) == [("rijen",)]


def test_a_field_that_is_not_there_is_told_at_the_name_of_what_it_belongs_in():
    found = structure.missing_field(loaded("titel: T\nplek:\n  nr: 5\n"), SMALL, ("plek", "straat"), " (nodig)")
    assert (found.line, found.column, found.code, found.message) == (2, 1, "ontbreekt", "ontbreekt (nodig).")
    assert found.hint == "voeg toe: straat: …"
    found = structure.missing_field(loaded("titel:\n"), SMALL, ("titel",))
    assert (found.line, found.message, found.hint) == (1, "is nog leeg.", "vul in wat hoort achter titel:")


def test_a_text_that_a_comma_cut_off_between_braces_is_told_as_that():
    found = only(CORE + "interventie: {naam: Bus, Trein en Co}\n")
    assert (found.code, found.level, found.column) == ("komma", "waarschuwing", 26)


def test_a_text_that_runs_on_as_a_field_is_told_as_that():
    found = only(CORE + "interventie:\n  naam: X\n  kern: Ouderen bewegen in\n  Oost: elke week\n")
    assert (found.line, found.message) == (6, "deze regel lijkt het vervolg van ‘kern’ op regel 5")
