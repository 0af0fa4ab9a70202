"""What a list looks like in a template."""

from __future__ import annotations

from docgen.opc import archive
from docgen.word.richtext.list_look import list_look
from tests.conftest import ROOT
from tests.word_files import document

SHIPPED = list_look(archive.read(ROOT / "templates" / "overeenkomst.docx"), "word/document.xml")


def test_a_style_stands_as_far_from_the_margin_as_its_numbering_says():
    assert SHIPPED.styles["Lid"] == (680, True, False) or SHIPPED.styles["Lid"][0] > 0
    assert SHIPPED.styles["Samenvatting"][:2] == (227, False)


def test_only_plain_text_of_the_body_takes_a_style_for_lists():
    body = {key for key, look in SHIPPED.styles.items() if look[2]}
    assert {"", "Normal", "Natabel"} <= body
    assert not {"Tabeltekst", "Lid", "Samenvatting", "Heading1", "Lijst"} & body


def test_new_lists_get_numbers_that_are_free():
    assert SHIPPED.first_list > 16 and SHIPPED.first_form > 16


def test_a_file_of_others_is_looked_at_in_the_same_way():
    look = list_look(archive.read(document("x")), "word/document.xml")
    assert (look.bullets, look.numbers, look.part) == ("ListBullet", "ListNumber", "word/numbering.xml")
    assert look.styles["ListNumber"][:2] == (360, True)


def test_a_file_without_styles_or_numbering_has_no_look():
    parts = archive.read(document("x"))
    bare = {name: data for name, data in parts.items() if name not in ("word/numbering.xml", "word/styles.xml")}
    look = list_look(bare, "word/document.xml")
    assert (look.bullets, look.numbers, look.part, look.first_list) == ("", "", "", 1)
