"""Reads on after a mistake: section by section, and in each the next line, item or part that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from docgen._lazy import regex
from docgen.diagnostics.problem import Problem
from docgen.syntax.errors import Position, SyntaxStop
from docgen.syntax.explain.context import KEY, ErrorContext, Outline, indent
from docgen.syntax.node import Node
from docgen.syntax.parser import compose
from docgen.syntax.recovery import characters, sections
from docgen.syntax.recovery.blocks import Mend, block_end, is_blank, item_of, ranges
from docgen.syntax.recovery.mends import MENDS, stray
from docgen.syntax.source import Source

FINAL = {"te-groot", "te-diep", "soort", "leeg"}  # after these nothing can be read on
MOST_MISTAKES = 20  # in a file
MOST_CUTS = 3  # in a section
MOST_TRIES = 40  # for one mistake
MOST_READ, LEAST_READ = 24, 400_000  # how many times its length may be read again, and how many signs at least
MOST_PARTS = 4  # parts around a line that are cut out before the section as a whole is


def read_on(source: Source, outline: Outline) -> Source:
    """The same source with all that can be read; its problems say what could not, and of which lines nothing was read."""
    first = source.problems[0] if source.problems else None
    names = outline(())[1]
    if source.root is not None or first is None or first.code in FINAL or not first.line or not names:
        return source
    parts = sections.split(source.lines, names)
    return _Reader(source, outline).read(first, parts) if parts else source


MARKER = regex(r"(---|\.\.\.)(?:\s|$)")
SECOND = regex(r"dossier\s*:")
SECOND_TOLD = (
    "hier begint een tweede document; een dossier is één document",
    "haal de regel met --- weg of maak er twee bestanden van",
)
END_TOLD = {
    "---": ("een regel met --- hoort hier niet: een dossier is één document", "haal de regel met --- weg"),
    "...": ("een regel met ... is het einde van een document, en hierna komt nog meer", "haal de regel met ... weg"),
}  # fmt: skip


Tried = tuple[Mend, Node | SyntaxStop]


class _Reader:
    """One file of which a part is no YAML."""

    def __init__(self, source: Source, outline: Outline) -> None:
        self.outline = outline
        self.source = source
        self.problems: list[Problem] = []
        self.lines = list(source.lines)
        self.mended: set[int] = set()
        self.unread: set[int] = set()
        self.anchors: dict[str, Node] = {}
        self.last_anchors = self.anchors
        self.left = LEAST_READ + MOST_READ * sum(map(len, self.lines))

    def read(self, first: Problem, parts: list[tuple[int, int]]) -> Source:
        root = Node("map", Position(0, 0), Position(0, 0))
        if first.code != "yaml":
            self.lines, found = characters.cleaned(self.source, first)
            self.problems += found
        characters.rejoin(self.lines, self.source.joined)
        for begin, end in self._one_document(parts, first):
            node = self._section(begin, end, first)
            if node is not None and node.kind == "map":
                root.pairs += node.pairs
                root.blank = root.blank and node.blank
            is_here = begin <= first.line <= end and first.code == "yaml"
            told = self.mended.union(problem.line for problem in self.problems)
            if is_here and not any(begin <= line <= end for line in told):
                self.problems.append(first)  # an error that is none when the sections stand apart
        if not root.pairs:
            return self.source
        return replace(
            self.source, root=root, problems=self.problems, mended=self.mended, unread=self.unread, meant=self.lines
        )

    def _one_document(self, parts: list[tuple[int, int]], first: Problem) -> list[tuple[int, int]]:
        """The sections up to a second dossier; other lines with --- or ... that end a document are told and left out."""
        second = max((n for n, line in enumerate(self.lines, 1) if SECOND.match(line)), default=0)
        filled = [n for n, line in enumerate(self.lines, 1) if not is_blank(line)]
        for number, after in zip(filled, [*filled[1:], 0], strict=True):
            marker = MARKER.match(self.lines[number - 1])
            if not marker or not after or number == filled[0]:
                continue
            is_second = marker[1] == "---" and number < second
            told = SECOND_TOLD if is_second else END_TOLD[marker[1]]
            if len(self.problems) < MOST_MISTAKES:
                is_first = first.line in (number, after) and first.code == "yaml"
                found = first if is_first else self.source.problem(number, 1, "", "yaml", *told, width=3)
                rest = tuple(range(number + 1, len(self.lines) + 1)) if is_second else ()
                self.problems.append(_with_unread(found, self.source.lines, rest))
                self.mended.update(
                    (number, found.line) if is_first and not KEY.match(self.lines[after - 1]) else (number,)
                )
            self.lines[number - 1] = ""
            if is_second:
                self.lines[number:] = [""] * (len(self.lines) - number)
                self.unread.update(rest)
                return [(begin, min(end, number)) for begin, end in parts if begin <= number]
        return parts

    def _section(self, begin: int, end: int, first: Problem) -> Node | None:
        cuts = 0
        stop = self._attempt({}, begin, end)
        while True:
            if isinstance(stop, Node):
                self.anchors = self.last_anchors
                return stop
            if stop.code == "leeg":
                return None
            line = min(max(stop.line, begin), end)
            is_new = line not in self.mended | self.unread and not self._is_of_unread(stop)
            is_last = len(self.problems) >= MOST_MISTAKES or cuts >= MOST_CUTS or self.left < 0 or stop.code in FINAL
            best = None if is_last or not is_new else self._best(stop, line, begin, end)
            cuts += best is None
            mend, after = best or self._cut(line, begin, end, self.left < 0 or is_last)
            self._apply(mend, line)
            if is_new:
                self._tell(stop, line, first, mend)
            if after is None:
                return None
            stop = after

    def _attempt(self, changed: dict[int, str], begin: int, end: int) -> Node | SyntaxStop:
        """What a section is with some lines changed: its nodes, or what is wrong in it."""
        lines = [changed.get(n, self.lines[n - 1]) for n in range(begin, end + 1)]
        anchors = dict(self.anchors)
        self.left -= sum(map(len, lines)) + len(lines)
        try:
            node = compose("\n" * (begin - 1) + "\n".join(lines), self.outline, anchors=anchors)
        except SyntaxStop as stop:
            return stop
        self.last_anchors = anchors
        return node

    def _best(self, stop: SyntaxStop, line: int, begin: int, end: int) -> Tried | None:
        """The mend after which the next mistake is furthest away, with what comes of it; of equals the first."""
        best: Tried | None = None
        furthest = line
        for mend in islice(self._candidates(stop, line, begin, end), MOST_TRIES):
            after = self._attempt(mend.lines, begin, end)
            if isinstance(after, Node) or after.code == "leeg":
                return mend, after
            if after.line > furthest:
                best, furthest = (mend, after), after.line
            if self.left < 0:
                break
        return best

    def _candidates(self, stop: SyntaxStop, line: int, begin: int, end: int) -> Iterator[Mend]:
        above = next((n for n in range(line - 1, begin - 1, -1) if not is_blank(self.lines[n - 1])), line)
        top = next((n for n in range(begin, line) if not is_blank(self.lines[n - 1])), line)
        tops = [top] if indent(self.lines[top - 1]) else []  # what is above the first section belongs to that
        near = list(dict.fromkeys([line, min(max(stop.reached, begin), end), above, *tops]))
        lines = self.lines[:end]
        contexts = [ErrorContext(lines, n, max(1, stop.column), "", None, self.outline).shortened() for n in near]
        for context in contexts:
            yield from stray(context)
        for context in contexts:
            for mending in MENDS[1:]:
                for mend in mending(context):
                    if all(begin <= n <= end for n in mend.lines) and any(
                        self.lines[n - 1] != text for n, text in mend.lines.items()
                    ):
                        yield mend

    def _cut(self, line: int, begin: int, end: int, is_last: bool) -> tuple[Mend, Node | SyntaxStop | None]:
        """The least that has to be left out to get past a line, with what comes of it: nothing when that is the section."""
        for first, last in () if is_last else self._units(line, begin, end):
            mend = _without(first, last)
            after = self._attempt(mend.lines, begin, end)
            if isinstance(after, Node) or after.code == "leeg" or after.line > line:
                return mend, after
            if self.left < 0:
                break
        first = self._start_of_rest(line, begin)
        rest = _without(first, end)
        after_rest = self._attempt(rest.lines, begin, end) if first > begin else None
        return (rest, after_rest) if isinstance(after_rest, Node) else (_without(begin, end), None)

    def _units(self, line: int, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """What can be cut out around a line, the least first; a line that opens a block goes with its block."""
        yield line, block_end(self.lines, line, end)
        around, item = line, item_of(self.lines, line, begin)
        if item and item != line:
            yield item, block_end(self.lines, item, end)
            around = item
        depth = indent(self.lines[around - 1])
        for _ in range(MOST_PARTS):
            around = next(
                (
                    n
                    for n in range(around - 1, begin, -1)
                    if not is_blank(self.lines[n - 1]) and indent(self.lines[n - 1]) < depth
                ),
                begin,
            )
            depth = indent(self.lines[around - 1])
            if around == begin or depth == 0:
                return
            yield around, block_end(self.lines, around, end)

    def _start_of_rest(self, line: int, begin: int) -> int:
        """The first line of the row or field of the section in which a line stands."""
        rest = range(line, begin, -1)
        depths = [indent(self.lines[n - 1]) for n in range(begin + 1, line + 1) if not is_blank(self.lines[n - 1])]
        least = min(depths, default=0)
        return next((n for n in rest if not is_blank(self.lines[n - 1]) and indent(self.lines[n - 1]) <= least), begin)

    def _apply(self, mend: Mend, line: int) -> None:
        self.mended.update((line, *mend.guessed))
        for number, text in mend.lines.items():
            if text.strip() != self.lines[number - 1].strip():
                self.mended.add(number)
            self.lines[number - 1] = text
        self.unread.update(mend.unread)

    def _is_of_unread(self, stop: SyntaxStop) -> bool:
        """Whether a mistake is a reference with * to what was not read."""
        name = stop.message.split(" ")[0]
        return name.startswith("*") and any(f"&{name[1:]}" in self.source.lines[n - 1] for n in self.unread)

    def _tell(self, stop: SyntaxStop, line: int, first: Problem, mend: Mend) -> None:
        problem = first
        if first.line != line or first.code != "yaml":
            column = stop.column if line == stop.line else 1
            told = replace(self.source, meant=self.lines)
            problem = told.problem(line, column, "", stop.code, stop.message, stop.hint, stop.width)
        self.problems.append(_with_unread(problem, self.source.lines, mend.unread))


def _without(first: int, last: int) -> Mend:
    numbers = range(first, last + 1)
    return Mend(dict.fromkeys(numbers, ""), tuple(numbers))


def _with_unread(problem: Problem, lines: list[str], unread: tuple[int, ...]) -> Problem:
    """The same finding with the lines that were not read because of it."""
    told = ranges([n for n in unread if n <= len(lines) and lines[n - 1].strip()])
    if not told:
        return problem
    if told == [(problem.line, problem.line)]:
        return replace(problem, unread=tuple(told))
    words = [f"{first}–{last}" if last > first else f"{first}" for first, last in told]
    shown = " en ".join([", ".join(words[:-1]), words[-1]]) if words[1:] else words[0]
    return replace(problem, message=f"{problem.message}; regel {shown} is niet gelezen", unread=tuple(told))
