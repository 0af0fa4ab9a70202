"""A .docx as parts: read with care, written the same way every time. The only module that knows zip files.

What is read comes from others: size, names and kind of every part are checked before anything is unpacked.
"""

from __future__ import annotations

import contextlib
import io
import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from docgen.errors import TemplateError
from docgen.system.files import read_bytes

if TYPE_CHECKING:
    import zipfile

fast_zlib: Any = zlib
with contextlib.suppress(ImportError):
    from isal import isal_zlib as fast_zlib

MAX_FILE = 60_000_000
MAX_PARTS = 3_000
MAX_UNPACKED = 250_000_000
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT_RELS = "_rels/.rels"
EPOCH = 0x0021_0000  # 1 January 1980, midnight, as a zip file writes it
HEAD = struct.Struct("<HHHIIIIHH")
TAIL = struct.Struct("<HHHII")
UTF8_NAME = 0x0800
STORED, DEFLATED = 0, 8

Parts = dict[str, bytes]


@dataclass(frozen=True)
class ZipEntry:
    """A part as it stands in the zip file: deflated once, used in every document."""

    name: str
    crc: int
    size: int
    deflated: bytes
    digest: bytes  # SHA-256 of what is deflated; empty when the document gets no seal
    method: int = DEFLATED

    @cached_property
    def head(self) -> bytes:
        """What both the part and the directory of the zip file say about it."""
        return HEAD.pack(
            20, UTF8_NAME, self.method, EPOCH, self.crc, len(self.deflated), self.size, len(self.name.encode()), 0
        )

    def text(self) -> str:
        """What was deflated."""
        return zlib.decompress(self.deflated, -15).decode()


def deflate(name: str, data: bytes, small: bool = True, digested: bool = True) -> ZipEntry:
    """Compress one part: small when it is done once, else fast (faster still with isal, extra `fast`)."""
    packed = zlib.compress(data, 9, -15) if small else fast_zlib.compress(data, 1, -15)
    return ZipEntry(name, fast_zlib.crc32(data), len(data), packed, sha256(data).digest() if digested else b"")


def store(name: str, data: bytes) -> ZipEntry:
    """A part that is not compressed, as OpenDocument asks for its kind."""
    return ZipEntry(name, fast_zlib.crc32(data), len(data), data, sha256(data).digest(), STORED)


def fingerprint(digests: Mapping[str, bytes]) -> str:
    """One SHA-256, in hexadecimal, over the names and digests of parts; their order does not matter."""
    whole = sha256()
    for name in sorted(digests):
        whole.update(name.encode() + b"\0" + digests[name])
    return whole.hexdigest()


def assemble(entries: Iterable[ZipEntry]) -> bytes:
    """Write the entries as a zip file, in their order and with fixed times: the same entries, the same bytes."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset, count = 0, 0
    for entry in entries:
        name = entry.name.encode()
        body += (b"PK\x03\x04", entry.head, name, entry.deflated)
        directory += (b"PK\x01\x02\x14\0", entry.head, TAIL.pack(0, 0, 0, 0, offset), name)
        offset += 4 + HEAD.size + len(name) + len(entry.deflated)
        count += 1
    central = b"".join(directory)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join([*body, central, end])


@lru_cache(maxsize=64)
def in_writing_order(names: tuple[str, ...]) -> list[str]:
    """Content types and relations first, as Word writes them; the rest by name."""
    return sorted(names, key=lambda name: (name != CONTENT_TYPES, name != DOCUMENT_RELS, name))


def read(source: str | os.PathLike[str] | bytes, name: str = "sjabloon") -> Parts:
    """Unpack a .docx (a path or its bytes). Raises `TemplateError` naming the file when it is not a safe, whole one."""
    data = data_of(source)
    name = name if isinstance(source, bytes) else os.fspath(source)
    _check_kind(data, name)
    import zipfile  # writing does without

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive.infolist(), name)
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except TemplateError:
        raise
    except Exception as error:  # a forged zip file fails in many ways, all of them are the same to the user
        raise TemplateError(
            f"sjabloon {name} is beschadigd; open het in Word en sla het opnieuw op, of neem een kopie die nog heel is"
        ) from error
    return parts


def data_of(source: str | os.PathLike[str] | bytes) -> bytes:
    """The bytes of a .docx, of no more than one byte too many."""
    return source if isinstance(source, bytes) else read_bytes(Path(source), MAX_FILE + 1, "sjabloon")


def read_part(data: bytes, name: str) -> bytes:
    """One part of a document that docgen made, without unpacking the others; empty when it is not there."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name) if name in archive.namelist() else b""


KINDS = [
    (b"\xd0\xcf\x11\xe0", "een oud Word-bestand (.doc) of een bestand met een wachtwoord"),
    (b"%PDF", "een PDF"),
    (b"{\\rtf", "een RTF-bestand"),
]


def _check_kind(data: bytes, name: str) -> None:
    if not data:
        raise TemplateError(f"sjabloon {name} is leeg")
    if len(data) > MAX_FILE:
        raise TemplateError(f"sjabloon {name} is groter dan {MAX_FILE // 1_000_000} MB")
    for start, kind in KINDS:
        if data.startswith(start):
            raise TemplateError(f"sjabloon {name} is {kind}; sla het in Word op als .docx")
    if not data.startswith(b"PK"):
        raise TemplateError(f"sjabloon {name} is geen Word-bestand (.docx)")


def _check_entries(infos: list[zipfile.ZipInfo], name: str) -> None:
    names = [info.filename for info in infos]
    if len(infos) > MAX_PARTS:
        raise TemplateError(f"sjabloon {name} heeft meer dan {MAX_PARTS} onderdelen; dat is niet veilig te openen")
    if len({part.lower() for part in names}) != len(names):
        raise TemplateError(f"sjabloon {name} bevat een onderdeel dubbel; sla het opnieuw op in Word")
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise TemplateError(f"sjabloon {name} is uitgepakt te groot; verklein de afbeeldingen")
    for info in infos:
        if info.flag_bits & 1:
            raise TemplateError(f"sjabloon {name} heeft een wachtwoord; haal dat eraf")
        if not is_safe_name(info.filename):
            raise TemplateError(f"sjabloon {name} bevat een onveilige naam: {info.filename!r}")


def is_safe_name(name: str) -> bool:
    """Whether a part name stays inside the package on every system."""
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or not name.isprintable())
