"""The place where a text stops being YAML, the lines around it, and the cause that was found there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from docgen._lazy import regex

LONGEST_LINE = 2_000  # a line that is longer holds no slip that can be shown; looking for one would take long
FARTHEST = 20  # how many fields back a look goes
LONGEST_COPY = 120  # a remedy to be copied is never cut; what is longer is said in another way
KEY = regex(r"(?P<lead> *(?:- +)*)(?P<name>[\w-]+) *:(?:\s+(?P<value>.*))?$")
BULLET = regex(r"\s*([•·▪◦●‣∙○■\ue000-\uf8ff]|[*+](?=\s)|o(?=\s+[\w-]+:)|\d{1,3}[.)](?=\s)|[a-z]\)(?=\s))\s*(.*)")
# the kind of the field at a path of names ("text", "dict", "list", ...), and the fields that may stand in it
Outline = Callable[[Sequence[str]], tuple[str, Collection[str]]]
QUOTE = "zet de waarde tussen aanhalingstekens: '…'"


@dataclass(frozen=True)
class Diagnosis:
    """A likely cause, at a line and column that count from 1."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True)
class LastScalar:
    """The last value that was read before things went wrong: where it began and ended, and how it was written."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str  # "'" or '"' for quoted text, "[" for a list or map between brackets, "" for plain text


def unknown_outline(_names: Sequence[str]) -> tuple[str, Collection[str]]:
    """Where nothing is known about fields."""
    return "", ()


@dataclass(frozen=True)
class ErrorContext:
    """Where the parser gave up: the lines, the place, its own words, and the last value it read."""

    lines: list[str]
    line: int
    column: int
    words: str
    last: LastScalar | None
    outline: Outline = unknown_outline

    def text(self, number: int) -> str:
        """A line, empty when there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def shortened(self) -> ErrorContext:
        """The same with lines of a length that can be looked through: what is cut off holds no slip that can be shown."""
        return replace(self, lines=[line[:LONGEST_LINE] for line in self.lines])

    def near(self) -> list[int]:
        """The line itself and the one before it that is not empty."""
        return [self.line, self.before(self.line)]

    def before(self, line: int) -> int:
        """The line before a line that is neither empty nor a comment; 0 when there is none."""
        return next((n for n in range(line - 1, 0, -1) if not re.match(r"\s*(#|$)", self.text(n))), 0)

    def around(self, line: int, depth: int) -> list[str]:
        """The names of the parts in which a line at that depth (in spaces) stands, from the outermost on."""
        names: list[str] = []
        for number in range(line - 1, 0, -1):
            if depth == 0:
                break
            key = KEY.match(self.text(number))
            if key and len(key["lead"]) < depth:
                names.insert(0, key["name"])
                depth = len(key["lead"])
        return names


def copyable(remedy: str, otherwise: str) -> str:
    """A remedy that can be copied as it is, or other words when it would be too long."""
    return remedy if len(remedy) <= LONGEST_COPY else otherwise


def in_quotes(lines: Sequence[str], number: int, column: int) -> str:
    """The remedy for a value at a line and column (from 1) that has to stand between quotes, as it can be copied when that is
    sure; a value that goes on below becomes a block of text."""
    line = lines[number - 1]
    before, value, key = line[: column - 1].rstrip(), line[column - 1 :].rstrip(), KEY.match(line)
    below = next((one for one in lines[number : number + 1] if one.strip()), "")
    if key and before.endswith(":") and len(below) - len(below.lstrip(" ")) > len(key["lead"]):
        return f"schrijf | achter {key['name']}: en zet alle tekst eronder, twee spaties dieper dan {key['name']}"
    if not before.endswith((":", "-")) or "\t" in value or " #" in value:
        return QUOTE
    if "'" not in value:
        return copyable(f"zet de waarde tussen aanhalingstekens: '{value}'", QUOTE)
    return QUOTE if {'"', "\\"} & set(value) else copyable(f'zet de waarde tussen aanhalingstekens: "{value}"', QUOTE)


def match_line(context: ErrorContext, pattern: str, message: str, hint: str, otherwise: str = "") -> Diagnosis | None:
    """A pattern of which the group `at` is what is wrong; the hint (or what to say otherwise) may name other groups."""
    for number in context.near():
        match = re.match(pattern, context.text(number))
        if match:
            groups = {name: (text or "").strip() for name, text in match.groupdict().items()}
            remedy = copyable(hint.format(**groups), otherwise.format(**groups)) if otherwise else hint.format(**groups)
            return Diagnosis(number, match.start("at") + 1, message, remedy)
    return None


def indent(text: str) -> int:
    """How many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))
