"""Letters of an old code and signs that no document may hold: told once with all their lines, and left out or read as meant."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen._lazy import regex
from docgen.diagnostics.problem import Problem
from docgen.syntax.decoder import HARD_INDENT, check_characters
from docgen.syntax.errors import SyntaxStop
from docgen.syntax.explain.context import KEY
from docgen.syntax.recovery.blocks import DASH, ranges
from docgen.syntax.source import Source
from docgen.text.characters import HARD_SPACES, ILLEGAL

LEAD = regex(f"[ {HARD_SPACES}\u200b\ufeff]*(?:-[ {HARD_SPACES}\u200b\ufeff]*)?")
MOST_LINES = 12


def rejoin(lines: list[str], ended: list[int]) -> None:
    """Make one line again of those that end in a way that nobody sees, but where a field or row begins behind it."""
    ends = [n for n in ended if n < len(lines) and not (KEY.match(lines[n]) or DASH.match(lines[n]))]
    for first, last in ranges(ends):
        lines[first - 1] = " ".join(lines[first - 1 : last + 1])
        lines[first : last + 1] = [""] * (last + 1 - first)


def cleaned(source: Source, first: Problem) -> tuple[list[str], list[Problem]]:
    """The lines of a file without what may not be in them, and a finding for each sort of that."""
    lines = list(source.lines)
    found = [first] if first.code == "codering" or first.line in source.joined else []
    while len(found) <= len(SORTS) + 1:
        try:
            check_characters("\n".join(lines))
        except SyntaxStop as stop:
            is_indent = HARD_INDENT.match(lines[stop.line - 1])
            sort = HARD_INDENT if is_indent else ILLEGAL
            numbers = [n for n, line in enumerate(lines, 1) if sort.search(line)]
            problem = source.problem(stop.line, stop.column, "", stop.code, stop.message, stop.hint, stop.width)
            found.append(_with_lines(problem, numbers))
            lines = [_without(line, is_indent is not None) for line in lines]
        else:
            break
    return lines, found


SORTS = (HARD_INDENT, ILLEGAL)


def _without(line: str, is_indent: bool) -> str:
    if not is_indent:
        return ILLEGAL.sub("", line)
    lead = LEAD.match(line)
    end = lead.end() if lead else 0
    return re.sub(f"[{HARD_SPACES}]", " ", re.sub("[\u200b\ufeff]", "", line[:end])) + line[end:]


def _with_lines(problem: Problem, numbers: list[int]) -> Problem:
    others = [str(n) for n in numbers if n != problem.line]
    if not others:
        return problem
    more = f" en nog {len(others) - MOST_LINES}" if len(others) > MOST_LINES else ""
    return replace(problem, message=f"{problem.message}; ook op regel {', '.join(others[:MOST_LINES])}{more}")
