"""What keeps a reader from finding the way is noted: pictures, headings, tables, language."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docgen.word.inspection.accessibility import notes
from tests.conftest import ROOT


def dutch():
    document = Document()
    next(document.styles.element.iter(qn("w:lang"))).set(qn("w:val"), "nl-NL")
    return document


def codes(document):
    return [one.code for one in notes(document.element, document.styles.element)]


def marked(table):
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def filled(document, rows, columns):
    table = document.add_table(rows, columns)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "x"
    return table


def test_a_sound_document_has_nothing_noted():
    document = dutch()
    document.add_heading("Een", 1)
    document.add_heading("Twee", 2)
    document.add_paragraph("Tekst met ").add_run("vet").bold = True
    marked(filled(document, 3, 2))
    document.add_heading("Drie", 1)
    assert codes(document) == []


def test_a_picture_without_words_is_noted_until_it_has_them():
    document = dutch()
    document.add_picture(str(ROOT / "docs" / "documenten.png"), 100)
    assert codes(document) == ["opmaak-alt"]
    shown = next(document.element.iter(qn("wp:docPr")))
    shown.set("descr", "Een bladzijde")
    assert codes(document) == []


def test_a_heading_that_skips_a_level_is_noted_at_that_heading():
    document = dutch()
    document.add_heading("Een", 1)
    deep = document.add_heading("Drie", 3)
    document.add_heading("Vier", 4)
    found = list(notes(document.element, document.styles.element))
    assert [(one.code, one.element) for one in found] == [("opmaak-kopniveau", deep._p)]


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [("Kosten en dekking", True), ("Let op:", False), ("Dit is een hele zin.", False), ("{%p if concept %}", False)],
)
def test_a_bold_line_of_its_own_may_be_a_heading(text, is_heading):
    document = dutch()
    document.add_paragraph().add_run(text).bold = True
    assert codes(document) == (["opmaak-kop"] if is_heading else [])


def test_a_table_has_a_row_with_headings_of_which_no_cell_is_merged():
    document = dutch()
    table = filled(document, 3, 3)
    assert codes(document) == ["opmaak-tabelkop"]
    marked(table)
    assert codes(document) == []
    table.cell(0, 0).merge(table.cell(0, 1))
    assert codes(document) == ["opmaak-samengevoegd"]


def test_rows_with_only_a_tag_are_no_heading():
    document = dutch()
    table = filled(document, 3, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "{%tr if concept %}", ""
    assert codes(document) == ["opmaak-tabelkop"]
    table.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    assert codes(document) == []


def test_a_text_in_another_language_is_noted():
    document = Document()
    assert codes(document) == ["opmaak-taal"]
    document = dutch()
    run = document.add_paragraph("Tekst ").add_run("english")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    run._r.get_or_add_rPr().append(language)
    assert codes(document) == ["opmaak-taal"]
