"""A PNG by its chunks: each is whole, the pixels are as many as the header says, and only what a picture needs is kept.

What goes: texts, EXIF, XMP, times, and of a moving picture all but what every program shows.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from docgen.pictures import exif
from docgen.pictures.errors import InvalidPicture, damaged

START = b"\x89PNG\r\n\x1a\n"
KEPT = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"))
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by the type of colour
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))  # of Adam7
PIECE = 1 << 20
MOST_PROFILE = 4 << 20  # bytes of colours that a profile unpacks to; a larger one goes
REMEDY = "sla de afbeelding in een fotoprogramma opnieuw op als PNG"


class Header(NamedTuple):
    """What a PNG says of itself, and its bytes without what is no picture."""

    data: bytes
    width: int
    height: int
    orientation: int


class _Chunk(NamedTuple):
    kind: bytes
    payload: bytes
    whole: bytes


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height, before anything is unpacked. Raises `InvalidPicture`."""
    first = next(_chunks(data))
    if first.kind == b"CgBI":
        raise InvalidPicture("dit is een PNG die alleen een iPhone kan lezen", REMEDY)
    if first.kind != b"IHDR" or len(first.payload) != 13:
        raise damaged("beschadigd")
    width, height = struct.unpack_from(">II", first.payload)
    return width, height


def read(data: bytes) -> Header:
    """Read and clean a PNG of which the size was judged. Raises `InvalidPicture`."""
    width, height = size_of(data)
    chunks = list(_chunks(data))
    _check_pixels(chunks, width, height)
    kept = [one.whole for one in chunks if one.kind in KEPT or (one.kind == b"iCCP" and _is_small(one.payload))]
    held = [exif.orientation(one.payload) for one in chunks if one.kind == b"eXIf"]
    return Header(b"".join([START, *kept]), width, height, held[0] if held else exif.UPRIGHT)


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """The chunks up to the last one."""
    at = len(START)
    while True:
        if at + 12 > len(data):
            raise damaged("niet compleet")
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise damaged("niet compleet" if kind.isalpha() else "beschadigd")
        if zlib.crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            raise damaged("beschadigd")
        if kind[0] & 0x20 == 0 and kind not in KEPT and kind != b"CgBI":  # a capital: no program may pass it over
            raise InvalidPicture("dit soort PNG toont niet elk programma", REMEDY)
        yield _Chunk(kind, data[at + 8 : end - 4], data[at:end])
        if kind == b"IEND":
            return
        at = end


def _check_pixels(chunks: list[_Chunk], width: int, height: int) -> None:
    """Unpack the pixels piece by piece, without keeping them: as many as the header says, no more and no less."""
    depth, colour, packing, filtering, interlaced = struct.unpack_from(">5B", chunks[0].payload, 8)
    if depth not in DEPTHS.get(colour, ()) or packing or filtering or interlaced > 1:
        raise damaged("beschadigd")
    if colour == 3 and not any(one.kind == b"PLTE" for one in chunks):
        raise damaged("beschadigd")
    left = _unpacked_size(width, height, depth * CHANNELS[colour], bool(interlaced))
    unpacker = zlib.decompressobj()
    try:
        for one in chunks:
            waiting = one.payload if one.kind == b"IDAT" else b""
            while waiting and not unpacker.eof:
                left -= len(unpacker.decompress(waiting, PIECE))
                waiting = unpacker.unconsumed_tail
                if left < 0:
                    raise damaged("beschadigd: er zit meer in dan de afmetingen zeggen")
    except zlib.error as error:
        raise damaged("beschadigd") from error
    if left or not unpacker.eof:
        raise damaged("niet compleet")


def _unpacked_size(width: int, height: int, bits: int, interlaced: bool) -> int:
    """The number of bytes of all rows, each with the byte before it that says how it was filtered."""
    sizes = [
        ((width - x + across - 1) // across, (height - y + down - 1) // down)
        for x, y, across, down in (PASSES if interlaced else ((0, 0, 1, 1),))
    ]
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns > 0 and rows > 0)


def _is_small(profile: bytes) -> bool:
    """Whether a colour profile unpacks to no more than it should."""
    _, _, packed = profile.partition(b"\0")
    unpacker = zlib.decompressobj()
    try:
        return len(unpacker.decompress(packed[1:], MOST_PROFILE)) < MOST_PROFILE and unpacker.eof
    except zlib.error:
        return False
