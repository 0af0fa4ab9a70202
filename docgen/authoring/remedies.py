"""What a finding asks literally, as a change of the text of a dossier: exactly the characters concerned, nothing around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from docgen._lazy import regex
from docgen.diagnostics.problem import Problem
from docgen.syntax.recovery.values import in_quotes
from docgen.text.characters import HARD_SPACES, HIDDEN

LITERAL = regex(r"schrijf ([^\s;]+)")  # one word: a number, an amount, a date
INSTEAD = regex(r"schrijf (\S+) in plaats van ‘?([^‘’]+?)’?")
WHOLE = regex(r"schrijf ((?:- )?[a-z_0-9]+: ?\S.*)")  # a name with its value
RETYPE = regex(r".* onzichtbaar teken .*; typ ‘([^’]+)’ opnieuw")
QUOTE = regex(r"zet de waarde tussen aanhalingstekens(?:: '…')?")
AT_END = regex(r"haal de (?:punt)?komma weg")
MEANT = regex(r"bedoel je ‘([^’]+)’\?")
# what is only written another way: a number with points, a sign for euro or a unit, a day with its month and whole year
NUMBER = regex(r"[€\s]*(?:[1-9][\d\s.,'’_]*|0[.,]\d+)(?:[,.]?[-=–]+)?\s*(?:uur|uren|u|euro)?,?")
DAY = regex(
    r"(?:[a-z]{2,6}dag\s)?\d{1,2}(?:[\s./–-]+[a-z]{3,9}\.?,?|[./–-]\d{1,2})[\s./–-]+(?:19|20)\d\d"
    r"|(?:19|20)\d\d[/–-]\d{1,2}[/–-]\d{1,2}"
)
FIELD = regex(r"(\s*(?:- +)?[a-z_]+: +)(\S.*?)(\s+#.*)?\s*")
UNSEEN = regex(f"[{HIDDEN}\u202a-\u202e\u2066-\u2069]")
NAMED = regex(r"\s*(?:- +)?")
COMMENT = regex(r"\s+#.*")


class Remedy(NamedTuple):
    """Characters of one line, counted from 0, and what comes in their place. `is_sure`: it needs no answer of the writer."""

    line: int
    start: int
    end: int
    text: str
    is_sure: bool = True


def remedies(problem: Problem, line: str) -> Iterator[Remedy]:
    """The ways to do what a finding asks, the likeliest first; none when it asks something else than to type what it says."""
    start, end = problem.column - 1, problem.column - 1 + problem.width
    value = line[start:end]

    def instead(text: str, is_sure: bool = True) -> Remedy:
        return Remedy(problem.line - 1, start, end, text, is_sure)

    ways: list[tuple[object, Callable[..., Iterator[Remedy]]]] = [
        (LITERAL, lambda found: iter([instead(found[1], is_sure=_is_notation(value, found[1]))])),
        (INSTEAD, lambda found: iter([instead(value.replace(found[2], found[1], 1))] if found[2] in value else [])),
        (WHOLE, lambda found: _whole(problem.line - 1, line, found[1])),
        (RETYPE, lambda found: iter([instead(found[1])])),
        (QUOTE, lambda _: _quoted(problem.line - 1, line)),
        (AT_END, lambda _: iter([instead(value.rstrip()[:-1])] if value.rstrip()[-1:] in ",;" else [])),
        (MEANT, lambda found: iter([instead(found[1], is_sure=value.casefold() == found[1].casefold())])),
    ]
    for pattern, way in ways:
        if found := pattern.fullmatch(problem.hint):  # type: ignore[attr-defined]
            yield from way(found)
            return
    if problem.code == "teken":
        yield from _without_unseen(problem, line)
    elif "\t" in line[: len(line) - len(line.lstrip())]:
        yield from _without_tab(problem.line - 1, line)


def _is_notation(value: str, text: str) -> bool:
    """Whether a text is what a value says, written another way."""
    return DAY.fullmatch(value) is not None or (NUMBER.fullmatch(value) is not None and _digits(value) == _digits(text))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _whole(number: int, line: str, text: str) -> Iterator[Remedy]:
    """A line with its name and value as they are meant; its indentation, its dash and the comment behind it stay, and so does
    every letter and digit: a remedy that says more than what to type is no text to type."""
    before = NAMED.match(line)
    start = 0 if before is None else before.end()
    if text.startswith("- "):
        start = len(line) - len(line.lstrip())
    comment = COMMENT.search(line, start)
    end = comment.start() if comment else len(line.rstrip())
    if _words(text) == _words(line[start:end]):
        yield Remedy(number, start, end, text)


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _quoted(number: int, line: str) -> Iterator[Remedy]:
    """The value of a field on a line of its own between quotes."""
    field = FIELD.fullmatch(line)
    if field and field[2][0] not in "'\"[{|>":
        yield Remedy(number, field.start(2), field.end(2), in_quotes(field[2]))


def _without_unseen(problem: Problem, line: str) -> Iterator[Remedy]:
    """A line without the characters that nobody sees, or without hard spaces at the ends of its value."""
    if UNSEEN.search(line):
        yield Remedy(problem.line - 1, 0, len(line), UNSEEN.sub("", line))
    elif "begint of eindigt met een harde spatie" in problem.message:
        value = line[problem.column - 1 :]
        yield Remedy(problem.line - 1, problem.column - 1, len(line), value.strip(HARD_SPACES))


def _without_tab(number: int, line: str) -> Iterator[Remedy]:
    """A line with its indentation in spaces: as many as one that stands right there can have."""
    space = line[: len(line) - len(line.lstrip())]
    for depth in (2, 4, 6, 8, 10):
        yield Remedy(number, 0, len(space), " " * depth)
