"""The numbering that a style brings along into a document."""

from __future__ import annotations

from docgen.opc.archive import read
from docgen.opc.relationships import W, content_types, parse
from docgen.word.style.numbering import PART, take_over
from tests.conftest import ROOT
from tests.word_files import document, parts_of

SHEET = read(ROOT / "templates" / "huisstijl.docx")
MAIN = "word/document.xml"


def lists_of(parts) -> dict[str, str]:
    """The form of each list by its number."""
    found = parse(parts[PART]).iterfind(f"{W}num")
    return {one.get(f"{W}numId"): one.find(f"{W}abstractNumId").get(f"{W}val") for one in found}


def test_a_list_comes_under_a_number_and_with_a_form_of_its_own():
    parts = read(ROOT / "templates" / "jaarplan.docx")
    before = lists_of(parts)
    there = take_over(parts, SHEET, ["1", "1", "2"], {"Lijst"}, MAIN)
    after = lists_of(parts)
    assert there.keys() == {"1", "2"} and not set(there.values()) & before.keys()
    assert before.items() <= after.items() and len(after) == len(before) + 2
    assert not {after[number] for number in there.values()} & set(before.values())


def test_pictures_forms_and_lists_stay_in_the_order_of_the_schema():
    parts = read(ROOT / "templates" / "jaarplan.docx")
    take_over(parts, SHEET, ["1"], (), MAIN)
    tags = [one.tag.removeprefix(W) for one in parse(parts[PART])]
    assert tags == sorted(tags, key=["numPicBullet", "abstractNum", "num"].index)


def test_a_document_without_lists_gets_the_part_for_them():
    parts = parts_of(document("x"))
    for name in [name for name in parts if "numbering" in name]:
        del parts[name]
    there = take_over(parts, SHEET, ["1"], (), MAIN)
    assert lists_of(parts) == {there["1"]: "1"} and content_types(parts)[PART].endswith("numbering+xml")


def test_a_level_names_no_style_that_is_not_there():
    parts = parts_of(document("x"))
    numbers = [one.get(f"{W}numId") for one in parse(SHEET[PART]).iterfind(f"{W}num")]
    take_over(parts, SHEET, numbers, {"Artikel"}, MAIN)
    added = parse(parts[PART]).iterfind(f"{W}abstractNum/{W}lvl/{W}pStyle")
    assert {one.get(f"{W}val") for one in added} - styles_before(document("x")) <= {"Artikel"}


def styles_before(data: bytes) -> set[str]:
    return (
        {one.get(f"{W}val") for one in parse(parts_of(data)[PART]).iter(f"{W}pStyle")}
        if PART in parts_of(data)
        else set()
    )


def test_a_number_that_is_no_list_brings_nothing():
    parts = parts_of(document("x"))
    assert take_over(parts, SHEET, ["999"], (), MAIN) == {} and parts == parts_of(document("x"))
