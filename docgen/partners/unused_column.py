"""A column under a heading that is no field: whether its cells are remarks, which may stay out, or amounts or dates."""

from __future__ import annotations

import re
from datetime import date

from docgen._lazy import regex
from docgen.spreadsheet.table import Number, RawCell, is_blank
from docgen.text.characters import without_invisible
from docgen.text.dates import MONTH

AMOUNT, COUNT, DATE, TEXT = "bedrag", "getal", "datum", "tekst"
LONGEST = 40  # no amount and no date is longer
AMOUNT_TEXT = regex(r"(?i)(?:€|eur)?\s*[-+]?(?:€|eur)?\s*(?!0\d)\d[\d.]*(?:,(?:\d+|-+))?\s*(?:%|€|euro)?")
DATE_TEXT = regex(
    rf"(?i)(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2}}(?:\d\d)?|\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}|\d{{1,2}}[ -](?:{MONTH})\.?(?:[ -]\d{{2,4}})?)"
)
COUNT_TEXT = regex(r"[1-9]\d*|0", re.ASCII)
# a heading under which numbers are no amounts
NUMBERED = regex(r"(?i)\W*(?:#|id|rij|aantal\b.*|.*(?:nummer|nr|no|code|tel|telefoon|mobiel))\W*")
STEP = 10  # between the numbers of rows that count up, some of which were taken away


def kind_of(raw: RawCell) -> str:
    """What a cell looks like: an amount, a whole number, a date or a text."""
    if isinstance(raw, date):
        return DATE
    if isinstance(raw, Number):
        return COUNT if float(raw.value).is_integer() and raw.notation in ("General", "0") else AMOUNT
    text = without_invisible(raw) if isinstance(raw, str) and len(raw) <= LONGEST else ""
    return next((kind for pattern, kind in PATTERNS if pattern.fullmatch(text)), TEXT)


PATTERNS = ((COUNT_TEXT, COUNT), (DATE_TEXT, DATE), (AMOUNT_TEXT, AMOUNT))


class UnusedColumn:
    """The cells of a column that is nobody's field, counted by what they look like."""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        self._found = dict.fromkeys((AMOUNT, COUNT, DATE, TEXT), 0)
        self._first = self._last = 0
        self._rises = True

    def add(self, raw: RawCell) -> None:
        """Look at one more cell."""
        if is_blank(raw):
            return
        kind = kind_of(raw)
        self._found[kind] += 1
        if kind == COUNT:
            self._follow(int(raw.value if isinstance(raw, Number) else without_invisible(str(raw))))

    def _follow(self, number: int) -> None:
        self._first = number if self._found[COUNT] == 1 else self._first
        self._rises = self._rises and (self._found[COUNT] == 1 or number > self._last)
        self._last = number

    @property
    def holds(self) -> str:
        """What most cells are that should not be overlooked: "bedragen", "datums", or nothing."""
        most = sum(self._found.values()) / 2
        if self._found[DATE] and self._found[DATE] >= most:
            return "datums"
        numbers = self._found[AMOUNT] + (0 if self._is_numbering else self._found[COUNT])
        return "bedragen of andere getallen" if numbers and numbers >= most else ""

    @property
    def _is_numbering(self) -> bool:
        """Whether the whole numbers only tell things apart: the heading says so, or they count up row by row."""
        count = self._found[COUNT]
        counts_up = count > 1 and self._rises and self._last - self._first < STEP * count
        return bool(NUMBERED.fullmatch(self.heading[:LONGEST])) or counts_up
