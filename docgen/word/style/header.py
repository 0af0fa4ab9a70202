"""A header or footer of the house style in another document: its styles by name, its tabs to the margin of wider paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Twips

from docgen.opc import relationships

STYLED = ("w:pStyle", "w:rStyle", "w:tblStyle")
MOVES = {WD_TAB_ALIGNMENT.RIGHT: 1.0, WD_TAB_ALIGNMENT.CENTER: 0.5}  # the part of the extra width that a tab goes along


def fit_header(data: bytes, styles: bytes, house_styles: bytes, wider: int) -> bytes:
    """The bytes of a header: `styles` are those of the document, `house_styles` those it came with, `wider` is how much
    wider the paper is, in twentieths of a point."""
    same = _other_ids(styles, house_styles)
    if not same and not wider:
        return data
    root: Any = parse_xml(data)
    for reference in root.xpath(" | ".join(f".//{tag}" for tag in STYLED)):
        reference.set(qn("w:val"), same.get(reference.get(qn("w:val")), reference.get(qn("w:val"))))
    if wider:
        for paragraph in root.iter(qn("w:p")):
            _widen(paragraph, _by_id(styles), wider)
    return relationships.to_bytes(root)


@lru_cache(maxsize=4)  # all headers of a template have the same styles
def _other_ids(styles: bytes, house_styles: bytes) -> dict[str, str]:
    """The ids that styles of the same name have in the document, where they are others; nobody may change it."""
    names = {style.name_val.lower(): identity for identity, style in _by_id(styles).items() if style.name_val}
    return {
        identity: names[style.name_val.lower()]
        for identity, style in _by_id(house_styles).items()
        if style.name_val and names.get(style.name_val.lower(), identity) != identity
    }


@lru_cache(maxsize=4)
def _by_id(styles: bytes) -> dict[str, Any]:
    root: Any = parse_xml(styles)
    return {style.styleId: style for style in root.style_lst}


def _widen(paragraph: Any, styles: dict[str, Any], wider: int) -> None:
    if not paragraph.xpath("./w:r/w:tab"):
        return
    stops = {stop.pos: stop for properties in _properties(paragraph, styles) for stop in _tabs(properties)}
    tabs = paragraph.get_or_add_pPr().get_or_add_tabs()
    for stop in [stop for stop in stops.values() if stop.val in MOVES]:
        for old in [child for child in tabs if child.pos == stop.pos]:
            tabs.remove(old)
        tabs.insert_tab_in_order(stop.pos, WD_TAB_ALIGNMENT.CLEAR, stop.leader)
        tabs.insert_tab_in_order(Twips(round(stop.pos.twips + MOVES[stop.val] * wider)), stop.val, stop.leader)


def _tabs(properties: Any) -> list[Any]:
    return [] if properties is None or properties.tabs is None else list(properties.tabs.tab_lst)


def _properties(paragraph: Any, styles: dict[str, Any]) -> Iterator[Any]:
    """Paragraph properties from the furthest style to the paragraph itself."""
    chain, seen = [], set()
    style = styles.get(paragraph.style or "")
    while style is not None and style.styleId not in seen:
        seen.add(style.styleId)
        chain.append(style.pPr)
        style = styles.get(style.basedOn.val) if style.basedOn is not None else None
    yield from reversed(chain)
    yield paragraph.pPr
