"""An element of XML: its name without the namespace, and taken out without what stands around it."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.opc.elements import local, remove


@pytest.mark.parametrize(("name", "short"), [("{http://x/y}p", "p"), ("p", "p"), ("{}p", "p")])
def test_a_name_is_told_without_its_namespace(name, short):
    assert local(name) == short


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<a>een<b>weg</b>twee</a>", b"<a>eentwee</a>"),
        ("<a><c/>een<b>weg</b>twee<d/></a>", b"<a><c/>eentwee<d/></a>"),
        ("<a><c/><b>weg</b>twee</a>", b"<a><c/>twee</a>"),
        ("<a><b>weg</b></a>", b"<a/>"),
    ],
)
def test_the_text_after_an_element_stays_when_that_is_taken_out(text, left):
    root = etree.fromstring(text)
    remove(root.find("b"))
    assert etree.tostring(root) == left


def test_an_element_that_stands_nowhere_stays_as_it_is():
    root = etree.fromstring("<a>een</a>")
    remove(root)
    assert etree.tostring(root) == b"<a>een</a>"
