"""What stands in a text laid out to the text area of its own section: tables and drawings.

What filled the width before fills it again; what is narrower only shrinks when it would run past the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.opc.relationships import W
from docgen.word.style.text_area import TextArea, twips

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHAPE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
EMU = 635  # in a twentieth of a point
NEARLY = 0.98  # of the width: programs round, and a table of Word hangs out by the margins of its cells
WIDTHS = tuple(f"{W}{name}" for name in ("gridCol", "tcW", "tblW", "wBefore", "wAfter"))
TALLEST = 0.9  # of the page: a drawing stands with its caption
APART = (f"{W}txbxContent", f"{W}tbl")  # a text box has a width of its own, a table within one goes along with it


def lay_out(body: Any, before: Sequence[TextArea], after: Sequence[TextArea]) -> None:
    """Lay out the body of a document, of which the sections had these text areas and have these now."""
    if before == after:
        return
    for block, number in _blocks(body, len(after)):
        old, new = before[number], after[number]
        if old == new:
            continue
        for table in filter(_stands_alone, block.iter(f"{W}tbl")):
            _fit_table(table, old.column, new.column)
        for drawing in filter(_stands_alone, block.iter(f"{DRAWING}inline")):
            _fit_drawing(drawing, old, new)


def _blocks(body: Any, sections: int) -> Iterator[tuple[Any, int]]:
    """The children of a body with the number of their section."""
    number = 0
    for block in body:
        yield block, min(number, sections - 1)
        number += sum(1 for _ in block.iter(f"{W}sectPr"))


def _stands_alone(element: Any) -> bool:
    return next(element.iterancestors(*APART), None) is None


def _goal(width: float, old: float, new: float) -> float:
    """How wide something must become."""
    return new if width >= NEARLY * old or width > new else width


def _fit_table(table: Any, old: int, new: int) -> None:
    indent = table.find(f"{W}tblPr/{W}tblInd")
    left = 0 if indent is None or indent.get(f"{W}type", "dxa") != "dxa" else max(twips(indent.get(f"{W}w")), 0)
    columns = sum(twips(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    width = columns or _in_twips(table.find(f"{W}tblPr/{W}tblW"))
    goal = _goal(width, old - left, max(new - left, 1))
    if width and goal != width:
        _scale(table, goal / width)


def _in_twips(width: Any) -> int:
    return twips(width.get(f"{W}w")) if width is not None and width.get(f"{W}type", "dxa") == "dxa" else 0


def _scale(table: Any, factor: float) -> None:
    for width in table.iter(*WIDTHS):
        if found := _in_twips(width):
            width.set(f"{W}w", str(int(found * factor)))
    for drawing in table.iter(f"{DRAWING}inline") if factor < 1 else ():
        _resize(drawing, factor)


def _fit_drawing(drawing: Any, old: TextArea, new: TextArea) -> None:
    extent = drawing.find(f"{DRAWING}extent")
    wide, high = (int(extent.get(side)) for side in ("cx", "cy"))
    goal = _goal(wide, old.column * EMU, new.column * EMU)
    if _is_room(drawing):
        goal = wide * min(1, new.column / old.column)
    factor = min(goal / wide, TALLEST * new.height * EMU / high) if wide and high else 1
    if factor != 1:
        _resize(drawing, factor)


def _is_room(drawing: Any) -> bool:
    """Whether it is the room for a picture of the data, which may stand beside others: two that fitted must fit again."""
    about = drawing.find(f"{DRAWING}docPr")
    return (
        about is not None and "{{" in about.get("descr", "") and next(drawing.iter(f"{PICTURE}pic"), None) is not None
    )


def _resize(drawing: Any, factor: float) -> None:
    """Make a drawing as many times as large, in the same proportion."""
    extents = [drawing.find(f"{DRAWING}extent"), next(drawing.iter(f"{SHAPE}xfrm"), None)]
    if extents[1] is not None:
        extents[1] = extents[1].find(f"{SHAPE}ext")
    for extent in [extent for extent in extents if extent is not None]:
        for side in ("cx", "cy"):
            extent.set(side, str(int(int(extent.get(side)) * factor)))
