"""The tags of a part put in place, on its elements: a tag in one text, and what it stands for taken by nothing else.

Word cuts a tag into runs; here it becomes one text again, within its paragraph and no further. A tag that stands for its
paragraph, row, cell or run ({%p …%}, {%tr …%}, {%tc …%}, {%r …%}) takes its place; what else stands there is refused. And a
brace that belongs to no tag is put out of the way, so that nothing after this takes it for one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.opc.relationships import W
from docgen.word.tags import cell_tags, leftovers, white_space
from docgen.word.tags.scanner import (
    BRACKETS_IN_QUOTES,
    CLOSERS,
    NEW_LINE,
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
    tags_in,
    unhide,
)

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXTS = (f"{W}t", f"{M}t", f"{A}t")
PARAGRAPHS = (f"{W}p", f"{A}p")
# what Word puts within a text that is no letter -> what it is inside a tag
BLANKS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
# what may lie between the pieces of one tag: it stays, before the tag
MARKS = {
    f"{W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd")
}
DROPPED = {f"{W}proofErr", f"{W}lastRenderedPageBreak"}
PLAIN_TEXT = {f"{W}rPr", *TEXTS, *BLANKS, *DROPPED}
MARKS_OF_TAGS = ("{{", "{%", "{#", "}}", "%}", "#}")
MARKED_ATTRIBUTES = f"//@*[{' or '.join(f'contains(., {mark!r})' for mark in MARKS_OF_TAGS)}]"
ATTRIBUTES = {
    "docPr": "in de beschrijving van een afbeelding",
    "cNvPr": "in de beschrijving van een afbeelding",
    "tblCaption": "in de titel van een tabel",
    "tblDescription": "in de beschrijving van een tabel",
}
PLACES = {
    "p": ("de alinea", "zet de tag in een eigen alinea"),
    "tc": ("de cel", "zet de tag in een eigen cel"),
    "tr": ("de rij", "zet de tag in een eigen rij"),
}
NEARBY = 60
RAW_REMEDY = (
    "zet {% endraw %} in dezelfde alinea, of zet voor meer alinea’s {%p raw %} in een eigen alinea ervoor en {%p endraw %} in een "
    "eigen alinea erachter"
)
# what a paragraph, row or cell may have beside its tag: it shows nothing
EMPTY = {
    *(f"{W}{name}" for name in (
        "p", "r", "t", "tc", "tr", "tbl", "tblPr", "tblGrid", "gridCol", "tcPr", "trPr", "tblPrEx", "rPr", "hyperlink", "smartTag", "sdt",
        "sdtPr", "sdtEndPr", "sdtContent", "customXml", "customXmlPr", "tab", "cr", "softHyphen", "noBreakHyphen", "ins", "moveTo",
    )),
    *MARKS, *DROPPED,
}  # fmt: skip
PROPERTIES = {
    f"{W}{name}" for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sdtPr", "sdtEndPr")
}
CONTENTS = {
    "drawing": "een afbeelding", "pict": "een afbeelding", "object": "een afbeelding", "AlternateContent": "een afbeelding of tekstvak",
    "footnoteReference": "een voetnoot", "endnoteReference": "een eindnoot", "commentReference": "een opmerking",
    "fldChar": "een veld", "fldSimple": "een veld", "instrText": "een veld", "sectPr": "een sectie-einde", "sym": "een symbool",
    "oMath": "een formule", "oMathPara": "een formule", "pageBreakBefore": "een pagina-einde ervoor", "ptab": "een tab",
}  # fmt: skip
BREAKS = {"page": "een pagina-einde", "column": "een kolomeinde"}


class _Piece:
    """An element of a paragraph that counts as text."""

    __slots__ = ("before", "element", "start", "text")

    def __init__(self, element: Any, text: str, start: int) -> None:
        self.element, self.text, self.before, self.start = element, text, text, start


def place(root: Any, known: frozenset[str]) -> Iterator[tuple[str, Any, str]]:
    """Put the tags of a part in place, and yield what looks like one and is none: what to say, the element, text nearby.

    `known` are the words that a tag can be about. Raises `Misplaced`.
    """
    found: list[tuple[Tag, Any]] = []
    for paragraph, texts in _outside_raw(root):
        if any(map(_is_marked, texts)):
            yield from _settle(paragraph, known, found)
    _hide_in_codes(root)
    _check_attributes(root)
    taking = [(tag, text) for tag, text in found if tag.takes]
    cell_tags.settle([(tag, text) for tag, text in found if cell_tags.is_cell_tag(tag)], taking)
    for tag, text in taking:
        if tag.takes == "r":
            _take_run(tag, text)
    for kind in PLACES:
        for element, tag in _by_element(taking, kind).items():
            _take(element, kind, tag)
    white_space.settle(root)


def _texts(root: Any) -> Iterable[tuple[Any, list[Any]]]:
    """Every paragraph with its texts; in the properties of a document every property."""
    if root.tag.endswith("}coreProperties"):
        return [(one, [one]) for one in root]
    found: dict[Any, list[Any]] = {}
    for text in root.iter(*TEXTS):
        if text.text:
            found.setdefault(next(text.iterancestors(*PARAGRAPHS), text), []).append(text)
    return found.items()


def _outside_raw(root: Any) -> Iterator[tuple[Any, list[Any]]]:
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
        raise Misplaced(f"de tag {tag} wordt niet gesloten; zet {end} erachter, net zo apart als {tag}", paragraph, tag)


def _is_marked(text: Any) -> bool:
    return any(mark in (text.text or "") for mark in "{}%«<[")


def _check_attributes(root: Any) -> None:
    """A tag in an attribute, such as the description of a picture, is whole; other braces there are hidden."""
    for value in root.xpath(MARKED_ATTRIBUTES):
        element, text = value.getparent(), str(value)
        where = ATTRIBUTES.get(
            etree.QName(element).localname, "in een verborgen tekst (zoals die bij een koppeling of besturingselement)"
        )
        try:
            tags = list(tags_in(text))
        except Unclosed as fault:
            near = text[fault.at : fault.at + NEARBY]
            raise Misplaced(f"{where} wordt de tag {near} niet gesloten; sluit hem daar", element, near) from None
        stray = STRAY.search(_outside(text, tags))
        if stray and where in ATTRIBUTES.values():
            raise Misplaced(f"{where} klopt bij {stray[0]} een tag niet; een tag heeft al zijn haken", element, text)
        element.set(value.attrname, _with_hidden_braces(text, tags))


def _hide_in_codes(root: Any) -> None:
    """Codes of fields hold no tags."""
    for code in root.iter(f"{W}instrText", f"{W}delText", f"{W}delInstrText"):
        code.text = hide(code.text or "")


def _settle(paragraph: Any, known: frozenset[str], found: list[tuple[Tag, Any]]) -> Iterator[tuple[str, Any, str]]:
    """The tags of one paragraph, each in one text; braces that are none hidden."""
    pieces = list(_pieces(paragraph))
    text = "".join(piece.text for piece in pieces)
    try:
        tags = list(tags_in(text))
    except Unclosed as fault:
        near, remedy = text[fault.at : fault.at + NEARBY], _remedy(fault, text)
        raise Misplaced(f"de tag {near} wordt niet gesloten; {remedy}", paragraph, near) from None
    yield from leftovers.look(_outside(text, tags), text, paragraph, known)
    hidden = _with_hidden_braces(text, tags)
    for piece in pieces:
        piece.text = hidden[piece.start : piece.start + len(piece.text)]
    filled = [piece for piece in pieces if piece.before]
    starts = [piece.start for piece in filled]
    for tag in reversed(tags):
        _join(tag, filled[bisect_right(starts, tag.start) - 1 : bisect_left(starts, tag.end)])
    for piece in pieces:
        _write(piece)
        with suppress(Unclosed):  # a tag for raw text may be in another piece than its end; it takes nothing
            found += ((tag, piece.element) for tag in reversed([*tags_in(piece.text)]) if STANDING_FOR.match(tag.text))


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


def _outside(text: str, tags: list[Tag]) -> str:
    """The text at the same length with every tag blanked out, and all between {% raw %} and {% endraw %}."""
    pieces, at, is_raw = [], 0, False
    for tag in tags:
        pieces += [" " * (tag.start - at) if is_raw else text[at : tag.start], " " * (tag.end - tag.start)]
        at, is_raw = tag.end, RAW.fullmatch(tag.text) is not None
    return "".join([*pieces, text[at:]])


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
    run = element.getparent()
    run.remove(element)
    if run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run) and run.getparent() is not None:
        run.getparent().remove(run)


# ------------------------------------------------------------------------------------------- tags that take a place


def _by_element(taking: list[tuple[Tag, Any]], kind: str) -> dict[Any, Tag]:
    """The paragraphs, rows or cells that a tag takes, with their first tag."""
    found: dict[Any, Tag] = {}
    for tag, text in reversed(taking):
        if tag.takes == kind:
            element = next(text.iterancestors(f"{W}{kind}"), None)
            if element is None:
                remedy = f"zet hem in een {PLACES[kind][0].split()[1]}, of haal {kind} weg"
                raise Misplaced(
                    f"de tag {tag.text[:NEARBY]} staat niet in {PLACES[kind][0]} van een tabel; {remedy}",
                    text,
                    tag.text,
                )
            found[element] = tag
    return found


def _take(element: Any, kind: str, first: Tag) -> None:
    """Let the tags in a paragraph, row or cell take its place. Raises `Misplaced` when anything would vanish with it."""
    text = "".join(_own_text(element))
    tags = [tag for tag in tags_in(text) if not tag.is_comment or tag.takes == kind]
    if kind != "p" and all(tag.is_comment for tag in tags if tag.takes == kind):
        tags = [tag for tag in tags if tag.is_comment]  # {#tr …#}: all of it is a remark
    elif lost := _lost(element, kind, text, tags):
        place, remedy = PLACES[kind]
        near = first.text[:NEARBY]
        raise Misplaced(f"naast {near} staat in {place} ook {lost}, en dat zou verdwijnen; {remedy}", element, near)
    if kind == "tr":
        _keep_merge(element)
    _keep_marks(element)
    _replace(element, "".join(f"{NEW_LINE}{tag.plain}" for tag in tags if not tag.is_comment))


def _own_text(element: Any) -> Iterator[str]:
    """All text in an element, with that of tags that took a place in it before."""
    for one in element.iter():
        if one.tag in TEXTS or NEW_LINE in (one.text or ""):
            yield one.text or ""
        elif one.tag in BLANKS:
            yield " "
        if one is not element and one.tail:
            yield one.tail


def _lost(element: Any, kind: str, text: str, tags: list[Tag]) -> str:
    """What would vanish with an element that a tag takes, in words; nothing when all is well."""
    beside = [tag for tag in tags if (tag.is_printing and not tag.takes) or tag.takes not in ("", kind)]
    words = " ".join(unhide(_outside(text, list(tags_in(text)))).split())
    if words or beside:
        return f"‘{words[:NEARBY] or beside[0].text}’"
    return next((content for one in element.iter() if (content := _content(one))), "")


def _content(one: Any) -> str:
    """What an element shows, in words; nothing for an element that shows nothing by itself."""
    if not isinstance(one.tag, str) or one.tag in EMPTY:
        return ""
    name = one.tag.rsplit("}", 1)[-1]
    if one.tag == f"{W}br":
        return BREAKS.get(one.get(f"{W}type", ""), "")
    if name in CONTENTS:
        return "" if one.get(f"{W}val") in ("0", "false", "off") else CONTENTS[name]
    is_property = any(above.tag in PROPERTIES for above in (one, *one.iterancestors()))
    return "" if is_property else f"iets dat geen tekst is ({name})"


def _keep_merge(row: Any) -> None:
    """A merged cell that begins in a row that a tag takes begins in the next row."""
    for merge in row.iter(f"{W}vMerge"):
        cell = next(merge.iterancestors(f"{W}tc"))
        below = row.getnext()
        if merge.get(f"{W}val") != "restart" or below is None or below.tag != f"{W}tr":
            continue
        for other in below.iterfind(f"{W}tc"):
            own = other.find(f"{W}tcPr/{W}vMerge")
            if own is not None and _column_of(other) == _column_of(cell) and own.get(f"{W}val") != "restart":
                own.set(f"{W}val", "restart")


def _keep_marks(element: Any) -> None:
    """Bookmarks and protected ranges stay, beside what a tag takes: a half that ends before it, all else behind it."""
    halves: dict[tuple[str, str], list[Any]] = {}
    for mark in element.iter(*(mark for mark in MARKS if not mark.startswith(f"{W}comment"))):
        name = mark.tag.removesuffix("Start").removesuffix("End")
        halves.setdefault((name, mark.get(f"{W}id", "")), []).append(mark)
    for marks in halves.values():
        for mark in reversed(marks):
            mark.getparent().remove(mark)
            ends_before = len(marks) == 1 and mark.tag.endswith("End")
            (element.addprevious if ends_before else element.addnext)(mark)


def _column_of(cell: Any) -> int:
    """In which column of the grid a cell begins."""
    spans = [one.find(f"{W}tcPr/{W}gridSpan") for one in cell.itersiblings(f"{W}tc", preceding=True)]
    return sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans)


def _replace(element: Any, text: str) -> None:
    """Put text in the place of an element."""
    before, parent = element.getprevious(), element.getparent()
    text += element.tail or ""
    element.tail = None
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def _take_run(tag: Tag, text: Any) -> None:
    """Let a tag take the place of a run; what else the run holds gets runs of its own, with the same look."""
    run, at = text.getparent(), text.text.rfind(tag.text)
    behind = etree.Element(run.tag, run.attrib, nsmap=run.nsmap)
    behind.extend(deepcopy(look) for look in run.findall(f"{W}rPr"))
    rest, text.text = text.text[at + len(tag.text) :], text.text[:at]
    if rest:
        more = etree.SubElement(behind, text.tag, text.attrib)
        more.text = rest
        more.set(SPACE, "preserve")
    behind.extend(list(text.itersiblings()))
    if not text.text:
        run.remove(text)
    behind.tail, run.tail = run.tail, None
    run.addnext(behind)
    run.tail = tag.plain
    for half in (behind, run):
        if all(child.tag == f"{W}rPr" for child in half):
            _replace(half, "")
