"""A row and a list of rows as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from docgen.diagnostics.location import Location
from docgen.diagnostics.problem import Problem
from docgen.schema.types import FieldPath


class Cell(NamedTuple):
    """A value of a row and the path in the dossier where it goes."""

    path: FieldPath
    value: Any


class Row(NamedTuple):
    """A row of a list. `number` counts as the program that made the file does: in Excel and CSV the headings are row 1,
    in YAML the first partner is. `label` is the name of the partner. A row with a finding of level `fout` is not whole."""

    number: int
    label: str
    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...]


class LeftOut(NamedTuple):
    """A row that is no partner: what it says and why it does not count."""

    number: int
    text: str
    why: str


@dataclass(frozen=True)
class Partners:
    """The rows of a list and the findings about the list itself: its headings, hidden rows, other sheets.

    `columns` are the headings by path; `place` says where the cell of a row (by its number) for a path is, and of a
    path without a column where the row begins; `left_out` are the rows that are no partner."""

    rows: list[Row]
    problems: list[Problem]
    columns: dict[FieldPath, str]
    place: Callable[[int, FieldPath], Location]
    left_out: tuple[LeftOut, ...] = ()
