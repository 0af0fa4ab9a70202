"""What changed as a Word document."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen.versions.word_table import word_table
from docgen.versions.wording import Told
from tests.conftest import ROOT

SHEET = ROOT / "templates" / "huisstijl.docx"
FOUND = [
    Told("Geld", "bron ‘Rijk’, 2028", "veranderd", "€ 1", "€ 2", "…", "financiering.1.bedragen.2028"),
    Told("Geld", "bron ‘Fonds’", "nieuw", "", "status gevraagd", "…", "financiering.2"),
    Told("Uren", "rol ‘A’, uren", "veranderd", "10", "20", "…", "rollen.1.uren"),
]


@pytest.fixture(scope="module")
def made():
    return Document(io.BytesIO(word_table(FOUND, "Wat er veranderd is", "Van 1 naar 2", SHEET)))


def test_every_subject_has_a_heading_and_a_table_with_all_that_changed(made):
    assert [one.text for one in made.paragraphs if one.style.name == "Heading 1"] == ["Geld", "Uren"]
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert rows == [
        ["Wat", "Was", "Is nu"],
        ["Bron ‘Rijk’, 2028", "€ 1", "€ 2"],
        ["Bron ‘Fonds’", "–", "status gevraagd"],
    ]


def test_tables_look_as_those_of_documents_and_can_be_read_aloud(made):
    for table in made.tables:
        assert table.style.name == "Huisstijl tabel"
        assert table._tbl.tblPr.find("{*}tblDescription") is not None
        assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
        assert all(row._tr.trPr.find("{*}cantSplit") is not None for row in table.rows)


def test_nothing_of_the_style_sheet_stands_in_it_and_it_has_a_title(made):
    assert [one.text for one in made.paragraphs][:2] == ["Wat er veranderd is", "Van 1 naar 2"]
    assert made.core_properties.title == "Wat er veranderd is"
    around = [*made.sections[0].header.paragraphs, *made.sections[0].footer.paragraphs]
    assert "".join(one.text for one in around) == "Van 1 naar 2\tpagina 1 van 1"


def test_two_versions_that_are_the_same_say_so():
    same = Document(io.BytesIO(word_table([], "Wat er veranderd is", "Van 1 naar 2", SHEET)))
    assert same.paragraphs[-1].text == "Er is niets veranderd." and not same.tables
