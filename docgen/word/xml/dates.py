"""Dates in a filled document of docgen's own templates: no line ends inside the name of a month.

Programs know no word that is not hyphenated, only paragraphs; so a paragraph with a date is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen._lazy import regex

# the others are one syllable
MONTHS = ("januari", "februari", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december")
SPACES = (" ", "\u00a0")
PROPERTIES, END = "<w:pPr>", "</w:pPr>"
UNBROKEN = "<w:suppressAutoHyphens"
# of the properties of a paragraph, those that stand behind it
BEHIND = regex(
    r"<w:(?:kinsoku|wordWrap|overflowPunct|topLinePunct|autoSpaceDE|autoSpaceDN|bidi|adjustRightInd|snapToGrid|spacing|ind|"
    r"contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|"
    r"cnfStyle|rPr|sectPr|pPrChange)\b|</w:pPr>"
)


def with_months_whole(xml: str) -> str:
    """A document of which the paragraphs with a date are not hyphenated."""
    pieces, done = list[str](), 0
    for at in sorted(at for month in MONTHS for at in _dates(xml, month)):
        start = xml.rfind(PROPERTIES, done, at)
        end = xml.find(END, start) if start >= 0 else -1
        if end < 0 or xml.find("</w:p>", start, at) >= 0 or UNBROKEN in xml[start:end]:
            continue
        place = BEHIND.search(xml, start)
        if place is not None:
            pieces += [xml[done : place.start()], f"{UNBROKEN}/>"]
            done = place.start()
    return "".join([*pieces, xml[done:]])


def _dates(xml: str, month: str) -> Iterator[int]:
    """Where this month stands behind a day or before a year."""
    at = xml.find(month)
    while at >= 0:
        end = at + len(month)
        day, year = xml[at - 2 : at], xml[end : end + 5]
        if (day[:1].isdigit() and day[1:] in SPACES) or (year[:1] in SPACES and year[1:].isdigit()):
            yield at
        at = xml.find(month, end)
