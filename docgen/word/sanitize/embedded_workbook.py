"""The Excel file inside a chart of a Word file from others: is it a plain one, that runs and fetches nothing?

It sleeps until somebody chooses "Gegevens bewerken"; then Excel opens it.
"""

from __future__ import annotations

import re

from docgen._lazy import regex
from docgen.errors import SourceError, TemplateError
from docgen.opc import archive
from docgen.opc.archive import CONTENT_TYPES, Parts
from docgen.opc.relationships import parse, relations, to_bytes
from docgen.spreadsheet import safety
from docgen.word.sanitize import part_graph

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHARTS = (".drawingml.chart+xml", ".chartex+xml")  # the parts that may have an Excel file inside
AGAIN = "maak de grafiek opnieuw in Word"
RUNNING = regex(rb"macroenabled|vbaproject|macrosheet", re.IGNORECASE)
FETCHING = regex(rb"<(?:\w+:)?f\b[^<]*(?:\||WEBSERVICE|RTD\s*\()", re.IGNORECASE)  # DDE is written with a |
ABOUT_PEOPLE = ("core-properties", "extended-properties", "custom-properties", "thumbnail")
SAYING_WHO = regex(rb"[:<](?:absPath|fileSharing)[\s/>]")
REFUSED_KINDS = {
    "externallink": "koppelingen met andere bestanden",
    "externallinkpath": "koppelingen met andere bestanden",
    "connections": "koppelingen met gegevens van buiten",
    "querytable": "koppelingen met gegevens van buiten",
    "oleobject": "ingesloten objecten (OLE)",
    "package": "ingesloten bestanden",
    "control": "ActiveX-besturingselementen",
    "vbaproject": "macro’s",
    "xlmacrosheet": "macro’s",
    "xlintlmacrosheet": "macro’s",
    "extensibility": "knoppen met eigen code (customUI)",
}


def check(data: bytes, part: str, kind: str, name: str) -> None:
    """Raises `TemplateError` when the Excel file at `part` of template `name` is not a real, plain and safe .xlsx."""
    if kind != KIND or not part.lower().endswith(".xlsx"):
        raise TemplateError(f"sjabloon {name} bevat in een grafiek iets anders dan een .xlsx-bestand; {AGAIN}")
    about = "het Excel-bestand in een grafiek"
    try:
        safety.check(data, about)
        fault = _fault(archive.read(data, part))
    except SourceError as error:
        raise TemplateError(f"sjabloon {name}: {str(error).split(';')[0]}; {AGAIN}") from error
    except (TemplateError, SyntaxError) as error:  # lxml's is a SyntaxError
        raise TemplateError(f"sjabloon {name}: {about} is beschadigd; {AGAIN}") from error
    if fault:
        raise TemplateError(f"sjabloon {name}: {about} bevat {fault}; {AGAIN}")


def _fault(parts: Parts) -> str:
    """What in the parts of an Excel file runs or fetches; nothing when all is well."""
    if RUNNING.search(parts.get(CONTENT_TYPES, b"")) or any(RUNNING.search(part.encode()) for part in parts):
        return "macro’s"
    for part, data in parts.items():
        if part.lower().endswith(".rels"):
            for relation in relations(parts, part):
                kind = relation.get("Type", "").rsplit("/", 1)[-1].lower()
                if kind in REFUSED_KINDS:
                    return REFUSED_KINDS[kind]
                if relation.get("TargetMode") == "External" and kind != "hyperlink":
                    return "koppelingen met andere bestanden"
        elif FETCHING.search(data):
            return "een formule die gegevens van buiten ophaalt"
    return ""


def without_people(data: bytes) -> bytes:
    """A checked Excel file without what Excel wrote about people and machines; the same bytes when there is nothing."""
    parts = archive.read(data)
    file = part_graph.walk(parts, lambda one, _: one.kind not in ABOUT_PEOPLE)
    for part, content in parts.items():
        if part.endswith(".xml") and SAYING_WHO.search(content):
            root = parse(content)
            for element in list(root.iter("{*}absPath", "{*}fileSharing")):
                around = next(element.iterancestors("{*}AlternateContent"), element)
                around.getparent().remove(around)
            file.parts[part] = to_bytes(root)
    left = part_graph.write_parts(file)
    if left.keys() == parts.keys() and all(left[part] == parts[part] for part in parts if part.startswith("xl/")):
        return data
    order = archive.in_writing_order(tuple(left))
    return archive.assemble(archive.deflate(part, left[part], digested=False) for part in order)
