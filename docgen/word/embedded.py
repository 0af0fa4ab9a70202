"""The Excel file inside a chart of a Word file from others: is it a plain one, that runs and fetches nothing?

It sleeps until somebody chooses "Gegevens bewerken"; then Excel opens it.
"""

from __future__ import annotations

import re

from docgen import excel_safety
from docgen.errors import SourceError, TemplateError
from docgen.word import package
from docgen.word.package import CONTENT_TYPES, Parts
from docgen.word.parts import relations

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHARTS = (".drawingml.chart+xml", ".chartex+xml")  # the parts that may have an Excel file inside
AGAIN = "maak de grafiek opnieuw in Word"
RUNNING = re.compile(rb"macroenabled|vbaproject|macrosheet", re.IGNORECASE)
FETCHING = re.compile(rb"<(?:\w+:)?f\b[^<]*(?:\||WEBSERVICE|RTD\s*\()", re.IGNORECASE)  # DDE is written with a |
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
        excel_safety.check(data, about)
        fault = _fault(package.read(data, part))
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
