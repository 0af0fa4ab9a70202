"""An OpenDocument text of LibreOffice: the alternative text of charts is put back, and the same document gives the same bytes.

LibreOffice 7.4 leaves that text out, names lists at random, and notes a random number for every time a document is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from markupsafe import escape

from docgen._lazy import regex
from docgen.errors import DocgenError, TemplateError
from docgen.office.conversion import Target
from docgen.office.source import Source
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.opc.relationships import parse, to_bytes

TARGET = Target(".odt", "odt:writer8")
KIND, CONTENT, META, SETTINGS, MANIFEST = "mimetype", "content.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
SEAL = "zegel"
BLANK = "0" * 64
LIST = regex(rb'(?<=["\s])((?:xml:id|text:continue-list)=")(list\d+)(?=")')
TIMES_SAVED = regex(rb'<config:config-item config:name="Rsid(?:Root)?"[^>]*>\d*</config:config-item>')
FOLDERS = regex(rb'\s*<manifest:file-entry manifest:full-path="Configurations2/"[^>]*/>')
FROM_WORD = regex(rb'<meta:user-defined meta:name="(?:docgen\.|OOXMLCore)[^>]*>[^<]*</meta:user-defined>')
END = b"</office:meta>"
PROPERTY = regex(rb'<meta:user-defined meta:name="docgen\.(\w+)"[^>]*>([^<]*)</meta:user-defined>')
SEALED = regex(rf'(<meta:user-defined meta:name="docgen\.{SEAL}"[^>]*>)([0-9a-f]{{64}})(?=<)'.encode())


def mended(data: bytes, source: Source, about: Mapping[str, str]) -> bytes:
    """The ODT that LibreOffice made of a document, mended and sealed; `about` is what docgen writes into it of itself.

    Raises `DocgenError` when it is no whole ODT.
    """
    try:
        parts = archive.read(data)
        text = _numbered(_described(parts[CONTENT], source.charts))
        meta = FROM_WORD.sub(b"", parts[META]).replace(END, _told({SEAL: BLANK, **about}) + END, 1)
    except (TemplateError, KeyError) as error:
        raise DocgenError(f"LibreOffice maakte een ODT die niet heel is ({error})") from error
    parts |= {CONTENT: text, META: meta, SETTINGS: TIMES_SAVED.sub(b"", parts[SETTINGS])}
    parts[MANIFEST] = FOLDERS.sub(b"", parts[MANIFEST])
    parts[META] = meta.replace(BLANK.encode(), _seal(parts).encode(), 1)
    rest = [archive.deflate(name, parts[name]) for name in sorted(parts) if name != KIND]
    return archive.assemble([archive.store(KIND, parts[KIND]), *rest])


def read_of(data: bytes) -> dict[str, str]:
    """What docgen wrote into an ODT of itself; empty when docgen did not make it."""
    import html

    found = PROPERTY.findall(_parts(data).get(META, b""))
    return {name.decode(): html.unescape(value.decode("utf-8", "replace")) for name, value in found}


def is_untouched(data: bytes) -> bool:
    """Whether an ODT is exactly as docgen made it."""
    parts = _parts(data)
    found = SEALED.search(parts.get(META, b""))
    if found is None:
        return False
    parts[META] = parts[META][: found.start(2)] + BLANK.encode() + parts[META][found.end(2) :]
    return _seal(parts) == found[2].decode()


def _parts(data: bytes) -> Parts:
    try:
        return archive.read(data)
    except TemplateError:
        return {}


def _seal(parts: Parts) -> str:
    return archive.fingerprint({name: sha256(data).digest() for name, data in parts.items()})


def _told(about: Mapping[str, str]) -> bytes:
    return "".join(
        f'<meta:user-defined meta:name="docgen.{name}" meta:value-type="string">{escape(value)}</meta:user-defined>'
        for name, value in about.items()
    ).encode()


def _described(content: bytes, charts: tuple[str, ...]) -> bytes:
    """The text with the alternative text of every chart, where they can be told apart by their order."""
    if not charts:
        return content
    root = parse(content)
    frames = [frame for frame in root.iter(f"{DRAW}frame") if frame.find(f"{DRAW}object") is not None]
    if len(frames) == len(charts):
        for frame, text in zip(frames, charts, strict=True):
            _describe(frame, text)
    return to_bytes(root)


def _describe(frame: Any, text: str) -> None:
    if text and frame.find(f"{SVG}desc") is None:
        described = frame.makeelement(f"{SVG}desc")
        described.text = text
        frame.append(described)


def _numbered(content: bytes) -> bytes:
    """The text with its lists named by their order."""
    names: dict[bytes, bytes] = {}
    return LIST.sub(lambda found: found[1] + names.setdefault(found[2], b"list%d" % (len(names) + 1)), content)
