"""Where pages break: a signature stays with what is signed, annexes follow each other."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.typesetting.breaks import Breaks
from tests.conftest import SAMPLE
from tests.word_files import parts_of

BREAKS = Breaks(("Bijlagekop",), ("Slotformule", "Teken"))


def paragraph(style: str, inside: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inside}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>'


def kept(xml: str) -> list[bool]:
    return ["<w:keepNext/>" in one for one in re.findall(r"<w:p>.*?</w:p>", xml)]


def test_the_first_annex_begins_a_page_and_the_next_follow():
    xml = BREAKS.set_in(
        "".join(paragraph(style) for style in ("Bijlagekop", "Normal", "Bijlagekop", "Normal", "Bijlagekop"))
    )
    assert [one.count('<w:pageBreakBefore w:val="0"/>') for one in re.findall(r"<w:p>.*?</w:p>", xml)] == [
        0,
        0,
        1,
        0,
        1,
    ]


def test_what_stands_before_a_signature_is_kept_with_it():
    xml = "".join(
        paragraph(style) for style in ("Normal", "Beslispunt", "Beslispunt", "Slotformule", "Teken", "Normal", "Normal")
    )
    assert kept(BREAKS.set_in(xml)) == [False, True, True, False, False, False, False]


def test_a_paragraph_that_is_kept_already_is_left():
    xml = paragraph("Beslispunt", "<w:keepNext/>") + paragraph("Slotformule")
    assert BREAKS.set_in(xml).count("<w:keepNext/>") == 1


def test_one_signature_is_not_kept_with_the_next():
    xml = "".join(paragraph("Teken") for _ in range(4))
    assert BREAKS.set_in(xml) == xml


def test_a_table_before_a_signature_is_left():
    xml = f"<w:tbl><w:tr><w:tc>{paragraph('Normal')}</w:tc></w:tr></w:tbl>{paragraph('Slotformule')}"
    assert BREAKS.set_in(xml) == xml


def test_a_template_without_such_styles_stays_as_it_is():
    xml = paragraph("Bijlagekop") * 2 + paragraph("Teken")
    assert Breaks((), ()).set_in(xml) == xml


@pytest.mark.parametrize("name", ["raadsbesluit", "raadsvoorstel"])
def test_the_signature_of_a_decision_stays_with_the_decision(name):
    xml = parts_of(render(load(SAMPLE), name))["word/document.xml"].decode()
    before = xml[: xml.index('<w:pStyle w:val="Slotformule"/>')]
    last = re.findall(r"<w:p>.*?</w:p>", before)[-1]
    assert "<w:keepNext/>" in last


def test_annexes_of_an_agreement_leave_no_page_nearly_empty():
    xml = parts_of(render(load(SAMPLE), "overeenkomst"))["word/document.xml"].decode()
    annexes = re.findall(r'<w:pStyle w:val="Bijlagekop"/>(<w:pageBreakBefore w:val="0"/>)?', xml)
    assert len(annexes) > 2 and annexes[0] == "" and all(annexes[1:])
