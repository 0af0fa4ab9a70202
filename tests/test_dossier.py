"""A dossier as a whole: from a file to all that is found in it, in order."""

from __future__ import annotations

import pytest

from docgen.dossier import check, load, loads
from docgen.errors import SourceError
from docgen.rules.registry import find
from tests.conftest import SAMPLE
from tests.small_dossier import CORE, findings


def test_the_shape_of_the_sample_has_no_findings(sample):
    assert [problem for problem in check(sample) if find(problem.code) is None] == []


def test_all_findings_come_at_once_and_in_order():
    text = "dossier: {id: Proef!, titel: P, peildatum: morgen}\norganisatie: {nam: X}\n"
    assert [(p.line, p.code) for p in findings(text)] == [(1, "vorm"), (1, "type"), (2, "onbekend")]


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


def test_a_dossier_asks_for_the_documents_of_its_sections(library):
    dossier = loads((CORE + "jaarplan: {jaar: 2028}\nraadsvoorstel:\n").encode(), "d.yaml", library)
    assert {kind.name for kind in dossier.asked_types()} == {"jaarplan", "raadsvoorstel", "raadsbesluit"}
    assert dossier.name == "d.yaml"


def test_a_document_that_is_asked_for_needs_its_fields_whether_the_dossier_has_its_section_or_not(library):
    dossier = loads(CORE.encode(), library=library)
    asked = {
        problem.path for problem in check(dossier, [library.types["raadsvoorstel"]]) if problem.code == "ontbreekt"
    }
    assert {"raadsvoorstel", "interventie"} <= asked
    assert not [problem for problem in check(dossier, []) if problem.code == "ontbreekt"]


def test_after_a_mistake_of_shape_rules_look_at_what_could_be_read_and_the_mistake_says_which_wait():
    text = SAMPLE.read_text("utf-8").replace("uren: 110\n", "uren: 109\n")
    found = check(loads(text.replace("{2027: 9600, 2028: 9600", "{2027: 9600, 2028: 9.600,-").encode()))
    shape = next(one for one in found if one.code == "type")
    assert {one.code for one in found} == {"type", "UUR-01"}, "hours have nothing to do with an amount"
    assert {"FIN-01", "FIN-05", "FIN-13"} <= set(shape.waiting) and "UUR-01" not in shape.waiting
    assert [one.code for one in check(loads(text.encode())) if one.level == "fout"] == ["UUR-01"]


def test_advice_waits_until_the_shape_is_right():
    right = "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\n"
    assert [problem for problem in check(loads(right.encode())) if find(problem.code)]
    wrong = right.replace("id: proef", "id: Proef!")
    assert [problem.code for problem in check(loads(wrong.encode()))] == ["vorm"]


def test_the_fingerprint_is_of_the_text_and_not_of_the_bytes_it_was_saved_in():
    plain = loads(CORE.encode())
    for data in (CORE.encode("utf-16"), CORE.encode("utf-8-sig"), CORE.replace("\n", "\r\n").encode()):
        assert loads(data).fingerprint == plain.fingerprint
    assert loads(CORE.replace("Proef", "Proev").encode()).fingerprint != plain.fingerprint


def test_of_a_text_that_is_no_yaml_only_that_is_found():
    assert [problem.code for problem in check(loads(b"dossier: 'open\n"))] == ["yaml"]
    assert [problem.code for problem in check(loads(b""))] == ["leeg"]
