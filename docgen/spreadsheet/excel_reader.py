"""The rows of an Excel file as a table."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.diagnostics.location import Location
from docgen.errors import DocgenError, SourceError
from docgen.spreadsheet.safety import SAVE_AGAIN, check
from docgen.spreadsheet.table import (
    MAX_COLUMNS,
    MAX_ROWS,
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


def read_excel(data: bytes, name: str) -> Table:
    """The first sheet that can be seen. Raises `SourceError` when the file is not a safe, whole Excel file."""
    check(data, f"partnerlijst {name}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _table(data, name)
    except DocgenError:
        raise
    except Exception as error:  # a forged file fails in many ways, all of them are the same to the user
        raise SourceError(f"partnerlijst {name} is beschadigd; {SAVE_AGAIN}") from error


def _table(data: bytes, name: str) -> Table:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    if not shown:
        raise SourceError(f"partnerlijst {name} heeft geen werkblad met rijen; {SAVE_AGAIN}")
    sheet = shown[0]
    rows, hidden, merged = _read(sheet, name)
    first = rows.pop(0) if rows else RawRow(1, ())
    table = Table(
        name,
        first,
        _without_merged((row for row in rows if row.number not in hidden), _covering(rows, merged, name)),
        lambda number, column: Location(f"{name}!{sheet.title}!{column_letter(column)}{number}"),
        lambda number, column: f"cel {column_letter(column)}{number}",
    )
    _tell_hidden(table, [row.number for row in rows if row.number in hidden])
    _tell_other_sheets(table, sheet.title, [other.title for other in shown[1:]])
    return table


def _tell_hidden(table: Table, skipped: list[int]) -> None:
    if skipped:
        few = len(skipped) == 1
        message = f"{'rij' if few else 'rijen'} {_ranges(skipped)} {'is verborgen en doet' if few else 'zijn verborgen en doen'} niet mee"
        table.about("verborgen", message, "haal het filter weg als dat wel moet", "waarschuwing")


def _tell_other_sheets(table: Table, first: str, others: list[str]) -> None:
    unread = [f"‘{other}’" for other in others if other != "Uitleg"]
    if unread:
        message = f"docgen leest alleen het eerste werkblad, ‘{first}’; niet {', '.join(unread)}"
        table.about("blad", message, "zet alle partners op één werkblad", "advies")


def _ranges(numbers: list[int]) -> str:
    """ "4, 7-9" """
    ends: list[list[int]] = []
    for number in numbers:
        if ends and number == ends[-1][1] + 1:
            ends[-1][1] = number
        else:
            ends.append([number, number])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in ends)


Area = tuple[int, int, int, int]
Covering = dict[int, list[tuple[str, Area]]]  # by row number


def _read(sheet: Any, name: str) -> tuple[list[RawRow], set[int], list[tuple[str, Area]]]:
    """The rows with something in them, the numbers of hidden ones and the merged cells."""
    from openpyxl.utils.cell import range_boundaries

    rows: list[RawRow] = []
    book = sheet.parent
    with sheet._get_source() as source:
        parser = _parser()(source, sheet._shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats)
        notations = _notations(book)
        for number, cells in parser.parse():
            values = _values(cells, notations, name)
            if any(value is not None for value in values):
                rows.append(RawRow(number, values))
            if len(rows) > MAX_ROWS:
                raise SourceError(f"partnerlijst {name} heeft meer dan {MAX_ROWS} rijen; splits de lijst")
        areas = [(ref, range_boundaries(ref)) for ref in parser.merged]
        return rows, parser.hidden, [(ref, area) for ref, area in areas if None not in area]


def _parser() -> Any:
    from openpyxl.worksheet import _reader

    class Parser(_reader.WorkSheetParser):  # type: ignore[misc]
        """Cells one row at a time; of all the rest only hidden rows and merged cells. An area is never filled with cells."""

        hidden: set[int]
        merged: list[str]

        def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
            self.hidden, self.merged = set(), []
            for _, element in _reader.iterparse(self.source):
                if element.tag == _reader.ROW_TAG:
                    yield self.parse_row(element)
                    if element.get("hidden") in ("1", "true") or element.get("ht") == "0":
                        self.hidden.add(self.row_counter)
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
            odd = InvalidCell(f"deze cel is samengevoegd ({ref}); de waarde geldt alleen voor de eerste cel", SPLIT)
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
