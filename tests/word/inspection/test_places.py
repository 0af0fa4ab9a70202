"""Where something stands is told as who has the template open in Word would say it."""

from __future__ import annotations

from docx import Document

from docgen.opc.relationships import W
from docgen.word.inspection.places import Places, number_of, text_of


def places(document):
    return Places(document.element, "word/document.xml", frozenset({"Heading1"}))


def table(document, rows, columns):
    made = document.add_table(rows, columns)
    for row in made.rows:
        for cell in row.cells:
            cell.text = "x"
    return made


def test_before_the_first_heading_and_below_a_heading():
    document = Document()
    document.add_paragraph("Aanhef")
    document.add_heading("Kosten van {{ jaar }}", 1)
    document.add_paragraph("Bedragen")
    found = places(document)
    assert [found.at(number).where for number in range(3)] == [
        "aan het begin, bij ‘Aanhef’",
        "in een kop, bij ‘Kosten van {{ jaar }}’",
        "onder kop ‘Kosten van {{ jaar }}’, bij ‘Bedragen’",
    ]


def test_a_column_counts_merged_cells_as_the_grid_does_and_a_table_in_a_table_by_itself():
    document = Document()
    outer = table(document, 2, 3)
    outer.cell(1, 0).merge(outer.cell(1, 1))
    inner = outer.cell(0, 0).add_table(1, 2)
    inner.cell(0, 1).text = "binnen"
    found = places(document)
    by_words = {text_of(one): found.at(number).where for number, one in enumerate(found.paragraphs)}
    assert "tabel 2, rij 1, kolom 2" in by_words["binnen"]
    assert "tabel 1, rij 2, kolom 3" in found.at(len(found.paragraphs) - 1).where


def test_a_long_paragraph_is_shown_around_the_words_that_matter():
    document = Document()
    document.add_paragraph("woord " * 40 + "hier" + " woord" * 40)
    where = places(document).at(0, "hier").where
    assert "hier" in where
    assert len(where) < 100


def test_the_second_of_two_equal_tags_is_the_second_paragraph():
    document = Document()
    for text in ("{{ a }}", "b", "{{ a }}"):
        document.add_paragraph(text)
    source = "\n<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>\n<w:p/>\n<w:p><w:r><w:t>{{ a  }}</w:t></w:r></w:p>"
    assert [places(document).at_line(source, line, "a").paragraph for line in (2, 4)] == [0, 2]


def test_an_element_is_of_the_paragraph_around_it():
    document = Document()
    document.add_paragraph("een")
    second = document.add_paragraph("twee")
    found = places(document)
    assert number_of(next(second._p.iter(f"{W}t")), found.numbers) == 1
    assert number_of(document.element.body, found.numbers) == 0
