"""Tags that stand for their paragraph, row, cell or run ({%p …%}, {%tr …%}, {%tc …%}, {%r …%}): they take its place, and what
else stands there is refused by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.opc.elements import remove
from docgen.opc.relationships import W
from docgen.word.tags.scanner import NEW_LINE, Misplaced, Tag, outside, tags_in, unhide

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
KEPT = tuple(mark for mark in MARKS if not mark.startswith(f"{W}comment"))
DROPPED = {f"{W}proofErr", f"{W}lastRenderedPageBreak"}
PLACES = {
    "p": ("de alinea", "zet de tag in een eigen alinea"),
    "tc": ("de cel", "zet de tag in een eigen cel"),
    "tr": ("de rij", "zet de tag in een eigen rij"),
}
NEARBY = 60
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


def take(taking: list[tuple[Tag, Any]], tell: Callable[[Misplaced], None]) -> None:
    """Let every tag that stands for its run, paragraph, cell or row (each with the text it is in) take that place.

    When anything would vanish with it, that goes to `tell`.
    """
    for tag, text in taking:
        if tag.takes == "r":
            _take_run(tag, text)
    for kind in PLACES:
        for element, tag in _by_element(taking, kind, tell).items():
            _take(element, kind, tag, tell)


def _by_element(taking: list[tuple[Tag, Any]], kind: str, tell: Callable[[Misplaced], None]) -> dict[Any, Tag]:
    """The paragraphs, rows or cells that a tag takes, with their first tag."""
    found: dict[Any, Tag] = {}
    for tag, text in reversed(taking):
        if tag.takes == kind:
            element = next(text.iterancestors(f"{W}{kind}"), None)
            if element is None:
                remedy = f"zet hem in een {PLACES[kind][0].split()[1]}, of haal {kind} weg"
                message = f"de tag {tag.text[:NEARBY]} staat niet in {PLACES[kind][0]} van een tabel; {remedy}"
                tell(Misplaced(message, text, tag.text))
                text.text = text.text.replace(tag.text, tag.plain, 1)
                continue
            found[element] = tag
    return found


def _take(element: Any, kind: str, first: Tag, tell: Callable[[Misplaced], None]) -> None:
    """Let the tags in a paragraph, row or cell take its place."""
    text = "".join(_own_text(element))
    every = list(tags_in(text))
    tags = [tag for tag in every if not tag.is_comment or tag.takes == kind]
    if kind != "p" and all(tag.is_comment for tag in tags if tag.takes == kind):
        tags = [tag for tag in tags if tag.is_comment]  # {#tr …#}: all of it is a remark
    elif lost := _lost(element, kind, outside(text, every), tags):
        place, remedy = PLACES[kind]
        near = first.text[:NEARBY]
        tell(Misplaced(f"naast {near} staat in {place} ook {lost}, en dat zou verdwijnen; {remedy}", element, near))
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
    """What would vanish with an element that a tag takes, in words; nothing when all is well. `text` is that outside tags."""
    beside = [tag for tag in tags if (tag.is_printing and not tag.takes) or tag.takes not in ("", kind)]
    words = " ".join(unhide(text).split())
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
    for mark in element.iter(*KEPT):
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
    element.tail = f"{text}{element.tail or ''}"
    remove(element)


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
            remove(half)
