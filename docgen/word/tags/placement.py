"""The tags of a part put in place, on its elements: a tag in one text, and what it stands for taken by nothing else.

Word cuts a tag into runs; here it becomes one text again, within its paragraph and no further. A tag that stands for its
paragraph, row, cell or run ({%p …%}, {%tr …%}, {%tc …%}, {%r …%}) takes its place; what else stands there is refused. And a
brace that belongs to no tag is put out of the way, so that nothing after this takes it for one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

from lxml import etree

from docgen.opc.relationships import W
from docgen.word.tags import cell_tags, leftovers, taking, white_space
from docgen.word.tags.scanner import (
    BRACKETS_IN_QUOTES,
    CLOSERS,
    NOT_WHOLE,
    OF_QUOTES,
    RAW,
    STANDING_FOR,
    STRAY,
    TAKING_END_RAW,
    TAKING_RAW,
    Misplaced,
    Tag,
    Unclosed,
    hide,
    outside,
    refuse,
    tags_in,
    unhide,
)
from docgen.word.tags.taking import BLANKS, BREAKS, DROPPED, NEARBY, PARAGRAPHS, SPACE, TEXTS

PLAIN_TEXT = {f"{W}rPr", *TEXTS, *BLANKS, *DROPPED}
MARKS_OF_TAGS = ("{{", "{%", "{#", "}}", "%}", "#}")
BRACED_ATTRIBUTES = "//@*[contains(., '{') or contains(., '}')]"
ATTRIBUTES = {
    "docPr": "in de beschrijving van een afbeelding",
    "cNvPr": "in de beschrijving van een afbeelding",
    "tblCaption": "in de titel van een tabel",
    "tblDescription": "in de beschrijving van een tabel",
}
RAW_REMEDY = (
    "zet {% endraw %} in dezelfde alinea, of zet voor meer alinea’s {%p raw %} in een eigen alinea ervoor en {%p endraw %} in een "
    "eigen alinea erachter"
)


Tell = Callable[[Misplaced], None]


class _Piece:
    """An element of a paragraph that counts as text."""

    __slots__ = ("before", "element", "start", "text")

    def __init__(self, element: Any, text: str, start: int) -> None:
        self.element, self.text, self.before, self.start = element, text, text, start


def place(
    root: Any, known: frozenset[str], tell: Callable[[Misplaced], None] = refuse
) -> Iterator[tuple[str, Any, str]]:
    """Put the tags of a part in place, and yield what looks like one and is none: what to say, the element, text nearby.

    `known` are the words that a tag can be about. What is wrong goes to `tell`; without it `Misplaced` is raised.
    """
    found: list[tuple[Tag, Any]] = []
    for paragraph, texts in _outside_raw(root, tell):
        if any(map(_is_marked, texts)):
            yield from _settle(paragraph, known, found, tell)
    _hide_in_codes(root)
    _check_attributes(root, tell)
    standing = [(tag, text) for tag, text in found if tag.takes]
    cell_tags.settle([(tag, text) for tag, text in found if cell_tags.is_cell_tag(tag)], standing, tell)
    taking.take(standing, tell)
    white_space.settle(root, tell)


def _texts(root: Any) -> Iterable[tuple[Any, list[Any]]]:
    """Every paragraph with its texts; in the properties of a document every property."""
    if root.tag.endswith("}coreProperties"):
        return [(one, [one]) for one in root]
    found: dict[Any, list[Any]] = {}
    for text in root.iter(*TEXTS):
        if text.text:
            found.setdefault(next(text.iterancestors(*PARAGRAPHS), text), []).append(text)
    return found.items()


def _outside_raw(root: Any, tell: Tell) -> Iterator[tuple[Any, list[Any]]]:
    """Every paragraph with its texts but those between {%p raw %} and {%p endraw %}: they hold no tags."""
    opener: tuple[str, Any] | None = None
    for paragraph, texts in _texts(root):
        whole = (
            "".join(text.text for text in texts) if opener or any("%" in (text.text or "") for text in texts) else ""
        )
        if opener and not TAKING_END_RAW.search(whole):
            for text in texts:
                text.text = hide(text.text)
            continue
        begin = TAKING_RAW.search(whole)
        opener = (begin[0], paragraph) if begin and not TAKING_END_RAW.search(whole, begin.end()) else None
        yield paragraph, texts
    if opener:
        tag, paragraph = opener
        end = tag.replace("raw", "endraw")
        message = f"de tag {tag} wordt niet gesloten; zet {end} erachter, net zo apart als {tag}"
        tell(Misplaced(message, paragraph, tag, NOT_WHOLE))
        for text in next(texts for one, texts in _texts(root) if one is paragraph):
            text.text = hide(text.text)


def _is_marked(text: Any) -> bool:
    return any(mark in (text.text or "") for mark in "{}%«<[")


def _check_attributes(root: Any, tell: Tell) -> None:
    """A tag in an attribute, such as the description of a picture, is whole; other braces there are hidden."""
    for value in root.xpath(BRACED_ATTRIBUTES):
        if not any(mark in value for mark in MARKS_OF_TAGS):
            continue
        element, text = value.getparent(), str(value)
        where = ATTRIBUTES.get(
            etree.QName(element).localname, "in een verborgen tekst (zoals die bij een koppeling of besturingselement)"
        )
        try:
            tags = list(tags_in(text))
        except Unclosed as fault:
            near = text[fault.at : fault.at + NEARBY]
            message = f"{where} wordt de tag {near} niet gesloten; sluit hem daar"
            tell(Misplaced(message, element, near, NOT_WHOLE))
            tags = []
        stray = STRAY.search(outside(text, tags))
        if tags and stray and where in ATTRIBUTES.values():
            message = f"{where} klopt bij {stray[0]} een tag niet; een tag heeft al zijn haken"
            tell(Misplaced(message, element, text, NOT_WHOLE))
        element.set(value.attrname, _with_hidden_braces(text, tags))


def _hide_in_codes(root: Any) -> None:
    """Codes of fields hold no tags."""
    for code in root.iter(f"{W}instrText", f"{W}delText", f"{W}delInstrText"):
        code.text = hide(code.text or "")


def _settle(
    paragraph: Any, known: frozenset[str], found: list[tuple[Tag, Any]], tell: Tell
) -> Iterator[tuple[str, Any, str]]:
    """The tags of one paragraph, each in one text; braces that are none hidden."""
    pieces = list(_pieces(paragraph))
    whole = "".join(piece.text for piece in pieces)
    text, tags = _whole_tags(whole, paragraph, tell)
    yield from leftovers.look(outside(text, tags), text, paragraph, known, tell)
    hidden = _with_hidden_braces(text, tags)
    for piece in pieces:
        piece.text = hidden[piece.start : piece.start + len(piece.text)]
    filled = [piece for piece in pieces if piece.before]
    starts = [piece.start for piece in filled]
    for tag in reversed(tags):
        _join(tag, filled[bisect_right(starts, tag.start) - 1 : bisect_left(starts, tag.end)])
    for piece in pieces:
        _write(piece)
        if not STANDING_FOR.search(piece.text):
            continue
        with suppress(Unclosed):  # a tag for raw text may be in another piece than its end; it takes nothing
            found += ((tag, piece.element) for tag in reversed([*tags_in(piece.text)]) if STANDING_FOR.match(tag.text))


def _whole_tags(text: str, paragraph: Any, tell: Tell) -> tuple[str, list[Tag]]:
    """The tags of a text, and the text in which what opens a tag that is not closed is hidden."""
    while True:
        try:
            return text, list(tags_in(text))
        except Unclosed as fault:
            near, remedy = unhide(text[fault.at : fault.at + NEARBY]), _remedy(fault, text)
            tell(Misplaced(f"de tag {near} wordt niet gesloten; {remedy}", paragraph, near, NOT_WHOLE))
            behind = fault.at + len(fault.opener)
            text = text[: fault.at] + hide(text[fault.at : behind]) + text[behind:]


def _remedy(fault: Unclosed, text: str) -> str:
    """What to do about a tag that is not closed in its paragraph."""
    if RAW.fullmatch(fault.opener):
        return RAW_REMEDY
    quoted = BRACKETS_IN_QUOTES.match(text, fault.at)
    return OF_QUOTES if quoted else f"sluit hem in dezelfde alinea, met {CLOSERS[fault.opener[:2]]}"


def _pieces(paragraph: Any) -> Iterator[_Piece]:
    """The text of a paragraph in pieces."""
    if paragraph.tag not in PARAGRAPHS:
        yield _Piece(paragraph, paragraph.text or "", 0)
        return
    holds_others, at = paragraph.find(f".//{W}p") is not None, 0
    for element in paragraph.iter(*TEXTS, *BLANKS):
        if element.tag in BLANKS and element.getparent().tag != f"{W}r":
            continue
        if holds_others and next(element.iterancestors(*PARAGRAPHS)) is not paragraph:
            continue
        if element.get(f"{W}type") in BREAKS:
            continue
        piece = _Piece(element, BLANKS.get(element.tag, element.text or ""), at)
        yield piece
        at += len(piece.text)


def _with_hidden_braces(text: str, tags: list[Tag]) -> str:
    """The text at the same length, with the braces hidden that belong to no tag."""
    pieces, at = [], 0
    for tag in tags:
        pieces += [hide(text[at : tag.start]), tag.text]
        at = tag.end
    return "".join([*pieces, hide(text[at:])])


def _join(tag: Tag, pieces: list[_Piece]) -> None:
    """Put a tag, which stands in these pieces, into the first; what Word has between its pieces stays, behind it."""
    begin, end = pieces[0], pieces[-1]
    if begin is not end:
        rest = end.text[tag.end - end.start :]
        begin.text = begin.text[: tag.start - begin.start] + tag.text
        for piece in pieces[1:]:
            piece.text = ""
        if rest and _is_one_look(begin.element, end.element):
            begin.text += rest
        else:
            end.text = rest


def _is_one_look(first: Any, last: Any) -> bool:
    """Whether two texts are in runs that look the same, with nothing but text between them."""
    begin, end = first.getparent(), last.getparent()
    if begin is end or begin.getparent() is not end.getparent() or _look_of(begin) != _look_of(end):
        return False
    between = [*first.itersiblings(), *last.itersiblings(preceding=True)]
    for run in begin.itersiblings():
        if run is end:
            return all(one.tag in PLAIN_TEXT for one in between)
        if run.tag not in (f"{W}r", *DROPPED):
            return False
        between += run
    return False


def _look_of(run: Any) -> bytes:
    look = run.find(f"{W}rPr")
    return b"" if look is None else bytes(etree.tostring(look))


def _write(piece: _Piece) -> None:
    element = piece.element
    if piece.text == piece.before:
        return
    if piece.text or element.getparent() is None or element.tag not in (*TEXTS, *BLANKS):
        element.text = piece.text
        if element.tag == f"{W}t":
            element.set(SPACE, "preserve")
        return
    cell_tags.remove_text(element)
