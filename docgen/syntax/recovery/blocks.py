"""Lines of YAML by their depth: what stands below a line, in which item it is, and how it is moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen._lazy import regex
from docgen.syntax.explain.context import indent

BLANK = regex(r"\s*(#|$)")
DASH = regex(r" *-(?: |$)")


@dataclass(frozen=True)
class Mend:
    """Lines as they were meant, by number; those of which text is left out, and those whose value is only a guess now."""

    lines: dict[int, str]
    unread: tuple[int, ...] = field(default=())
    guessed: tuple[int, ...] = field(default=())


def is_blank(line: str) -> bool:
    """Whether there is nothing on a line but perhaps a comment."""
    return bool(BLANK.match(line))


def block_end(lines: Sequence[str], number: int, last: int) -> int:
    """The last line (from 1) that stands deeper than a line, or that line itself; rows may stand right below their name."""
    depth, end = indent(lines[number - 1]), number
    takes_rows = lines[number - 1].rstrip().endswith(":") and not DASH.match(lines[number - 1])
    for other in range(number + 1, last + 1):
        line = lines[other - 1]
        if is_blank(line):
            continue
        if indent(line) < depth or (indent(line) == depth and not (takes_rows and DASH.match(line))):
            break
        end = other
    return end


def item_of(lines: Sequence[str], number: int, first: int) -> int:
    """The line with the dash of the item in which a line stands; 0 when it is in none."""
    depth = indent(lines[number - 1])
    for other in range(number, first - 1, -1):
        line = lines[other - 1]
        if is_blank(line):
            continue
        if DASH.match(line) and (other == number or indent(line) < depth):
            return other
        if indent(line) == 0 and other != number:
            return 0
    return 0


def shifted(lines: Sequence[str], first: int, last: int, step: int) -> dict[int, str]:
    """Lines so many spaces deeper, or less deep."""
    found = {}
    for number in range(first, last + 1):
        line = lines[number - 1]
        space = indent(line)
        if line.strip():
            found[number] = " " * max(0, space + step) + line[space:]
    return found


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers as the first and last of every run."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
