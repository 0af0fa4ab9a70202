"""A file as lines and nodes, and how messages call it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.diagnostics.location import Location
from docgen.diagnostics.problem import Problem
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
    """A dossier file as text and nodes. `root` is `None` when the text is not YAML; `problems` then says why."""

    name: str
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)

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
        return Problem.at(Location(self.name, line, column, text, width), path, code, message, level, hint)
