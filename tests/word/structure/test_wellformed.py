"""A finished part that Word would not open, or would open with something lost, is refused."""

from __future__ import annotations

import pytest

from docgen.errors import RenderError
from docgen.word.structure import wellformed
from docgen.word.structure.wellformed import Unsound
from tests.word.markup import render
from tests.word_files import document


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_xml_forbids_is_refused_with_the_name_of_the_field(character):
    with pytest.raises(RenderError, match=r"partij\.naam"):
        render(document("x {{ partij.naam }}"), partij={"naam": f"a{character}b"})


NAMES = 'xmlns:w="w" xmlns:r="r" xmlns:wp="wp"'


def sound(inner: str, *relations: str) -> None:
    wellformed.check_part("word/document.xml", f"<w:body {NAMES}>{inner}</w:body>", frozenset(relations))


def test_a_part_with_its_relations_and_numbers_of_its_own_is_sound():
    sound('<wp:docPr id="1"/><wp:docPr id="2"/><w:a r:id="rId1"/><w:tc><w:p/></w:tc>', "rId1")


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        ("<w:p>", "de tags breken de opbouw van het document; zet {%p"),
        ('<w:a r:embed="rId2"/>', r"een koppeling \(rId2\) naar een afbeelding of adres bestaat niet"),
        ('<wp:docPr id="1"/><wp:docPr id="1"/>', "een tekening heeft hetzelfde kenmerk als een andere"),
        ('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="2" w:name="a"/>', "een bladwijzer heeft hetzelfde"),
        ('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/>', "een bladwijzer heeft hetzelfde"),
        ("<w:tc><w:tcPr></w:tcPr></w:tc>", "een tabelcel heeft geen alinea"),
    ],
)  # fmt: skip
def test_what_word_would_not_open_is_said(inner, message):
    with pytest.raises(Unsound, match=message):
        sound(inner)


def test_an_element_in_the_wrong_place_is_told_with_the_remedy():
    with pytest.raises(Unsound, match=r"een alinea kan niet in een alinea staan; zet \{%p … %\} en \{%tr … %\}"):
        wellformed.check_content('<w:p xmlns:w="w"><w:p/></w:p>')


@pytest.mark.parametrize(("character", "code"), [("\x00", "U+0000"), ("\x0b", "U+000B"), ("\uffff", "U+FFFF")])
def test_a_forbidden_character_is_named_by_its_number(character, code):
    with pytest.raises(
        Unsound, match=rf"een teken \({code.replace('+', '.')}\) dat niet in een Word-document mag"
    ) as caught:
        wellformed.check_characters(f"a{character}b")
    assert caught.value.character == character


def test_what_becomes_a_break_is_allowed():
    wellformed.check_characters("\t\n\r\a\f é €")


def test_the_field_with_a_character_is_found_wherever_it_stands():
    data = {"naam": "x", "partij": {"naam": "a\x0bb"}, "lijst": ["a", "\x01"]}
    assert wellformed.field_with("\x0b", data) == "partij.naam"
    assert wellformed.field_with("\x01", data) == "lijst[2]"
    assert wellformed.field_with("\x02", data) == ""
