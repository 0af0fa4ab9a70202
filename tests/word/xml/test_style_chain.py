"""Styles that build on each other, also in a file that was put together wrongly."""

from __future__ import annotations

from lxml import etree

from docgen.word.xml.style_chain import style_chain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles(**based_on):
    rows = "".join(
        f'<w:style w:styleId="{key}">{f"<w:basedOn w:val={chr(34)}{base}{chr(34)}/>" if base else ""}</w:style>'
        for key, base in based_on.items()
    )
    root = etree.fromstring(f'<w:styles xmlns:w="{W}">{rows}</w:styles>')
    return {one.get(f"{{{W}}}styleId"): one for one in root}


def ids(key, known):
    return [one.get(f"{{{W}}}styleId") for one in style_chain(key, known)]


def test_a_style_comes_before_those_it_is_based_on():
    assert ids("c", styles(a="", b="a", c="b")) == ["c", "b", "a"]


def test_a_circle_ends_and_a_style_that_is_not_there_is_none():
    assert ids("a", styles(a="b", b="a")) == ["a", "b"] and ids("a", styles(a="a")) == ["a"]
    assert ids("a", styles(a="weg")) == ["a"] and ids("weg", styles(a="")) == ids(None, styles(a="")) == []
