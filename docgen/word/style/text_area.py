"""The part of a page that text may fill, as a section of a document sets it; all in twentieths of a point."""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.opc.relationships import W
from docgen.word.style.settings import OFF

MEASURE = regex(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
UNITS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
PAPER = {"w": 12240, "h": 15840}  # what Word takes where a section says nothing
MARGIN = 1440
BETWEEN_COLUMNS = 720


class TextArea(NamedTuple):
    """How wide a page is between its margins, how wide the narrowest of its columns is, and how high."""

    width: int
    column: int
    height: int


def twips(value: str | None, default: int = 0) -> int:
    """A measure as Word and other programs write it: "1418", "1418.0", "2.5cm"; the default for anything else."""
    found = MEASURE.fullmatch(value or "")
    return round(float(found[1]) * UNITS[found[2] or ""]) if found else default


def measure(section: Any) -> TextArea:
    """The text area of a `w:sectPr`."""
    size, margins = _attributes(section, "pgSz"), _attributes(section, "pgMar")
    wide, high = (twips(size.get(f"{W}{side}"), PAPER[side]) for side in ("w", "h"))
    left, right, top, bottom = (twips(margins.get(f"{W}{side}"), MARGIN) for side in ("left", "right", "top", "bottom"))
    width = wide - left - right - twips(margins.get(f"{W}gutter"))
    return TextArea(width, _column(section.find(f"{W}cols"), width), high - abs(top) - abs(bottom))


def is_landscape(section: Any) -> bool:
    """Whether the paper lies on its side."""
    size = _attributes(section, "pgSz")
    return twips(size.get(f"{W}w"), PAPER["w"]) > twips(size.get(f"{W}h"), PAPER["h"])


def _attributes(section: Any, name: str) -> Any:
    found = section.find(f"{W}{name}")
    return {} if found is None else found.attrib


def _column(columns: Any, width: int) -> int:
    if columns is None:
        return width
    own = [twips(column.get(f"{W}w")) for column in columns.iterfind(f"{W}col")]
    number = twips(columns.get(f"{W}num"), 1)
    if own and columns.get(f"{W}equalWidth") in OFF:
        return min(own)
    space = twips(columns.get(f"{W}space"), BETWEEN_COLUMNS)
    return (width - (number - 1) * space) // number if number > 1 else width
