"""Rich text of docxtpl (`RichText`, `RichTextParagraph`) put in the order that the schema of Word wants.

docxtpl writes the properties of a run in an order of its own (colour before bold, shading without a kind); Word's schema
forbids that.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from markupsafe import Markup, escape

from docgen._lazy import regex
from docgen.word.values.cell_values import UnfitValue

RUN_PROPERTIES = regex(r"(?<=<w:rPr>)(.*?)(?=</w:rPr>)", re.DOTALL)
PROPERTY = regex(r"<w:(\w+)[^>]*/>")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKED = regex(rf'<w:hyperlink xmlns:r="{OFFICE}" r:id="([^"]*:[^"]*)" w:tgtFrame=')  # an id has no colon
ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "strike",
    "color",
    "sz",
    "szCs",
    "highlight",
    "u",
    "shd",
    "vertAlign",
    "rtl",
    "cs",
    "lang",
]


LINK = regex(r'<w:hyperlink r:id="(.*?)" w:tgtFrame=', re.DOTALL)
ADDRESS = regex(r"""(?:https?://|mailto:)[^\s\\<>"]+""", re.IGNORECASE)
MOST = 60
OF_DOCXTPL = {  # objects of docxtpl that belong to its own open template -> what docgen takes instead
    "InlineImage": "zet een voorbeeldplaatje in het sjabloon met {{ foto }} als alternatieve tekst, en geef het bestand zelf "
    "(pathlib.Path of bytes)",
    "Subdoc": "zet de tekst in het sjabloon zelf, of maak er een eigen document van",
}


def is_of_docxtpl(value: Any) -> bool:
    """Whether only docxtpl can print a value."""
    return type(value).__name__ in OF_DOCXTPL


def is_rich(value: Any) -> bool:
    """Whether a value is rich text."""
    return type(value).__name__ in ("RichText", "RichTextParagraph")


def in_order(value: Any, expression: str = "") -> Any:
    """Return a value that shows itself as XML with its run properties in order; any other value as it is. Raises
    `UnfitValue` for one that only docxtpl can print, naming the `expression`."""
    if is_of_docxtpl(value):
        kind = type(value).__name__
        raise UnfitValue(f"‘{expression}’ is een {kind} van docxtpl, die docgen niet kent; {OF_DOCXTPL[kind]}")
    if not is_rich(value):
        return value
    return Markup(LINK.sub(_linked, RUN_PROPERTIES.sub(lambda inside: _sort(inside[1]), str(value))))


def _linked(link: re.Match[str]) -> str:
    """A link with its address where docxtpl has the id of a relation. Raises `UnfitValue`."""
    if not ADDRESS.fullmatch(link[1]):
        shown = "".join(character for character in link[1][:MOST] if character.isprintable())
        raise UnfitValue(
            f"een koppeling in opgemaakte tekst heeft hier als url_id ‘{shown}’; geef het adres zelf, zoals "
            'url_id="https://www.voorbeeld.nl" (http, https of mailto)'
        )
    return f'<w:hyperlink xmlns:r="{OFFICE}" r:id="{escape(link[1])}" w:tgtFrame='


def with_relations(xml: str, links: dict[str, str]) -> str:
    """A filled part with an id for every address of a link in rich text; what is new is added to `links`."""

    def related(link: re.Match[str]) -> str:
        key = links.setdefault(unescape(link[1]), f"rIdAdres{len(links) + 1}")
        return f'<w:hyperlink xmlns:r="{OFFICE}" r:id="{key}" w:tgtFrame='

    return LINKED.sub(related, xml)


def _sort(properties: str) -> str:
    found = [(match[1], match[0]) for match in PROPERTY.finditer(properties)]
    found.sort(key=lambda one: ORDER.index(one[0]) if one[0] in ORDER else len(ORDER))
    return "".join(text for _, text in found).replace("<w:shd w:fill=", '<w:shd w:val="clear" w:fill=')
