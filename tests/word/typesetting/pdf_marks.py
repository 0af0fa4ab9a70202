"""What a PDF paints outside its tags: content that is neither tagged nor an artifact, which PDF/UA does not allow."""

from __future__ import annotations

import re
import zlib

TOKEN = re.compile(
    rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+"
)
PAINTING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"Tj", b"TJ", b"'", b'"', b"sh", b"Do"}


def untagged(pdf: bytes) -> dict[int, int]:
    """By page how often something is painted outside marked content, where it is."""
    objects = {int(found[1]): found[2] for found in re.finditer(rb"(?<!\d)(\d+) 0 obj\b(.*?)endobj", pdf, re.DOTALL)}
    pages = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b(?!s)", body)]
    counted = {}
    for number, page in enumerate(pages, 1):
        content = re.search(rb"/Contents\s*(\d+) 0 R", page)
        counted[number] = _outside(_stream(objects[int(content[1])])) if content else 0
    return {number: count for number, count in counted.items() if count}


def _stream(body: bytes) -> bytes:
    begin = re.search(rb"stream\r?\n", body)
    raw = body[begin.end() : body.rfind(b"endstream")]
    return zlib.decompressobj().decompress(raw) if b"/FlateDecode" in body[: begin.start()] else raw


def _outside(content: bytes) -> int:
    depth = count = 0
    for token in TOKEN.findall(content):
        depth += (token in (b"BDC", b"BMC")) - (token == b"EMC")
        count += depth == 0 and token in PAINTING
    return count
