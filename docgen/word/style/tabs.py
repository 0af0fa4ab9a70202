"""The tabs of a header or footer on paper that is wider than that it was made for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Twips

from docgen.opc import relationships

MOVES = {WD_TAB_ALIGNMENT.RIGHT: 1.0, WD_TAB_ALIGNMENT.CENTER: 0.5}  # the part of the extra width that a tab goes along


def fit_tabs(data: bytes, styles: bytes, wider: int) -> bytes:
    """The bytes of a header whose tabs go along with the margin; `wider` is how much, in twentieths of a point."""
    root: Any = parse_xml(data)
    for paragraph in root.iter(qn("w:p")):
        _widen(paragraph, _by_id(styles), wider)
    return relationships.to_bytes(root)


@lru_cache(maxsize=4)  # all headers of a template have the same styles
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
