"""Is a Word file from others safe and whole? Refuses what can fetch, run or blow up, before it is parsed.

Known cases: XML entities (python-docx CVE-2016-5851), remote templates (ATT&CK T1221), altChunk (CVE-2017-0199), macros.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from lxml import etree

from docgen.errors import TemplateError
from docgen.word.package import CONTENT_TYPES, DOCUMENT_RELS, Parts

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN_OF_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
STRICT = "http://purl.oclc.org/ooxml"
FETCHING_FIELD = re.compile(r"\s*(INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE)
INSTRUCTION = re.compile(r"<w:instrText(?: [^>]*)?>([^<]*)<")
SIMPLE_FIELD = re.compile(r'w:instr="([^"]*)"')
FIELD_BEGIN = 'w:fldCharType="begin"'
MAX_XML = 40_000_000
DECLARED = re.compile(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
REFUSED_KINDS = {
    "aFChunk": "een ingesloten bestand van een ander soort (altChunk)",
    "subDocument": "een gekoppeld deeldocument",
    "frame": "een frame met een ander bestand",
    "vbaProject": "macro’s",
    "wordVbaData": "macro’s",
    "control": "een ActiveX-besturingselement",
}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def parse(data: bytes) -> Any:
    """Parse a checked XML part. Raises `lxml.etree.XMLSyntaxError` when it is not well-formed."""
    return etree.fromstring(data, _PARSER)


def made_safe(parts: Parts, name: str) -> Parts:
    """Return the parts with every XML part in UTF-8, or raise `TemplateError` that says what is wrong with `name`."""
    safe = {part: _xml(data, part, name) if is_xml(part) else data for part, data in parts.items()}
    for needed in (CONTENT_TYPES, DOCUMENT_RELS):
        if needed not in safe:
            raise TemplateError(f"sjabloon {name} is geen Word-bestand: {needed} ontbreekt")
    _check_content_types(safe, name)
    _check_relations(safe, name)
    main_part(safe, name)
    _check_fields(safe, name)
    return safe


def is_xml(part: str) -> bool:
    """Whether a part holds XML, by its name."""
    return part.endswith((".xml", ".rels", ".vml")) or part == CONTENT_TYPES


def _xml(data: bytes, part: str, name: str) -> bytes:
    if len(data) > MAX_XML:
        raise TemplateError(f"sjabloon {name} is te groot: {part} heeft meer dan {MAX_XML // 1_000_000} MB tekst")
    text = _decoded(data, part, name)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise TemplateError(
            f"sjabloon {name} bevat een DOCTYPE in {part}; dat is niet veilig en hoort niet in een Word-bestand"
        )
    encoded = re.sub(r"""(<\?xml[^>]*?encoding\s*=\s*)["'][^"']+["']""", r'\1"UTF-8"', text, count=1).encode()
    try:
        parse(encoded)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            f"sjabloon {name} is beschadigd in {part} (regel {error.lineno}); sla het opnieuw op in Word"
        ) from error
    return encoded


def _decoded(data: bytes, part: str, name: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise TemplateError(f"sjabloon {name} bevat tekst in een onbekende codering in {part}") from None
    declared = DECLARED.match(text)
    if "\0" in text or (declared and declared[1].lower() not in ("utf-8", "utf-16", "us-ascii", "ascii")):
        raise TemplateError(f"sjabloon {name} bevat tekst in een onbekende codering in {part}")
    return text


def _check_content_types(parts: Parts, name: str) -> None:
    text = parts[CONTENT_TYPES].decode()
    if "macroEnabled" in text or any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise TemplateError(f"sjabloon {name} bevat macro’s; sla het op als .docx zonder macro’s")
    if "oasis.opendocument" in text:
        raise TemplateError(f"sjabloon {name} is een OpenDocument-bestand; sla het op als .docx")
    parts[CONTENT_TYPES] = text.replace(MAIN_OF_DOTX, MAIN).encode()


def relations(parts: Parts, rels_part: str) -> list[Any]:
    """The Relationship elements of a .rels part, none when it is absent."""
    return list(parse(parts[rels_part]).iter(f"{RELATIONSHIPS}Relationship")) if rels_part in parts else []


def rels_of(part: str) -> str:
    """The name of the part that holds the relations of `part`."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def target_of(rels_part: str, target: str) -> str:
    """The part name a relationship target points at."""
    folder = posixpath.dirname(posixpath.dirname(rels_part))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _check_relations(parts: Parts, name: str) -> None:
    for rels_part in [part for part in parts if part.endswith(".rels")]:
        seen: set[str] = set()
        for relation in relations(parts, rels_part):
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            target, key = relation.get("Target", ""), relation.get("Id", "")
            if kind in REFUSED_KINDS:
                raise TemplateError(f"sjabloon {name} bevat {REFUSED_KINDS[kind]}; haal dat weg")
            if relation.get("TargetMode") == "External":
                if kind != "hyperlink":
                    raise TemplateError(
                        f"sjabloon {name} verwijst naar een bestand van buiten ({kind}: {target[:80]}); sluit het in of haal het weg"
                    )
            elif "://" in target or target.startswith("\\\\"):
                raise TemplateError(f"sjabloon {name} verwijst naar een bestand van buiten ({target[:80]})")
            elif not target.startswith("#") and target_of(rels_part, target) not in parts:
                raise TemplateError(
                    f"sjabloon {name} is beschadigd: {rels_part} verwijst naar {target}, maar dat ontbreekt"
                )
            if key in seen:
                raise TemplateError(f"sjabloon {name} is beschadigd: {rels_part} noemt {key} dubbel")
            seen.add(key)


def main_part(parts: Parts, name: str) -> str:
    """The name of the part with the body of the document."""
    for relation in relations(parts, DOCUMENT_RELS):
        kind = relation.get("Type", "")
        if kind.endswith("/officeDocument"):
            found = target_of(DOCUMENT_RELS, relation.get("Target", ""))
            if kind.startswith(STRICT):
                raise TemplateError(f"sjabloon {name} is opgeslagen als Strict Open XML; kies in Word het gewone .docx")
            if content_type(parts, found) != MAIN:
                raise TemplateError(
                    f"sjabloon {name} is geen Word-document maar een ander soort bestand; sla het in Word op als .docx"
                )
            return found
    raise TemplateError(f"sjabloon {name} is geen Word-document: de tekst ontbreekt")


def content_type(parts: Parts, part: str) -> str:
    """The content type of a part, an empty string when it has none."""
    root = parse(parts[CONTENT_TYPES])
    for override in root.iter(f"{TYPES}Override"):
        if override.get("PartName", "").lstrip("/").lower() == part.lower():
            return str(override.get("ContentType", ""))
    ending = part.rsplit(".", 1)[-1].lower()
    for default in root.iter(f"{TYPES}Default"):
        if default.get("Extension", "").lower() == ending:
            return str(default.get("ContentType", ""))
    return ""


def _check_fields(parts: Parts, name: str) -> None:
    for part, data in parts.items():
        if not part.startswith("word/") or not part.endswith(".xml"):
            continue
        text = data.decode()
        whole = ["".join(INSTRUCTION.findall(piece)) for piece in text.split(FIELD_BEGIN)]
        for field in [*whole, *SIMPLE_FIELD.findall(text)]:
            if FETCHING_FIELD.match(field):
                raise TemplateError(
                    f"sjabloon {name} bevat een veld dat een ander bestand ophaalt ({field.split()[0]}) in {part}; haal dat weg"
                )
        if "<w:altChunk" in text or "<w:subDoc" in text:
            raise TemplateError(f"sjabloon {name} bevat een ingevoegd of gekoppeld bestand in {part}; haal dat weg")
