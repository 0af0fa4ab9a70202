"""What the styles of a document say of the text in a table: its font, and whether it stands at the right.

Read once, when a template is compiled; a style is what those it builds on say, up to the defaults of the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.opc.relationships import W, parse
from docgen.word.style.text_area import twips
from docgen.word.typesetting.text_width import AT_RIGHT, Font, TextStyle
from docgen.word.xml.fonts import font_of, theme_fonts
from docgen.word.xml.style_chain import style_chain

DEFAULT, HALF_POINTS = "Calibri", 20
OFF = ("0", "false", "off")
VALUE = f"{W}val"


def text_styles(styles: bytes, theme: bytes | None) -> dict[str, TextStyle]:
    """The styles of paragraphs by their id; under "" that of a paragraph that names none."""
    root = parse(styles)
    known = {style.get(f"{W}styleId"): style for style in root.iterfind(f"{W}style")}
    fonts = theme_fonts(theme)
    defaults = root.find(f"{W}docDefaults")
    found = {
        key: _text_style([*style_chain(key, known)], defaults, fonts)
        for key, style in known.items()
        if style.get(f"{W}type") == "paragraph"
    }
    standard = next((key for key in found if known[key].get(f"{W}default") in ("1", "true", "on")), None)
    return {**found, "": found[standard] if standard else _text_style([], defaults, fonts)}


def bold_runs(styles: bytes) -> frozenset[str]:
    """The ids of the styles that make a piece of text bold."""
    found = parse(styles).iterfind(f"{W}style")
    return frozenset(one.get(f"{W}styleId") for one in found if one.find(f"{W}rPr/{W}b") is not None)


def _text_style(chain: list[Any], defaults: Any, fonts: Mapping[str, str]) -> TextStyle:
    base = [] if defaults is None else [defaults.find(f"{W}rPrDefault/{W}rPr")]
    runs = [one for one in [*(style.find(f"{W}rPr") for style in chain), *base] if one is not None]
    paragraphs = [one for one in (style.find(f"{W}pPr") for style in chain) if one is not None]
    bold, size, side = _first(runs, "b"), _first(runs, "sz"), _first(paragraphs, "jc")
    font = Font(
        font_of(runs, fonts) or DEFAULT,
        int(size.get(VALUE, "")) if size is not None and size.get(VALUE, "").isdigit() else HALF_POINTS,
        bold is not None and bold.get(VALUE) not in OFF,
    )
    return TextStyle(font, _indent(_first(paragraphs, "ind")), side is not None and side.get(VALUE) in AT_RIGHT)


def _first(places: list[Any], name: str) -> Any:
    return next((found for place in places if (found := place.find(f"{W}{name}")) is not None), None)


def _indent(indent: Any) -> int:
    if indent is None:
        return 0
    sides = (twips(indent.get(f"{W}{side}")) for side in ("left", "start", "right", "end"))
    return max(sum(sides) + min(twips(indent.get(f"{W}firstLine")), 0), 0)
