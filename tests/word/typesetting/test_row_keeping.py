"""The rows of a table that a page may not part."""

from __future__ import annotations

import io

from docx import Document

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.typesetting.row_keeping import RowKeeping
from tests.conftest import SAMPLE
from tests.word.typesetting.test_breaks import kept, paragraph

ROWS = RowKeeping(("Totaal", "Subtotaal"), ("Tabelnoot",))


def row(*styles: str, heading: bool = False) -> str:
    cells = "".join(f"<w:tc>{paragraph(style)}</w:tc>" for style in styles)
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heading else ''}</w:trPr>{cells}</w:tr>"


def kept_rows(*rows: str, has_note: bool = False) -> list[bool]:
    found = ROWS.kept("".join(rows), has_note)
    assert found.replace("<w:keepNext/>", "") == "".join(rows)
    return kept(found)


def test_the_heading_stays_with_two_rows_and_the_last_row_with_the_one_above_it():
    assert kept_rows(row("Kop", heading=True), *[row("Cel")] * 5) == [True, True, False, False, True, False]


def test_a_total_wherever_it_stands_is_kept_with_the_row_above_it():
    rows = [*[row("Cel", "Getal")] * 3, row("Subtotaal", "Getal"), *[row("Cel", "Getal")] * 3]
    assert kept_rows(*rows)[::2] == [False, False, True, False, False, True, False]


def test_a_note_about_a_table_is_kept_with_its_last_row():
    assert kept_rows(row("Cel"), row("Cel"), row("Cel"), has_note=True) == [False, True, True]
    assert ROWS.is_note(paragraph("Tabelnoot") + paragraph("Normal"))
    assert not ROWS.is_note(paragraph("Normal") + paragraph("Tabelnoot")) and not ROWS.is_note("")


def test_a_table_of_one_row_is_left():
    assert kept_rows(row("Cel")) == [False]


def test_documents_have_their_totals_kept():
    made = Document(io.BytesIO(render(load(SAMPLE), "jaarplan", draft=True)))
    above = [
        one.rows[at - 1].cells[0].paragraphs[0]
        for one in made.tables
        for at, each in enumerate(one.rows)
        if at and each.cells[0].paragraphs[0].style.name == "Tabeltotaal"
    ]
    assert above and all(one.paragraph_format.keep_with_next for one in above)
