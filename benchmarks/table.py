"""A table of figures with what is wanted beside it: as text, or as Markdown for the README."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One row: a name, its figures, a remark, and what is wanted of it with whether it was reached."""

    name: str
    figures: tuple[str, ...]
    remark: str = ""
    goals: tuple[tuple[str, bool], ...] = ()

    @property
    def verdict(self) -> str:
        """What is wanted, each ok or not reached, with the remark."""
        goals = [f"{wanted}: {'ok' if reached else 'NOT REACHED'}" for wanted, reached in self.goals]
        return "; ".join([*goals, *([self.remark] if self.remark else [])])


@dataclass(frozen=True)
class Table:
    """A title, the headings of the columns and the lines."""

    title: str
    heading: tuple[str, ...]
    lines: Sequence[Line]

    def _rows(self) -> list[list[str]]:
        columns = len(self.heading)
        rows = [[*self.heading, "wanted"]]
        rows += [
            [line.name, *line.figures, *[""] * (columns - 1 - len(line.figures)), line.verdict] for line in self.lines
        ]
        return rows

    def as_text(self) -> str:
        """Columns of equal width, figures to the right."""
        rows = self._rows()
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        lines = [
            "  ".join(cell.ljust(width) if i in (0, len(row) - 1) else cell.rjust(width)
                      for i, (cell, width) in enumerate(zip(row, widths, strict=True)))
            for row in rows
        ]  # fmt: skip
        return "\n".join([self.title, *(line.rstrip() for line in lines), ""])

    def as_markdown(self) -> str:
        """The same for a README."""
        first, *rows = self._rows()
        rule = ["---", *["--:"] * (len(first) - 2), "---"]
        return "\n".join([f"**{self.title}**\n", *("| " + " | ".join(row) + " |" for row in [first, rule, *rows]), ""])
