"""`docgen diff`: what changed between two versions of a dossier."""

from __future__ import annotations

import json

import pytest
from docx import Document

from tests.conftest import SAMPLE

FIRST = "Rol ‘Wijkcoördinator (trekker)’, uren: van 840 naar 900 (60 meer)."


@pytest.fixture
def newer(tmp_path):
    """The sample with more hours and another title."""
    text = SAMPLE.read_text("utf-8").replace("uren: 840", "uren: 900", 1).replace("versie: ", "versie: 1", 1)
    (tmp_path / "nieuw.yaml").write_text(text, "utf-8")
    return "nieuw.yaml"


def test_what_changed_is_told_by_subject_and_counted(docgen, newer):
    done = docgen("diff", SAMPLE, newer)
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "") and lines[:2] == ["Uren", f"- {FIRST}"]
    assert lines[-1].endswith("in 2 onderwerpen")


def test_two_versions_that_are_the_same_have_no_differences(docgen):
    done = docgen("diff", SAMPLE, SAMPLE)
    assert (done.code, done.out, done.err) == (0, "geen verschillen\n", "")


def test_other_programs_get_each_change_with_its_place(docgen, newer):
    found = json.loads(docgen("diff", SAMPLE, newer, "--format", "json").out)
    assert found[0] == {
        "subject": "Uren",
        "about": "rol ‘Wijkcoördinator (trekker)’, uren",
        "kind": "veranderd",
        "before": "840",
        "now": "900",
        "sentence": FIRST,
        "path": "rollen.1.uren",
    }


def test_the_changes_can_be_sent_as_a_word_document(docgen, newer, tmp_path):
    done = docgen("diff", SAMPLE, newer, "-o", "verschil.docx")
    assert done.code == 0 and done.err == "gemaakt      verschil.docx\n"
    made = Document(str(tmp_path / "verschil.docx"))
    assert [cell.text for cell in made.tables[0].rows[1].cells] == [
        "Rol ‘Wijkcoördinator (trekker)’, uren",
        "840",
        "900",
    ]


def test_a_file_that_is_there_is_never_written_over(docgen, newer, tmp_path):
    (tmp_path / "verschil.docx").write_bytes(b"een ander stuk")
    done = docgen("diff", SAMPLE, newer, "-o", "verschil.docx")
    assert done.code == 2 and "verschil.docx bestaat al; kies een andere naam" in done.err and done.out == ""
    assert (tmp_path / "verschil.docx").read_bytes() == b"een ander stuk"
    assert docgen("diff", SAMPLE, newer, "-o", "verschil.pdf").err == (
        "docgen: verschil.pdf is geen .docx; kies een naam die eindigt op .docx\n"
    )


def test_a_version_with_mistakes_is_not_compared(docgen, tmp_path):
    (tmp_path / "stuk.yaml").write_text("dossier: {id: A!, titel: T}\n", "utf-8")
    done = docgen("diff", SAMPLE, "stuk.yaml")
    assert done.code == 1 and "stuk.yaml:1:15: fout: dossier › id" in done.out
    assert done.err == "docgen: de versies zijn niet vergeleken: eerst deze fouten\n"


def test_a_version_that_is_not_there_is_named(docgen):
    done = docgen("diff", "weg.yaml", SAMPLE)
    assert done.code == 2 and "weg.yaml is niet te lezen" in done.err
