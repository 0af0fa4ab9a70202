"""Lists of partners for the tests, and what is said of them."""

from __future__ import annotations

import io
import zipfile

import openpyxl

BASE = b"""\
dossier: {id: proef, titel: Proef}
organisatie: {naam: gemeente Proef}
interventie: {naam: Bus}
partijen:
  - {id: welzijn, naam: Stichting Welzijn}
  - {id: ggd, naam: GGD}
rollen:
  - {id: rijder, naam: Chauffeur, partij: welzijn}
taken:
  - id: T01
    naam: Rijden
    uren: {rijder: 10}
begroting:
  posten:
    - {id: P01, naam: Diesel, aard: structureel, bedragen: {2028: 100, 2029: 200}}
kolommen:
  Organisatie: partner.naam
  Bedrag in 2028: begroting.posten[P01].bedragen.2028
"""


AMOUNT = "begroting.posten[P01].bedragen.2028"


HOURS = "taken[T01].uren.rijder"


SHARE = "dossier.instellingen.max_onzeker"


def workbook(*rows, change=lambda sheet: None):
    """The bytes of an Excel file with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Blad1"
    for row in rows:
        sheet.append(row)
    change(sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def values(found):
    """What the rows say: values alone, by row."""
    return [[cell.value for cell in row.cells] for row in found.rows]


def told(found):
    """The findings of the rows: place, message and remedy."""
    return [(place(p), p.message, p.hint) for row in found.rows for p in row.problems]


def told_of_list(found):
    return [(place(p), p.message, p.hint) for p in found.problems]


def place(problem):
    name = problem.file.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{name}:{problem.line}:{problem.column}" if problem.line else name


LOST = "de nul vooraan is weggevallen: zet de opmaak van de kolom in Excel op Tekst en typ 01234567"


def with_part(data, name, change):
    """The same file with one part of it changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info.filename, change(part) if info.filename == name else part)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


GOOD = ["partner.naam"], ["A"]
