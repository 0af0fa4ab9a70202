"""A JPEG by its segments: what a picture needs is kept to the byte, all else is left behind. Nothing is decoded.

What is kept: tables, frame, scans, how colours are meant (JFIF, Adobe, ICC). What goes: EXIF with its place and thumbnail, XMP,
IPTC, comments, the second picture and film that phones put behind the first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from docgen._lazy import regex
from docgen.pictures import exif
from docgen.pictures.errors import InvalidPicture, damaged

START = b"\xff\xd8"
END = 0xD9
SCAN = 0xDA
FRAMES = frozenset((0xC0, 0xC1, 0xC2))  # what every program shows: in one go or in steps, with Huffman's codes
OTHER_FRAMES = frozenset((0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF))
TABLES = frozenset((0xC4, 0xDB, 0xDD))
WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD8)))
NEXT = regex(rb"\xff[\x01-\xcf\xd8-\xfe]")  # behind a scan: neither a stuffed byte nor a restart
COLOURS = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
EXIF = b"Exif\0\0"
MOST_SCANS = 100  # a picture in steps has some ten; each can cost as much as the whole picture
UNUSUAL = "sla de foto in een fotoprogramma opnieuw op als gewone JPEG"


class Header(NamedTuple):
    """What a JPEG says of itself, and its bytes without what is no picture."""

    data: bytes
    width: int
    height: int
    orientation: int


class _Segment(NamedTuple):
    marker: int
    payload: bytes
    whole: bytes  # with its marker and, of a scan, all that is drawn in it


def read(data: bytes) -> Header:
    """Read and clean a JPEG. Raises `InvalidPicture`."""
    kept: list[bytes] = [START]
    size: tuple[int, int] | None = None
    turned, scans = exif.UPRIGHT, 0
    for one in _segments(data):
        if one.marker in OTHER_FRAMES:
            raise InvalidPicture("dit soort JPEG toont niet elk programma", UNUSUAL)
        if one.marker in FRAMES:
            if size is not None:
                raise damaged("beschadigd")
            size = _frame(one.payload)
        elif one.marker == SCAN:
            scans += 1
            if size is None or scans > MOST_SCANS:
                raise (
                    damaged("beschadigd") if size is None else InvalidPicture("de JPEG is ongewoon opgebouwd", UNUSUAL)
                )
        elif one.marker == 0xE1 and one.payload.startswith(EXIF):
            turned = exif.orientation(one.payload[len(EXIF) :])
        kept += _kept(one)
    if size is None or not scans:
        raise damaged("beschadigd")
    return Header(b"".join([*kept, b"\xff\xd9"]), *size, turned)


def _segments(data: bytes) -> Iterator[_Segment]:
    """The segments up to the end of the first picture."""
    at = len(START)
    while True:
        if data[at : at + 1] != b"\xff":
            raise damaged("niet compleet" if at >= len(data) else "beschadigd")
        while data[at + 1 : at + 2] == b"\xff":  # filling
            at += 1
        if at + 2 > len(data):
            raise damaged("niet compleet")
        marker = data[at + 1]
        if marker == END:
            return
        if marker in WITHOUT_LENGTH:
            at += 2
            continue
        end = at + 2 + _length(data, at + 2)
        begin = at
        if marker == SCAN:
            found = NEXT.search(data, end)
            if found is None:
                raise damaged("niet compleet")
            yield _Segment(marker, data[at + 4 : end], data[begin : found.start()])
            at = found.start()
            continue
        if end > len(data):
            raise damaged("niet compleet")
        yield _Segment(marker, data[at + 4 : end], data[begin:end])
        at = end


def _length(data: bytes, at: int) -> int:
    if at + 2 > len(data):
        raise damaged("niet compleet")
    (length,) = struct.unpack_from(">H", data, at)
    if length < 2:
        raise damaged("beschadigd")
    return int(length)


def _frame(payload: bytes) -> tuple[int, int]:
    """Width and height."""
    if len(payload) < 6:
        raise damaged("beschadigd")
    bits, height, width, components = struct.unpack_from(">BHHB", payload)
    if bits != 8 or components not in (1, 3, 4):
        raise InvalidPicture("dit soort JPEG toont niet elk programma", UNUSUAL)
    return width, height


def _kept(one: _Segment) -> list[bytes]:
    if one.marker in TABLES or one.marker in FRAMES or one.marker == SCAN:
        return [one.whole]
    if any(one.marker == marker and one.payload.startswith(start) for marker, start in COLOURS):
        return [one.whole]
    if one.marker == 0xE0 and one.payload.startswith(b"JFIF\0") and len(one.payload) >= 14:
        return [b"\xff\xe0\x00\x10", one.payload[:12], b"\0\0"]  # without its thumbnail
    return []
