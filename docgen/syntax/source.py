"""A file as lines and nodes, and how messages call it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.diagnostics.location import Location
from docgen.diagnostics.problem import Problem
from docgen.syntax.explain.context import indent
from docgen.syntax.node import Node


@dataclass(frozen=True)
class Wording:
    """How messages call a kind of file, with its article, and how it begins."""

    article: str
    noun: str
    begin: str

    def words(self, text: str) -> str:
        """A message about a dossier as one about this kind of file."""
        text = text.replace(DOSSIER.begin, self.begin)
        return re.sub(r"\bhet dossier\b", f"{self.article} {self.noun}", text).replace("dossier", self.noun)


DOSSIER = Wording("het", "dossier", "begin met dossier: en organisatie:, zoals in de handleiding")


@dataclass
class Source:
    """A dossier file as text and nodes. `root` is `None` when the text is not YAML; `problems` then says why.

    What was read on after a mistake has a `root` and `problems`: `mended` are the lines that were read as they were meant, `unread`
    those of which text was left out, and `read_lines` is the text of which the nodes are.
    """

    name: str
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    mended: set[int] = field(default_factory=set)
    unread: set[int] = field(default_factory=set)
    meant: list[str] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)  # lines with an end that nobody sees

    @property
    def read_lines(self) -> list[str]:
        """The lines as the nodes are of them: those of the file, or as they were meant."""
        return self.meant or self.lines

    def problem(
        self,
        line: int,
        column: int,
        path: str,
        code: str,
        message: str,
        hint: str = "",
        width: int = 1,
        level: str = "fout",
    ) -> Problem:
        """Make a finding at a place in this source, with its source line."""
        if line > len(self.lines) > 0:
            line, column = len(self.lines), len(self.lines[-1]) + 1
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        if self.meant and text:
            moved = indent(self.meant[line - 1]) - indent(text) if self.meant[line - 1].strip() else 0
            column = min(max(1, column - moved), len(text) + 1)
        return Problem.at(Location(self.name, line, column, text, width), path, code, message, level, hint)
