"""Where in a Word template something is, in words a secretariat can search for: heading and nearby text.

The source of a compiled part has one paragraph a line, so a line number of Jinja is a paragraph.
"""

from __future__ import annotations

import re

from docgen.word.parts import W, parse

TAG = re.compile(r"<[^>]+>")
STYLE = re.compile(r'<w:pStyle w:val="([^"]+)"')
NEARBY = 70
PART_NAMES = {
    "header": "in de koptekst",
    "footer": "in de voettekst",
    "footnotes": "in een voetnoot",
    "core": "in de documenteigenschappen",
}


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
    import html  # only to say where something is wrong

    lines = source.split("\n")
    return " ".join(html.unescape(TAG.sub("", lines[line - 1])).split()) if 0 < line <= len(lines) else ""


def describe(source: str, line: int, part: str, headings: frozenset[str], near: str = "") -> str:
    """ "onder kop ‘Artikel’, bij ‘…’" for a line of a compiled part; `near` is text to centre on."""
    base = part.rsplit("/", 1)[-1]
    where = next((name for start, name in PART_NAMES.items() if base.startswith(start)), "")
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
