"""How long a council proposal gets, in lines of the house style, and what goes to the annexes when that is more than four pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from docgen.context.proposal.annexes import GOALS, NOTES, REASONS, Overflow
from docgen.domain.types import TableRow

MOVES = (NOTES, REASONS, GOALS)  # in this order
MOST = 4 * 46.0  # lines: four pages
WIDTH, CELL = 92, 48  # characters on a line of text, and in the first cell of a table
TITLE, SIGNING = 7.0, 7.0  # with the space around them, as all below
HEADING, PARAGRAPH, ITEM, CAPTION, ROW, CELL_LINE = 2.7, 0.5, 0.3, 2.0, 0.25, 0.8


def moved(tell: Callable[[Overflow], TableRow]) -> list[str]:
    """What has to move so that what is told (`tell`) fits, in order; all of it when nothing makes it fit."""
    for count in range(len(MOVES)):
        if lines(tell(MOVES[:count])) <= MOST:
            return [*MOVES[:count]]
    return [*MOVES]


def lines(told: TableRow) -> float:
    """About how many lines the pieces take: `koppen`, `regels`, `alineas`, `punten` and `tabellen` (the first cells of each)."""
    tables: float = sum(
        CAPTION + sum(ROW + CELL_LINE * _lines(cell, CELL) for cell in cells) for cells in told["tabellen"]
    )
    fixed: float = TITLE + SIGNING + told["regels"] + HEADING * told["koppen"]
    return fixed + _all(told["alineas"], PARAGRAPH) + _all(told["punten"], ITEM) + tables


def _all(texts: Iterable[str | None], space: float) -> float:
    return sum(_lines(text, WIDTH) + space for text in texts if text)


def _lines(text: str, width: int) -> int:
    return sum(ceil(len(part) / width) or 1 for part in text.splitlines())
