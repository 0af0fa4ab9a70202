"""The cells of a row: how wide their lines and longest words are, whatever stands in them."""

from __future__ import annotations

import pytest

from docgen.word.typesetting.cells import Cells
from docgen.word.typesetting.text_width import Font, TextStyle, extent

PLAIN, BOLD = Font("Calibri", 20), Font("Calibri", 20, True)
STYLES = {
    "": TextStyle(PLAIN),
    "Tekst": TextStyle(PLAIN),
    "Getal": TextStyle(PLAIN, 0, True),
    "Lijst": TextStyle(PLAIN, 300),
}


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)


def paragraph(text: str, style: str = "Tekst", inside: str = "", run: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inside}</w:pPr><w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


@pytest.fixture
def cells():
    return Cells(STYLES, frozenset({"Strong"}))


def one(cells, xml):
    return cells.in_row(row(xml))[0]


def test_a_cell_is_as_wide_as_its_text(cells):
    assert one(cells, paragraph("Wijkcoördinator (trekker)")).lines == (
        extent("Wijkcoördinator (trekker)", PLAIN).line,
    )
    assert one(cells, paragraph("R&amp;D &lt; 5")).widest == extent("R&D < 5", PLAIN).line


def test_a_style_counts_also_where_more_is_said_of_the_paragraph(cells):
    small = Cells({**STYLES, "Klein": TextStyle(Font("Calibri", 10))}, frozenset())
    for inside in ("", "<w:keepNext/>"):
        assert one(small, paragraph("klein", "Klein", inside)).widest == extent("klein", Font("Calibri", 10)).line
        assert one(small, paragraph("a", "Klein", inside) * 2).widest == extent("a", Font("Calibri", 10)).line


def test_every_paragraph_and_every_line_break_is_a_line(cells):
    found = one(cells, paragraph("eerste") + paragraph("tweede") + paragraph("een</w:t><w:br/><w:t>twee"))
    assert found.lines == tuple(extent(word, PLAIN).line for word in ("eerste", "tweede", "een", "twee"))


def test_text_in_bold_or_larger_than_its_style_is_measured_so(cells):
    assert one(cells, paragraph("samen", run="<w:rPr><w:b/></w:rPr>")).widest == extent("samen", BOLD).line
    assert (
        one(cells, paragraph("samen", run='<w:rPr><w:rStyle w:val="Strong"/></w:rPr>')).widest
        == extent("samen", BOLD).line
    )
    assert (
        one(cells, paragraph("samen", run='<w:rPr><w:sz w:val="40"/></w:rPr>')).widest
        == extent("samen", Font("Calibri", 40)).line
    )


def test_an_indent_takes_room(cells):
    assert one(cells, paragraph("punt", "Lijst")).word == extent("punt", PLAIN).word + 300


def test_a_side_in_the_paragraph_goes_before_that_of_its_style(cells):
    assert one(cells, paragraph("12", "Getal")).is_at_right
    assert not one(cells, paragraph("12", "Getal", '<w:jc w:val="left"/>')).is_at_right
    assert one(cells, paragraph("12", inside='<w:jc w:val="end"/>')).is_at_right


def test_a_picture_takes_its_width(cells):
    drawing = '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="635000" cy="1"/></wp:inline></w:drawing></w:r></w:p>'
    assert one(cells, drawing).widest == 1000


def test_a_cell_without_text_asks_nothing(cells):
    assert one(cells, "<w:p/>").lines == one(cells, paragraph("")).lines == ()


def test_a_cell_knows_how_many_columns_it_takes(cells):
    merged = '<w:tr><w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr/><w:p/></w:tc>'
    assert [cell.span for cell in cells.in_row(merged)] == [3, 1]
