"""The table of contents of a template: what its field asks for, which styles are headings, and how these are numbered.

A field TOC of headings becomes a place that is filled with each document, with the heading above it; what was stored in it goes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from docgen._lazy import regex
from docgen.opc.elements import remove
from docgen.opc.relationships import W, parse
from docgen.word.xml.style_chain import style_chain

INSTRUCTION = regex(r"\s*TOC\b", re.IGNORECASE)
SWITCH = regex(r'\\(\w)\s*(?:"([^"]*)"|([^\s\\]+))?')
OF_OTHERS = frozenset("acbf")  # of captions, of a bookmark, of entries that were marked one by one
BUILT_IN = regex(r"heading ([1-9])", re.IGNORECASE)
HEADING_OF_CONTENTS, TITLE = "toc heading", "toc {}"
VALUE = f"{W}val"
LEVELS = 9
BEFORE_NUMBER = {
    f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}


class Headings(NamedTuple):
    """What the headings of a document look like, as plain data: their styles (id, level, list, level in it), the lists (id, the one they
    belong to, and of each level how it counts, its text and where it begins), and the styles of the entries by level."""

    styles: tuple[tuple[str, int, str, int], ...]
    lists: tuple[tuple[str, str, tuple[tuple[str, str, int], ...]], ...]
    entries: tuple[str, ...]


def mark_contents(root: Any, styles: bytes, is_shipped: bool) -> bool:
    """Mark in a part where its tables of contents are; whether there are any."""
    heads = {
        style.get(f"{W}styleId") for style in parse(styles).iterfind(f"{W}style") if _name(style) == HEADING_OF_CONTENTS
    }
    fields = [*_fields(root)]
    for instruction, first, last in fields:
        around = first.getparent()
        start = around.index(first)
        paragraphs = around[start : around.index(last) + 1]
        around.insert(start, etree.ProcessingInstruction("docgen", "contents end"))
        for paragraph in paragraphs:
            remove(paragraph)  # and the tags behind it stay behind the mark
        before = around[start - 1] if start else None
        style = None if before is None else before.find(f"{W}pPr/{W}pStyle")
        head = start - 1 if style is not None and style.get(VALUE) in heads else start
        if head < start and is_shipped:
            _without_number(before)
        around.insert(head, etree.ProcessingInstruction("docgen", f"contents {int(is_shipped)} {instruction}"))
    return bool(fields)


def _without_number(heading: Any) -> None:
    """The heading above a table of contents is no chapter, also where a house style bases it on one."""
    properties = heading.find(f"{W}pPr")
    if properties.find(f"{W}numPr") is None:
        number = properties.makeelement(f"{W}numPr")
        number.append(number.makeelement(f"{W}numId", {VALUE: "0"}))
        last = [one for one in properties if one.tag in BEFORE_NUMBER]
        properties.insert(len(last), number)


def _fields(root: Any) -> Iterator[tuple[str, Any, Any]]:
    """The instruction of each table of contents of headings, and the paragraphs in which it begins and ends."""
    open_fields: list[list[Any]] = []  # where each begins, and the text of its instruction
    for element in [*root.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple")]:
        if element.tag == f"{W}fldSimple":
            if _is_of_headings(text := element.get(f"{W}instr", "")) and not open_fields:
                yield text.strip(), _paragraph(element), _paragraph(element)
        elif element.tag == f"{W}instrText":
            if open_fields:
                open_fields[-1][1] += element.text or ""
        elif (kind := element.get(f"{W}fldCharType")) == "begin":
            open_fields.append([element, ""])
        elif kind == "end" and open_fields:
            begin, text = open_fields.pop()
            first, last = _paragraph(begin), _paragraph(element)
            is_apart = first.getparent() is last.getparent() and not (_says(begin, True) or _says(element, False))
            if not open_fields and _is_of_headings(text) and is_apart:
                yield text.strip(), first, last


def _says(mark: Any, is_before: bool) -> bool:
    """Whether a paragraph says something before the begin of a field in it, or after its end: then the field is left as it is."""
    run = next(one for one in (mark, *mark.iterancestors()) if one.getparent().tag == f"{W}p")
    said = (f"{W}t", f"{W}fldChar", f"{W}fldSimple", f"{W}drawing")
    return any(next(other.iter(*said), None) is not None for other in run.itersiblings(preceding=is_before))


def _paragraph(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"))


def _is_of_headings(instruction: str) -> bool:
    return bool(INSTRUCTION.match(instruction)) and not OF_OTHERS & {
        found[0].lower() for found in SWITCH.findall(instruction)
    }


def headings(styles: bytes, numbering: bytes | None, used: Collection[str]) -> Headings:
    """The styles of headings, their lists, and the styles of the entries; of the styles that a template uses."""
    known = {
        style.get(f"{W}styleId"): style
        for style in parse(styles).iterfind(f"{W}style")
        if style.get(f"{W}type") == "paragraph"
    }
    lists = _lists(numbering)
    found = []
    for key in [key for key in known if key in used]:
        style = known[key]
        chain = [*style_chain(key, known)]
        number = next((one for one in (each.find(f"{W}pPr/{W}numPr") for each in chain) if one is not None), None)
        place = _place(number, key, lists)
        found.append((key, _level(chain, _name(style)), *place))
    of_headings = {lists[one[2]][0] for one in found if one[1] and one[2] in lists}
    kept = [one for one in found if one[1] or (one[2] in lists and lists[one[2]][0] in of_headings)]
    names = {_name(style): key for key, style in known.items()}
    used = {one[2] for one in kept}
    return Headings(
        tuple(sorted(kept)),
        tuple((key, group, levels) for key, (group, levels, _) in sorted(lists.items()) if key in used),
        tuple(names.get(TITLE.format(level), "") for level in range(1, LEVELS + 1)),
    )


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(VALUE, "").lower()


def _level(chain: list[Any], name: str) -> int:
    """The level of a heading; 0 for another style."""
    if built_in := BUILT_IN.fullmatch(name):
        return int(built_in[1])
    outline = next((one for one in (each.find(f"{W}pPr/{W}outlineLvl") for each in chain) if one is not None), None)
    level = int(outline.get(VALUE, "9")) + 1 if outline is not None and outline.get(VALUE, "").isdigit() else 0
    return level if level <= LEVELS else 0


Lists = dict[str, tuple[str, tuple[tuple[str, str, int], ...], Mapping[str, int]]]


def _lists(numbering: bytes | None) -> Lists:
    """The lists by their id: the one they belong to, their levels, and the level of the styles that name none."""
    if numbering is None:
        return {}
    root = parse(numbering)
    abstract = {one.get(f"{W}abstractNumId"): one for one in root.iterfind(f"{W}abstractNum")}
    found: Lists = {}
    for one in root.iterfind(f"{W}num"):
        group = one.find(f"{W}abstractNumId")
        model = None if group is None else abstract.get(group.get(VALUE))
        if model is not None:
            levels = [*model.iterfind(f"{W}lvl")]
            of_styles = {
                style.get(VALUE): number
                for number, level in enumerate(levels)
                if (style := level.find(f"{W}pStyle")) is not None
            }
            found[one.get(f"{W}numId")] = group.get(VALUE), tuple(map(_of_level, levels)), of_styles
    return found


def _of_level(level: Any) -> tuple[str, str, int]:
    kind, text, start = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start"))
    begin = "1" if start is None else start.get(VALUE, "1")
    return (
        "decimal" if kind is None else kind.get(VALUE, ""),
        "" if text is None else text.get(VALUE, ""),
        int(begin) if begin.isdigit() else 1,
    )


def _place(number: Any, style: str, lists: Lists) -> tuple[str, int]:
    """The list of a style and its level in it."""
    if number is None or number.find(f"{W}numId") is None:
        return "", 0
    key, level = number.find(f"{W}numId").get(VALUE, ""), number.find(f"{W}ilvl")
    if key not in lists:
        return "", 0
    own = lists[key][2].get(style, 0)
    return key, int(level.get(VALUE, "0")) if level is not None else own
