"""The rows of a list of partners, from a table or from YAML: every cell read as the field its heading names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docgen.diagnostics.location import Location
from docgen.diagnostics.problem import Problem
from docgen.domain.names import PARTIES
from docgen.dossier import Dossier
from docgen.errors import InvalidScalar
from docgen.loading import loader
from docgen.loading.loaded_data import LoadedData
from docgen.partners.column import Column
from docgen.partners.columns import Columns
from docgen.partners.headings import Headings
from docgen.partners.row import Cell, Partners, Row
from docgen.partners.selection import Selection
from docgen.schema.types import FieldPath
from docgen.spreadsheet.table import RawRow, Table, first_filled, is_blank
from docgen.syntax.node import Node
from docgen.syntax.source import Source
from docgen.text.characters import alike

LABELS = (
    ("partner", "naam"),
    ("partner", "hierna"),
    ("partner", "id"),
)  # what a row is called, the first that is there
NOBODY = "er staat geen enkele partner in de lijst"
EMPTY = "zet onder de koppen een rij voor elke partner"


def from_table(table: Table, headings: Headings) -> Partners:
    """The partners in a table, with what is wrong in its headings and cells."""
    columns = Columns(table, headings)
    named = [column for path in LABELS if (column := columns.of(path)) is not None]
    explanations = {column: field.field.description for column, field in columns.fields.items()}
    selection = Selection(table, named, explanations, headings.is_certain)
    names, id_column = _names_by_id(headings.base), columns.of(("partner", "id"))
    rows: list[Row] = []
    for record in selection.partners():
        row = _row(table, columns.fields, record)
        rows.append(row if id_column is None else _refuse_id_of_another(table, names, row, id_column))
        columns.look(record)
    columns.tell()
    selection.tell()
    if not rows and not any(problem.level == "fout" for problem in table.problems):
        table.about("leeg", NOBODY, EMPTY)
    return Partners(
        rows,
        table.problems,
        columns.names(),
        lambda number, path: table.place(number, columns.of(path) or 0),
        tuple(selection.left_out),
    )


def _row(table: Table, columns: dict[int, Column], record: RawRow) -> Row:
    cells: list[Cell] = []
    problems: list[Problem] = []
    if record.invalid:
        problems.append(table.problem(record.number, first_filled(record), "", "rij", *record.invalid))
    values = record.values
    for column, field in columns.items() if not record.invalid else ():
        raw = values[column] if column < len(values) else None
        if is_blank(raw):
            continue
        value, found = field.read(raw)
        if value is not None:
            cells.append(Cell(field.path, value))
        for one in found:
            problems.append(
                table.problem(record.number, column, field.label, one.code, one.message, one.hint, one.level)
            )
    return Row(record.number, _label(record.number, cells), tuple(cells), tuple(problems))


def _names_by_id(base: Dossier) -> dict[str, str]:
    """The name of every party of a dossier, by its id as people compare it."""
    parties = (party for party in base.data.get(PARTIES) or () if isinstance(party, dict))
    return {alike(str(party.get("id"))): str(party["naam"]) for party in parties if party.get("naam")}


def _refuse_id_of_another(table: Table, names: Mapping[str, str], row: Row, column: int) -> Row:
    """A partner with the id of a party fills that party in: one with another name would take its place."""
    own = {cell.path: cell.value for cell in row.cells}
    wanted, name = own.get(("partner", "id")), own.get(("partner", "naam"))
    there = names.get(alike(str(wanted))) if wanted and name else None
    if there is None or alike(there) == alike(str(name)):
        return row
    message = f"kenmerk ‘{wanted}’ is al van {there}, een andere partij in het dossier"
    hint = "kies een ander kenmerk, of maak de cel leeg"
    return row._replace(problems=(*row.problems, table.problem(row.number, column, "", "dubbel", message, hint)))


def _label(number: int, cells: list[Cell]) -> str:
    names = {cell.path: cell.value for cell in cells}
    return next((str(names[path]) for path in LABELS if path in names), f"rij {number}")


def from_yaml(source: Source, headings: Headings) -> Partners:
    """The partners in a YAML list of maps, with a heading before every colon."""
    if source.root is None:
        return _no_rows(source, [_about_a_list(problem) for problem in source.problems])
    if source.root.kind != "list":
        hint = "begin elke partner met een streepje: - partner.naam: …"
        at = source.root
        return _no_rows(
            source, [source.problem(at.line, at.column, "", "vorm", "verwacht een lijst met partners", hint)]
        )
    fields: dict[str, Column | None] = {}
    found: list[Problem] = []
    for node in source.root.items:
        for key, _ in node.pairs:
            if key.text not in fields:
                fields[key.text] = _field(source, headings, key, found)
    rows = [
        _yaml_row(source, node, number, fields) for number, node in enumerate(source.root.items, 1) if not node.blank
    ]
    if not rows:
        found.append(source.problem(0, 0, "", "leeg", NOBODY, "begin elke partner met een streepje"))
    names = {field.path: field.heading for field in fields.values() if field}
    return Partners(rows, found, names, lambda number, path: _yaml_place(source, fields, number, path))


def _no_rows(source: Source, problems: list[Problem]) -> Partners:
    return Partners([], problems, {}, lambda _number, _path: Location(source.name))


def _yaml_place(source: Source, fields: dict[str, Column | None], number: int, path: FieldPath) -> Location:
    row = source.root.items[number - 1] if source.root else None
    values = [value for key, value in row.pairs if (field := fields[key.text]) and field.path == path] if row else []
    at = next(iter(values), row)
    return Location(source.name, at.line, at.column, source.lines[at.line - 1]) if at else Location(source.name)


def _about_a_list(problem: Problem) -> Problem:
    return (
        replace(problem, message=NOBODY, hint="begin elke partner met een streepje")
        if problem.code == "leeg"
        else problem
    )


def _field(source: Source, headings: Headings, key: Node, found: list[Problem]) -> Column | None:
    if headings.is_unused(key.text):
        return None
    try:
        return Column(headings.find(key.text), headings.base, headings.open_picture)
    except InvalidScalar as fault:
        found.append(source.problem(key.line, key.column, "", "kolom", fault.message, fault.hint, key.width))
        return None


def _yaml_row(source: Source, row: Node, number: int, fields: dict[str, Column | None]) -> Row:
    loaded = LoadedData(source)
    cells: dict[FieldPath, Any] = {}
    if row.kind != "map":
        loaded.add(row, (), "vorm", "verwacht velden (naam: waarde)", "schrijf bijvoorbeeld - partner.naam: …")
    for key, node in row.pairs:
        field = fields[key.text]
        if field is None:
            continue
        if field.path in cells:
            loaded.add(key, (), "dubbel", f"‘{key.text}’ staat dubbel in deze rij", "haal er één weg")
        elif node.kind != "text":
            loaded.add(node, (), "type", "verwacht één waarde", "noem in de kop het hele pad, zoals partner.naam")
        else:
            _read_node(loaded, node, field, cells)
    whole = [Cell(path, value) for path, value in cells.items() if value is not None]
    problems = tuple(problem for _, problem in loaded.problems_by_path)
    return Row(number, _label(number, whole), tuple(whole), problems)


def _read_node(loaded: LoadedData, node: Node, field: Column, cells: dict[FieldPath, Any]) -> None:
    before = len(loaded.problems_by_path)
    value = loader.read_text(loaded, node, field.field, field.path)
    wrong = field.wrong(value) if value is not None else []
    if not wrong:
        value, wrong = field.opened(value)
    loaded.add_findings(node, field.path, wrong)
    loaded.problems_by_path[before:] = [
        (at, replace(found, path=field.label)) for at, found in loaded.problems_by_path[before:]
    ]
    cells[field.path] = None if wrong else value
