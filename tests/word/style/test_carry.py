"""Parts of one Word file carried into another."""

from __future__ import annotations

from docgen.opc.relationships import content_types, relations
from docgen.word.style.carry import copy, free_prefix, put, relate
from tests.word_files import document, parts_of, with_part, with_relation

FONTS = "word/fontTable.xml"
RELS = "word/_rels/fontTable.xml.rels"


def with_font() -> dict[str, bytes]:
    """A file with a font of its own inside."""
    data = with_relation(document("x"), "font", "fonts/font1.odttf", external=False, rels=RELS, key="rIdF")
    parts = parts_of(with_part(data, "word/fonts/font1.odttf", b"letters"))
    types = parts["[Content_Types].xml"]
    kind = b'<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    parts["[Content_Types].xml"] = types.replace(b"</Types>", kind + b"</Types>")
    return parts


def test_a_part_comes_with_what_it_refers_to_and_its_kind():
    parts, house = parts_of(document("y")), with_font()
    put(parts, house, FONTS, FONTS, "huisstijl_")
    assert parts[FONTS] == house[FONTS] and parts["word/fonts/huisstijl_font1.odttf"] == b"letters"
    assert [one["Target"] for one in relations(parts, RELS)] == ["fonts/huisstijl_font1.odttf"]
    assert content_types(parts)["word/fonts/huisstijl_font1.odttf"].endswith("obfuscatedFont")


def test_what_is_put_in_a_place_takes_nothing_of_what_stood_there():
    parts = with_font()
    put(parts, parts_of(document("y")), FONTS, FONTS, "huisstijl_")
    assert RELS not in parts


def test_a_part_is_copied_once_under_each_name():
    parts, house = parts_of(document("y")), with_font()
    assert (
        copy(parts, house, FONTS, "huisstijl_")
        == copy(parts, house, FONTS, "huisstijl_")
        == "word/huisstijl_fontTable.xml"
    )
    assert copy(parts, house, FONTS, "breed_") == "word/breed_fontTable.xml"


def test_a_relation_gets_an_id_that_is_free():
    parts = parts_of(document("y"))
    first, second = (relate(parts, "word/document.xml", f"word/a/kop{n}.xml", "soort") for n in (1, 2))
    assert first != second
    new = relations(parts, "word/_rels/document.xml.rels")[-2:]
    assert [(one["Id"], one["Target"]) for one in new] == [(first, "a/kop1.xml"), (second, "a/kop2.xml")]
    assert relate(parts, "word/header1.xml", "word/a.png", "soort") == first


def test_what_came_from_one_house_style_is_not_taken_for_a_part_of_another():
    assert free_prefix({"word/document.xml": b""}) == "huisstijl_"
    assert free_prefix({"word/huisstijl_header1.xml": b"", "word/huisstijl2_a.xml": b""}) == "huisstijl3_"
