"""Is an Excel file from others what it says, and safe to open? Looks before anything is unpacked or read."""

from __future__ import annotations

import io
import zipfile

from docgen._lazy import regex
from docgen.errors import SourceError

MAX_PARTS = 1_000
MAX_UNPACKED = 50_000_000
MAX_TAGS = 1_500_000  # some 18,000 rows of 20 cells; more would take over 700 MB
SAVE_AGAIN = "open het bestand in Excel en sla het op als .xlsx"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
SAVE_AS_USUAL = "kies in Excel bij Opslaan als het gewone type: Excel-werkmap (*.xlsx)"
ENCODING = regex(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
# a part that tells what kind of file it is -> what to say
OTHERS = {
    "xl/workbook.bin": "een binair Excel-bestand (.xlsb)",
    "content.xml": "een bestand van LibreOffice (.ods)",
    "word/document.xml": "een Word-bestand",
    "ppt/presentation.xml": "een presentatie",
}


def check(data: bytes, name: str) -> None:
    """Raises `SourceError` when these bytes are not an Excel file, or not a safe one.

    `name` is what the message calls it: "partnerlijst partners.xlsx".
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            names = {info.filename for info in infos}
            kind = next((kind for part, kind in OTHERS.items() if part in names), "een zip-bestand")
            if "xl/workbook.xml" not in names:
                raise SourceError(f"{name} is {kind}; {SAVE_AGAIN}")
            if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
                raise SourceError(f"{name} is uitgepakt groter dan {MAX_UNPACKED // 10**6} MB; splits de lijst")
            if len(names) != len(infos) or any(info.flag_bits & 1 for info in infos):
                raise SourceError(f"{name} is beschadigd of heeft een wachtwoord; {SAVE_AGAIN}")
            if STRICT in archive.read("xl/workbook.xml"):
                raise SourceError(f"{name} is opgeslagen als Strict Open XML; {SAVE_AS_USUAL}")
            for part in names:
                if part.lower().endswith((".xml", ".rels", ".vml")):
                    _check_xml(archive.read(part), name)
    except SourceError:
        raise
    except Exception as error:  # a forged zip file too
        raise SourceError(f"{name} is beschadigd; {SAVE_AGAIN}") from error


def _check_xml(data: bytes, name: str) -> None:
    """Nothing that can blow up or fetch, whatever reads it."""
    told = ENCODING.match(data)
    encoding = told[1].lower() if told else b"utf-8"
    if (
        b"<!DOCTYPE" in data
        or b"<!ENTITY" in data
        or b"\0" in data
        or encoding not in (b"utf-8", b"us-ascii", b"ascii")
    ):
        raise SourceError(f"{name} bevat iets wat niet in een Excel-bestand hoort (DOCTYPE); {SAVE_AGAIN}")
    if data.count(b"<") > MAX_TAGS:
        raise SourceError(f"{name} heeft te veel cellen; splits de lijst")
