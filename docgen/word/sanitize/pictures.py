"""Is a picture of a Word file from others what it says: a picture that fetches nothing?

LibreOffice looks at what a picture holds and not at its name, and its readers for drawings open other files.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import Any

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc import archive
from docgen.opc.relationships import source_of
from docgen.word.sanitize import allowlist
from docgen.word.sanitize.part_graph import WHOLE, relations_in

MAX_UNPACKED = 60_000_000
OTHER = regex(rb"<svg|<\?xml|<!DOCTYPE|%!PS|%PDF", re.IGNORECASE)
GZIP = b"\x1f\x8b"
CSS_ADDRESS = regex(r"@import|url\(\s*[\"']?\s*(?!#|[\"']?\s*#)|expression\(|\\[0-9a-f]", re.IGNORECASE)
INSIDE = regex(r"data:image/(?:png|jpe?g|gif);base64,", re.IGNORECASE)
RUNNING = frozenset(("script", "foreignObject", "iframe", "handler", "feImage", "use"))
ADDRESSES = frozenset(("href", "src", "base"))


def is_known(data: bytes) -> bool:
    """Whether the bytes are those of a picture that needs no further look: no XML, no PostScript, no PDF."""
    if data.startswith(GZIP):
        data = _unpack(data)
    if not data or data.startswith(allowlist.SURE_PICTURES):
        return True
    is_picture = data.startswith(allowlist.PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")
    return is_picture and not OTHER.search(data[:4096])


def _unpack(data: bytes) -> bytes:
    """What is in a compressed picture; something unknown when it cannot be told."""
    try:
        return zlib.decompressobj(31).decompress(data, 1000) or b"?"
    except zlib.error:
        return b"?"


def can_open_something(root: Any) -> bool:
    """Whether a drawing (SVG) refers to anything outside itself, or runs."""
    return any(_opens(element) for element in root.iter("*"))


def _opens(element: Any) -> bool:
    name = element.tag.rpartition("}")[2]
    if CSS_ADDRESS.search(element.text or "") and name == "style":
        return True
    for attribute, value in element.attrib.items():
        word, plain = attribute.rpartition("}")[2], allowlist.INVISIBLE.sub("", value)
        if word in ADDRESSES and plain and not plain.startswith("#") and not INSIDE.match(plain) and name != "a":
            return True
        if word.startswith("on") or CSS_ADDRESS.search(value):
            return True
    return name in RUNNING - {"use"}


def is_plain_drawing(text: str) -> bool:
    """Whether a drawing that VML keeps a second time (`o:gfxdata`, a zip file as base64) leads nowhere outside."""
    try:
        data = base64.b64decode(text.replace("&#xA;", ""), validate=False)
        if not data.startswith(b"PK"):
            return True
        parts = archive.read(data)
        return not any(
            one.is_outside
            for name in parts
            if name.endswith(".rels")
            for one in relations_in(parts, source_of(name) if "/" in name else WHOLE)
        )
    except (TemplateError, binascii.Error, ValueError, SyntaxError):
        return False
