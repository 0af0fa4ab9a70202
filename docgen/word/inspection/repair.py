"""What can be put right in the tags of a part without a doubt: brackets where only one reading exists, quotes that Word curled,
what nobody sees in a tag, tags that Word cut into pieces, and the mark of a row with headings.

A part is changed as it came: its text outside tags, its looks and all else stay.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from lxml import etree

from docgen._lazy import regex
from docgen.opc.relationships import W
from docgen.word.inspection.accessibility import unmarked_headings
from docgen.word.inspection.tag_syntax import fault_in
from docgen.word.tags import literals
from docgen.word.tags.leftovers import TAG_WORDS
from docgen.word.tags.scanner import CLOSERS, OPENER, STRAY, Tag, Unclosed, outside, tags_in

BRACKETS, QUOTES, UNSEEN, PIECES, HEADING = "haken", "aanhalingstekens", "spaties", "stukken", "koprij"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SPACED = regex(r"\{\s+\{|\}\s+\}|\{\s+%|%\s+\}")
SPACED_TAG = regex(r"\{\s*([{%])([^{}%]*)([}%])\s*\}")
HALF_OPENED = regex(r"\{\{(?!\{)[^{}%]*\}(?!\})|\{%(?!%)[^{}%]*(?:%(?!\})|\}(?!\}))")  # {{ naam }, {% if x %, {% if x }
HALF_CLOSED = regex(r"(?<!\{)\{(?![{%#])[^{}%]*(?:\}\}|%\})|(?<![{%])%(?![}%])[^{}%]*%\}")  # { naam }}, { if x %}
SINGLE = regex(r"(?<![{$])\{(?![{%#])[^{}%]*\}(?!\})")  # { naam }
WORDS = regex(r"\S+")
FIRST_WORD = regex(r"\s*(?:(?:tr|tc|p)\s+)?(\w+)")
MOST = 20  # brackets of one paragraph

Parse = Callable[[str], str]  # what is wrong in a tag, "" when nothing is


class Repair(NamedTuple):
    """What was put right: of which kind, in which paragraph of the part, and what it was and is."""

    kind: str
    paragraph: int
    before: str = ""
    after: str = ""


class _Piece:
    """A text of a paragraph; what is no text stands for a blank and cannot change."""

    def __init__(self, element: Any, start: int) -> None:
        self.element, self.start, self.can_change = element, start, element.tag == f"{W}t"
        self.text = (element.text or "") if self.can_change else "\t"

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def repair(root: Any, env: Any, broken: Container[int], leave: Container[int]) -> list[Repair]:
    """Put right what is certain in a part; brackets only in the paragraphs that are `broken`, and nothing in those to `leave`."""

    def parse(tag: str) -> str:
        return fault_in(tag, env)

    done: list[Repair] = []
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        if number not in leave:
            done += _repaired(paragraph, number, parse, number in broken)
    numbers = {one: number for number, one in enumerate(root.iter(f"{W}p"))}
    for row in unmarked_headings(root):
        number = numbers.get(next(row.iter(f"{W}p"), None), -1)
        if number not in leave and _is_surely_heading(row):
            _mark(row)
            done.append(Repair(HEADING, number, " | ".join(_words(cell) for cell in row.iterfind(f"{W}tc"))))
    return done


def _repaired(paragraph: Any, number: int, parse: Parse, is_broken: bool) -> Iterator[Repair]:
    pieces = _pieces(paragraph)
    if not any(mark in _whole(pieces) for mark in "{}%"):
        return
    for start, end, instead in _brackets(_whole(pieces), parse) if is_broken else ():
        before = _whole(pieces)[start:end]
        if _replace(pieces, start, end, instead):
            yield Repair(BRACKETS, number, before, instead)
            pieces = _pieces(paragraph)
    tags = list[Tag]()
    with suppress(Unclosed):
        tags += tags_in(_whole(pieces))
    for tag in reversed([] if any("raw" in tag.text for tag in tags) else tags):
        better = _settled(tag, parse)
        is_cut = sum(one.start < tag.end and one.end > tag.start for one in pieces if one.text) > 1
        if (is_cut or better != tag.text) and _replace(pieces, tag.start, tag.end, better):
            if better != tag.text:
                is_quote = literals.ODD_QUOTE.findall(tag.text) != literals.ODD_QUOTE.findall(better)
                yield Repair(QUOTES if is_quote else UNSEEN, number, tag.text, better)
            if is_cut:
                yield Repair(PIECES, number, tag.text, better)


def _pieces(paragraph: Any) -> list[_Piece]:
    pieces: list[_Piece] = []
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        is_own = next(element.iterancestors(f"{W}p")) is paragraph and element.getparent().tag == f"{W}r"
        if is_own:
            pieces.append(_Piece(element, pieces[-1].end if pieces else 0))
    return pieces


def _whole(pieces: list[_Piece]) -> str:
    return "".join(one.text for one in pieces)


def _replace(pieces: list[_Piece], start: int, end: int, instead: str) -> bool:
    """Put a text in the place of another, all of it in the piece where that begins; not when that holds more than text."""
    touched = [one for one in pieces if one.start < end and one.end > start and one.text]
    if not touched or not all(one.can_change for one in touched):
        return False
    for one in touched:
        inside = instead if one is touched[0] else ""
        text = one.text[: max(0, start - one.start)] + inside + one.text[max(0, end - one.start) :]
        one.element.text = text
        one.element.set(SPACE, "preserve")
        if not text:
            _take_out(one.element)
    return True


def _take_out(text: Any) -> None:
    """Take out a text without a sign, and its run when that has nothing else."""
    run = text.getparent()
    run.remove(text)
    if all(one.tag == f"{W}rPr" for one in run):
        run.getparent().remove(run)


# ------------------------------------------------------------------------------------------------------------- brackets


def _brackets(text: str, parse: Parse) -> Iterator[tuple[int, int, str]]:
    """The brackets to put right, one after the other; each holds for the text after those before it."""
    for _ in range(MOST):
        if _is_whole(text):
            return
        found = {edit for edit in _readings(text) if _is_sound(edit[2], parse)}
        first = min((start for start, _, _ in found), default=-1)
        at_first = [edit for edit in found if edit[0] == first]
        if len(at_first) != 1:
            return
        ((start, end, instead),) = at_first
        yield start, end, instead
        text = text[:start] + instead + text[end:]


def _is_whole(text: str) -> bool:
    try:
        rest = outside(text, list(tags_in(text)))
    except Unclosed:
        return False
    return not (STRAY.search(rest) or SINGLE.search(rest) or SPACED.search(rest) or HALF_CLOSED.search(rest))


def _is_sound(text: str, parse: Parse) -> bool:
    """Whether a text is one tag, and nothing is wrong in it."""
    try:
        tags = list(tags_in(text))
    except Unclosed:
        return False
    return len(tags) == 1 and tags[0].text == text and bool(text[2:-2].strip()) and not parse(tags[0].text)


def _readings(text: str) -> Iterator[tuple[int, int, str]]:
    """Every way to read what misses a bracket: where it stands and the tag that it can be."""
    if spaced := list(_spaced(text)):
        yield from spaced
        return
    for found in HALF_OPENED.finditer(text):
        yield found.start(), found.end(), found[0].rstrip("%}") + CLOSERS[found[0][:2]]
    for found in HALF_CLOSED.finditer(text):
        inside = found[0][1:-2]
        yield found.start(), found.end(), f"{{{'{' if found[0].endswith('}}') else '%'}{inside}{found[0][-2:]}"
    for found in SINGLE.finditer(text):
        inside = found[0][1:-1]
        word = FIRST_WORD.match(inside)
        edges = ("{%", "%}") if word and word[1] in TAG_WORDS else ("{{", "}}")
        yield found.start(), found.end(), f"{edges[0]}{inside}{edges[1]}"
    yield from _open_to_the_end(text)


def _spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """{ { naam } }: brackets that belong together, with white space between."""
    for found in SPACED_TAG.finditer(text):
        tag = f"{{{found[1]}{found[2]}{found[3]}}}"
        if (found[1], found[3]) in (("{", "}"), ("%", "%")) and tag != found[0]:
            yield found.start(), found.end(), tag


def _open_to_the_end(text: str) -> Iterator[tuple[int, int, str]]:
    """{{ naam and no bracket after it: it can end behind each word."""
    openers = [found for found in OPENER.finditer(text) if found[0] != "{#"]
    if not openers or any(mark in text[openers[-1].end() :] for mark in "{}%"):
        return
    last = openers[-1]
    for word in WORDS.finditer(text, last.end()):
        inside = text[last.end() : word.end()]
        pad = " " if inside.startswith(" ") else ""
        yield last.start(), word.end(), f"{last[0]}{inside}{pad}{CLOSERS[last[0]]}"


def _settled(tag: Tag, parse: Parse) -> str:
    """A tag with straight quotes around its literals and without what nobody sees; itself when that is not sure."""
    if tag.is_comment or "&" in tag.text:
        return tag.text
    better = literals.settle(tag.text)
    return tag.text if parse(better) else better


# ------------------------------------------------------------------------------------------------------- row of headings


def _is_surely_heading(row: Any) -> bool:
    """Whether a row is one of headings: words in each cell, no tag in it, and a tag below it."""
    cells = [_words(cell) for cell in row.iterfind(f"{W}tc")]
    below = "".join(_words(one) for one in row.itersiblings(f"{W}tr"))
    return all(cells) and not any("{" in words for words in cells) and "{" in below


def _words(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t")).strip()


def _mark(row: Any) -> None:
    look = row.find(f"{W}trPr")
    if look is None:
        look = etree.Element(f"{W}trPr")
        before = row.find(f"{W}tblPrEx")
        row.insert(0 if before is None else row.index(before) + 1, look)
    mark = look.find(f"{W}tblHeader")
    if mark is None:
        etree.SubElement(look, f"{W}tblHeader")
    else:
        mark.attrib.pop(f"{W}val", None)
