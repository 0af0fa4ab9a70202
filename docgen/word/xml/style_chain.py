"""A style of Word with those it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.opc.relationships import W


def style_chain(key: str | None, styles: Mapping[str, Any]) -> Iterator[Any]:
    """The style of an id and those it is based on, the nearest first; a circle of styles ends where it began."""
    seen = set[str]()
    while key and key in styles and key not in seen:
        seen.add(key)
        yield styles[key]
        base = styles[key].find(f"{W}basedOn")
        key = None if base is None else base.get(f"{W}val")
