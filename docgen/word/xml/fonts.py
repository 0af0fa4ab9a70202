"""Which font a text has: what the nearest properties of runs say, by name or through the theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.opc.relationships import W, parse
from docgen.word.xml.style_chain import style_chain

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def theme_fonts(theme: bytes | None) -> dict[str, str]:
    """The fonts of a theme by the first letters of their slot: "major", "minor"."""
    scheme = None if theme is None else parse(theme).find(f"{A}themeElements/{A}fontScheme")
    found = {} if scheme is None else {name: scheme.find(f"{A}{name}Font/{A}latin") for name in ("major", "minor")}
    return {name: one.get("typeface", "") for name, one in found.items() if one is not None}


def font_of(runs: Iterable[Any], of_theme: Mapping[str, str]) -> str:
    """The first font that properties of runs name, the nearest first; "" when none does."""
    return next((name for name in (_name(run.find(f"{W}rFonts"), of_theme) for run in runs) if name), "")


def font_of_text(styles: bytes, theme: bytes | None) -> str:
    """The font of a paragraph that names no style."""
    root = parse(styles)
    return font_of(run_properties(root, _standard(root)), theme_fonts(theme))


def run_properties(root: Any, key: str | None) -> list[Any]:
    """The properties of runs in a style, the nearest first, and last those of the document."""
    known = {style.get(f"{W}styleId"): style for style in root.iterfind(f"{W}style")}
    found = [style.find(f"{W}rPr") for style in style_chain(key, known)]
    return [one for one in (*found, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) if one is not None]


def _standard(root: Any) -> str | None:
    paragraphs = [one for one in root.iterfind(f"{W}style") if one.get(f"{W}type") == "paragraph"]
    return next((one.get(f"{W}styleId") for one in paragraphs if one.get(f"{W}default") in ("1", "true", "on")), None)


def _name(fonts: Any, of_theme: Mapping[str, str]) -> str:
    if fonts is None:
        return ""
    slot = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme") or ""
    return of_theme.get(slot[:5]) or fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
