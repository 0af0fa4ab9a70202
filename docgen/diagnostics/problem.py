"""A writer's mistake as a value: where it is, what was expected, how to repair it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.location import Location

CONTROL = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WINDOW = 100


class CausePlace(NamedTuple):
    """The finding of the same file of which another is a consequence: its code and where it stands."""

    code: str
    line: int
    column: int
    path: str


@dataclass(frozen=True)
class Problem:
    """A finding with its location. `line` and `column` count from 1 (0: the file as a whole); `width` is in characters.

    `path` is readable ("rol 3 (adviseur) › uren"), `code` is stable, `level` is one of `LEVELS`,
    `text` is the source line, or the part of it after `offset` characters. `accepted` is the reason when the writer has accepted the finding.
    `unread` are the lines, as ranges, that were not read because of it. `cause` is the finding that has to be mended first: this one is
    gone then. `waiting` are the rules that cannot look before a mistake of shape is mended (none named: all).
    """

    file: str
    line: int
    column: int
    path: str
    code: str
    message: str
    level: str = "fout"
    hint: str = ""
    text: str = ""
    width: int = 1
    accepted: str = ""
    offset: int = 0
    unread: tuple[tuple[int, int], ...] = ()
    cause: CausePlace | None = None
    waiting: tuple[str, ...] | None = None

    @classmethod
    def at(
        cls,
        where: Location,
        path: str,
        code: str,
        message: str,
        level: str = LEVELS[0],
        hint: str = "",
    ) -> Problem:
        """A finding at a location."""
        found = cls(where.file, where.line, where.column, path, code, message, level, hint, where.text, where.width)
        return replace(found, offset=where.offset) if where.offset else found

    def moved_to(self, where: Location) -> Problem:
        """The same finding at another location."""
        return replace(self, **where._asdict())

    def __str__(self) -> str:
        more = [f"reden: {self.accepted}" if self.accepted else f"tip: {self.hint}" if self.hint else "", self.follows]
        return "\n".join([self.headline(), *self.snippet(), *(f"      {visible(line)}" for line in more if line)])

    @property
    def follows(self) -> str:
        """What to mend first, when it is a consequence: "komt door HOR-03 op regel 4; los dat eerst op"."""
        if not self.cause:
            return ""
        where = f" op regel {self.cause.line}" if self.cause.line else ""
        return f"komt door {self.cause.code}{where}; los dat eerst op"

    @property
    def place(self) -> str:
        """`file:line:column`, or the file alone."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if self.line)])

    def headline(self) -> str:
        """`file:line:column: level: path: message [code]`."""
        path = f"{self.path}: " if self.path else ""
        level = "geaccepteerd" if self.accepted else self.level
        return visible(f"{self.place}: {level}: {path}{self.message} [{self.code}]")

    def snippet(self) -> list[str]:
        """The source line and a caret under the value, cut around it when the line is long."""
        if not self.line or not self.text.strip():
            return []
        at = max(0, self.column - 1 - self.offset)
        start = max(0, at - WINDOW // 2) if len(self.text) > WINDOW else 0
        shown = visible(self.text[start : start + WINDOW])
        lead = "…" if start else ""
        before = self.text[start:at]
        carets = "^" * max(1, min(self.width, WINDOW - len(before)))
        margin = f"{self.line:>5} | "
        return [f"{margin}{lead}{shown}", f"{'':>5} | {lead and ' '}{' ' * _columns(before)}{carets}"]


def visible(text: str) -> str:
    """Replace control characters, so that nothing in a file can steer a terminal or forge a line."""
    return CONTROL.sub(lambda found: "\N{REPLACEMENT CHARACTER}" if found.group() != "\t" else " ", text)


def _columns(text: str) -> int:
    """How many terminal columns a text takes: wide characters two, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file and place; the same finding twice is shown once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.column, LEVELS.index(p.level), p.message))


def at_least(level: str, problems: Iterable[Problem]) -> list[Problem]:
    """The findings of a level and those graver than it."""
    return [problem for problem in problems if LEVELS.index(problem.level) <= LEVELS.index(level)]
