"""Where in a Word template something is, in words a secretariat can search for: heading and nearby text.

The source of a compiled part has one paragraph a line, so a line number of Jinja is a paragraph.
"""

from __future__ import annotations

import html
import re
from typing import Any

from docgen._lazy import regex
from docgen.opc.relationships import W, parse
from docgen.word.tags.scanner import unhide

XML_TAG = regex(r"<[^>]+>")
OPENING = regex(r"\{[{%#]")  # of a tag of the template
STYLE = regex(r'<w:pStyle w:val="([^"]+)"')
RICH = regex(r"\{\{ \((.*?)\) \| _rich \}\}")  # what docgen makes of {{r …}}
CELL = regex(r"\{# (\{%.*?%\}) #\}(?:\{% if loop\.first %\})?")  # and of {% colspan … %}
NEARBY = 70
OF_HOUSE_STYLE = regex(r"huisstijl\d*_(?:-?\d+_)?")  # how the name of a part begins that came from there
PART_NAMES = {
    "header": "in de koptekst",
    "footer": "in de voettekst",
    "footnotes": "in een voetnoot",
    "endnotes": "in een eindnoot",
    "core": "in de documenteigenschappen",
    "app": "in de documenteigenschappen",
}


def in_words(part: str) -> str:
    """Where a part of a compiled template is, for a reader."""
    return _outside_the_text(part) or "in de tekst"


def heading_styles(styles: bytes) -> frozenset[str]:
    """The ids of the paragraph styles that are headings: those with an outline level, and those based on them."""
    root = parse(styles)
    based = {style.get(f"{W}styleId", ""): style.find(f"{W}basedOn") for style in root.iter(f"{W}style")}
    found = {
        next(level.iterancestors(f"{W}style", f"{W}styles")).get(f"{W}styleId", "")
        for level in root.iter(f"{W}outlineLvl")
    }
    for _ in range(3):
        found |= {name for name, base in based.items() if base is not None and base.get(f"{W}val") in found}
    return frozenset(found)


def words_at(source: str, line: int) -> str:
    """The text of a paragraph, tags of the template included."""
    lines = source.split("\n")
    words = html.unescape(XML_TAG.sub("", lines[line - 1])) if 0 < line <= len(lines) else ""
    return " ".join(CELL.sub(r"\1", RICH.sub(r"{{\1}}", unhide(words))).split())


def is_of_house_style(part: str) -> bool:
    """Whether a part of a compiled template came from its house style."""
    return OF_HOUSE_STYLE.match(part.rsplit("/", 1)[-1]) is not None


def file_with(part: str, template: str, house_style: str) -> str:
    """The file that a part came from, for a reader; `house_style` is empty when there is none."""
    return f"huisstijl {house_style}" if house_style and is_of_house_style(part) else f"sjabloon {template}"


def part_name(part: str) -> str:
    """What a user calls a part that docgen fills."""
    return in_words(part).split(" ", 1)[1]


def _outside_the_text(part: str) -> str:
    base = OF_HOUSE_STYLE.sub("", part.rsplit("/", 1)[-1], 1)
    return next((name for start, name in PART_NAMES.items() if base.startswith(start)), "")


def describe(source: str, line: int, part: str, headings: frozenset[str], near: str = "") -> str:
    """ "onder kop ‘Artikel’, bij ‘…’" for a line of a compiled part; `near` is text to centre on."""
    where = _outside_the_text(part)
    if not where:
        heading = _heading_before(source, line, headings)
        where = f"onder kop ‘{heading}’" if heading else "aan het begin"
    words = words_at(source, line)
    found = words.find(near) if near else -1
    start = max(0, found - NEARBY // 2)
    shown = words[start : start + NEARBY]
    return f"{where}, bij ‘{shown}’" if shown else where


def _heading_before(source: str, line: int, headings: frozenset[str]) -> str:
    lines = source.split("\n")
    for number in range(min(line, len(lines)), 0, -1):
        style = STYLE.search(lines[number - 1])
        if style and style[1] in headings:
            return re.sub(r"\{[%#].*?[%#]\}", "", words_at(source, number)).strip()
    return ""


def describe_element(element: Any, part: str, headings: frozenset[str], near: str = "") -> str:
    """The same for an element of a part."""
    paragraphs = [one for one in (element, *element.iterancestors()) if one.tag == f"{W}p"][:1] or list(
        element.iter(f"{W}p")
    )
    whole = paragraphs[0] if paragraphs else element
    before = whole.getroottree().getroot().iter(f"{W}p") if paragraphs else ()
    lines, at = [""], 0
    for one in before:
        look = one.find(f"{W}pPr/{W}pStyle")
        style = "" if look is None else f'<w:pStyle w:val="{look.get(f"{W}val")}"/>'
        lines.append(style + html.escape("".join(text.text or "" for text in one.iter(f"{W}t"))))
        if one is whole:
            at = len(lines)
    if not paragraphs:
        lines.append(html.escape("".join(element.itertext())))
    return describe("\n".join(lines), at or len(lines), part, headings, near)
