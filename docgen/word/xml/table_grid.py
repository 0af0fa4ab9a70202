"""The columns of a table, made to fit its rows once loops and conditions have filled them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from docgen._lazy import regex
from docgen.opc.relationships import W, parse

GRID = regex(r"<w:tblGrid>(?:<w:gridCol\b[^>]*/>)*</w:tblGrid>|<w:tblGrid/>")
SPAN = regex(r'<w:gridSpan w:val="(\d{1,2})"/>')
WIDTH = regex(r'<w:tcW (?:w:w="(\d+)" w:type="dxa"|w:type="dxa" w:w="(\d+)")/>')


def fit_grids(xml: str) -> str:
    """Every table with the columns that its rows have."""
    fitting = fitted_plainly(xml.encode())
    return _fitted_by_the_book(xml) if fitting is None else fitting.decode()


def _fitted_by_the_book(xml: str) -> str:
    from lxml import etree

    root = parse(xml.encode())
    for table in root.iter(f"{W}tbl"):
        _fit_grid(table)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="unicode")


def fitted_plainly(xml: bytes) -> bytes | None:
    """The same in UTF-8 without parsing; `None` when a table is not so plain that text is enough."""
    pieces: list[bytes] = []
    end = 0
    while (start := xml.find(b"<w:tbl>", end)) >= 0:
        pieces.append(xml[end:start])
        end = xml.find(b"</w:tbl>", start)
        fitting = _plainly_fitted(xml[start:end])
        if fitting is None:
            return None
        pieces.append(fitting)
    return b"".join([*pieces, xml[end:]])


@lru_cache(maxsize=64)  # in a batch most tables are the same in every document
def _plainly_fitted(table: bytes) -> bytes | None:
    """A table without its end, with a grid that fits; `None` when it is not so plain that text is enough."""
    fitting = _fitted_as_text(table.decode())
    return None if fitting is None else fitting.encode()


def _fitted_as_text(table: str) -> str | None:
    grid = GRID.search(table)
    if grid is None or "<w:tbl>" in table[1:] or table.count("<w:gridSpan") != len(SPAN.findall(table)):
        return None
    columns = grid[0].count("<w:gridCol")
    rows = table.split("</w:tr>")[:-1]
    cells = [row.count("<w:tc>") + row.count("<w:tc ") for row in rows]
    spans = [count + sum(int(value) - 1 for value in SPAN.findall(row)) for count, row in zip(cells, rows, strict=True)]
    needed = min(max(columns, *cells), max(spans)) if rows else 0
    if needed in (columns, 0):
        return table
    full = next((row for count, row in zip(cells, rows, strict=True) if count == needed), "")
    widths = [one or other for one, other in WIDTH.findall(full)]
    if len(widths) != needed:
        return None
    columns_needed = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return table.replace(grid[0], f"<w:tblGrid>{columns_needed}</w:tblGrid>", 1)


def _fit_grid(table: Any) -> None:
    """Give a table the number of grid columns that docxtpl gives it, with the widths that its cells ask for."""
    grid = table.find(f"{W}tblGrid")
    rows = [row.findall(f"{W}tc") for row in table.iter(f"{W}tr")]
    if grid is None or not rows:
        return
    columns = grid.findall(f"{W}gridCol")
    needed = min(max(len(columns), *map(len, rows)), max(sum(map(span, cells)) for cells in rows))
    if needed in (len(columns), 0):
        return
    for column in columns:
        grid.remove(column)
    for i, width in enumerate(_widths(rows, columns, needed)):
        grid.insert(i, grid.makeelement(f"{W}gridCol", {f"{W}w": str(width)}))


def _widths(rows: list[Any], columns: list[Any], needed: int) -> list[int]:
    """The widths of the cells in a row that fills the grid; else the width of the old grid in equal parts."""
    for cells in rows:
        widths = [_width(cell) for cell in cells]
        if len(cells) == needed and None not in widths:
            return [width for width in widths if width is not None]
    total = sum(int(float(column.get(f"{W}w") or 0)) for column in columns)
    return [total // needed] * needed


def span(cell: Any) -> int:
    """How many columns a cell takes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = (span.get(f"{W}val") if span is not None else None) or "1"
    return min(int(value), 63) if re.fullmatch(r"\d{1,9}", value, re.ASCII) else 1


def _width(cell: Any) -> int | None:
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is None or width.get(f"{W}type", "dxa") != "dxa" or not (width.get(f"{W}w") or "").isdigit():
        return None
    return int(width.get(f"{W}w"))


def is_regular(table: Any) -> bool:
    """Whether every row of a table has the columns of its grid."""
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    return all(sum(map(span, cells)) == columns for cells in rows)
