"""The headings of a house style, for the styles that only a template has: their letters and colour go for these too.

A house style made in Word has seldom more than the styles of Word itself, and may give them a font and a colour that are not those
of its theme. The headings and lines of a template that follow the theme would then look as those of another house. And where its
text is stretched to both margins, its headings and cells should not be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.opc.relationships import W
from docgen.word.style.theme import COLOURED
from docgen.word.xml.fonts import run_properties

HEADING = "heading 1"
OF_HEADINGS = "major"  # fonts of a theme
IN_COLOUR = ("text2", "accent1")  # the colours of a theme that docgen's own headings and lines have
COLOUR, FONTS = f"{W}color", f"{W}rFonts"
CHANGES = ("themeColor", "themeTint", "themeShade")
STRETCHED = ("both", "distribute")
# names of styles: what stands in cells and lists of short lines, and what is one line or two
NARROW = (
    "heading", "title", "subtitle", "caption", "toc", "header", "footer", "kenmerk", "tabel", "titelblad", "titel nieuwe",
    "kop 1", "bijlagekop", "bijlagelijst", "artikel", "doelkop", "let op kop", "teken", "stand", "handtekening", "invullijn",
)  # fmt: skip
PROPERTIES, ALIGNMENT, BASED_ON = f"{W}pPr", f"{W}jc", f"{W}basedOn"


def follow(look: Any, heading: Any, kept: Iterable[Any]) -> None:
    """Give kept styles the letters and the colour of a heading in the styles of a house, where they follow the theme."""
    if heading is None:
        return
    runs = run_properties(look, heading.get(f"{W}styleId"))
    fonts, colour = _nearest(runs, FONTS), _nearest(runs, COLOUR)
    is_of_theme = fonts is None or _slot(fonts).startswith(OF_HEADINGS)
    for style in kept:
        for one in () if is_of_theme else style.iter(FONTS):
            if _slot(one).startswith(OF_HEADINGS):
                one.attrib.clear()
                one.attrib.update(fonts.attrib)
        for one in style.iter(*(f"{W}{name}" for name in COLOURED)):
            if one.get(f"{W}themeColor") in IN_COLOUR:
                _paint(one, {} if colour is None else colour.attrib)


def _nearest(runs: Iterable[Any], tag: str) -> Any:
    return next((found for run in runs if (found := run.find(tag)) is not None), None)


def _slot(fonts: Any) -> str:
    return str(fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme") or "")


def _paint(element: Any, colour: Mapping[str, str]) -> None:
    """The colour of a text, written where this kind of element has it."""
    for change in CHANGES:
        element.attrib.pop(f"{W}{change}", None)
        if f"{W}{change}" in colour:
            element.set(f"{W}{change}", colour[f"{W}{change}"])
    element.set(f"{W}{'val' if element.tag == COLOUR else 'color'}", colour.get(f"{W}val", "auto"))


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
