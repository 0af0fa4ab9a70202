"""One document of a batch: what it is made of, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from docgen.documents.overwrite_guard import EDITED
from docgen.partners.row import Cell
from docgen.system.files import MADE, RENEWED, UNCHANGED

REFUSED = "geweigerd"
STATES = (MADE, RENEWED, UNCHANGED, EDITED, REFUSED)


@dataclass(frozen=True, slots=True)
class Task:
    """A document to make. `request` is "jaarplan" or "overdracht:bestuur"; `party` is set when it is seen from a party,
    `row` is the number of the row of a list. `known` is the SHA-256 of the file and of its content as docgen last made
    them; both are empty when it made none."""

    number: int
    label: str
    dossier: str
    request: str
    file: str
    party: str = ""
    row: int = 0
    cells: tuple[Cell, ...] = ()
    known: tuple[str, str] = ("", "")


class Result(NamedTuple):
    """What came of a task: its state, the SHA-256 of the file and of its content, its size in bytes and its time of
    change in nanoseconds, what was found and, in a draft, what is missing. `fault` is what stopped it, when no finding
    did; then it `is_final` when no other document can be made either, and `trace` is where a bug of docgen came from."""

    number: int
    state: str
    sha: str = ""
    content: str = ""
    size: int = 0
    changed: int = 0
    found: tuple[Finding | Problem, ...] = ()
    missing: tuple[str, ...] = ()
    fault: str = ""
    is_final: bool = False
    trace: str = ""
