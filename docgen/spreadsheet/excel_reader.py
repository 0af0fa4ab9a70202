"""The rows of an Excel file as a table."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.diagnostics.location import Location
from docgen.errors import DocgenError, SourceError
from docgen.spreadsheet.heading_row import MOST_ABOVE, HeadingRow
from docgen.spreadsheet.safety import SAVE_AGAIN, check
from docgen.spreadsheet.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    CoveredCell,
    InvalidCell,
    Number,
    RawCell,
    RawRow,
    Table,
    column_letter,
)

MAX_MERGED = 1_000_000
SPLIT = "splits de cellen en vul elke rij in"
FAULTS = {
    "#N/A": "#N/B", "#REF!": "#VERW!", "#DIV/0!": "#DEEL/0!", "#VALUE!": "#WAARDE!", "#NAME?": "#NAAM?",
    "#NUM!": "#GETAL!", "#NULL!": "#LEEG!",
}  # fmt: skip
TABLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table"


def read_excel(data: bytes, name: str, headings: HeadingRow) -> Table:
    """The first sheet that can be seen. Raises `SourceError` when the file is not a safe, whole Excel file."""
    check(data, f"partnerlijst {name}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _table(data, name, headings)
    except DocgenError:
        raise
    except Exception as error:  # a forged file fails in many ways, all of them are the same to the user
        raise SourceError(f"partnerlijst {name} is beschadigd; {SAVE_AGAIN}") from error


def _table(data: bytes, name: str, headings: HeadingRow) -> Table:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    if not visible:
        raise SourceError(f"partnerlijst {name} heeft geen werkblad met rijen; {SAVE_AGAIN}")
    sheet = visible[0]
    rows, merged = _read(sheet, name)
    at = headings.find(rows[:MOST_ABOVE])
    below = rows[at + 1 :]
    table = Table(
        name,
        rows[at] if rows else RawRow(1, ()),
        _without_merged(below, _covering(below, merged, name)),
        lambda number, column: Location(f"{name}!{sheet.title}!{column_letter(column)}{number}"),
        lambda number, column: f"cel {column_letter(column)}{number}",
        above=_above(rows, at),
        totals=frozenset(_total_rows(sheet)),
    )
    _tell_other_sheets(table, sheet.title, [other.title for other in visible[1:]])
    return table


def _above(rows: list[RawRow], at: int) -> list[RawRow]:
    """The rows over the headings; an empty one where a picture or nothing stands."""
    return rows[:at] or [RawRow(1, ())] * (bool(rows) and rows[at].number > 1)


def _total_rows(sheet: Any) -> Iterator[int]:
    """The rows that Excel keeps under its tables for totals."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path
    from openpyxl.utils.cell import range_boundaries
    from openpyxl.xml.functions import fromstring

    archive, relations = sheet.parent._archive, get_rels_path(sheet._worksheet_path)
    if relations not in archive.namelist():
        return
    for relation in get_dependents(archive, relations).find(TABLE):
        table = fromstring(archive.read(relation.target))
        last = range_boundaries(table.get("ref"))[3]
        yield from range(last - int(table.get("totalsRowCount", "0")) + 1, last + 1)


def _tell_other_sheets(table: Table, first: str, others: list[str]) -> None:
    unread = [f"‘{other}’" for other in others if other != "Uitleg"]
    if unread:
        message = f"docgen leest alleen het eerste werkblad, ‘{first}’; niet {', '.join(unread)}"
        table.about("blad", message, "zet alle partners op één werkblad", "advies")


Area = tuple[int, int, int, int]
Covering = dict[int, list[tuple[str, Area]]]  # by row number


def _read(sheet: Any, name: str) -> tuple[list[RawRow], list[tuple[str, Area]]]:
    """The rows with something in them and the merged cells."""
    from openpyxl.utils.cell import range_boundaries

    rows: list[RawRow] = []
    book = sheet.parent
    with sheet._get_source() as source:
        parser = _parser()(source, sheet._shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats)
        notations = _notations(book)
        for number, cells in parser.parse():
            values = _values(cells, notations, name)
            if any(value is not None for value in values):
                rows.append(RawRow(number, values, is_hidden=parser.is_hidden))
            if len(rows) > MAX_ROWS:
                raise SourceError(f"partnerlijst {name} heeft meer dan {MAX_ROWS} rijen; splits de lijst")
        areas = [(ref, range_boundaries(ref)) for ref in parser.merged]
        return rows, [(ref, area) for ref, area in areas if None not in area]


def _parser() -> Any:
    from openpyxl.worksheet import _reader

    class Parser(_reader.WorkSheetParser):  # type: ignore[misc]
        """Cells one row at a time; of all the rest only hidden rows and merged cells. An area is never filled with cells."""

        is_hidden: bool  # the row that was parsed last
        merged: list[str]

        def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
            self.is_hidden, self.merged = False, []
            for _, element in _reader.iterparse(self.source):
                if element.tag == _reader.ROW_TAG:
                    self.is_hidden = element.get("hidden") in ("1", "true") or element.get("ht") == "0"
                    yield self.parse_row(element)
                    element.clear()
                elif element.tag == _reader.MERGE_TAG:
                    self.merged = [merge.get("ref", "") for merge in element]

        def parse_cell(self, element: Any) -> Any:
            cell = super().parse_cell(element)
            if cell["value"] is None and element.find(_reader.FORMULA_TAG) is not None and element.get("t") != "str":
                cell["data_type"] = "f"
            return cell

    return Parser


def _notations(book: Any) -> list[str]:
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    own = dict(enumerate(book._number_formats, 164))
    return [own.get(style.numFmtId) or BUILTIN_FORMATS.get(style.numFmtId) or "General" for style in book._cell_styles]


def _values(cells: list[dict[str, Any]], notations: list[str], name: str) -> list[RawCell]:
    values: list[RawCell] = []
    for cell in cells:
        value = _value(cell, notations)
        if value is None:
            continue
        if cell["column"] > MAX_COLUMNS:
            raise SourceError(
                f"partnerlijst {name} heeft meer dan {MAX_COLUMNS} kolommen; haal weg wat u niet nodig heeft"
            )
        values += [None] * (cell["column"] - len(values))
        values[cell["column"] - 1] = value
    return values


def _value(cell: dict[str, Any], notations: list[str]) -> RawCell:
    value, kind = cell["value"], cell["data_type"]
    if kind == "f":
        hint = "open het bestand in Excel en sla het op, of typ de waarde zelf"
        return InvalidCell("van deze formule is de uitkomst niet bewaard", hint)
    if kind == "e":
        return fault(str(value))
    if isinstance(value, str):
        return _text(value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Number(value, notations[cell["style_id"]] if cell["style_id"] < len(notations) else "General")
    return value  # type: ignore[no-any-return]


def fault(code: str) -> InvalidCell:
    """A cell in which Excel shows a fault."""
    return InvalidCell(
        f"deze cel geeft een fout in Excel: {FAULTS.get(code, code)}", "herstel de formule, of typ de waarde zelf"
    )


def _text(value: str) -> str:
    """Text as Excel shows it: `_x000D_` is one character."""
    from openpyxl.utils.escape import unescape

    if "_x" in value:
        value = unescape(value)
    return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value


def _without_merged(rows: Iterable[RawRow], covering: Covering) -> Iterator[RawRow]:
    """The rows, with a finding in every merged cell but the first: it looks filled in and is not."""
    for row in rows:
        values = list(row.values)
        for ref, (left, top, right, _) in covering.get(row.number, ()):
            odd = CoveredCell(f"deze cel is samengevoegd ({ref}); de waarde geldt alleen voor de eerste cel", SPLIT)
            values += [None] * (min(right, MAX_COLUMNS) - len(values))
            for column in range(left - 1 + (row.number == top), min(right, MAX_COLUMNS)):
                values[column] = odd
        yield row._replace(values=values)


def _covering(rows: list[RawRow], merged: list[tuple[str, Area]], name: str) -> Covering:
    """By row number the merged cells in it that have a value."""
    by_number = {row.number: row.values for row in rows}
    covering: Covering = {}
    pairs = 0
    for ref, area in merged:
        left, top, _, bottom = area
        if list(by_number.get(top, ()))[left - 1 : left] in ([], [None]):
            continue
        for number in range(top, bottom + 1) if bottom - top < len(rows) else by_number:
            if number in by_number and top <= number <= bottom:
                covering.setdefault(number, []).append((ref, area))
            pairs += 1
        if pairs > MAX_MERGED:
            raise SourceError(f"partnerlijst {name} heeft te veel samengevoegde cellen; splits ze")
    return covering
