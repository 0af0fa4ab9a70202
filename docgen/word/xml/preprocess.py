"""What happens to a part before its tags are prepared, and what it will need once they are filled."""

from __future__ import annotations

import re
from typing import Any

from docgen._lazy import regex
from docgen.opc.elements import remove
from docgen.opc.relationships import W
from docgen.system import reference
from docgen.word.tags import literals, white_space
from docgen.word.tags.location import XML_TAG
from docgen.word.xml.postprocess import PostSteps, with_unique_drawings, with_unique_ranges
from docgen.word.xml.table_grid import is_regular

MARKS = regex(r' w14:(?:paraId|textId)="[^"]*"')
SHAPE_ID, SHAPE_NUMBER = regex(r'(<v:(?!shapetype)\w+\b[^<>]*?) id="[^"]*"'), regex(r' o:spid="[^"]*"')
COPIED = ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CONTROL_ID = regex(r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?)<w:id w:val="[^"]*"/>', re.DOTALL)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
COLUMN_TAG = regex(r"\{[%{#]\s*tc\b", re.IGNORECASE)
CELL_TAGS = regex(r"colspan|cellbg|\{%\s*[hv]m\s*%\}")
# tags for docxtpl to take apart: those that take a place or are about a cell, with a dash, or with an element in them
BEYOND_PLAIN = regex(
    r"\{(?:<|%-|%\s*[hv]m\b|[{%#](?:tr|tc|p|r)\s|\{(?:(?!\}\})[^<])*<|%(?:(?!%\})[^<])*<|#(?:(?!#\})[^<])*<)"
)
MARKS_BEYOND_PLAIN = ("colspan", "cellbg", "-%}", ">}")
FIRST_IDS = 1000  # drawings of the first part are numbered from 1001, as docxtpl does; of the next from 2001


def steps_for(root: Any, first_id: int) -> PostSteps:
    """Look at a part before its tags are put in place: what can need mending once they are filled?"""
    text = "".join(root.itertext())
    grids = bool(COLUMN_TAG.search(text) or CELL_TAGS.search(text)) or not all(map(is_regular, root.iter(f"{W}tbl")))
    return PostSteps(grids, first_id)


def join_codes(root: Any) -> None:
    """Put the code of a field that Word cut into pieces into its first piece; in place."""
    open_codes: list[Any] = []  # the first piece of each field that is open, None when it has none yet or no more
    for element in list(root.iter(f"{W}fldChar", f"{W}instrText")):
        if element.tag == f"{W}fldChar":
            begins = element.get(f"{W}fldCharType") == "begin"
            open_codes = [*open_codes[:-1], None]  # a field within a code parts it
            open_codes = [*open_codes, None] if begins else open_codes
            if element.get(f"{W}fldCharType") == "end":
                open_codes.pop()
        elif open_codes and open_codes[-1] is not None:
            open_codes[-1].text = (open_codes[-1].text or "") + (element.text or "")
            open_codes[-1].set(SPACE, "preserve")
            element.text = ""
        elif open_codes:
            open_codes[-1] = element


def drop_copies(root: Any) -> None:
    """Drop the bookmarks and protected ranges of a text box from the copy that Word keeps of it for old versions; in place.

    A name stands once in a part, for whoever points at it; this copy is not what Word shows.
    """
    for fallback in root.iter(FALLBACK):
        for mark in list(fallback.iter(*(f"{W}{name}" for name in COPIED))):
            remove(mark)


def patch(xml: str) -> str:
    """A part whose tags are in place, as docxtpl gives it to Jinja; by docxtpl itself when it holds more than plain tags."""
    xml = literals.disguise(white_space.joined(xml))
    is_plain = not (reference.IS_FORCED or BEYOND_PLAIN.search(xml) or any(mark in xml for mark in MARKS_BEYOND_PLAIN))
    return literals.settle(_with_spaces_kept(xml) if is_plain else _patch_by_docxtpl(xml))


def _patch_by_docxtpl(xml: str) -> str:
    from docxtpl import DocxTemplate

    return str(DocxTemplate.patch_xml(None, xml))


def _with_spaces_kept(xml: str) -> str:
    """Every text that a tag stands in, or behind it before the next such text, with the spaces at its edges."""
    first, *pieces = xml.split("<w:t>")
    return first + "".join(
        ('<w:t xml:space="preserve">' if "{{" in piece or "{%" in piece else "<w:t>") + piece for piece in pieces
    )


def renumber(xml: str, first_id: int) -> str:
    """Give the drawings and bookmarks of a part numbers of their own."""
    xml = with_unique_drawings(xml, first_id)
    return with_unique_ranges(xml, first_id) if "<w:bookmarkStart" in xml else xml


def strip_unique_ids(xml: str) -> str:
    """Drop the marks of paragraphs and controls that must be unique, when a loop or macro can repeat them."""
    text = XML_TAG.sub("", xml)
    if not re.search(r"\{%[^}]*\b(for|macro|set|call)\b", text):
        return xml
    return SHAPE_ID.sub(r"\1", SHAPE_NUMBER.sub("", CONTROL_ID.sub(r"\1", MARKS.sub("", xml))))
