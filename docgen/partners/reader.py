"""A list of partners beside a dossier: each row changes some fields of it. Reads Excel, CSV and YAML."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from docgen.diagnostics.problem import Problem
from docgen.dossier import Dossier
from docgen.errors import InvalidScalar, SourceError
from docgen.library.library import Library
from docgen.partners.headings import OWN, Headings, own_headings
from docgen.partners.row import Partners
from docgen.partners.rows import from_table, from_yaml
from docgen.pictures.picture_file import MOST_IN_LIST, opener
from docgen.spreadsheet.csv_reader import read_csv
from docgen.spreadsheet.heading_row import HeadingRow
from docgen.syntax import parser
from docgen.syntax.decoder import KINDS
from docgen.system.files import read_bytes

MAX_BYTES = 50_000_000


def read(path: str | os.PathLike[str], library: Library, base: Dossier) -> Partners:
    """Read a list of partners for a dossier. Raises `SourceError` when there is no readable list."""
    name = os.fspath(path)
    data = read_bytes(Path(path), MAX_BYTES + 1, "partnerlijst")
    kind = _kind(data, name)
    headings = Headings(library, base, opener(Path(path).parent, "de lijst", MOST_IN_LIST))
    found = _own_headings(headings)
    if kind == "yaml":
        return _with(from_yaml(parser.parse(data, name), headings), found)
    if kind == "excel":
        from docgen.spreadsheet.excel_reader import read_excel

        return _with(from_table(read_excel(data, name, HeadingRow(headings.rank)), headings), found)
    return _with(from_table(read_csv(data, name, HeadingRow(headings.rank)), headings), found)


def _with(partners: Partners, problems: list[Problem]) -> Partners:
    return replace(partners, problems=[*problems, *partners.problems])


OLD_EXCEL = "een oud Excel-bestand (.xls) of een bestand met een wachtwoord; sla het zonder wachtwoord op als .xlsx"


def _kind(data: bytes, name: str) -> str:
    """Excel by what is in the file, YAML by its name, anything else is CSV."""
    if not data.strip():
        raise SourceError(f"partnerlijst {name} is leeg")
    if len(data) > MAX_BYTES:
        raise SourceError(f"partnerlijst {name} is groter dan {MAX_BYTES // 10**6} MB; splits de lijst")
    if data.startswith(b"PK"):
        return "excel"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(f"partnerlijst {name} is {OLD_EXCEL}")
    kind = next((kind for start, kind in KINDS if re.match(start, data, re.DOTALL)), "")
    if kind or name.lower().endswith((".xlsx", ".xls", ".ods")):
        raise SourceError(
            f"partnerlijst {name} is {kind or 'geen Excel-bestand'}; geef een lijst als .xlsx, .csv of .yaml"
        )
    return "yaml" if name.lower().endswith((".yaml", ".yml")) else "csv"


def _own_headings(headings: Headings) -> list[Problem]:
    """What is wrong with the headings that the dossier itself gives, at their place in the dossier."""
    loaded, found = headings.base.loaded, []
    for heading, path in own_headings(headings.base).items():
        try:
            if not headings.is_unused(heading):
                headings.field(str(path))
        except InvalidScalar as fault:
            at = (OWN, heading)
            found.append(loaded.problem(loaded.place(at), at, "kolom", fault.message, fault.hint))
    return found
