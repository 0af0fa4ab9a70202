"""What an author did by hand is noted: typed numbers, empty lines, other fonts, a date of today."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from docgen.word.inspection.layout import notes


def codes(document):
    return [one.code for one in notes(document.element, document.styles.element)]


def document_of(*texts):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return document


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1. een", "2. twee"], ["opmaak-nummer"]),
        (["- een", "- twee"], ["opmaak-nummer"]),
        (["• een", "• twee"], ["opmaak-nummer"]),
        (["1. een"], []),
        (["2028 is het jaar", "2029 ook"], []),
        (["Een zin.", "Nog een zin."], []),
        (["een", "", "", "twee"], ["opmaak-wit"]),
        (["een", "", "twee"], []),
    ],
)
def test_typed_lists_and_empty_lines(texts, expected):
    assert codes(document_of(*texts)) == expected


def test_a_font_that_no_style_has_is_told_once():
    document = document_of("gewoon")
    for words in ("een", "twee"):
        document.add_paragraph().add_run(words).font.name = "Comic Sans MS"
    assert codes(document) == ["opmaak-lettertype"]
    document.styles["Normal"].font.name = "Comic Sans MS"
    assert codes(document) == []


def test_text_with_a_look_of_its_own_is_told_once_for_each_kind_of_look():
    document = document_of("gewoon")
    for _ in range(3):
        document.add_paragraph().add_run("groot").font.size = Pt(30)
    document.add_paragraph().add_run("rood").font.color.rgb = RGBColor(255, 0, 0)
    document.add_paragraph().add_run("vet").bold = True
    found = list(notes(document.element, document.styles.element))
    assert [one.code for one in found] == ["opmaak-los", "opmaak-los"]
    assert "lettergrootte, en 2 andere ook" in found[0].message and "een eigen kleur, en volgt" in found[1].message


@pytest.mark.parametrize(("code", "is_noted"), [(" DATE \\@ d-M-yyyy ", True), (" time ", True), (" PAGE ", False)])
def test_a_date_that_follows_the_reader_is_noted(code, is_noted):
    document = document_of("Datum: ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    document.paragraphs[0]._p.append(field)
    assert codes(document) == (["opmaak-datum"] if is_noted else [])
