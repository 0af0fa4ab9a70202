"""The numbering that a style brings along into a document: its lists under numbers that are free there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy
from typing import Any

from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.opc.relationships import W
from docgen.word.style import carry

PART = "word/numbering.xml"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
EMPTY = f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()


def take_over(parts: Parts, sheet: Parts, numbers: Iterable[str], styles: Collection[str], main: str) -> dict[str, str]:
    """Put lists of `sheet` in the document; return the number that each has there. Its levels name only these `styles`."""
    theirs: Any = relationships.parse(sheet.get(PART, EMPTY))
    lists = {one.get(f"{W}numId"): one for one in theirs.iterfind(f"{W}num")}
    wanted = [number for number in dict.fromkeys(numbers) if number in lists]
    if not wanted:
        return {}
    if PART not in parts:
        parts[PART] = EMPTY
        carry.declare(parts, PART, KIND)
        carry.relate(parts, main, PART, TYPE)
    own: Any = relationships.parse(parts[PART])
    forms: dict[str, str] = {}
    there = {number: _add_list(own, theirs, lists[number], forms, styles) for number in wanted}
    parts[PART] = relationships.to_bytes(own)
    return there


def _add_list(own: Any, theirs: Any, one: Any, forms: dict[str, str], styles: Collection[str]) -> str:
    """Add a list, and its form when that is not there yet; return its number."""
    form = one.find(f"{W}abstractNumId").get(f"{W}val")
    if form not in forms:
        forms[form] = _add_form(own, theirs, form, styles)
    new = deepcopy(one)
    new.set(f"{W}numId", _free(own, "num", "numId"))
    new.find(f"{W}abstractNumId").set(f"{W}val", forms[form])
    own.insert(_end_of(own, "num"), new)
    return str(new.get(f"{W}numId"))


def _add_form(own: Any, theirs: Any, form: str, styles: Collection[str]) -> str:
    found = next(one for one in theirs.iterfind(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == form)
    new = deepcopy(found)
    new.set(f"{W}abstractNumId", _free(own, "abstractNum", "abstractNumId"))
    for level in new.iterfind(f"{W}lvl"):
        style = level.find(f"{W}pStyle")
        if style is not None and style.get(f"{W}val") not in styles:
            level.remove(style)
    own.insert(_end_of(own, "abstractNum"), new)
    return str(new.get(f"{W}abstractNumId"))


def _free(own: Any, tag: str, name: str) -> str:
    return str(1 + max((int(one.get(f"{W}{name}")) for one in own.iterfind(f"{W}{tag}")), default=0))


def _end_of(own: Any, tag: str) -> int:
    """Where the next one of a tag comes: pictures, forms and lists stand in that order."""
    before = [f"{W}{name}" for name in ("numPicBullet", "abstractNum", "num")]
    before = before[: before.index(f"{W}{tag}") + 1]
    return sum(1 for one in own if one.tag in before)
