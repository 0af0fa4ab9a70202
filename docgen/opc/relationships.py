"""How the parts of a Word file hang together: content types, relations, and which part is the document."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc.archive import CONTENT_TYPES, DOCUMENT_RELS, Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STRICT = "http://purl.oclc.org/ooxml"
CONTROL = regex(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
SMALL = 100_000  # what is parsed of a larger part is not remembered
XML_ENDINGS = (".xml", ".rels", ".vml", ".svg")

PARTS_IN_WORDS = (  # how a content type ends: what a user calls the part
    ("document.main+xml", "de tekst"),
    ("template.main+xml", "de tekst"),
    (".header+xml", "een koptekst"),
    (".footer+xml", "een voettekst"),
    (".footnotes+xml", "de voetnoten"),
    (".endnotes+xml", "de eindnoten"),
    (".comments+xml", "de opmerkingen"),
    (".styles+xml", "de opmaakprofielen"),
    ("witheffects+xml", "de opmaakprofielen"),
    ("settings+xml", "de instellingen"),
    (".numbering+xml", "de lijstnummering"),
    (".fonttable+xml", "de lettertypen"),
    (".theme+xml", "het thema"),
    (".themeoverride+xml", "het thema van een grafiek"),
    (".chart+xml", "een grafiek"),
    (".chartex+xml", "een grafiek"),
    (".chartshapes+xml", "een grafiek"),
    ("chartstyle+xml", "een grafiek"),
    ("chartcolorstyle+xml", "een grafiek"),
    (".core-properties+xml", "de documenteigenschappen"),
    ("-properties+xml", "de documenteigenschappen"),
    ("glossary+xml", "een bouwsteen"),
    ("svg+xml", "een afbeelding"),
    ("customxmlproperties+xml", "de gegevens achter een besturingselement"),
)


@cache
def _reader() -> tuple[Any, Any]:
    """How lxml reads: imported here, as most documents are made without parsing anything."""
    from lxml import etree

    return etree.fromstring, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def parse(data: bytes) -> Any:
    """Parse a checked XML part. Raises `lxml.etree.XMLSyntaxError`, a `SyntaxError`, when it is not well-formed."""
    fromstring, parser = _reader()
    return fromstring(data, parser)


def to_bytes(root: Any) -> bytes:
    """Write an element as an XML part."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def is_xml(part: str, data: bytes) -> bool:
    """Whether a part holds XML: by its name, or because it starts like it."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    is_text = start.startswith(b"<") and not CONTROL.search(start)  # a font can begin with any byte
    return part.lower().endswith(XML_ENDINGS) or is_text or start.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<"))


Relationship = Mapping[str, str]  # the attributes of its element: `Id`, `Type`, `Target`, `TargetMode`


def relations(parts: Parts, rels_part: str) -> tuple[Relationship, ...]:
    """The relations that a .rels part holds, none when it is absent."""
    if rels_part not in parts:
        return ()
    data = parts[rels_part]
    return _relations_in(data) if len(data) <= SMALL else _relations_in.__wrapped__(data)


@lru_cache(maxsize=256)  # parsed once for all that ask, of one template and of the house style of many
def _relations_in(data: bytes) -> tuple[Relationship, ...]:
    return tuple(MappingProxyType(dict(one.attrib)) for one in parse(data).iter(f"{RELATIONSHIPS}Relationship"))


def rels_of(part: str) -> str:
    """The name of the part that holds the relations of `part`."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def source_of(rels_part: str) -> str:
    """The name of the part whose relations a .rels part holds."""
    folder, base = posixpath.split(rels_part)
    return posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))


def target_of(rels_part: str, target: str) -> str:
    """The part name a relationship target points at."""
    folder = posixpath.dirname(posixpath.dirname(rels_part))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def content_types(parts: Parts) -> dict[str, str]:
    """The content type of every part, an empty string when it has none."""
    data = parts[CONTENT_TYPES]
    overrides, endings = _types_in(data) if len(data) <= SMALL else _types_in.__wrapped__(data)
    return {part: overrides.get(part.lower()) or endings.get(part.rsplit(".", 1)[-1].lower(), "") for part in parts}


@lru_cache(maxsize=32)
def _types_in(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The content types by part name and by ending, both in lower case."""
    root = parse(data)
    overrides = {
        e.get("PartName", "").lstrip("/").lower(): e.get("ContentType", "") for e in root.iter(f"{TYPES}Override")
    }
    return overrides, {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{TYPES}Default")}


def main_part(parts: Parts, name: str) -> str:
    """The name of the part with the body of the document. Raises `TemplateError` when there is none."""
    if CONTENT_TYPES not in parts:
        raise TemplateError(
            f"sjabloon {name} is beschadigd: er staat niet in wat voor bestand het is; neem een kopie die nog heel is"
        )
    for relation in relations(parts, DOCUMENT_RELS):
        kind = relation.get("Type", "")
        if kind.endswith("/officeDocument"):
            found = target_of(DOCUMENT_RELS, relation.get("Target", ""))
            if kind.startswith(STRICT):
                raise TemplateError(f"sjabloon {name} is opgeslagen als Strict Open XML; kies in Word het gewone .docx")
            if found not in parts:
                raise TemplateError(
                    f"sjabloon {name}: de tekst ontbreekt in het bestand; neem een kopie die nog heel is"
                )
            if content_types(parts)[found] != MAIN:
                raise TemplateError(
                    f"sjabloon {name} is geen Word-document maar een ander soort bestand; sla het in Word op als .docx"
                )
            return found
    raise TemplateError(f"sjabloon {name} is geen Word-document: de tekst ontbreekt; sla het in Word op als .docx")


def words_for(kind: str, part: str = "") -> str:
    """What a user calls a part, by its content type."""
    if not part:
        return "het bestand"
    if kind.startswith("image/"):
        return "een afbeelding"
    found = next((words for end, words in PARTS_IN_WORDS if kind.endswith(end)), "")
    if "diagram" in kind:
        return "een SmartArt-tekening"
    return found or (
        "de gegevens achter een besturingselement" if "customxml" in part.lower() else "een onderdeel van het bestand"
    )
