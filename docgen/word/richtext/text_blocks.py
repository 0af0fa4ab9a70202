"""A writer's own texts put before or after the sections of a filled document, which are known by their headings.

Where a section is absent from this document (nothing in the dossier is about it) its text comes where the section would
have stood; where the template has no such heading at all the document is refused: no text is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from html import escape, unescape
from typing import NamedTuple, Protocol

from docgen._lazy import regex
from docgen.text.markdown.marked_text import MarkedText
from docgen.word.richtext.list_look import NO_LEVEL, ListLook
from docgen.word.values.apostrophes import straight

TOKEN = regex(r"<(/?)w:(tbl|txbxContent|p)(?=[ />])[^>]*?(/?)>")
STYLE = regex(r'<w:pStyle w:val="([^"]+)"')
OUTLINE = regex(r'<w:outlineLvl w:val="(\d)"')
SPACES, TAGS, NUMBER = regex(r"\s+"), regex(r"<[^>]+>"), regex(r"(?:\d+\.?)+\s+|[a-z][.)]\s+")
TEXT = regex(r"<w:(?:t|tab|br)(?: [^>]*)?/?>([^<]*)")


class Placed(Protocol):
    """A text at a place: its path in the dossier, which section, and whether it stands before it."""

    @property
    def path(self) -> str: ...
    @property
    def section(self) -> int: ...
    @property
    def is_before(self) -> bool: ...
    @property
    def text(self) -> str: ...


class Unplaced(Exception):
    """A text whose section is not in the template."""

    def __init__(self, placed: Placed) -> None:
        super().__init__(placed.path)
        self.placed = placed


class _Paragraph(NamedTuple):
    start: int
    end: int
    words: str
    level: int
    style: str
    xml: str
    is_body: bool


def inserted(
    xml: str, source: str, sections: Sequence[Collection[str]], blocks: Sequence[Placed], look: ListLook
) -> str:
    """A filled part with the texts at their places; `sections` are the headings of each, in order, `source` is the part as
    the template has it. Raises `Unplaced` for a section that the template does not have."""
    named = [{_alike(heading) for heading in headings} for headings in sections]
    there = {_alike(_words(line)) for line in source.split("\n")}
    paragraphs = list(_top_level(xml, look))
    found = [_heading(paragraphs, names) for names in named]
    style, places = _style(paragraphs), []
    for block in blocks:
        if re.search(rf"{re.escape(block.path)}\b", source):
            continue  # the template itself says where it stands
        if not named[block.section] & there:
            raise Unplaced(block)
        at = _place(xml, paragraphs, found, named, block)
        is_below_table = xml.endswith("</w:tbl>", 0, at) and look.below_table
        made = _as_paragraph(block.text, look.below_table if is_below_table else style)
        places.append((at, block.section, not block.is_before, made))
    for at, _, _, made in sorted(places, reverse=True):
        xml = xml[:at] + made + xml[at:]
    return xml


def _alike(words: str) -> str:
    """A heading as people compare it: without a number, case and the sort of its apostrophes."""
    return NUMBER.sub("", SPACES.sub(" ", straight(words)).strip().casefold(), count=1)


def _words(xml: str) -> str:
    return unescape("".join(found[1] or " " for found in TEXT.finditer(xml)))


def _top_level(xml: str, look: ListLook) -> Iterator[_Paragraph]:
    """The paragraphs of the text itself, not those in tables and text boxes."""
    around, start = 0, -1
    for token in TOKEN.finditer(xml):
        end, name, empty = token.groups()
        if name != "p":
            around += 0 if empty else -1 if end else 1
        elif not around and not end and not empty:
            start = token.start()
        elif not around and end and start >= 0:
            yield _paragraph(xml, start, token.end(), look)
            start = -1


def _paragraph(xml: str, start: int, end: int, look: ListLook) -> _Paragraph:
    whole = xml[start:end]
    style, outline = STYLE.search(whole), OUTLINE.search(whole)
    key = style[1] if style else ""
    level = int(outline[1]) if outline else look.outlines.get(key, NO_LEVEL)
    is_body = bool(look.styles.get(key, (0, False, False))[2]) and level == NO_LEVEL
    return _Paragraph(start, end, _alike(_words(whole)), level, key, whole, is_body)


def _heading(paragraphs: Sequence[_Paragraph], names: Collection[str]) -> int | None:
    """Which paragraph is the heading of a section: one in a style of headings, else one with the same words alone."""
    same = [number for number, one in enumerate(paragraphs) if one.words in names]
    return next((number for number in same if paragraphs[number].level < NO_LEVEL), same[0] if same else None)


def _place(
    xml: str,
    paragraphs: Sequence[_Paragraph],
    found: Sequence[int | None],
    named: Sequence[Collection[str]],
    block: Placed,
) -> int:
    """Where a text comes."""
    own = found[block.section]
    if own is not None and block.is_before:
        return _before(paragraphs, own)
    if own is not None:
        return _behind(xml, paragraphs, own, named)
    later = next((number for number in found[block.section + 1 :] if number is not None), None)
    if later is not None:
        return _before(paragraphs, later)
    earlier = next((number for number in reversed(found[: block.section]) if number is not None), None)
    if earlier is None:
        return _end(xml, paragraphs)
    return _behind(xml, paragraphs, earlier, named)


def _before(paragraphs: Sequence[_Paragraph], number: int) -> int:
    """Before a heading, and before the empty paragraph that ends the pages before it."""
    at = paragraphs[number].start
    for one in reversed(paragraphs[:number]):
        if one.end != at or one.words or "<w:sectPr" not in one.xml:
            break
        at = one.start
    return at


def _behind(xml: str, paragraphs: Sequence[_Paragraph], own: int, named: Sequence[Collection[str]]) -> int:
    """Before the next heading that is not below this one."""
    every = set().union(*named)
    for number in range(own + 1, len(paragraphs)):
        one = paragraphs[number]
        if one.level <= paragraphs[own].level < NO_LEVEL or one.words in every:
            return _before(paragraphs, number)
    return _end(xml, paragraphs)


def _end(xml: str, paragraphs: Sequence[_Paragraph]) -> int:
    last = xml.rfind("<w:sectPr")
    return last if last >= (paragraphs[-1].end if paragraphs else 0) else xml.rfind("</w:body>")


def _style(paragraphs: Sequence[_Paragraph]) -> str:
    """The style that most of the plain text of the document has."""
    plain = Counter(one.style for one in paragraphs if one.words and one.is_body and "<w:numPr" not in one.xml)
    return plain.most_common(1)[0][0] if plain else ""


def _as_paragraph(text: str, style: str) -> str:
    shown = text.__html__() if isinstance(text, MarkedText) else escape(text)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'
