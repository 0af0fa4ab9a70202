"""An Excel file to fill in: a row for every partner, with explanation, formats and drop-down lists."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from docgen.authoring.fields import kind_of
from docgen.domain.names import PARTIES, PARTNER
from docgen.dossier import Dossier
from docgen.errors import DocgenError, InvalidScalar, OutputError
from docgen.library.library import Library
from docgen.opc import archive
from docgen.partners.column import FieldRef
from docgen.partners.headings import Headings, clean_heading
from docgen.partners.selection import EXPLANATION, MARK
from docgen.schema.field import ANYTHING, Field
from docgen.spreadsheet.table import column_letter
from docgen.system import files
from docgen.validation.references import ReferenceTarget

ROWS = 2_000  # as many rows have drop-down lists
WIDTH = 26
FIRST = 3  # the row of the first partner
NOTATIONS = {
    "string": "@",
    "date": "d-m-yyyy",
    "integer": "0",
    "number": "General",
    "amount": "#,##0.00",
    "boolean": "@",
}
MOMENT = b"2000-01-01T00:00:00Z"  # the same form has the same bytes
INTRODUCTION = [
    "Zo vult u deze lijst in",
    "Vul op het blad Partners één rij in voor elke partner, vanaf rij 3. Elke rij wordt een document.",
    "Laat een cel leeg als voor deze partner geldt wat in het dossier staat.",
    "Verander de koppen in rij 1 niet: docgen herkent de kolommen eraan. Een kolom die u niet gebruikt, mag u weghalen.",
    "Rij 2 is uitleg; docgen slaat die over. Ook een rij die u met een filter verbergt, doet niet mee.",
    "Schrijf een datum als 24-6-2027, een bedrag als 12500,50 en ja of nee voluit.",
    "Voeg geen cellen samen. Kopieert u uit een andere lijst? Kies dan Plakken speciaal, Waarden.",
    "Wilt u meer kolommen? Maak de lijst opnieuw: docgen partners template DOSSIER --column VELD.",
]


class Meaning(NamedTuple):
    """What the form says of a column."""

    title: str
    description: str
    example: str


def make_form(base: Dossier, opened: Library, columns: Sequence[str], path: Path) -> None:
    """Write the form for a dossier: all fields of the partner and the columns asked for.

    Raises `DocgenError` for a column that does not exist, `OutputError` when there is a file already.
    """
    if path.suffix.lower() != ".xlsx":
        raise DocgenError(f"dit wordt een Excel-bestand; geef {path} een naam die eindigt op .xlsx")
    data = form(base, opened, columns)
    if os.path.lexists(path):
        raise OutputError(f"{path} is er al en blijft zoals het is; kies met -o een andere naam")
    files.make_folder(path.parent)
    files.write(path, data)


def form(base: Dossier, opened: Library, columns: Sequence[str] = ()) -> bytes:
    """The form as the bytes of an Excel file."""
    from openpyxl import Workbook

    targets = _targets(Headings(opened, base), columns)
    book = Workbook()
    sheet = book.active
    sheet.title = "Partners"
    meanings = [_meaning(target, opened) for target in targets]
    choices = [_choices(base, target.field) for target in targets]
    for column, (target, meaning) in enumerate(zip(targets, meanings, strict=True)):
        _fill(sheet, column, target, _about(target, meaning, column))
    _explain(book.create_sheet("Uitleg"), targets, meanings)
    _offer(sheet, book.create_sheet("Keuzes"), choices, targets)
    sheet.freeze_panes = f"A{FIRST}"
    book.properties.title, book.properties.creator = "Partners", "docgen"
    return _steady(book)


def _targets(headings: Headings, columns: Sequence[str]) -> list[FieldRef]:
    """The fields of the partner and those asked for, under the heading that they were asked with."""
    targets = {target.path: target for target in headings.all if target.path[0] == "partner"}
    for name in columns:
        try:
            target = headings.find(name)
        except InvalidScalar as fault:
            raise DocgenError(f"--column {name[:80]}: {fault.message}; {fault.hint}") from fault
        own = clean_heading(name).casefold() in headings.own
        targets.setdefault(target.path, target._replace(heading=clean_heading(name)) if own else target)
    return list(targets.values())


def _choices(base: Dossier, field: Field) -> list[str]:
    if field.reference:
        own = [PARTNER] if field.reference == PARTIES else []
        return list(dict.fromkeys([*ReferenceTarget(base.loaded, field.reference).ids, *field.also, *own]))
    return ["ja", "nee"] if field.kind == "boolean" else [str(option) for option in field.choices]


def _meaning(target: FieldRef, opened: Library) -> Meaning:
    """What a field means; one of a year or a role means what the part around it does, but for its example."""
    around = opened.schema.field_at(target.path[:-1]) or ANYTHING
    meant, example = (around, "") if around.value else (target.field, target.field.example.strip("\"'"))
    return Meaning(meant.title or str(target.path[-1]), meant.description, example)


def _fill(sheet: Any, column: int, target: FieldRef, explanation: str) -> None:
    """The heading, the explanation and the looks of one column."""
    from openpyxl.styles import Alignment, Font, PatternFill

    head, about = (sheet.cell(row, column + 1) for row in (1, 2))
    head.value, about.value = target.heading, explanation
    head.font, head.fill = (
        Font(name="Calibri", size=11, bold=True, color="FFFFFF"),
        PatternFill("solid", fgColor="1F4E79"),
    )
    head.alignment = Alignment(vertical="center", wrap_text=True)
    about.font = Font(name="Calibri", size=9, italic=True, color="595959")
    about.fill = PatternFill("solid", fgColor="F2F2F2")
    about.alignment = Alignment(vertical="top", wrap_text=True)
    about.number_format = head.number_format = "@"
    look = sheet.column_dimensions[column_letter(column)]
    look.width = max(WIDTH, min(len(target.heading) + 3, 44))
    look.number_format = NOTATIONS[target.field.kind]
    lines = max(-(-len(sheet.cell(2, i + 1).value) // 24) for i in range(column + 1))
    sheet.row_dimensions[2].height, sheet.row_dimensions[1].height = 12.5 * lines + 4, 22


def _about(target: FieldRef, meaning: Meaning, column: int) -> str:
    example = f" Bijvoorbeeld: {meaning.example}." if meaning.example else ""
    needed = "Verplicht. " if target.field.is_required and target.path[0] == "partner" else ""
    lead = (
        f"{EXPLANATION}: " if column == 0 else f"{MARK} "
    )  # each cell says what it is: columns may go, and rows be sorted
    return f"{lead}{needed}{meaning.title}. {meaning.description}{example}"


def _explain(sheet: Any, targets: list[FieldRef], meanings: list[Meaning]) -> None:
    """The sheet with what to do and a table of the columns."""
    from openpyxl.styles import Alignment, Font

    for line in INTRODUCTION:
        sheet.append([line])
    sheet["A1"].font = Font(name="Calibri", size=14, bold=True)
    sheet.append([])
    sheet.append(["kolom", "wat u invult", "betekenis", "voorbeeld"])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(name="Calibri", size=11, bold=True)
    for target, meaning in zip(targets, meanings, strict=True):
        kind = kind_of(target.field).replace("true of false", "ja of nee")
        sheet.append([target.heading, kind, meaning.description, meaning.example])
        for cell in sheet[sheet.max_row]:
            cell.alignment, cell.number_format = Alignment(vertical="top", wrap_text=True), "@"
    for name, width in zip("ABCD", (34, 30, 60, 30), strict=True):
        sheet.column_dimensions[name].width = width
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _offer(sheet: Any, hidden: Any, choices: list[list[str]], targets: list[FieldRef]) -> None:
    """Drop-down lists; what one offers stands on a sheet that nobody sees."""
    from openpyxl.worksheet.datavalidation import DataValidation

    hidden.sheet_state = "hidden"
    for column, (options, target) in enumerate(zip(choices, targets, strict=True)):
        if not options:
            continue
        name = column_letter(column)
        for row, option in enumerate(options, 1):
            hidden.cell(row, column + 1, option).number_format = "@"
        offer = DataValidation("list", formula1=f"Keuzes!${name}$1:${name}${len(options)}", allow_blank=True)
        offer.showErrorMessage = not target.field.may_be_prose
        offer.errorTitle, offer.error = "Dit kan niet", "Kies een waarde uit de lijst."
        offer.add(f"{name}{FIRST}:{name}{ROWS}")
        sheet.add_data_validation(offer)


def _steady(book: Any) -> bytes:
    """The same form as the same bytes: without the moment it was made."""
    made = io.BytesIO()
    book.save(made)
    return archive.assemble(archive.deflate(name, data) for name, data in _parts(made.getvalue()))


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    parts = archive.read(data, "partners.xlsx")
    core = "docProps/core.xml"
    parts[core] = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + MOMENT, parts[core])
    for name in archive.in_writing_order(tuple(parts)):
        yield name, parts[name]
