"""Which tables of a template get columns by what stands in them: all of docgen's own, and those of others that ask for it.

A table asks with a mark in its alt text, in Word under Table Properties > Alt Text; the mark itself reaches no reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from docgen._lazy import regex
from docgen.opc.relationships import W, parse
from docgen.word.style.text_area import twips
from docgen.word.xml.style_chain import style_chain

MARK = "fit"  # and then the width of the table, the margins of a cell, and the style of a note below it
ASKS = regex(r"\s*\[\s*kolommen\s+passend\s*\]\s*", re.IGNORECASE)
ALT_TEXTS = (f"{W}tblCaption", f"{W}tblDescription")
BEYOND = tuple(
    f"{W}{name}" for name in ("tbl", "gridBefore", "gridAfter")
)  # a table in a table, rows that begin further on
MARGIN = 108  # left and right, where nothing says otherwise
PROPERTIES = "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
PLACE = {f"{W}{name}": number for number, name in enumerate(PROPERTIES.split())}


def mark_tables(root: Any, margins: Mapping[str, int], is_own: bool, note: str = "") -> bool:
    """Mark the tables of a part that get columns by their text; whether there are any. `margins` are those of the styles of
    tables; with `is_own` every table gets them, and loses its empty columns when there is a style for a `note` about that."""
    found = False
    for table in [*root.iter(f"{W}tbl")]:
        asks = _takes_mark(table)
        if is_own:
            _keep_rows_whole(table)
        if (is_own or asks) and next(table.iterdescendants(*BEYOND), None) is None:
            found |= _mark(table, margins, note if is_own else "")
    return found


def cell_margins(styles: bytes) -> dict[str, int]:
    """What the left and right margins of a cell come to in each style of tables; under "" in a table without a style."""
    known = {
        one.get(f"{W}styleId", ""): one for one in parse(styles).iterfind(f"{W}style") if one.get(f"{W}type") == "table"
    }
    found = {key: _of_style(key, known) for key in known}
    standard = next((key for key, one in known.items() if one.get(f"{W}default") in ("1", "true", "on")), None)
    return {**found, "": found[standard] if standard else 2 * MARGIN}


def _of_style(key: str, known: Mapping[str, Any]) -> int:
    sides: dict[str, int] = {}
    for style in style_chain(key, known):
        sides = _sides(style.find(f"{W}tblPr/{W}tblCellMar")) | sides
    return sides.get("left", MARGIN) + sides.get("right", MARGIN)


def _sides(margins: Any) -> dict[str, int]:
    names = {"left": "left", "start": "left", "right": "right", "end": "right"}
    found = () if margins is None else [one for one in margins if one.tag.removeprefix(W) in names]
    return {names[one.tag.removeprefix(W)]: twips(one.get(f"{W}w")) for one in found}


def _takes_mark(table: Any) -> bool:
    """Whether a table asks for it; its mark is taken away."""
    asks = False
    for text in [one for one in table.iterfind(f"{W}tblPr/*") if one.tag in ALT_TEXTS]:
        words, number = ASKS.subn(" ", text.get(f"{W}val", ""))
        if number:
            asks = True
            text.set(f"{W}val", words.strip())
            if not words.strip():
                text.getparent().remove(text)
    return asks


def _keep_rows_whole(table: Any) -> None:
    """Let no row of a table begin on one page and end on the next."""
    for row in table.iter(f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = row.makeelement(f"{W}trPr")
            row.insert(sum(1 for one in row if one.tag == f"{W}tblPrEx"), properties)
        if properties.find(f"{W}cantSplit") is None:
            properties.insert(0, properties.makeelement(f"{W}cantSplit"))


def _mark(table: Any, margins: Mapping[str, int], note: str) -> bool:
    properties = table.find(f"{W}tblPr")
    columns = [twips(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if properties is None or not sum(columns):
        return False
    style, own = properties.find(f"{W}tblStyle"), _sides(properties.find(f"{W}tblCellMar"))
    padding = margins.get("" if style is None else style.get(f"{W}val", ""), margins[""])
    padding = own.get("left", padding // 2) + own.get("right", padding - padding // 2)
    _set(properties, "tblW", {"w": str(sum(columns)), "type": "dxa"})
    _set(properties, "tblLayout", {"type": "fixed"})
    for cell in table.iter(f"{W}tc"):
        of_cell = cell.find(f"{W}tcPr")
        if of_cell is None:
            of_cell = cell.makeelement(f"{W}tcPr")
            cell.insert(0, of_cell)
        if of_cell.find(f"{W}tcW") is None:
            width = of_cell.makeelement(f"{W}tcW", {f"{W}w": str(columns[0]), f"{W}type": "dxa"})
            of_cell.insert(sum(1 for one in of_cell if one.tag == f"{W}cnfStyle"), width)
    table.insert(0, etree.ProcessingInstruction("docgen", f"{MARK} {sum(columns)} {padding} {note}"))
    return True


def _set(properties: Any, name: str, values: Mapping[str, str]) -> None:
    """Set a property of a table, in its place in the schema."""
    found = properties.find(f"{W}{name}")
    if found is None:
        found = properties.makeelement(f"{W}{name}")
        before = [one for one in properties if PLACE.get(one.tag, len(PLACE)) < PLACE[f"{W}{name}"]]
        properties.insert(len(before), found)
    found.attrib.clear()
    found.attrib.update({f"{W}{key}": value for key, value in values.items()})
