"""Custom document properties: what docgen writes into a document about itself, and the seal that shows an edit.

The seal (`docgen.inhoud`) is a SHA-256 over all parts of the document, with the seal itself left blank. A document whose
seal no longer fits was changed after docgen made it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from markupsafe import escape

from docgen._lazy import regex
from docgen.opc import archive
from docgen.opc.archive import CONTENT_TYPES, DOCUMENT_RELS, Parts, ZipEntry

PART, CORE = "docProps/custom.xml", "docProps/core.xml"
CREATOR, CREATED = b"<dc:creator/>", b'<dcterms:created xsi:type="dcterms:W3CDTF"/>'  # what a document fills in
CORE_END = b"</cp:coreProperties>"
SEAL = "docgen.inhoud"
ORIGINAL = "docgen.origineel"  # what docgen made, without what it says of itself: an edited document keeps it
BLANK = "0" * 64
NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
SEALED = regex(rf'(name="{re.escape(SEAL)}"[^>]*>\s*<(?:\w+:)?lpwstr>)([0-9a-f]{{64}})(<)')
PROPERTY = regex(r'name="(docgen\.\w+)"[^>]*>\s*<(?:\w+:)?lpwstr>([^<]*)<')


@dataclass(frozen=True)
class Slot:
    """The parts of a template that make room for custom properties, prepared once."""

    around: Mapping[str, ZipEntry]
    existing: tuple[bytes, ...]  # properties of the template's own, as XML elements

    @classmethod
    def of(cls, parts: Parts) -> Slot:
        """Prepare a template's parts; its own custom properties are kept."""
        types, rels = parts[CONTENT_TYPES].decode(), parts[DOCUMENT_RELS].decode()
        if PART not in parts:
            types = types.replace("</Types>", f'<Override PartName="/{PART}" ContentType="{TYPE}"/></Types>')
            rels = rels.replace(
                "</Relationships>", f'<Relationship Id="rIdDocgen" Type="{KIND}" Target="{PART}"/></Relationships>'
            )
        around = {
            name: archive.deflate(name, text.encode()) for name, text in ((CONTENT_TYPES, types), (DOCUMENT_RELS, rels))
        }
        return cls(around, tuple(_own_properties(parts)))

    def sealed(
        self, entries: Mapping[str, ZipEntry], custom: Mapping[str, str], kinds: Callable[[str], str] | None = None
    ) -> dict[str, ZipEntry]:
        """The entries that add `custom` and the seal to a document made of `entries`; `kinds` adds to its content types
        those of parts that its template has not."""
        blank, around = self.custom_xml({SEAL: BLANK} | dict(custom)), dict(self.around)
        if kinds:
            types = kinds(around[CONTENT_TYPES].text())
            around[CONTENT_TYPES] = archive.deflate(CONTENT_TYPES, types.encode(), small=False)
        digests = {name: entry.digest for name, entry in {**entries, **around}.items()}
        seal = archive.fingerprint(digests | {PART: sha256(blank).digest()})
        return {**around, PART: archive.deflate(PART, blank.replace(BLANK.encode(), seal.encode(), 1))}

    def custom_xml(self, custom: Mapping[str, str]) -> bytes:
        """The part with these custom properties and those of the template's own."""
        own = b"".join(
            f'<property fmtid="{FORMAT}" pid="{pid}" name="{escape(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'.encode()
            for pid, (name, value) in enumerate(custom.items(), 2 + len(self.existing))
        )
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{NAMESPACE}" xmlns:vt="{VALUES}">'
        return head.encode() + own + b"".join(self.existing) + b"</Properties>"


def _own_properties(parts: Parts) -> list[bytes]:
    if PART not in parts:
        return []
    from lxml import etree

    from docgen.opc.relationships import parse

    found: list[bytes] = []
    for element in parse(parts[PART]).iterchildren("{*}property"):
        if not str(element.get("name", "")).startswith("docgen."):
            element.set("pid", str(2 + len(found)))
            found.append(etree.tostring(element, with_tail=False))
    return found


def read_from(parts: Parts) -> dict[str, Any]:
    """What docgen wrote into a document: its properties by name, without "docgen."; empty when docgen did not make it."""
    text = parts.get(PART, b"").decode("utf-8", "replace")
    return {name.removeprefix("docgen."): value for name, value in PROPERTY.findall(text)}


def read_of(data: bytes) -> dict[str, Any]:
    """The same of the bytes of a document that docgen made."""
    return read_from({PART: archive.read_part(data, PART)})


def kind_of(data: bytes) -> str:
    """Which document docgen made: "jaarplan", or "overdracht:bestuur@wijkcoordinator"."""
    return str(read_of(data).get("soort", ""))


def is_untouched(parts: Parts) -> bool:
    """Whether a document is exactly as docgen made it."""
    seal = SEALED.search(parts.get(PART, b"").decode("utf-8", "replace"))
    return seal is not None and _seal_of(parts, seal) == seal[2]


def sealed_again(parts: Parts) -> Parts:
    """The parts of a document that docgen made, after docgen itself changed one."""
    text = parts[PART].decode()
    seal = SEALED.search(text)
    assert seal is not None, "a document that docgen made has a seal"
    return parts | {PART: f"{text[: seal.start(2)]}{_seal_of(parts, seal)}{text[seal.end(2) :]}".encode()}


def _seal_of(parts: Parts, seal: re.Match[str]) -> str:
    """The seal that fits the parts of a document; `seal` is where it stands."""
    blank = f"{seal.string[: seal.start(2)]}{BLANK}{seal.string[seal.end(2) :]}".encode()
    return archive.fingerprint({name: sha256(data).digest() for name, data in (parts | {PART: blank}).items()})


def of_dossier(data: bytes, context: Mapping[str, Any], marks: Sequence[str] = ()) -> bytes:
    """The core properties of a document with the organisation as its maker, the reference date as its day, and what is
    marked on its pages as its status; without these it says none of them."""
    maker, day = _field(context, "organisatie", "naam"), _field(context, "dossier", "peildatum")
    creator = f"<dc:creator>{escape(maker)}</dc:creator>" if isinstance(maker, str) and maker.isprintable() else ""
    created = f"{CREATED[:-2].decode()}>{day:%Y-%m-%d}T00:00:00Z</dcterms:created>" if isinstance(day, date) else ""
    marked = "; ".join(marks).capitalize()
    status = f"<cp:contentStatus>{escape(marked)}</cp:contentStatus>" if marks else ""
    found = data.replace(CREATOR, creator.encode(), 1).replace(CREATED, created.encode(), 1)
    return found.replace(CORE_END, status.encode() + CORE_END, 1)


def _field(context: Mapping[str, Any], part: str, name: str) -> Any:
    found = context.get(part)
    return found.get(name) if isinstance(found, Mapping) else None


def with_custom(parts: Parts, custom: Mapping[str, str]) -> Parts:
    """The parts of a file with custom properties and no seal; what docgen wrote into it before is gone."""
    slot = Slot.of(parts)
    around = {name: entry.text().encode() for name, entry in slot.around.items()}
    return {**parts, **around, PART: slot.custom_xml(custom)}
