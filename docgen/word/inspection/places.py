"""Where in a part something stands, for whoever has it open in Word: heading, table with row and column, the words around it.

A part is read once as it came. A tag, line or element of what was made of it is found again there by its words and by how
often the same words stood before it: what takes the place of a paragraph or row moves everything else.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.opc.relationships import W
from docgen.word.tags import location
from docgen.word.tags.scanner import Unclosed, tags_in, unhide

KIND = regex(r"^(\{[{%#][-+]?)\s*(?:tr|tc|p|r)(?=\s+[^\s}%#])", re.IGNORECASE)
SPACES = regex(r"\s+")
QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")
TEXTS = (f"{W}t", f"{W}tab", f"{W}br")
NEARBY = 70
IN_TEXT = "in de tekst"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
OF_PAGES = {"first": "van de eerste pagina", "even": "van de even pagina’s"}
REFERENCES = (f"{W}headerReference", f"{W}footerReference")


class Place(NamedTuple):
    """A paragraph of a part, by its number, and how to find it."""

    part: str
    paragraph: int
    where: str


class Places:
    """The paragraphs of one part as it came from Word."""

    def __init__(self, root: Any, part: str, headings: frozenset[str], called: str = "") -> None:
        self.part, self.headings = part, headings
        self.called = called  # what a part beside the text is called: "in de koptekst"
        self.paragraphs: list[Any] = list(root.iter(f"{W}p"))
        self.numbers = numbered(root)
        self.tables = {one: number for number, one in enumerate(root.iter(f"{W}tbl"), 1)}
        self.sources: dict[str, _Lines] = {}

    @cached_property
    def words(self) -> list[str]:
        """The text of every paragraph."""
        return [text_of(one) for one in self.paragraphs]

    @cached_property
    def by_tag(self) -> Mapping[str, list[int]]:
        """The paragraphs of every tag, each as often as it stands there."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            for tag in _tags_of(words):
                found[tag].append(number)
        return found

    @cached_property
    def by_words(self) -> Mapping[str, list[int]]:
        """The paragraphs with the same words."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            found[_plain(words)].append(number)
        return found

    def at_line(self, source: str, line: int, near: str = "") -> Place:
        """The place of a line of what was made of the part."""
        if source not in self.sources:
            self.sources[source] = _Lines(source)
        lines = self.sources[source]
        for tag, count in sorted(lines.tags_on(line), key=lambda one: near not in one[0]):
            numbers = self.by_tag.get(tag, [])
            if count < len(numbers):
                return self.at(numbers[count], near)
        words, count = lines.words_on(line)
        numbers = self.by_words.get(words, []) if words else []
        if count < len(numbers):
            return self.at(numbers[count], near)
        return Place(self.part, -1, location.describe(source, line, self.part, self.headings, near))

    def at(self, number: int, near: str = "") -> Place:
        """The place of a paragraph by its number; `near` is text to centre on."""
        if number < 0:
            return Place(self.part, -1, self.called or IN_TEXT)
        steps = [self.called or self._heading(number), *self._in_table(number)]
        words = " ".join(self.words[number].split())
        found = max(words.find(near), 0)
        start = max(0, found - NEARBY // 2) if len(words) > NEARBY else 0
        shown = words[start : start + NEARBY]
        return Place(self.part, number, ", ".join([*steps, *([f"bij ‘{shown}’"] if shown else [])]))

    def _heading(self, number: int) -> str:
        for at in range(number, -1, -1):
            look = self.paragraphs[at].find(f"{W}pPr/{W}pStyle")
            if look is not None and look.get(f"{W}val") in self.headings:
                shown = re.sub(r"\{[%#].*?[%#]\}", "", self.words[at]).strip()
                if shown and at != number:
                    return f"onder kop ‘{shown[:NEARBY]}’"
                if at == number:
                    return "in een kop"
        return "aan het begin"

    def _in_table(self, number: int) -> Iterator[str]:
        paragraph = self.paragraphs[number]
        if next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None:
            yield "in een tekstvak"
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is None:
            return
        row = next(cell.iterancestors(f"{W}tr"))
        table = next(row.iterancestors(f"{W}tbl"))
        at_row = 1 + sum(1 for _ in _before(row, f"{W}tr", table))
        at_column = 1 + sum(_span(one) for one in _before(cell, f"{W}tc", row))
        yield f"tabel {self.tables[table]}, rij {at_row}, kolom {at_column}"


class _Lines:
    """What was made of a part, one paragraph a line."""

    def __init__(self, source: str) -> None:
        self.tags: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        self.words: dict[int, tuple[str, int]] = {}
        tags: defaultdict[str, int] = defaultdict(int)
        texts: defaultdict[str, int] = defaultdict(int)
        for number, line in enumerate(source.split("\n"), 1):
            words = location.words_at(line, 1)
            for tag in _tags_of(words):
                self.tags[number].append((tag, tags[tag]))
                tags[tag] += 1
            plain = _plain(words)
            self.words[number] = plain, texts[plain]
            texts[plain] += 1

    def tags_on(self, line: int) -> list[tuple[str, int]]:
        """Every tag of a line, and how often it stood before."""
        return self.tags.get(line, [])

    def words_on(self, line: int) -> tuple[str, int]:
        """The words of a line, and how often the same stood before."""
        return self.words.get(line, ("", 0))


def text_of(paragraph: Any) -> str:
    """The text of a paragraph itself, without that of text boxes in it."""
    pieces = []
    for one in paragraph.iter(*TEXTS):
        if next(one.iterancestors(f"{W}p"), None) is paragraph:
            pieces.append(one.text or "" if one.tag == f"{W}t" else " ")
    return "".join(pieces)


def numbered(root: Any) -> dict[Any, int]:
    """The paragraphs of a part with their numbers."""
    return {one: number for number, one in enumerate(root.iter(f"{W}p"))}


def number_of(element: Any, numbers: Mapping[Any, int]) -> int:
    """The number of the paragraph that an element stands in, or holds; -1 when there is none."""
    around = next((one for one in (element, *element.iterancestors()) if one in numbers), None)
    inside = next(element.iter(f"{W}p"), None) if around is None else around
    return -1 if inside is None else numbers.get(inside, -1)


def pages_of(document: Any, targets: Mapping[str, str]) -> dict[str, str]:
    """The parts with a header or footer that is not for every page, with the pages that it is for. `targets` are the parts
    by the id of their relation to the document."""
    kinds = {targets.get(one.get(ID, ""), ""): one.get(f"{W}type", "") for one in document.iter(*REFERENCES)}
    return {part: OF_PAGES[kind] for part, kind in kinds.items() if kind in OF_PAGES}


def part_called(part: str, pages: str) -> str:
    """What a part beside the text is called, with the pages that it is for; empty for the text itself."""
    base = location.in_words(part)
    return "" if base == IN_TEXT else f"{base} {pages}".strip()


def _plain(words: str) -> str:
    return SPACES.sub(" ", html.unescape(unhide(words))).strip().translate(QUOTES)


def _tags_of(words: str) -> list[str]:
    found: list[str] = []
    with suppress(Unclosed):  # what is before it counts
        for tag in tags_in(words):
            found.append(SPACES.sub("", KIND.sub(r"\1", _plain(tag.text))))
    return found


def _before(element: Any, kind: str, around: Any) -> Iterator[Any]:
    """The elements of a kind that stand before one, directly in what is around it or in a content control there."""
    for one in around.iter(kind):
        if one is element:
            return
        if next(one.iterancestors(around.tag)) is around:
            yield one


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = "1" if span is None else span.get(f"{W}val", "1")
    return int(value) if value.isdigit() else 1
