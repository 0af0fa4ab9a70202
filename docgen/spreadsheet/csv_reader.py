"""A list of rows as it stands in a file: headings, rows and the place of every cell. Reads CSV; the only module that does."""

from __future__ import annotations

import csv
import re
from array import array
from collections.abc import Iterator
from functools import cache

from docgen._lazy import regex
from docgen.diagnostics.location import Location
from docgen.errors import SourceError
from docgen.spreadsheet.table import MAX_COLUMNS, MAX_ROWS, InvalidCell, RawRow, Table, is_blank
from docgen.text.characters import BYTE_ORDER_MARKS

MAX_LINES = 1_000_000  # a cell may hold more than one
UTF8_LETTER = regex(
    rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xaf]|\xe2\x82\xac"
)  # é, a curly quote, €: hardly ever anything else
AGAIN = "sla het bestand op in Excel als CSV UTF-8"


def read_csv(data: bytes, name: str) -> Table:
    """The rows of a CSV file. Raises `SourceError` when it is not a text that can be read."""
    text = _decode(data, name)
    delimiter, skipped, text = _delimiter(text)
    if text.count("\n") > MAX_LINES:
        raise SourceError(f"partnerlijst {name} heeft meer dan {MAX_LINES} regels; splits de lijst")
    lines = cache(lambda: text.split("\n"))  # only for the place of a finding
    starts = array("L")
    table = Table(
        name,
        RawRow(1, ()),
        iter(()),
        lambda number, column: _place(name, lines(), skipped, delimiter, starts[number - 1], column),
        lambda number, column: f"kolom {column + 1}",
    )
    records = _records(table, text, delimiter, starts)
    table.headings = next((found for found in records if not all(map(is_blank, found.values))), table.headings)
    if len(table.headings.values) > MAX_COLUMNS:
        raise SourceError(f"partnerlijst {name} heeft meer dan {MAX_COLUMNS} kolommen; haal weg wat u niet nodig heeft")
    table.records = (_fitting(found, len(table.headings.values)) for found in records)
    return table


def _decode(data: bytes, name: str) -> str:
    """The text of a CSV file: UTF-8, UTF-16 with its mark, or Windows-1252 when it cannot be UTF-8."""
    encodings = [BYTE_ORDER_MARKS[data[:2]]] if data[:2] in BYTE_ORDER_MARKS else ["utf-8-sig", "cp1252"]
    if len(encodings) > 1 and data[:400].count(0) > 0.2 * len(data[:400]):
        raise SourceError(f"partnerlijst {name} is opgeslagen als UTF-16 zonder kenmerk; {AGAIN}")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8-sig" and UTF8_LETTER.search(data):
                line = data.count(b"\n", 0, error.start) + 1
                raise SourceError(
                    f"partnerlijst {name} heeft op regel {line} een teken dat geen UTF-8 is; {AGAIN}"
                ) from None
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise SourceError(f"partnerlijst {name} is niet te lezen als UTF-8 of Windows-1252; {AGAIN}")


def _delimiter(text: str) -> tuple[str, int, str]:
    """What divides the cells, how many lines come before the headings, and the text from there on."""
    told = re.match(r"\ufeff?sep=(.)\n", text)
    if told:
        return told[1], 1, text[told.end() :]
    line = next(filter(str.strip, re.sub(r'"[^"]*"', "", text[:20_000]).split("\n")), "")
    counts = {sign: line.count(sign) for sign in (";", "\t", ",")}
    return max(counts, key=counts.__getitem__), 0, text


def _records(table: Table, text: str, delimiter: str, starts: array[int]) -> Iterator[RawRow]:
    """The rows one by one; `starts` gets the line each begins at. A quote that is not closed ends the list."""
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    while True:
        starts.append(reader.line_num + 1)
        number = len(starts)
        if number > MAX_ROWS:
            raise SourceError(f"partnerlijst {table.name} heeft meer dan {MAX_ROWS} rijen; splits de lijst")
        try:
            values = next(reader, None)
        except csv.Error as error:
            table.problems.append(table.problem(number, 0, "", "rij", *_explain(error, number)))
            return
        if values is None:
            return
        yield RawRow(number, values)


def _lines(text: str) -> Iterator[str]:
    """The lines one by one, each with its end."""
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    yield f"{text[start:]}\n"


def _explain(error: csv.Error, number: int) -> tuple[str, str]:
    if "field larger" in str(error):
        return (
            f"rij {number} heeft een cel met te veel tekst; de rijen vanaf hier zijn niet gelezen",
            "kort de tekst in",
        )
    message = f"rij {number} heeft een aanhalingsteken dat niet goed sluit; de rijen vanaf hier zijn niet gelezen"
    return message, 'zet tekst met een " erin tussen aanhalingstekens en verdubbel de " zelf: "zaal ""De Bron"""'


def _fitting(found: RawRow, width: int) -> RawRow:
    """A row that is blank or has a cell for every heading; another one may have its values in the wrong columns."""
    count = len(found.values)
    if (
        count == width
        or all(map(is_blank, found.values))
        or (count > width and all(map(is_blank, found.values[width:])))
    ):
        return found
    message = f"rij {found.number} heeft {count} cellen, maar er zijn {width} koppen"
    hint = (
        "zet tekst met een scheidingsteken tussen aanhalingstekens"
        if count > width
        else "vul de cellen die ontbreken aan"
    )
    return found._replace(invalid=InvalidCell(message, hint))


CELL = regex(r'"(?:[^"]|"")*"?[^{0}\n]*|[^{0}\n]*')


def _place(name: str, lines: list[str], skipped: int, delimiter: str, start: int, column: int) -> Location:
    """Where a cell of the row that begins at line `start` (from 1) is."""
    text = "\n".join(lines[start - 1 : start + 199])
    pattern = re.compile(CELL.pattern.replace("{0}", re.escape(delimiter)))
    at = 0
    for _ in range(column):
        found = pattern.match(text, at)
        if not found or text[found.end() : found.end() + 1] != delimiter:
            break
        at = found.end() + 1
    line = start + text.count("\n", 0, at)
    shown = lines[line - 1] if line <= len(lines) else ""
    return Location(name, line + skipped, at - text.rfind("\n", 0, at), shown)
