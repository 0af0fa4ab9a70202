"""Colours that a document takes from its theme, with what they come to written beside them.

Word reads the theme, LibreOffice what is written beside it: both show the same. Fonts they both read from the theme.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from docgen._lazy import regex
from docgen.opc.relationships import W, parse, to_bytes

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
USED = regex(rb"\sw:theme(?:Color|Fill)\s*=")
SLOTS = {  # how a document names a colour -> how its theme does
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}  # fmt: skip
COLOURED = (  # elements that can have one
    "color", "shd", "u", "background", "bdr", "top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "tl2br",
    "tr2bl", "between", "bar",
)  # fmt: skip
Theme = Mapping[str, str]  # the colours of a theme by slot, as six digits
NO_THEME: Theme = {}


@lru_cache(maxsize=4)
def read_theme(data: bytes) -> Theme:
    """The colours of a theme from its part; nobody may change them."""
    slots = parse(data).find(f"{A}themeElements/{A}clrScheme")
    colours = {slot.tag.removeprefix(A): _digits(slot) for slot in (slots if slots is not None else ())}
    return {slot: digits for slot, digits in colours.items() if digits}


def _digits(slot: Any) -> str:
    colour = next(iter(slot), None)
    return "" if colour is None else str(colour.get("lastClr") or colour.get("val") or "").upper()


def write_out(root: Any, theme: Theme) -> None:
    """Write beside each colour of the theme what it comes to."""
    for element in root.iter(*(f"{W}{name}" for name in COLOURED)):
        names = element.attrib
        if f"{W}themeColor" in names:
            _write_colour(element, theme, "themeColor", "theme", "val" if element.tag == f"{W}color" else "color")
        if f"{W}themeFill" in names:
            _write_colour(element, theme, "themeFill", "themeFill", "fill")


def _write_colour(element: Any, theme: Theme, name: str, start: str, written: str) -> None:
    digits = theme.get(SLOTS.get(element.get(f"{W}{name}"), ""))
    if digits:
        tint, shade = (element.get(f"{W}{start}{change}") for change in ("Tint", "Shade"))
        element.set(f"{W}{written}", changed(digits, tint, shade))


def written_out(data: bytes, theme: Theme) -> bytes:
    """A part with the colours of the theme written out."""
    if not USED.search(data):
        return data
    root = parse(data)
    write_out(root, theme)
    return to_bytes(root)


def changed(digits: str, tint: str | None = None, shade: str | None = None) -> str:
    """A colour made lighter by a tint or darker by a shade (two hexadecimal digits), as Word does it."""
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        part = int(tint, 16) / 255
        lightness = lightness * part + 1 - part
    if shade:
        lightness *= int(shade, 16) / 255
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))
