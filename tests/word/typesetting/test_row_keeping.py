"""The heading of a table and its first row, which a page may not part."""

from __future__ import annotations

import io

from docx import Document

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.typesetting.row_keeping import with_heading_kept
from tests.conftest import SAMPLE
from tests.word.typesetting.test_breaks import kept, paragraph

HEADING = "<w:tblHeader/>"


def row(inside: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{inside}</w:trPr><w:tc>{paragraph('Cel')}</w:tc></w:tr>"


def kept_rows(*rows: str) -> list[bool]:
    found = with_heading_kept("".join(rows))
    assert found.replace("<w:keepNext/>", "") == "".join(rows)
    return kept(found)


def test_the_heading_stays_with_the_first_row_and_that_with_the_second():
    assert kept_rows(row(HEADING), row(), row(), row()) == [True, True, False, False]
    assert kept_rows(row(HEADING), row(HEADING), row(), row()) == [True, True, True, False]


def test_the_last_row_is_not_kept_with_what_comes_after_the_table():
    assert kept_rows(row(HEADING), row()) == [True, False]


def test_a_table_without_a_heading_is_left():
    assert kept_rows(row(), row()) == [False, False]


def test_every_table_of_a_document_with_a_heading_has_it_kept():
    made = Document(io.BytesIO(render(load(SAMPLE), "jaarplan", draft=True)))
    headings = [one.rows[0] for one in made.tables if one.rows[0]._tr.trPr.find("{*}tblHeader") is not None]
    assert len(headings) > 3
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for one in headings for cell in one.cells)
