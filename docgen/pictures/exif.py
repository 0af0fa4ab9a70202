"""The one fact that is read from the EXIF of a picture: how it was held. All else in it (place, time, camera) is left behind."""

from __future__ import annotations

import struct

ORIENTATION, SHORT = 0x0112, 3
UPRIGHT, TURNED = 1, (5, 6, 7, 8)  # in the last ones width and height change places
MOST_ENTRIES = 512


def orientation(tiff: bytes) -> int:
    """How the picture must be turned to stand upright, 1 to 8; 1 when it does not say or says something else."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for number in range(min(count, MOST_ENTRIES)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * number)
            if tag == ORIENTATION:
                return int(value) if kind == SHORT and 1 <= value <= 8 else UPRIGHT
    except struct.error:  # it ends before it should: then it says nothing
        return UPRIGHT
    return UPRIGHT
