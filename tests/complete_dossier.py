"""Complete dossiers of a few lines, and what a table or a document shows of them."""

from __future__ import annotations

from docgen.context.worksheet.questions import ANSWERS
from docgen.context.worksheet.table import BLOCKS, worksheet_table
from docgen.dossier import loads
from docgen.schema.completion import fill_defaults
from docgen.word.plaintext import as_text

HEAD = "dossier: {id: d, titel: D, peildatum: 2028-06-30}\norganisatie: {naam: gemeente A}\n"


PEOPLE = (
    "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: Regisseur, partij: p}, {id: v, naam: Vervanger, partij: p}]\n"
)


NBSP = "\u00a0"


def full(text, head=HEAD):
    """A complete dossier of these lines; without `interventie` it gets a bare one."""
    whole = head + text + ("" if "interventie:" in text else "interventie: {naam: I}\n")
    dossier = loads(whole.encode())
    assert dossier.loaded.problems == []
    return fill_defaults(dossier.data, dossier.library.schema.root)


def filled(library, text, public=False):
    return worksheet_table(full(text), library.schema.field_at(BLOCKS).children, public)


def answer(question, text, head=HEAD, asked=ANSWERS):
    """Whether a dossier answers a help question, and the text."""
    found = asked[question](full(text, head))
    return found.is_real, found.text.replace(NBSP, " ")


def questions(sheet):
    return [row for level in sheet["niveaus"] for block in level["blokken"] for row in block["regels"]]


def rows_of(data):
    """Every row of every table of a document, as texts of cells."""
    return [line[2:-2].split(" | ") for line in as_text(data).splitlines() if line.startswith("| ")]


MONEY = """
begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 100, 2029: 100}}]}
financiering:
  - {id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 60}, voor: [P1], route: andere sector}
  - {id: F2, bron: Gevraagd, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 40, 2029: 30}}
  - {id: F3, bron: Droom, partij: extern, aard: structureel, status: idee, bedragen: {2028: 500, 2029: 500}}
"""
