"""Is a finished part sound? Checked before a document is handed on, on what filling the tags can have broken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docgen._lazy import regex
from docgen.word.values.render_state import walk

ILLEGAL = regex("[\x00-\x06\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # \a and \f become breaks
RELATION = regex(r' r:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]+)"')
UNIQUE = [
    ("tekening", re.compile(r'<wp:docPr [^>]*?\bid="(\d+)"')),
    ("bladwijzer", re.compile(r'<w:bookmarkStart [^>]*?w:id="([^"]+)"')),
    ("bladwijzer", re.compile(r'<w:bookmarkStart [^>]*?w:name="([^"]+)"')),
]
REMEDY = "zet {%p … %} en {%tr … %} in een eigen alinea of rij"
TORN = f"de tags breken de opbouw van het document; {REMEDY}"
BARE_CELL = regex(r"(?:<w:tc(?: [^>]*)?>|</w:tcPr>|</w:tbl>)</w:tc>")


class Unsound(Exception):
    """A finished part that Word would not open, or would open with something lost."""

    def __init__(self, message: str, character: str = "") -> None:
        super().__init__(message)
        self.message, self.character = message, character


def check_characters(xml: str) -> None:
    """Raise `Unsound` when a text holds a character that XML forbids (those that become a break aside)."""
    illegal = ILLEGAL.search(xml)
    if illegal:
        code = f"U+{ord(illegal[0]):04X}"
        raise Unsound(f"een waarde bevat een teken ({code}) dat niet in een Word-document mag", illegal[0])


def check_part(name: str, xml: str, relations: frozenset[str]) -> None:
    """Raise `Unsound` when a part is not well-formed, repeats an id, or points at a relation that is not there."""
    from xml.parsers import expat  # only for what could not be proven before

    try:
        expat.ParserCreate().Parse(xml.encode(), True)
    except (expat.ExpatError, ValueError) as error:
        raise Unsound(TORN) from error
    check_names(xml, relations)
    if BARE_CELL.search(xml):
        raise Unsound("een tabelcel heeft geen alinea")


def check_content(xml: str) -> None:
    """Raise `Unsound` when an element stands where Word does not read it."""
    from docgen.word.structure import content_model  # only for what could not be proven before

    try:
        content_model.check(xml)
    except content_model.Misfit as fault:
        raise Unsound(f"{fault}; {REMEDY}") from fault


def check_names(xml: str, relations: frozenset[str]) -> None:
    """Raise `Unsound` when an id is repeated or a relation is not there."""
    for relation in RELATION.findall(xml):
        if relation not in relations:
            raise Unsound(f"een koppeling ({relation}) naar een afbeelding of adres bestaat niet")
    for what, pattern in UNIQUE:
        found = pattern.findall(xml)
        if len(found) != len(set(found)):
            raise Unsound(f"een {what} heeft hetzelfde kenmerk als een andere")


def field_with(character: str, context: Mapping[str, Any]) -> str:
    """The path of the first text in the context that holds a character."""
    for path, value in walk(context):
        inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
        if isinstance(value, str) and character in value:
            return path
        for key, text in inner:
            if isinstance(text, str) and character in text:
                return f"{path}.{key}" if isinstance(value, Mapping) else f"{path}[{key + 1}]"
    return ""
