"""XML as text with the place of every element."""

from __future__ import annotations

import pytest

from docgen.opc.xml_spans import fill_slots, slots, spans_of

TEXT = """<?xml version="1.0"?><!-- <niet/> --><c:a x="1 > 0"><c:b val='12'/><![CDATA[<ook niet>]]><c:b><c:d/>tekst</c:b></c:a>"""


def test_every_element_has_the_place_at_which_it_stands():
    root = spans_of(TEXT)
    first, second = root.own("c:b")
    assert TEXT[root.start : root.end].startswith('<c:a x="1 > 0">') and root.end == len(TEXT)
    assert TEXT[first.start : first.end] == "<c:b val='12'/>" and first.close == first.end
    assert TEXT[second.start : second.end] == "<c:b><c:d/>tekst</c:b>"
    assert TEXT[second.close : second.end] == "</c:b>"


def test_elements_are_found_below_or_only_among_the_children():
    root = spans_of(TEXT)
    assert [piece.name for piece in root.all()] == ["c:b", "c:b", "c:d"]
    assert [piece.name for piece in root.all("c:d")] == ["c:d"]
    assert root.own("c:d") == [] and len(root.own("c:b", "c:d")) == 2


@pytest.mark.parametrize(
    ("inside", "number"),
    [
        ("<n val='7'/>", 7),
        ('<n a="1" val = "12"/>', 12),
        ("<n/>", 0),
        ("", 0),
        ("<n val='x'/>", 0),
        ("<n interval='3'/>", 0),
    ],
)
def test_a_number_is_the_value_of_a_child_and_else_nought(inside, number):
    assert spans_of(f"<a>{inside}</a>").number("n") == number


def test_a_text_with_holes_is_filled_by_name_and_the_rest_stays_to_the_letter():
    shape = slots("nul een twee drie vier", 4, 17, [(13, 17, "getal"), (8, 12, "")])
    assert shape == (("een ", ""), (" ", "getal"), ("", ""))
    assert fill_slots(shape, {"getal": "3"}) == "een  3" and fill_slots(shape, {}) == "een  "


def test_a_cut_inside_another_or_beyond_the_stretch_counts_for_nothing():
    text = "abcdefghij"
    assert slots(text, 2, 8, [(3, 6, "x"), (4, 5, "y"), (8, 9, "z"), (0, 1, "w")]) == (("c", "x"), ("gh", ""))
