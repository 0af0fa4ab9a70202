"""Opens a Word file from others: reads the parts that can be reached, and judges every relation on the way."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from docgen._lazy import regex
from docgen.opc.archive import CONTENT_TYPES, Parts
from docgen.opc.relationships import MAIN, content_types, is_xml, parse, words_for
from docgen.word.sanitize import (
    allowlist,
    cleaning,
    embedded_workbook,
    part_graph,
    pictures,
)
from docgen.word.sanitize.cleaning import GONE, Report
from docgen.word.sanitize.part_graph import WHOLE, Graph, Relation
from docgen.word.tags import location

MAIN_OF_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MAX_XML = 20_000_000
MAX_ELEMENTS = 1_500_000
DECLARED = regex(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
UNKNOWN_PICTURE = (
    "bevat een afbeelding van een soort die docgen niet kent; sla haar op als PNG of JPEG en voeg haar opnieuw in"
)
COMMENT = regex(rb"""<(?:[^\s<>/:]+:)?comment(?=[\s>])(?![^>]*:author=["']docgen["'])""")  # of a person
OPEN_AND_SAVE = "open het in Word en sla het opnieuw op"


def open_parts(parts: Parts, report: Report) -> tuple[Graph, dict[str, dict[str, str]]]:
    """The parts that are reached from the file as a whole, parsed; and by source why other relations are not there."""
    file = Graph(dict(parts), {})
    _read(file, CONTENT_TYPES, "de inhoudsopgave van het bestand", report)
    _check_content_types(file.parts, report)
    file.kinds = content_types(file.parts)
    names = {part.lower(): part for part in parts}
    absent: dict[str, dict[str, str]] = {}  # by source and key the reason
    waiting = [(WHOLE, "")]
    while waiting:
        source, kind = waiting.pop()
        words = words_for(file.kind(source), source)
        if source:
            _read_part(file, source, kind, words, report)
        if source not in file.relations:
            file.relations[source], absent[source] = _judge(file, source, words, names, report)
            waiting += [(one.target, one.kind) for one in file.relations[source] if one.is_inside]
    return file, absent


def _read_part(file: Graph, part: str, kind: str, words: str, report: Report) -> None:
    """Look at what a part holds, and parse it when that is XML."""
    data, holds = file.parts[part], allowlist.KEPT_RELATIONS[kind]
    if holds == allowlist.PICTURE and not is_xml(part, data):
        if not pictures.is_known(data):
            raise report.refusal(UNKNOWN_PICTURE)
    elif holds in (allowlist.XML, allowlist.PICTURE):
        root = _read(file, part, words, report)
        if holds == allowlist.PICTURE and root.tag.rpartition("}")[2] != "svg":
            raise report.refusal(UNKNOWN_PICTURE)
        if holds == allowlist.PICTURE and pictures.can_open_something(root):
            raise report.refusal(
                "bevat een tekening (SVG) die iets van buiten ophaalt; sla haar op als PNG en voeg haar opnieuw in"
            )


def _read(file: Graph, part: str, words: str, report: Report) -> Any:
    """The elements of a part, which is in UTF-8 from then on."""
    if part in file.roots:
        return file.roots[part]
    data = file.parts[part]
    if len(data) > MAX_XML or data.count(b"<") > MAX_ELEMENTS:
        raise report.refusal(f"is te groot: {words} bevat te veel tekst")
    text = decode_part(data, words, report)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise report.refusal(
            f"bevat een DOCTYPE in {words}; dat is niet veilig en hoort niet in een Word-bestand; {OPEN_AND_SAVE}"
        )
    encoded = re.sub(r"""(<\?xml[^>]*?encoding\s*=\s*)["'][^"']+["']""", r'\1"UTF-8"', text, count=1).encode()
    try:
        root = parse(encoded)
    except etree.XMLSyntaxError as error:
        raise report.refusal(f"is beschadigd in {words} (regel {error.lineno}); {OPEN_AND_SAVE}") from error
    file.parts[part], file.roots[part] = encoded, root
    return root


def decode_part(data: bytes, words: str, report: Report) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    fault = report.refusal(f"bevat tekst in een onbekende codering in {words}; {OPEN_AND_SAVE}")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise fault from None
    declared = DECLARED.match(text)
    if "\0" in text or (declared and declared[1].lower() not in ("utf-8", "utf-16", "us-ascii", "ascii")):
        raise fault
    return text


def _check_content_types(parts: Parts, report: Report) -> None:
    text = parts[CONTENT_TYPES].decode()
    kinds = text.lower()
    if (
        "macroenabled" in kinds
        or "vbaproject" in kinds
        or any(part.lower().endswith("vbaproject.bin") for part in parts)
    ):
        raise report.refusal(f"bevat {allowlist.REFUSED_RELATIONS['vbaproject']}")
    if "oasis.opendocument" in kinds:
        raise report.refusal("is een OpenDocument-bestand; sla het op als .docx")
    parts[CONTENT_TYPES] = text.replace(MAIN_OF_DOTX, MAIN).encode()


# ----------------------------------------------------------------------------------------------------------- relations


def _judge(
    file: Graph, source: str, words: str, names: dict[str, str], report: Report
) -> tuple[list[Relation], dict[str, str]]:
    """The relations of a source that stay, and why the others do not."""
    part = part_graph.rels_part(source)
    if part not in file.parts:
        return [], {}
    _read(file, part, words, report)
    of_chart = file.kind(source).endswith(embedded_workbook.CHARTS)
    kept: list[Relation] = []
    absent: dict[str, str] = {}
    for one in part_graph.relations_in(file.parts, source, names):
        if one.key in absent or any(other.key == one.key for other in kept):
            raise report.refusal(
                f"is beschadigd: in {words} heeft een koppeling hetzelfde kenmerk als een andere; {OPEN_AND_SAVE}"
            )
        why = _absence(file, one, of_chart, words, report)
        if why is None:
            kept.append(one)
        else:
            absent[one.key] = why
    return kept, absent


def _absence(file: Graph, one: Relation, of_chart: bool, words: str, report: Report) -> str | None:
    """Why a relation does not stay; nothing when it does."""
    if one.kind in allowlist.DROPPED_RELATIONS:
        _tell_left_out(file, one, report)
        return "weggelaten"
    if of_chart and one.is_outside and one.kind != "hyperlink":
        raise report.refusal(
            f"heeft een grafiek met gegevens uit een gekoppeld bestand ({one.target[:80]}); {embedded_workbook.AGAIN}"
        )
    if one.kind in allowlist.REFUSED_RELATIONS:
        raise report.refusal(f"bevat {allowlist.REFUSED_RELATIONS[one.kind]}")
    if one.target.rsplit("/", 1)[-1].upper() == "NULL":
        return _gone(one)
    if one.kind == "hyperlink":
        return _absence_of_link(one, words, report)
    if one.is_outside and one.kind != "image":  # of a picture the element that shows it decides
        raise report.refusal(
            f"verwijst in {words} naar een bestand van buiten ({one.target[:80]}); sluit het in ({cleaning.UNLINKED}) of haal het weg"
        )
    if one.is_outside:
        return None
    return _absence_of_part(file, one, of_chart, words, report)


def _gone(one: Relation) -> str:
    return GONE + allowlist.MISSING_PARTS.get(one.kind, "een onderdeel")


def _absence_of_part(file: Graph, one: Relation, of_chart: bool, words: str, report: Report) -> str | None:
    if one.target not in file.parts:
        return _gone(one)
    if one.kind not in allowlist.KEPT_RELATIONS:
        report.tell(f"docgen laat iets weg wat het niet kent ({one.type.rsplit('/', 1)[-1][:40]}, bij {words})")
        return "onbekend"
    if one.kind == "package":
        if not of_chart:
            raise report.refusal(
                f"bevat een ingesloten bestand in {words} ({one.target.rsplit('/', 1)[-1][:80]}); haal dat weg of plak het als afbeelding"
            )
        embedded_workbook.check(file.parts[one.target], one.target, file.kinds.get(one.target, ""), report.name)
        file.parts[one.target] = embedded_workbook.without_people(file.parts[one.target])
    return None


def _tell_left_out(file: Graph, one: Relation, report: Report) -> None:
    data = file.parts.get(one.target, b"")
    if one.kind == "comments" and not COMMENT.search(data):
        return
    if one.kind == "glossarydocument":
        text = re.sub(r"<[^>]*>", "", decode_part(data, "een bouwsteen", report))
        if tag := location.OPENING.search(text):
            raise report.refusal(
                f"heeft een tag in een bouwsteen of plaatsaanduiding (‘{text[tag.start() : tag.start() + 60]}’), en die komt in geen document; verwijder de bouwsteen in Invoegen > Snelonderdelen > Organizer met bouwstenen, en het besturingselement dat hem als plaatsaanduiding heeft"
            )
    report.left_out(allowlist.DROPPED_RELATIONS[one.kind])


def _absence_of_link(one: Relation, words: str, report: Report) -> str | None:
    if re.search(r"\{[{%#]|%7b(?:%7b|%25|%23)", one.target, re.IGNORECASE):
        raise report.refusal(
            f"heeft in {words} een koppeling met een tag in het adres ({one.target[:80]}), en een adres wordt niet gevuld; verwijder de koppeling en zet de tag als gewone tekst neer"
        )
    if one.target.startswith("#") or (one.is_outside and allowlist.SAFE_ADDRESS.match(one.target)):
        return None
    report.tell(
        f"een koppeling naar ‘{one.target[:80]}’ in {words} is gewone tekst geworden; alleen adressen met http, https of mailto blijven"
    )
    return "adres"
