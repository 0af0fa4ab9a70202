"""Which fields are tables of contents of headings, which styles are headings, and in which list."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.word.typesetting.contents_marks import headings, mark_contents
from tests.conftest import ROOT
from tests.word_files import parts_of

PARTS = parts_of((ROOT / "templates" / "overeenkomst.docx").read_bytes())
STYLES, NUMBERING = PARTS["word/styles.xml"], PARTS["word/numbering.xml"]
USED = {"Heading1", "Heading2", "Artikel", "Bijlagekop", "Normal", "Titelbladtitel", "Lid"}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(*inside: str):
    return etree.fromstring(f'<w:document xmlns:w="{W}"><w:body>{"".join(inside)}</w:body></w:document>')


def simple(instruction: str) -> str:
    return f"<w:p><w:fldSimple w:instr='{instruction}'><w:r><w:t>oud</w:t></w:r></w:fldSimple></w:p>"


def test_headings_are_known_by_their_name_or_their_outline():
    found = {key: level for key, level, *_ in headings(STYLES, NUMBERING, USED).styles}
    assert (found["Heading1"], found["Heading2"], found["Artikel"], found["Bijlagekop"]) == (1, 2, 1, 1)
    assert found.get("Normal") is None and found.get("Titelbladtitel") is None


def test_the_list_of_a_heading_says_how_it_is_numbered():
    found = headings(STYLES, NUMBERING, USED)
    of_style = {key: (number, place) for key, _, number, place in found.styles}
    lists = {key: levels for key, _, levels in found.lists}
    number, place = of_style["Artikel"]
    assert lists[number][place] == ("decimal", "Artikel %1", 1)
    assert of_style["Heading1"] == ("", 0)


def test_entries_have_the_styles_of_word():
    assert headings(STYLES, NUMBERING, USED).entries[:3] == ("TOC1", "TOC2", "TOC3")


def test_a_document_without_lists_has_headings_without_numbers():
    assert all(number == "" for _, _, number, _ in headings(STYLES, None, USED).styles)


def test_a_simple_field_counts_too_and_what_it_held_goes():
    root = body(simple(' TOC \\o "1-2" '))
    assert mark_contents(root, STYLES, False)
    assert b"oud" not in etree.tostring(root) and b"docgen contents 0 TOC" in etree.tostring(root)


@pytest.mark.parametrize("instruction", [' TOC \\c "Tabel" ', " PAGE ", " TOC \\f x ", " REF a \\h "])
def test_another_field_stays(instruction):
    root = body(simple(instruction))
    before = etree.tostring(root)
    assert not mark_contents(root, STYLES, False) and etree.tostring(root) == before


def test_only_styles_that_are_used_are_looked_for():
    assert [key for key, *_ in headings(STYLES, NUMBERING, {"Heading1"}).styles] == ["Heading1"]
