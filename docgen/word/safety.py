"""Is a Word file from others safe and whole? Refuses what can fetch, run or blow up, before it is used.

Known cases: XML entities (python-docx CVE-2016-5851), remote templates (ATT&CK T1221), altChunk (CVE-2017-0199), macros.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from docgen.errors import TemplateError
from docgen.word import embedded
from docgen.word.package import CONTENT_TYPES, DOCUMENT_RELS, Parts
from docgen.word.parts import MAIN, W, content_types, is_xml, main_part, parse, relations, rels_of, source_of, target_of

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MAIN_OF_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MAX_XML = 20_000_000
MAX_XML_IN_ALL = 60_000_000
MAX_ELEMENTS = 1_500_000
DECLARED = re.compile(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
FETCHING_FIELD = re.compile(r"\s*(INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE)
SAFE_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)
MAY_LEAD_OUTSIDE = {f"{W}hyperlink", f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver"}
# without one of these words, which XML can write in no other way, a part has nothing to look at
TELLING = re.compile(rb"altChunk|subDoc|mailMerge|fldChar|instrText|fldSimple|src|href")
REFUSED_KINDS = {
    "afchunk": "een ingesloten bestand van een ander soort (altChunk)",
    "subdocument": "een gekoppeld deeldocument",
    "frame": "een frame met een ander bestand",
    "oleobject": "een ingesloten object (OLE)",
    "vbaproject": "macro’s",
    "wordvbadata": "macro’s",
    "control": "een ActiveX-besturingselement",
    "extensibility": "knoppen met eigen code (customUI)",
    "webextensiontaskpanes": "een invoegtoepassing",
    "mailmergesource": "een gekoppelde adressenlijst",
    "mailmergeheadersource": "een gekoppelde adressenlijst",
}
REFUSED_ELEMENTS = {
    f"{W}altChunk": "een ingevoegd bestand (altChunk)",
    f"{W}subDoc": "een gekoppeld deeldocument",
    f"{W}mailMerge": "een gekoppelde adressenlijst (mail merge)",
}


def made_safe(parts: Parts, name: str) -> Parts:
    """Return the parts with every XML part in UTF-8, or raise `TemplateError` that says what is wrong with `name`."""
    xml = {part: data for part, data in parts.items() if is_xml(part, data)}
    if sum(map(len, xml.values())) > MAX_XML_IN_ALL:
        raise TemplateError(f"sjabloon {name} is te groot: meer dan {MAX_XML_IN_ALL // 1_000_000} MB tekst")
    read = {part: _read(data, part, name) for part, data in xml.items()}
    safe = parts | {part: data for part, (data, _) in read.items()}
    for needed in (CONTENT_TYPES, DOCUMENT_RELS):
        if needed not in safe:
            raise TemplateError(f"sjabloon {name} is geen Word-bestand: {needed} ontbreekt")
    _check_content_types(safe, name)
    kinds = content_types(safe)
    for part in xml:
        if part.lower().endswith(".rels"):
            _check_files_inside(safe, part, kinds, name)
            _check_relations(safe, part, name)
    main_part(safe, name)
    for part, (data, root) in read.items():
        outside = {one.get("Id") for one in relations(safe, rels_of(part)) if one.get("TargetMode") == "External"}
        if outside or TELLING.search(data):
            _check_content(root, outside, part, name)
    return safe


def _read(data: bytes, part: str, name: str) -> tuple[bytes, Any]:
    """A part in UTF-8, and its elements."""
    if len(data) > MAX_XML or data.count(b"<") > MAX_ELEMENTS:
        raise TemplateError(f"sjabloon {name} is te groot: {part} bevat te veel tekst")
    text = _decoded(data, part, name)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise TemplateError(
            f"sjabloon {name} bevat een DOCTYPE in {part}; dat is niet veilig en hoort niet in een Word-bestand"
        )
    encoded = re.sub(r"""(<\?xml[^>]*?encoding\s*=\s*)["'][^"']+["']""", r'\1"UTF-8"', text, count=1).encode()
    try:
        return encoded, parse(encoded)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            f"sjabloon {name} is beschadigd in {part} (regel {error.lineno}); sla het opnieuw op in Word"
        ) from error


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
    kinds = text.lower()
    if (
        "macroenabled" in kinds
        or "vbaproject" in kinds
        or any(part.lower().endswith("vbaproject.bin") for part in parts)
    ):
        raise TemplateError(f"sjabloon {name} bevat macro’s; sla het op als .docx zonder macro’s")
    if "oasis.opendocument" in kinds:
        raise TemplateError(f"sjabloon {name} is een OpenDocument-bestand; sla het op als .docx")
    parts[CONTENT_TYPES] = text.replace(MAIN_OF_DOTX, MAIN).encode()


def _check_files_inside(parts: Parts, rels_part: str, kinds: dict[str, str], name: str) -> None:
    """A chart may have an Excel file inside with its figures, and no other one; nothing else may have a file inside."""
    of_chart = kinds.get(source_of(rels_part), "").endswith(embedded.CHARTS)
    for relation in relations(parts, rels_part):
        kind, target = relation.get("Type", "").rsplit("/", 1)[-1].lower(), relation.get("Target", "")
        if of_chart and relation.get("TargetMode") == "External" and kind != "hyperlink":
            raise TemplateError(
                f"sjabloon {name} heeft een grafiek met gegevens uit een gekoppeld bestand ({target[:80]}); {embedded.AGAIN}"
            )
        if kind == "package" and not of_chart:
            raise TemplateError(f"sjabloon {name} bevat een ingesloten bestand ({target[:80]}); haal dat weg")
        if kind == "package":
            part = target_of(rels_part, target)
            embedded.check(parts.get(part, b""), part, kinds.get(part, ""), name)


def _check_relations(parts: Parts, rels_part: str, name: str) -> None:
    if not rels_part.endswith(".rels"):
        raise TemplateError(f"sjabloon {name} is beschadigd: {rels_part} heeft een vreemde naam")
    seen: set[str] = set()
    for relation in relations(parts, rels_part):
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        target, key = relation.get("Target", ""), relation.get("Id", "")
        if kind.lower() in REFUSED_KINDS:
            raise TemplateError(f"sjabloon {name} bevat {REFUSED_KINDS[kind.lower()]}; haal dat weg")
        if relation.get("TargetMode") == "External":
            if kind != "hyperlink" or not SAFE_ADDRESS.match(target):
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


def _check_content(root: Any, outside: set[Any], part: str, name: str) -> None:
    """Look at the elements of a part: nothing that fetches, and addresses only where a reader must click them."""
    pieces: list[str] = []
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in REFUSED_ELEMENTS:
            raise TemplateError(f"sjabloon {name} bevat {REFUSED_ELEMENTS[tag]} in {part}; haal dat weg")
        if tag == f"{W}fldChar" and element.get(f"{W}fldCharType") == "begin":
            pieces.append("")
        elif tag == f"{W}instrText":
            pieces[-1:] = ["".join(pieces[-1:]) + "".join(element.itertext())]
        elif tag == f"{W}fldSimple":
            pieces.append(element.get(f"{W}instr", ""))
        _check_attributes(element, outside, part, name)
    _check_fields(pieces, part, name)


def _check_attributes(element: Any, outside: set[Any], part: str, name: str) -> None:
    for attribute, value in element.attrib.items():
        linked = attribute.startswith(R) and value in outside and element.tag not in MAY_LEAD_OUTSIDE
        fetched = attribute.rsplit("}", 1)[-1] in ("src", "href") and ("://" in value or value.startswith("\\\\"))
        if linked or fetched:
            raise TemplateError(
                f"sjabloon {name} haalt een afbeelding of bestand van buiten op in {part}; sluit het in of haal het weg"
            )


def _check_fields(instructions: list[str], part: str, name: str) -> None:
    for instruction in instructions:
        if FETCHING_FIELD.match(instruction):
            raise TemplateError(
                f"sjabloon {name} bevat een veld dat een ander bestand ophaalt ({instruction.split()[0]}) in {part}; haal dat weg"
            )
        if "{{" in instruction or "{%" in instruction:
            raise TemplateError(
                f"sjabloon {name} heeft een tag binnen een Word-veld in {part}; zet de tag in gewone tekst"
            )
