"""No line of a document ends inside the name of a month."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.xml.dates import with_months_whole
from tests.conftest import SAMPLE, TYPES
from tests.word_files import parts_of

MARK = "<w:suppressAutoHyphens/>"


def paragraph(text: str, properties: str = '<w:pStyle w:val="Lid"/>') -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("text", ["Uiterlijk 31\u00a0december 2029.", "in september 2027", "op 1 juni"])
def test_a_paragraph_with_a_date_is_not_hyphenated(text):
    assert with_months_whole(paragraph(text)) == paragraph(text, f'<w:pStyle w:val="Lid"/>{MARK}')


@pytest.mark.parametrize("text", ["elk jaar in september", "Gemeenteraad", "augustusfeesten", "12\u00a0maart 2028"])
def test_what_is_no_date_that_can_break_is_left_alone(text):
    assert with_months_whole(paragraph(text)) == paragraph(text)


def test_it_stands_where_the_schema_has_it_and_once():
    before = '<w:pStyle w:val="Lid"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    text, behind = "van 1 januari 2028 tot 31 december 2029", '<w:spacing w:before="60"/><w:ind w:left="1"/>'
    done = with_months_whole(paragraph("niets") + paragraph(text, before + behind) + paragraph("niets"))
    assert done == paragraph("niets") + paragraph(text, before + MARK + behind) + paragraph("niets")
    assert with_months_whole(done) == done


@pytest.mark.parametrize("name", TYPES)
def test_no_date_of_a_document_can_be_broken(name):
    xml = parts_of(render(load(SAMPLE), name))["word/document.xml"].decode()
    dated = [one for one in re.findall(r"<w:p[ >].*?</w:p>", xml) if re.search(r"\d\u00a0(?:december|januari) 20", one)]
    assert all(MARK in one for one in dated)


def test_in_a_narrow_column_a_month_stays_whole_on_paper(office, tmp_path):
    path = tmp_path / "geldstromenkaart.docx"
    path.write_bytes(render(load(SAMPLE), "geldstromenkaart"))
    text = office.text(office.pdf(path)[0], "-raw")
    assert "5\u00a0november" in text.replace(" ", "\u00a0")
    assert not re.search(r"(?:no|novem|de|decem|janu)-$", text, re.MULTILINE)
