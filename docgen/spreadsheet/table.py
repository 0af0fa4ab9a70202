"""A table of raw cells, with the place of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NamedTuple

from docgen.diagnostics.location import Location
from docgen.diagnostics.problem import Problem

MAX_ROWS, MAX_COLUMNS = 200_000, 500


def column_letter(column: int) -> str:
    """The name of a column (from 0) in Excel: A, B, … Z, AA."""
    column, last = divmod(column, 26)
    return (column_letter(column - 1) if column else "") + chr(65 + last)


class Number(NamedTuple):
    """A number in a cell, with the notation Excel shows it in: `0.00`, `0%`."""

    value: int | float
    notation: str


class InvalidCell(NamedTuple):
    """A cell or a row that has no value to use: what is wrong and how to repair it."""

    message: str
    hint: str


class CoveredCell(InvalidCell):
    """A cell under a merged one: it looks filled in and is not."""


RawCell = None | str | Number | bool | date | time | timedelta | InvalidCell


class RawRow(NamedTuple):
    """A row of the file. `number` counts from 1 as the program that made the file does, with the headings included."""

    number: int
    values: Sequence[RawCell]
    invalid: InvalidCell | None = None
    is_hidden: bool = False


@dataclass
class Table:
    """The rows of a file below their headings. `place` says where a cell is, by record number and column from 0;
    `called` names it in a message. `above` are the rows over the headings, `totals` the numbers of the total
    rows that Excel keeps under a table."""

    name: str
    headings: RawRow
    records: Iterator[RawRow]
    place: Callable[[int, int], Location]
    called: Callable[[int, int], str]
    problems: list[Problem] = field(default_factory=list)
    above: Sequence[RawRow] = ()
    totals: frozenset[int] = frozenset()

    def heading(self, column: int) -> str:
        """What stands above a column, on one line."""
        values = self.headings.values
        return " ".join(text_of(values[column]).split()) if column < len(values) else ""

    def problem(
        self, number: int, column: int, path: str, code: str, message: str, hint: str = "", level: str = "fout"
    ) -> Problem:
        """Make a finding at a cell."""
        return Problem.at(self.place(number, column), path, code, message[:400], level, hint[:400])

    def about(self, code: str, message: str, hint: str, level: str = "fout") -> None:
        """Keep a finding about the file as a whole."""
        self.problems.append(Problem.at(Location(self.name), "", code, message, level, hint))


def is_blank(value: RawCell) -> bool:
    """Whether nothing is filled in."""
    return value is None or (isinstance(value, str) and (not value or value.isspace()))


def text_of(value: RawCell) -> str:
    """What a cell says, for a message; nothing of a cell without a value to use."""
    if value is None or isinstance(value, InvalidCell):
        return ""
    return str(value.value if isinstance(value, Number) else value)


def first_filled(row: RawRow) -> int:
    """The column of the first cell with something in it; the first column when there is none."""
    return next((column for column, value in enumerate(row.values) if not is_blank(value)), 0)
