"""A table of contents from the headings that a document really has: a field of Word with its entries stored in it.

Each entry is the number and the text of a heading, and leads to it; page numbers are for whoever has laid out the pages. The field
is marked as out of date, so that Word makes it anew when it opens the document: it then has the same entries, with page numbers. (The
setting that updates all fields would also change a date or file name in a template of others, each time the document is opened.)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from docgen._lazy import regex

PLACE = regex(r"<\?docgen contents ([01]) ([^?]*(?:\?(?!>)[^?]*)*)\?>(.*?)<\?docgen contents end\?>", re.DOTALL)
STYLE = regex(r'<w:pStyle w:val="([^"]*)"/>')
TEXT = regex(r"<w:t(?:>| [^>/]*>)([^<]*)|<w:(?:tab|br|cr)\b")
NUMBER = regex(r'<w:numId w:val="(\d+)"/>')
LEVELS = regex(r'\\o\s*"(\d)\s*-\s*(\d)"')
COUNTED = regex(r"%([1-9])")
FIRST_ID, NAME = 800_000_000, "_TocKop{:04}"  # of the bookmarks at headings
FEWEST, SHORTEST = 8, 400  # headings and paragraphs of a document that is long enough for one in docgen's own templates
TAB = 1247  # behind the number of a heading


class Heading(NamedTuple):
    """A heading as it stands in the document: its level, its number, its text, and where it is."""

    level: int
    number: str
    text: str
    start: int
    end: int


class Contents:
    """The headings of the documents of one template."""

    def __init__(self, styles: Any, lists: Any, entries: Any) -> None:
        self._styles = {key: (level, number, place) for key, level, number, place in styles}
        self._lists = {key: (group, levels) for key, group, levels in lists}
        self._entries = entries

    def filled(self, xml: str) -> str:
        """A document with its tables of contents filled in."""
        places = [*PLACE.finditer(xml)]
        found = [
            one for one in self._headings(xml) if not any(place.start() < one.start < place.end() for place in places)
        ]
        is_long = len(found) >= FEWEST and xml.count("</w:p>") >= SHORTEST
        wanted = [place for place in places if is_long or place[1] == "0"]
        pieces, at = list[str](), 0
        numbered = [*enumerate(found)] if wanted else []
        for begin, end, text in sorted(
            [*self._bookmarks(xml, numbered, wanted), *self._fields(places, wanted, numbered)]
        ):
            pieces += (xml[at:begin], text)
            at = end
        return "".join([*pieces, xml[at:]])

    def _headings(self, xml: str) -> Iterator[Heading]:
        """The paragraphs of a heading style that say something, in order, with their numbers."""
        counts: dict[str, Counter[int]] = {}
        for found in self._of_headings.finditer(xml):
            start, end = xml.rfind("<w:p", 0, xml.rfind("<w:pPr>", 0, found.start())), xml.find("</w:p>", found.end())
            paragraph = xml[found.end() : end]
            text, own = _said(paragraph)
            level, number, place = self._styles[found[1]]
            counted = self._count(number if own is None else own, place, counts)
            if level and text:
                yield Heading(level, counted, text, start, end)

    @cached_property
    def _of_headings(self) -> re.Pattern[str]:
        keys = "|".join(map(re.escape, sorted(self._styles, key=len, reverse=True)))
        return re.compile(f'<w:pStyle w:val="({keys})"/>')

    def _count(self, number: str, place: int, counts: dict[str, Counter[int]]) -> str:
        """What Word puts before a paragraph that is next in a list."""
        if number not in self._lists or place >= len(self._lists[number][1]):
            return ""
        group, levels = self._lists[number]
        count = counts.setdefault(group, Counter())
        count[place] += 1
        for deeper in [one for one in count if one > place]:
            del count[deeper]
        kind, text, _ = levels[place]
        if kind in ("none", "bullet"):
            return ""

        def counted(one: re.Match[str]) -> str:
            kind, _, start = levels[int(one[1]) - 1] if int(one[1]) <= len(levels) else ("decimal", "", 1)
            return _in(kind, max(count[int(one[1]) - 1], 1) + start - 1)

        return COUNTED.sub(counted, text).strip()

    def _bookmarks(
        self, xml: str, found: list[tuple[int, Heading]], wanted: list[re.Match[str]]
    ) -> Iterator[tuple[int, int, str]]:
        """Where the bookmarks come, of the headings that some table of contents names."""
        ranges = [_levels(place[2]) for place in wanted]
        for number, one in found:
            if not any(one.level in levels for levels in ranges):
                continue
            begin = xml.find("</w:pPr>", one.start) + len("</w:pPr>")
            yield begin, begin, f'<w:bookmarkStart w:id="{FIRST_ID + number}" w:name="{NAME.format(number)}"/>'
            yield one.end, one.end, f'<w:bookmarkEnd w:id="{FIRST_ID + number}"/>'

    def _fields(
        self, places: list[re.Match[str]], wanted: list[re.Match[str]], found: list[tuple[int, Heading]]
    ) -> Iterator[tuple[int, int, str]]:
        """What comes in each place: nothing in a document that is too short for one."""
        for place in places:
            levels = _levels(place[2])
            entries = [(number, one) for number, one in found if one.level in levels]
            yield place.start(), place.end(), place[3] + self._field(place[2], entries) if place in wanted else ""

    def _field(self, instruction: str, entries: list[tuple[int, Heading]]) -> str:
        """The field with its entries, a paragraph each."""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {_escaped(instruction)} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        written = [self._entry(number, one) for number, one in entries] or [("<w:p>", "")]
        texts = [text for _, text in written]
        texts[0], texts[-1] = (
            begin + texts[0],
            (begin if len(texts) == 1 else "") + texts[-1] + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
        return "".join(f"{head}{text}</w:p>" for (head, _), text in zip(written, texts, strict=True))

    def _entry(self, number: int, one: Heading) -> tuple[str, str]:
        style = self._entries[one.level - 1]
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{TAB}"/></w:tabs>' if one.number else ""
        count = f'<w:r><w:t xml:space="preserve">{one.number}</w:t></w:r><w:r><w:tab/></w:r>' if one.number else ""
        link = f'<w:hyperlink w:anchor="{NAME.format(number)}" w:history="1">{count}<w:r><w:t xml:space="preserve">{one.text}</w:t></w:r></w:hyperlink>'
        return f"<w:p><w:pPr>{named}{tabs}</w:pPr>", link


@lru_cache(maxsize=2000)  # most headings of a batch are those of the document before
def _said(paragraph: str) -> tuple[str, str | None]:
    """The words of a heading from behind its style, and the list that it names itself."""
    pieces = "".join([" " if one[1] is None else one[1] for one in TEXT.finditer(paragraph)])
    own = NUMBER.search(paragraph.partition("</w:pPr>")[0])
    return " ".join(filter(None, pieces.split(" "))), own and own[1]


def _levels(instruction: str) -> range:
    """The levels of the headings that a table of contents names."""
    asked = LEVELS.search(instruction)
    return range(int(asked[1]), int(asked[2]) + 1) if asked else range(1, 10)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _in(kind: str, number: int) -> str:
    """A number as a list of Word shows it."""
    if kind.endswith("Roman"):
        text = ""
        for value, letters in ROMAN:
            text += letters * (number // value)
            number %= value
    elif kind.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return f"{number:02}" if kind == "decimalZero" else str(number)
    return text.upper() if kind.startswith("upper") else text
