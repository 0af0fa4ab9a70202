"""Rich text of docxtpl (`RichText`, `RichTextParagraph`) put in the order that the schema of Word wants.

docxtpl writes the properties of a run in an order of its own (colour before bold, shading without a kind); Word's schema
forbids that.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from docgen._lazy import regex

RUN_PROPERTIES = regex(r"(?<=<w:rPr>)(.*?)(?=</w:rPr>)", re.DOTALL)
PROPERTY = regex(r"<w:(\w+)[^>]*/>")
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


def is_rich(value: Any) -> bool:
    """Whether a value is rich text."""
    return type(value).__name__ in ("RichText", "RichTextParagraph")


def in_order(value: Any) -> Any:
    """Return a value that shows itself as XML with its run properties in order; any other value as it is."""
    if not is_rich(value):
        return value
    return Markup(RUN_PROPERTIES.sub(lambda inside: _sort(inside[1]), str(value)))


def _sort(properties: str) -> str:
    found = [(match[1], match[0]) for match in PROPERTY.finditer(properties)]
    found.sort(key=lambda one: ORDER.index(one[0]) if one[0] in ORDER else len(ORDER))
    return "".join(text for _, text in found).replace("<w:shd w:fill=", '<w:shd w:val="clear" w:fill=')
