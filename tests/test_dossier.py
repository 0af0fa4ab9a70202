"""From YAML to findings: what is read, what is refused, and where each finding points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.diagnostics.problem import Problem
from docgen.dossier import check, load, loads
from docgen.errors import SourceError
from docgen.rules.registry import find
from tests.conftest import SAMPLE

CORE = "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\n"


def findings(text: str | bytes) -> list[Problem]:
    """What reading and shape find; what the rules find is for test_rules.py."""
    found = check(loads(text if isinstance(text, bytes) else text.encode()))
    return [problem for problem in found if find(problem.code) is None]


def only(text: str | bytes) -> Problem:
    found = findings(text)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def test_the_shape_of_the_sample_has_no_findings(sample):
    assert [problem for problem in check(sample) if find(problem.code) is None] == []


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
    ("field", "value", "hint"),
    [
        ("vervanger", "adviseurr", "bedoel je ‘adviseur’?"),
        ("partij", "q", "bekend zijn: p"),
    ],
)
def test_a_reference_that_leads_nowhere_gets_a_suggestion(field, value, hint):
    row = {"id": "adviseur", "naam": "R", "partij": "p"} | {field: value}
    lines = "\n    ".join(f"{k}: {v}" for k, v in row.items())
    found = only(CORE + f"partijen: [{{id: p, naam: P}}]\nrollen:\n  - {lines}\n")
    assert (found.code, found.hint) == ("verwijzing", hint)
    assert f"‘{value}’ staat niet onder" in found.message


def test_a_reference_in_a_key_points_at_the_key():
    found = only(
        CORE
        + "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p}]\ntaken:\n  - id: T1\n    naam: T\n    uren:\n      rr: 5\n"
    )
    assert (found.line, found.column, found.path) == (9, 7, "taak 1 (T1) › uren › rr")


def test_a_finding_shows_the_line_with_a_caret():
    shown = str(only("dossier:\n  id: proef\n  titel: P\n  openbaar: ja\n"))
    assert shown.splitlines() == [
        "dossier:4:13: fout: dossier › openbaar: verwacht true of false, kreeg ‘ja’ [type]",
        "    4 |   openbaar: ja",
        "      |             ^^",
        "      tip: schrijf true in plaats van ‘ja’",
    ]


def test_all_findings_come_at_once_and_in_order():
    text = "dossier: {id: Proef!, titel: P, peildatum: morgen}\norganisatie: {nam: X}\n"
    assert [(p.line, p.code) for p in findings(text)] == [(1, "vorm"), (1, "type"), (2, "onbekend")]


def test_a_file_in_an_old_encoding_shows_the_word_at_its_line_and_column():
    found = only("organisatie:\n  naam: gemeente Súdwest\n".encode("cp1252"))
    assert (found.line, found.column) == (2, 19) and "‘Súdwest’" in found.message
    assert "gemeente Súdwest" in found.text


@pytest.mark.parametrize(
    "encoded",
    [
        SAMPLE.read_bytes().replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + SAMPLE.read_bytes(),
        SAMPLE.read_text(encoding="utf-8").encode("utf-16"),
    ],
)
def test_windows_line_ends_a_byte_order_mark_and_utf_16_are_read_as_they_should(encoded, sample):
    assert loads(encoded).data == sample.data


@pytest.mark.parametrize(
    "party", ['{id: "p\\n", naam: P}', '{id: p, naam: P, kvk: "01234567\\n"}', "{id: p, naam: P, kvk: ٠١٢٣٤٥٦٧}"]
)
def test_a_form_is_exact_to_the_last_character(party):
    assert only(f"{CORE}partijen: [{party}]\n").code == "vorm"


@pytest.mark.parametrize("hollow", ["dossier: []", "rollen: {}", "interventie: []"])
def test_an_empty_list_is_no_map_and_the_reverse(hollow):
    assert only(f"{hollow}\n").code == "type"


def test_a_section_that_is_left_empty_is_asked_for_all_the_same():
    found = findings(CORE + "interventie: {naam: X}\nraadsvoorstel:\n")
    assert [(p.line, p.message.split(".")[0]) for p in found] == [(4, "is nog leeg")]


def test_a_file_with_only_empty_sections_is_not_in_order():
    assert {(p.path, p.message.split(".")[0]) for p in findings("dossier:\norganisatie:\njaarplan:\n")} == {
        ("dossier", "is nog leeg"),
        ("organisatie", "is nog leeg"),
        ("interventie", "ontbreekt"),
        ("jaarplan", "is nog leeg"),
    }


def test_a_year_is_not_taken_for_a_row():
    text = "begroting:\n  posten:\n    - {id: P1, naam: x, aard: structureel, bedragen: {2028: acht}}\n"
    assert only(CORE + text).path == "begroting › post 1 (P1) › bedragen › 2028"


def test_lines_are_counted_as_yaml_counts_them():
    found = only('dossier:\n  id: proef\n  titel: "a\u2028b"\n  openbaar: ja\n')
    assert (found.line, found.text) == (5, "  openbaar: ja")


@pytest.mark.parametrize("parties", ["partijen: []\n", "partijen:\n", ""])
def test_a_reference_to_an_empty_list_is_not_passed_over(parties):
    found = only(CORE + parties + "rollen: [{id: r, naam: R, partij: p}]\n")
    assert (found.code, found.message, found.hint) == (
        "verwijzing",
        "‘p’ staat niet onder ‘partijen’",
        "vul ‘partijen’ in",
    )


def test_one_slip_gives_one_finding():
    assert only("dossier: {id: a, titel: T}\norganisatie: {nam: gemeente X}\n").code == "onbekend"
    assert (
        only(CORE + "partyen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p}]\n").hint
        == "bedoel je ‘partijen’?"
    )
    assert only(CORE + "interventie: {naam: X}\nraadsvoorstel: {onderwerp: O, beslispunten: []}\n").code == "ontbreekt"


def test_the_readable_path_counts_from_one_and_names_the_row():
    found = only(CORE + "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p, uren: x}]\n")
    assert found.path == "rol 1 (r) › uren"


def test_an_anchor_is_allowed_and_a_fault_in_it_is_reported_for_both_places():
    text = "partijen:\n  - &p {id: a, naam: A, kvk: x}\n  - *p\n"
    assert [p.path for p in findings(text) if p.code == "vorm"] == ["partij 1 (a) › kvk", "partij 2 (a) › kvk"]


def test_a_dossier_asks_only_what_its_documents_need():
    text = CORE + "raadsvoorstel:\n  onderwerp: X\n"
    missing = [(p.path, p.message) for p in findings(text)]
    assert missing == [
        ("interventie", "ontbreekt (nodig voor raadsvoorstel). De aanpak die geborgd wordt."),
        (
            "raadsvoorstel › beslispunten",
            "ontbreekt. Wat de raad besluit, genummerd vanaf 1.",
        ),
    ]


def test_an_agreement_needs_two_parties_and_a_signer_for_each():
    text = (
        CORE + "interventie: {naam: X}\novereenkomst: {titel: T, ingang: 2028-01-01}\npartijen:\n  - {id: p, naam: P}\n"
    )
    assert [p.message.split(".")[0] for p in findings(text)] == [
        "verwacht ten minste 2 partijen (nodig voor samenwerkingsovereenkomst), maar er staan er 1",
        "ontbreekt",
    ]


def test_an_argument_without_its_decision_point_is_refused():
    text = CORE + (
        "interventie: {naam: X}\nraadsvoorstel:\n  onderwerp: O\n  beslispunten: [{nr: 1, tekst: A}]\n"
        "  argumenten:\n    - {nr: '2.1', kop: K}\n    - {nr: '1.2', kop: L}\n"
    )
    assert [(p.code, p.line, p.message) for p in check(loads(text.encode())) if p.level == "fout"] == [
        ("RVS-01", 8, "2.1 hoort bij geen beslispunt: er is geen beslispunt 2"),
        ("RVS-01", 9, "hier hoort nummer 1.1, niet 1.2; nummer zonder gaten"),
    ]


def test_a_file_that_is_not_there_is_one_dutch_line(tmp_path):
    with pytest.raises(SourceError, match="het bestand bestaat niet"):
        load(tmp_path / "weg.yaml")


def test_the_schemas_describe_every_field_in_dutch(library):
    def fields(rules, path):
        meta = rules.get("meta", {})
        assert meta.get("titel") and meta.get("omschrijving"), path
        for name, inner in rules["schema"].items() if rules["type"] == "dict" and "schema" in rules else ():
            fields(inner, f"{path}.{name}")
        if rules["type"] == "list":
            fields(rules["schema"], f"{path}[]")

    for name, rules in library.schema.fields.items():
        fields(rules, name)


def test_every_reference_in_the_schemas_names_a_list_with_ids(library):
    def references(rules):
        if "ref" in rules.get("meta", {}):
            yield rules["meta"]["ref"]
        inside = rules.get("schema", {})
        for inner in inside.values() if rules.get("type") == "dict" else [inside]:
            if inner:
                yield from references(inner)
        for key in {"keysrules", "valuesrules"} & set(rules):
            yield from references(rules[key])

    for target in set(references(library.schema.rules)):
        row = library.schema.rules_at(tuple(target.split(".")))["schema"]
        assert row["type"] == "string" or "id" in row["schema"], target


def test_an_agreement_that_ends_before_it_begins_is_found():
    text = CORE + "overeenkomst: {titel: T, ingang: 2028-01-01, einde: 2027-12-31}\n"
    assert (3, 53, "einde (2027-12-31) ligt voor ingang (2028-01-01)") in [
        (p.line, p.column, p.message) for p in findings(text)
    ]


def test_an_answer_for_a_neighbourhood_that_is_not_there_is_not_passed_over():
    text = "dossier: {id: a, titel: A, wijken: [noord, zuid]}\nborgingscheck:\n  antwoorden:\n    - {punt: D2, wijk: Noord, stand: groen, toelichting: T}\n"
    found = [problem for problem in findings(text) if problem.code == "verwijzing"]
    assert [(p.line, p.message, p.hint) for p in found] == [
        (4, "‘Noord’ staat niet onder ‘dossier.wijken’", "bedoel je ‘noord’?")
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
