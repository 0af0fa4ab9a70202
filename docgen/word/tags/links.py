"""Tags in the address of a link: Word writes their braces as %7B, and docgen fills no addresses. Such a link would be dead in
every document."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc.archive import Parts
from docgen.word.tags.location import XML_TAG

RELATION = regex(r"<(?:\w+:)?Relationship\s[^>]*>")
ATTRIBUTE = regex(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
FIELD = regex(r"<w:instrText[^>]*>([^<]*)|w:instr=\"([^\"]*)")
OPENING = regex(r"\{[{%#]")
MOST = 60
REMEDY = "zet de tag in de tekst, en verwijder de koppeling (rechtermuisknop, Hyperlink verwijderen)"


def check(parts: Parts, name: str) -> None:
    """Refuse a template with a tag in the address of a link. Raises `TemplateError` that names the link."""
    for where, address in (*_targets(parts), *_fields(parts)):
        if OPENING.search(_decode(address)):
            shown = _decode(address)[:MOST]
            raise TemplateError(
                f"sjabloon {name}: {where} heeft een tag in haar adres ({shown}), en een adres wordt niet gevuld; {REMEDY}"
            )


def _decode(address: str) -> str:
    """An address as it was typed, however often it was encoded on the way."""
    for _ in range(3):
        address = html.unescape(unquote(address))
    return address


def _targets(parts: Parts) -> Iterator[tuple[str, str]]:
    """The address of every link that stands in a relation, with what the reader sees of it."""
    for rels, data in parts.items():
        if not rels.endswith(".rels") or b"External" not in data:
            continue
        owner = rels.replace("_rels/", "").removesuffix(".rels")
        for relation in RELATION.findall(data.decode("utf-8", "replace")):
            found = {key: double or single for key, double, single in ATTRIBUTE.findall(relation)}
            part, key = parts.get(owner, b"").decode("utf-8", "replace"), found.get("Id", "")
            if found.get("TargetMode") == "External" and f'"{key}"' in part:
                yield _link(part, key), found.get("Target", "")


def _link(xml: str, key: str) -> str:
    """A link by its text."""
    found = re.search(rf'<w:hyperlink\s[^>]*:id="{re.escape(key)}"[^>]*>(.*?)</w:hyperlink>', xml, re.DOTALL)
    text = " ".join(html.unescape(XML_TAG.sub("", found[1])).split()) if found else ""
    return f"de koppeling ‘{text[:MOST]}’" if text else "een koppeling"


def _fields(parts: Parts) -> Iterator[tuple[str, str]]:
    """The encoded address of every HYPERLINK field: one that is not encoded is filled as text is."""
    for part, data in parts.items():
        if not part.endswith(".xml") or b"HYPERLINK" not in data:
            continue
        for code in FIELD.findall(data.decode("utf-8", "replace")):
            text = html.unescape(code[0] or code[1])
            if not OPENING.search(text):
                yield "een koppeling", text
