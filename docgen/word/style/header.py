"""A header or footer in another document: its styles by their names there, its tabs laid out to the width of its page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from docgen.opc import relationships
from docgen.opc.relationships import W
from docgen.word.style import tab_stops
from docgen.word.style.tab_stops import Stop

STYLED = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
STYLE = f"{W}pPr/{W}pStyle"


def fit_header(data: bytes, styles: bytes, house_styles: bytes, made_for: int, room: int) -> bytes:
    """The bytes of a header of the house style: `styles` are those of the document, `house_styles` those it came with; it
    was made for a text of one width and stands above one of another, in twentieths of a point."""
    root = relationships.parse(data)
    same = _other_ids(styles, house_styles)
    for reference in root.iter(*STYLED) if same else ():
        reference.set(f"{W}val", same.get(reference.get(f"{W}val"), reference.get(f"{W}val")))
    is_changed = _lay_out(root, styles, styles, made_for, room)
    return relationships.to_bytes(root) if same or is_changed else data


def fit_own_header(data: bytes, styles: bytes, own_styles: bytes, made_for: int, room: int) -> bytes:
    """The bytes of a header that a template keeps: under other styles its tabs are those it had, for another width."""
    root = relationships.parse(data)
    return relationships.to_bytes(root) if _lay_out(root, styles, own_styles, made_for, room) else data


def _lay_out(root: Any, styles: bytes, made_with: bytes, made_for: int, room: int) -> bool:
    """Move the tabs of paragraphs that have some; whether any moved."""
    is_changed = False
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f"{W}r/{W}tab") is not None:
            style = paragraph.find(STYLE)
            name = "" if style is None else style.get(f"{W}val", "")
            under, before = _inherited(styles, name), _inherited(made_with, name)
            own = tab_stops.stops_of(paragraph.find(f"{W}pPr"))
            wanted = tab_stops.moved(tab_stops.without_cleared({**before, **own}), made_for, room)
            if wanted != tab_stops.without_cleared({**under, **own}):
                tab_stops.set_stops(paragraph, wanted, under)
                is_changed = True
    return is_changed


@lru_cache(maxsize=4)  # all headers of a template have the same styles
def _other_ids(styles: bytes, house_styles: bytes) -> dict[str, str]:
    """The ids that styles of the same name have in the document, where they are others; nobody may change it."""
    names = {name: identity for identity, name in _names(styles).items()}
    return {
        identity: names[name]
        for identity, name in _names(house_styles).items()
        if names.get(name, identity) != identity
    }


@lru_cache(maxsize=4)
def _names(styles: bytes) -> dict[str, str]:
    """The names of styles in small letters, by their id."""
    found = ((key, style.find(f"{W}name")) for key, style in _by_id(styles).items())
    return {key: name.get(f"{W}val", "").lower() for key, name in found if name is not None}


@lru_cache(maxsize=4)
def _by_id(styles: bytes) -> dict[str, Any]:
    return {style.get(f"{W}styleId", ""): style for style in relationships.parse(styles).iterfind(f"{W}style")}


@lru_cache(maxsize=16)
def _inherited(styles: bytes, style: str) -> dict[int, Stop]:
    return tab_stops.inherited(style, _by_id(styles))
