"""Small real pictures: PNG files written here chunk by chunk, and JPEG files of a real encoder beside this module."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

FILES = Path(__file__).parent / "files"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def jpeg(name: str) -> bytes:
    return (FILES / f"{name}.jpg").read_bytes()


def chunk(kind: bytes, payload: bytes = b"") -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def header(width: int, height: int, depth: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def pixels(width: int, height: int, depth: int = 8, colour: int = 2, value: int = 0x55) -> bytes:
    row = bytes([0]) + bytes([value]) * ((width * depth * CHANNELS[colour] + 7) // 8)
    return zlib.compress(row * height)


def interlaced(width: int, height: int) -> bytes:
    rows = [
        (bytes([0]) + b"\x55" * (3 * -(-(width - x) // across))) * -(-(height - y) // down)
        for x, y, across, down in PASSES
        if width > x and height > y
    ]
    return (
        SIGNATURE + header(width, height, interlaced=1) + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND")
    )


def png(
    width: int = 120,
    height: int = 80,
    *,
    depth: int = 8,
    colour: int = 2,
    value: int = 0x55,
    before: bytes = b"",
    behind: bytes = b"",
) -> bytes:
    """A PNG of one colour; `before` and `behind` are chunks around its pixels."""
    data = chunk(b"IDAT", pixels(width, height, depth, colour, value))
    palette = chunk(b"PLTE", bytes(range(256)) * 3) if colour == 3 else b""
    return SIGNATURE + header(width, height, depth, colour) + palette + before + data + behind + chunk(b"IEND")


def exif(orientation: int) -> bytes:
    """The EXIF of a picture that says only how it was held."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def moving(width: int = 40, height: int = 30) -> bytes:
    """A PNG that moves: two frames, of which each program shows the first."""
    control = struct.pack(">IIIIIHHBB", 0, width, height, 0, 0, 1, 2, 0, 0)
    second = chunk(b"fcTL", control) + chunk(b"fdAT", struct.pack(">I", 1) + pixels(width, height, value=0xAA))
    return png(width, height, before=chunk(b"acTL", struct.pack(">II", 2, 0)) + chunk(b"fcTL", control), behind=second)


def bomb() -> bytes:
    """A few kilobytes that say they are 60,000 by 60,000 pixels."""
    return SIGNATURE + header(60_000, 60_000) + chunk(b"IDAT", zlib.compress(bytes(1_000_000))) + chunk(b"IEND")


def overfull() -> bytes:
    """A few kilobytes that say they are ten by ten pixels, and unpack to many megabytes."""
    return SIGNATURE + header(10, 10) + chunk(b"IDAT", zlib.compress(bytes(40_000_000), 9)) + chunk(b"IEND")
