"""Text in a narrow space, which is not stretched to both margins where the text of a house style is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.opc.relationships import W

STRETCHED = ("both", "distribute")
# names of styles: what stands in cells and lists of short lines, and what is one line or two
NARROW = (
    "heading", "title", "subtitle", "caption", "toc", "header", "footer", "kenmerk", "tabel", "titelblad", "titel nieuwe",
    "kop 1", "bijlagekop", "bijlagelijst", "artikel", "doelkop", "let op kop", "teken", "stand", "handtekening", "invullijn",
)  # fmt: skip
PROPERTIES, ALIGNMENT, BASED_ON = f"{W}pPr", f"{W}jc", f"{W}basedOn"


def unstretch(named: Mapping[str, Any]) -> None:
    """Set at the left the styles for a narrow space that are stretched by no choice of their own: the style they follow is."""
    by_id = {style.get(f"{W}styleId"): style for style in named.values()}
    for name, style in named.items():
        if name.startswith(NARROW) and _own(style) is None and _inherited(style, by_id) in STRETCHED:
            properties = style.find(PROPERTIES)
            if properties is None:
                properties = style.makeelement(PROPERTIES)
                style.append(properties)
            properties.append(properties.makeelement(ALIGNMENT, {f"{W}val": "left"}))


def _own(style: Any) -> str | None:
    found = style.find(f"{PROPERTIES}/{ALIGNMENT}")
    return None if found is None else found.get(f"{W}val", "")


def _inherited(style: Any, by_id: Mapping[str | None, Any]) -> str | None:
    seen = set[Any]()
    while style is not None and style not in seen:
        seen.add(style)
        if (own := _own(style)) is not None:
            return own
        base = style.find(BASED_ON)
        style = by_id.get(base.get(f"{W}val")) if base is not None else None
    return None
