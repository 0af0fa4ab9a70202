"""A picture that may stand in a document: a PNG or JPEG of a size that every computer can show, with nothing else in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from docgen.pictures import exif, jpeg, png
from docgen.pictures.errors import InvalidPicture
from docgen.text.dutch import number

MOST_BYTES = 10_000_000
MOST_PIXELS = 50_000_000  # what a good phone makes at its best
LONGEST_SIDE = 20_000
AS_JPEG = "sla de afbeelding in een fotoprogramma op als JPEG of PNG"
SMALLER = "verklein de foto tot ongeveer 2.000 pixels breed; op papier is dat ruim scherp genoeg"
# how other files begin that people take for a picture -> what they are, and what to do
OTHER_KINDS = (
    (b"GIF8", "een GIF", AS_JPEG),
    (b"BM", "een bitmap (BMP)", AS_JPEG),
    (b"II*\0", "een TIFF of een ruwe foto van een camera", AS_JPEG),
    (b"MM\0*", "een TIFF of een ruwe foto van een camera", AS_JPEG),
    (b"%PDF", "een PDF", "maak van de bladzijde een afbeelding (PNG)"),
    (b"<svg", "een tekening (SVG)", "exporteer de tekening als PNG"),
    (b"<?xml", "een tekening (SVG)", "exporteer de tekening als PNG"),
    (b"\xd7\xcd\xc6\x9a", "een WMF-tekening", AS_JPEG),
    (b"PK\x03\x04", "een Word-, Excel- of zipbestand", "haal de afbeelding eruit en sla haar op als JPEG of PNG"),
    (b"version https://git-lfs", "een verwijzing van Git LFS, niet het bestand zelf", "haal het bestand op met git lfs pull"),
)  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """The bytes of a clean picture, its kind (`png` or `jpeg`), its size in pixels as it is stored, and how it must be
    turned to stand upright (1 to 8, as EXIF counts)."""

    data: bytes
    kind: str
    width: int
    height: int
    orientation: int = exif.UPRIGHT

    @cached_property
    def digest(self) -> str:
        """What tells it from another picture: the bytes are not enough, as how it is turned is no longer in them."""
        return sha256(b"%d " % self.orientation + self.data).hexdigest()

    @property
    def is_turned(self) -> bool:
        """Whether width and height change places when it stands upright."""
        return self.orientation in exif.TURNED


def read_picture(data: bytes) -> Picture:
    """Judge and clean a picture. Raises `InvalidPicture`; nothing is unpacked of one that is too large."""
    if not data.strip(b"\0"):
        raise InvalidPicture("het bestand is leeg", "zet de foto opnieuw op deze plaats")
    if len(data) > MOST_BYTES:
        raise InvalidPicture(f"de afbeelding is groter dan {MOST_BYTES // 1_000_000} MB", SMALLER)
    if data.startswith(png.START):
        _check_size(*png.size_of(data))
        return Picture(*_of(png.read(data), "png"))
    if data.startswith(jpeg.START):
        header = jpeg.read(data)
        _check_size(header.width, header.height)
        return Picture(*_of(header, "jpeg"))
    what, hint = _other_kind(data)
    raise InvalidPicture(f"dit is {what}; een beeld is een JPEG of een PNG", hint)


def _of(header: png.Header | jpeg.Header, kind: str) -> tuple[bytes, str, int, int, int]:
    return header.data, kind, header.width, header.height, header.orientation


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise InvalidPicture("de afbeelding heeft geen breedte of geen hoogte", AS_JPEG)
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise InvalidPicture(f"de afbeelding is te groot: {number(width)} bij {number(height)} pixels", SMALLER)


def _other_kind(data: bytes) -> tuple[str, str]:
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for begins, what, hint in OTHER_KINDS:
        if start.startswith(begins):
            return what, hint
    if data[4:8] == b"ftyp":
        return "een foto of film van een telefoon (HEIC, AVIF of MP4)", "deel of bewaar de foto als JPEG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "een WebP", AS_JPEG
    return "geen afbeelding", AS_JPEG
