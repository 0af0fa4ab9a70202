"""What happens to a part before its tags are prepared, and what it will need once they are filled."""

from __future__ import annotations

import re
from typing import Any

from docgen.word.after import Steps, with_unique_bookmarks, with_unique_drawings
from docgen.word.grids import is_regular
from docgen.word.parts import W

MARKS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
SHAPE_ID = re.compile(r'(?<=<v:shape) id="[^"]*"| o:spid="[^"]*"')
CONTROL_ID = re.compile(r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?)<w:id w:val="[^"]*"/>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
COLUMN_TAG = re.compile(r"\{[%{#]\s*tc\b", re.IGNORECASE)
CELL_TAGS = re.compile(r"colspan|cellbg|\{%\s*[hv]m\s*%\}")
FIRST_IDS = 1000  # drawings of the first part are numbered from 1001, as docxtpl does; of the next from 2001


def steps_for(root: Any, first_id: int) -> Steps:
    """Look at a part before its tags are put in place: what can need mending once they are filled?"""
    text = "".join(root.itertext())
    has_cell_tags = bool(CELL_TAGS.search(text))
    grids = has_cell_tags or bool(COLUMN_TAG.search(text)) or not all(map(is_regular, root.iter(f"{W}tbl")))
    return Steps(grids, has_cell_tags, first_id)


def numbered(xml: str, first_id: int) -> str:
    """Give the drawings and bookmarks of a part numbers of their own."""
    xml = with_unique_drawings(xml, first_id)
    return with_unique_bookmarks(xml, first_id) if "<w:bookmarkStart" in xml else xml


def without_marks(xml: str) -> str:
    """Drop the marks of paragraphs and controls that must be unique, when a loop or macro can repeat them."""
    text = TAG.sub("", xml)
    if not re.search(r"\{%[^}]*\b(for|macro)\b", text):
        return xml
    return SHAPE_ID.sub("", CONTROL_ID.sub(r"\1", MARKS.sub("", xml)))
