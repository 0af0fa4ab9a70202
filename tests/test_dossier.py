"""From YAML to findings: what is read, what is refused, and where each finding points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.dossier import check, load, loads
from docgen.errors import SourceError
from docgen.problem import Problem
from docgen.rules import find
from tests.conftest import ROOT, SAMPLE

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


@pytest.mark.parametrize(
    ("field", "message", "hint"),
    [
        ("uren: acht", "verwacht een getal, kreeg ‘acht’", "schrijf alleen cijfers"),
        ("uren: '840'", "verwacht een getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
        ("tarief: 12.500", "12.500 is dubbelzinnig: 12500 of 12,500?", "schrijf 12500 of 12.50"),
        ("tarief: 1.000,50", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘1.000,50’", "schrijf 1000.50"),
        ("uren: 1.250.000", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘1.250.000’", "schrijf 1250000"),
        ("tarief: 92,50", "verwacht een getal met een punt voor decimalen, kreeg ‘92,50’", "schrijf 92.50"),
        ("tarief: € 92", "verwacht alleen het getal, kreeg ‘€ 92’", "schrijf 92"),
        ("uren: 08", "verwacht een getal, kreeg ‘08’ met een nul ervoor", "schrijf 8"),
        ("uren: 12:30", "verwacht een getal, kreeg ‘12:30’", "schrijf uren met een punt: 12.5"),
        ("uren: 1_000", "verwacht een getal zonder liggende streepjes, kreeg ‘1_000’", "schrijf 1000"),
        ("uren: 840 uur", "verwacht alleen het getal, kreeg ‘840 uur’", "schrijf 840"),
        ("uren: 1e4", "verwacht een getal, kreeg ‘1e4’", "schrijf alleen cijfers"),
        ("tarief: 12.505", "12.505 is dubbelzinnig: 12505 of 12,505?", "schrijf 12505 of 12.51"),
        ("trekker: ja", "verwacht true of false, kreeg ‘ja’", "schrijf true in plaats van ‘ja’"),
        ("trekker: nee", "verwacht true of false, kreeg ‘nee’", "schrijf false in plaats van ‘nee’"),
    ],
)  # fmt: skip
def test_a_number_or_choice_that_yaml_would_twist_is_explained(field, message, hint):
    block = field.replace(": ", ": ", 1)
    found = only(
        CORE + f"partijen: [{{id: p, naam: P}}]\nrollen:\n  - id: r\n    naam: R\n    partij: p\n    {block}\n"
    )
    assert (found.line, found.column, found.message, found.hint) == (8, 5 + field.index(": ") + 2, message, hint)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("15-03-2027", "verwacht een datum als 2027-03-15, kreeg ‘15-03-2027’", "schrijf 2027-03-15"),
        ("2027-3-5", "verwacht een datum als 2027-03-15, kreeg ‘2027-3-5’", "schrijf 2027-03-05"),
        ("15 maart 2027", "verwacht een datum als 2027-03-15, kreeg ‘15 maart 2027’", "schrijf 2027-03-15"),
        ("2027-02-30", "2027-02-30 is geen bestaande datum", "controleer de maand en de dag"),
    ],
)
def test_a_date_that_is_none_is_explained(written, message, hint):
    found = only(f"dossier:\n  id: proef\n  titel: P\n  peildatum: {written}\n")
    assert (found.line, found.column, found.message, found.hint) == (4, 14, message, hint)


def test_an_unknown_field_gets_a_suggestion_and_its_place():
    found = only(
        CORE + "partijen: [{id: p, naam: P}]\nrollen:\n  - id: adviseur\n    naam: R\n    partij: p\n    uur: 5\n"
    )
    assert (found.line, found.column, found.code) == (8, 5, "onbekend")
    assert found.path == "rol 1 (adviseur) › uur"
    assert found.hint == "bedoel je ‘uren’?"


def test_a_missing_key_is_reported_at_its_parent():
    found = only("dossier: {id: proef, titel: P}\norganisatie:\n  plaats: Proef\n")
    assert (found.line, found.column, found.code, found.path) == (2, 1, "ontbreekt", "organisatie")
    assert "‘naam’ ontbreekt" in found.message and "voeg toe: naam: gemeente Merenbroek" in found.hint


def test_a_key_without_a_value_is_reported_where_it_stands():
    found = only("dossier: {id: proef, titel: P}\norganisatie:\n  naam:\n")
    assert (found.line, found.column, found.message) == (
        3,
        3,
        "‘naam’ is nog leeg. Naam zoals die in een zin staat, met het woord gemeente ervoor.",
    )


def test_a_key_that_stands_twice_names_the_earlier_line():
    found = only("dossier: {id: proef, titel: P}\norganisatie:\n  naam: gemeente A\n  naam: gemeente B\n")
    assert (found.line, found.column, found.message) == (4, 3, "‘naam’ staat dubbel; eerder op regel 3")


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


def test_an_id_used_twice_names_the_earlier_line():
    found = only(CORE + "partijen:\n  - id: p\n    naam: A\n  - id: p\n    naam: B\n")
    assert (found.line, found.message) == (6, "kenmerk ‘p’ is al gebruikt op regel 4")


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


@pytest.mark.parametrize(
    ("data", "line", "part"),
    [
        (b"", 0, "het bestand is leeg"),
        (b"# niets\n", 0, "het bestand is leeg"),
        (b"- a\n- b\n", 1, "hier staat een lijst"),
        (b"los\n", 1, "hier staat losse tekst"),
        (b"dossier:\n\tid: x\n", 2, "tab"),
        (b"a: 1\n---\nb: 2\n", 2, "tweede document"),
        (b"dossier: {id: x\x00}\n", 1, "onzichtbaar teken (U+0000)"),
        ("organisatie:\n  naam: Café\n".encode("cp1252"), 2, "niet in UTF-8"),
        (b"organisatie:\n  naam: 's-Gravenhage\n", 2, "aanhalingsteken wordt niet gesloten"),
        (b"dossier: {titel: Plan: een}\n", 1, "er mist een komma"),
        (b"dossier:\n  titel: Werkplan: opstellen\n", 2, "dubbele punt"),
        (b"dossier: !!python/object/apply:os.system [ls]\n", 1, "label"),
        (b"dossier: !eigen x\n", 1, "label"),
        (b"basis: &b {id: x}\ndossier:\n  <<: *b\n", 3, "<<"),
        (b"dossier: *nergens\n", 1, "verwijst naar iets"),
        (b"dossier: " + b"[" * 20000, 1, "te diep genest"),
        (b"a: &a [*a]\n", 1, "verwijst naar iets"),
        (b'dossier: {titel: "a\\0b"}\n', 1, "onzichtbaar teken"),
        (b"organisatie:\n  naam: @home\n", 2, "niet met dit teken beginnen"),
        (b"dossier:\n  titel: |tekst\n   x\n", 2, "na | of >"),
    ],
)
def test_a_file_that_is_no_dossier_gets_one_clear_finding(data, line, part):
    assert [problem.line for problem in findings(data) if part in problem.message] == [line]


def test_a_file_in_an_old_encoding_shows_the_word_at_its_line_and_column():
    found = only("organisatie:\n  naam: gemeente Súdwest\n".encode("cp1252"))
    assert (found.line, found.column) == (2, 19) and "‘: gemeente Súdwest’" in found.message
    assert "gemeente Súdwest" in found.text


def test_an_alias_bomb_is_refused_quickly():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    assert any("te veel herhalingen" in problem.message for problem in findings("\n".join(lines)))


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


def test_text_after_a_hash_is_lost_with_a_warning():
    found = only("dossier:\n  id: x\n  titel: Plan #2 opstellen\n")
    assert (found.level, found.line) == ("waarschuwing", 3) and "‘#2 opstellen’ valt weg" in found.message


@pytest.mark.parametrize(
    ("amounts", "message", "hint"),
    [
        ("{2028: 12500,50}", "‘50’ hoort bij het bedrag ervoor, maar een komma splitst het in tweeën", "schrijf centen met een punt, bijvoorbeeld 12500.50"),
        ("{2028:9000}", "na ‘2028:’ hoort een spatie", "schrijf 2028: 9000"),
        ("{2028: , 2029: 1}", "bij ‘2028’ staat geen waarde", "vul een getal in of haal ‘2028’ weg"),
        ("{2028: 1, 2029}", "bij ‘2029’ staat geen waarde", "vul een getal in of haal ‘2029’ weg"),
        ("{'2028': 1}", "verwacht een geheel getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
        ("{2028-2029: 1}", "verwacht één getal, kreeg ‘2028-2029’", "schrijf elk jaar apart: 2028, 2029, …"),
        ("12000", "verwacht velden (naam: waarde), kreeg ‘12000’", "schrijf bijvoorbeeld bedragen: {2028: 12500, 2029: 12500.50}"),
    ],
)  # fmt: skip
def test_an_amount_never_vanishes_in_silence(amounts, message, hint):
    found = only(CORE + f"begroting:\n  posten:\n    - {{id: P1, naam: x, aard: structureel, bedragen: {amounts}}}\n")
    assert (found.level, found.line, found.message, found.hint) == ("fout", 5, message, hint)


def test_a_section_that_is_left_empty_is_asked_for_all_the_same():
    found = findings(CORE + "interventie: {naam: X}\nraadsvoorstel:\n")
    assert [(p.line, p.message.split(".")[0]) for p in found] == [
        (4, "‘raadsvoorstel’ is nog leeg (nodig voor raadsbesluit)")
    ]


def test_a_file_with_only_empty_sections_is_not_in_order():
    assert {p.message.split(".")[0] for p in findings("dossier:\norganisatie:\njaarplan:\n")} == {
        "‘dossier’ is nog leeg (nodig voor jaarplanparagraaf)",
        "‘organisatie’ is nog leeg (nodig voor jaarplanparagraaf)",
        "‘interventie’ ontbreekt (nodig voor jaarplanparagraaf)",
        "‘jaarplan’ is nog leeg (nodig voor jaarplanparagraaf)",
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("partijen: [{id: extern, naam: X}]\n", 3, "‘extern’ heeft al een vaste betekenis"),
        ("partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: ''}]\n", 4, "mag niet leeg zijn"),
        ("waarom_doorgaan:\n  - goed\n  -\n", 5, "dit punt van de lijst is leeg"),
        ("overeenkomst: {titel: T, ingang: 2028-01-01, einde: 2027-12-31}\n", 3, "einde (2027-12-31) ligt voor ingang (2028-01-01)"),
        ("mijlpalen: [{datum: 0001-01-01, tekst: x}]\n", 3, "het jaar van 0001-01-01 kan niet kloppen"),
        ("interventie: {naam: X, kern: #kern}\n", 3, "tussen { } of [ ] ontbreekt een waarde of het sluitende teken"),
        ("interventie:\n  naam: X\n  kern: #kern\n", 5, "‘#kern’ valt weg: na een spatie begint # commentaar"),
        ("interventie:\n  naam: X\n  kern: een\n    twee #3 vier\n", 5, "‘#3 vier’ valt weg: na een spatie begint # commentaar"),
        ("partijen: [{id: bus, naam: Stichting Bus}]\nrollen: [{id: r, naam: R, partij: Stichting Bus}]\n", 4, "‘Stichting Bus’ staat niet onder ‘partijen’"),
    ],
)  # fmt: skip
def test_what_would_be_wrong_on_paper_is_found(text, line, message):
    assert (line, message) in [(p.line, p.message) for p in findings(CORE + text)]


def test_a_year_is_not_taken_for_a_row():
    text = "begroting:\n  posten:\n    - {id: P1, naam: x, aard: structureel, bedragen: {2028: acht}}\n"
    assert only(CORE + text).path == "begroting › post 1 (P1) › bedragen › 2028"


def test_lines_are_counted_as_yaml_counts_them():
    found = only('dossier:\n  id: proef\n  titel: "a\u2028b"\n  openbaar: ja\n')
    assert (found.line, found.text) == (5, "  openbaar: ja")


def test_a_name_instead_of_an_id_is_answered_with_the_id():
    found = only(
        CORE + "partijen: [{id: bus, naam: Stichting Bus}]\nrollen: [{id: r, naam: R, partij: Stichting Bus}]\n"
    )
    assert found.hint == "gebruik het kenmerk: ‘bus’"


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
    assert only(CORE + "interventie: {naam: X}\nraadsvoorstel: {onderwerp: O, beslispunten: []}\n").code == "aantal"


def test_the_readable_path_counts_from_one_and_names_the_row():
    found = only(CORE + "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p, uren: x}]\n")
    assert found.path == "rol 1 (r) › uren"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("dossier:\n  titel: een\n   id: x\n", 3, "deze regel springt 1 spatie(s) verder in dan de regel erboven"),
        ("partijen:\n  -id: bus\n    naam: B\n", 2, "na het streepje hoort een spatie"),
        ("partijen:\n  – id: bus\n    naam: B\n", 2, "dit is een lang streepje uit Word"),
        ("interventie:\n  naam: 'De foto's'\n  kern: x\n", 2, "na het sluitende aanhalingsteken staat nog tekst: ‘s'’"),
        ('interventie:\n  naam: "De buurtbus" voort\n', 2, "na het sluitende aanhalingsteken staat nog tekst: ‘voort’"),
        ("interventie:\n  naam: [concept] Tekst\n", 2, "een waarde die met [ of { begint, moet daar ook mee eindigen"),
        (
            'interventie:\n  naam: "De buurtbus\n  kern: "x"\n',
            2,
            "het aanhalingsteken dat hier opent, sluit pas op regel 3",
        ),
        (
            "interventie:\n  \u00a0naam: X\n",
            2,
            "deze regel springt in met een harde spatie, zoals bij plakken uit Word",
        ),
    ],
)
def test_the_likely_cause_of_broken_yaml_is_named(text, line, message):
    assert [(p.line, p.message) for p in findings(text)] == [(line, message)]


def test_a_word_file_is_no_dossier():
    assert "Word-, Excel-, PDF- of zip-bestand" in only(b"PK\x03\x04rest").message


def test_text_cut_off_at_a_comma_between_braces_gets_a_warning():
    found = only("dossier: {id: x, titel: eerst, dan dit}\n")
    assert (found.level, found.line, found.column) == (
        "waarschuwing",
        1,
        32,
    ) and "‘dan dit’ hoort bij de tekst ervoor" in found.message


def test_an_anchor_is_allowed_and_a_fault_in_it_is_reported_for_both_places():
    text = "partijen:\n  - &p {id: a, naam: A, kvk: x}\n  - *p\n"
    assert [p.path for p in findings(text) if p.code == "vorm"] == ["partij 1 (a) › kvk", "partij 2 (a) › kvk"]


def test_a_dossier_asks_only_what_its_documents_need():
    text = CORE + "raadsvoorstel:\n  onderwerp: X\n"
    missing = [p.message for p in findings(text)]
    assert missing == [
        "‘interventie’ ontbreekt (nodig voor raadsvoorstel). De aanpak die geborgd wordt.",
        "‘beslispunten’ ontbreekt (nodig voor raadsbesluit). Wat de raad besluit, genummerd vanaf 1.",
    ]


def test_an_agreement_needs_two_parties_and_a_signer_for_each():
    text = (
        CORE + "interventie: {naam: X}\novereenkomst: {titel: T, ingang: 2028-01-01}\npartijen:\n  - {id: p, naam: P}\n"
    )
    assert [p.message.split(".")[0] for p in findings(text)] == [
        "verwacht ten minste 2 partijen (nodig voor samenwerkingsovereenkomst), maar er staan er 1",
        "‘ondertekenaar’ ontbreekt (nodig voor samenwerkingsovereenkomst)",
    ]


def test_an_argument_without_its_decision_point_is_refused():
    text = CORE + (
        "interventie: {naam: X}\nraadsvoorstel:\n  onderwerp: O\n  beslispunten: [{nr: 1, tekst: A}]\n"
        "  argumenten:\n    - {nr: '2.1', kop: K}\n    - {nr: '1.2', kop: L}\n"
    )
    assert [(p.code, p.line, p.message) for p in check(loads(text.encode())) if p.level == "fout"] == [
        ("RVS-01", 8, "2.1 hoort bij geen beslispunt: er is geen beslispunt 2"),
        ("RVS-01", 9, "hier verwacht ik nummer 1.1, kreeg 1.2; nummer zonder gaten"),
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
        rules = library.schema.rules_at(tuple(target.split(".")))
        assert rules and "id" in rules["schema"]["schema"], target


def test_the_shared_samples_in_the_repository_are_all_sound():
    for path in sorted((ROOT / "samples").glob("*.yaml")):
        assert {problem.level for problem in check(load(path)) if not problem.accepted} <= {"advies"}, path
