"""Properties of a paragraph or run as text."""

from __future__ import annotations

from docgen.word.richtext.properties import changed, children

PARAGRAPH = (
    '<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:tabs><w:tab w:val="left" w:pos="5"/></w:tabs><w:jc w:val="both"/>'
    "<w:rPr><w:b/></w:rPr></w:pPr>"
)


def test_children_are_found_whole():
    assert list(children(PARAGRAPH)) == ["pStyle", "keepNext", "tabs", "jc", "rPr"]
    assert children(PARAGRAPH)["tabs"] == '<w:tabs><w:tab w:val="left" w:pos="5"/></w:tabs>'
    assert children("<w:pPr/>") == children("") == {}


def test_a_new_one_comes_in_the_order_of_the_schema():
    made = changed("pPr", PARAGRAPH, {"ind": "<w:ind/>", "numPr": "<w:numPr/>", "keepNext": ""})
    assert list(children(made)) == ["pStyle", "numPr", "tabs", "ind", "jc", "rPr"]


def test_a_look_of_a_newer_word_stays_behind_all_others():
    made = changed("rPr", '<w:rPr><w:sz w:val="20"/><w14:ligatures w14:val="all"/></w:rPr>', {"b": "<w:b/>"})
    assert made == '<w:rPr><w:b/><w:sz w:val="20"/><w14:ligatures w14:val="all"/></w:rPr>'


def test_nothing_left_is_nothing():
    assert changed("pPr", "<w:pPr><w:keepNext/></w:pPr>", {"keepNext": ""}) == ""
