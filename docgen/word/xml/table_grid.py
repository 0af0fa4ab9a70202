"""The columns of a table, made to fit its rows once loops and conditions have filled them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.opc.relationships import W, parse

TABLE = "<w:tbl>"
MARKED_TABLE = f"{TABLE}<?docgen grid?>"  # a filling can change how many cells its rows have
GRID = regex(r"<w:tblGrid>(?:<w:gridCol\b[^>]*/>)*</w:tblGrid>|<w:tblGrid/>")
SPAN = regex(r'<w:gridSpan w:val="(\d{1,2})"/>')
WIDTH = regex(r'<w:tcW (?:w:w="(\d+)" w:type="dxa"|w:type="dxa" w:w="(\d+)")/>')
BLOCK = regex(r"\{%[-+]?\s*(if|for|elif|else|endif|endfor)\b")
# what is printed elsewhere than where it stands, or is no text at all; and what is a part of an element
ASTRAY, IN_ELEMENT = regex(r"end(?:macro|call|set|filter|with|block|raw)\b"), regex(r"<\w+:\w[^<>]*\{%")
MARKS_ASTRAY = ("recursive", "{#")


def with_marks(xml: str) -> str:
    """A part before it is filled, with a mark in every table whose rows can come out with other cells than its grid has."""
    first, *pieces = xml.split(TABLE)
    is_astray = ASTRAY.search(xml) or IN_ELEMENT.search(xml) or any(mark in xml for mark in MARKS_ASTRAY)
    return first + "".join(
        (MARKED_TABLE if is_astray or not _keeps_its_cells(*piece.partition("</w:tbl>")) else TABLE) + piece
        for piece in pieces
    )


def _keeps_its_cells(table: str, end: str, _rest: str) -> bool:
    """Whether every row of a table has the columns of the grid in every filling."""
    shape = _shape_of(table) if end and "<w:tc/>" not in table else None
    if shape is None or not set(shape.spans) <= {shape.columns} or not _is_whole(table):
        return False
    pieces = [piece.partition("<w:tc") for piece in table.split("</w:tc>")]
    rows = "".join(around for around, _, _ in pieces).split("</w:tr>")
    has_loose_tags = any("{" in row.partition("<w:tr")[2] for row in rows)
    return not has_loose_tags and all(_is_whole(cell) for _, _, cell in pieces)


def _is_whole(xml: str) -> bool:
    """Whether every branch and loop of a stretch of text begins and ends in it."""
    depth = 0
    for word in BLOCK.findall(xml):
        depth += (word in ("if", "for")) - word.startswith("end")
        if depth < word.startswith("el"):  # elif and else stand within a branch
            return False
    return depth == 0


def fit_grids(xml: str) -> str:
    """Every table with the columns that its rows have."""
    return _fitted(xml.replace(MARKED_TABLE, TABLE), TABLE)


def fit_marked(xml: str) -> str:
    """The same where values are ordinary text: then only a table with a mark can have rows that do not fit."""
    return _fitted(xml, MARKED_TABLE)


def fit_plainly(xml: bytes) -> bytes | None:
    """The same in UTF-8; `None` when a table is not so plain that text is enough."""
    return _fitted_as_text(xml, MARKED_TABLE)


def _fitted(xml: str, beginning: str) -> str:
    """The tables that begin so, without their mark, with the columns that their rows have."""
    fitting = _fitted_as_text(xml.encode(), beginning)
    return _fitted_by_the_book(xml.replace(beginning, TABLE)) if fitting is None else fitting.decode()


def _fitted_by_the_book(xml: str) -> str:
    from lxml import etree

    root = parse(xml.encode())
    for table in root.iter(f"{W}tbl"):
        _fit_grid(table)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="unicode")


def _fitted_as_text(xml: bytes, beginning: str) -> bytes | None:
    """The same without parsing; `None` when a table is not so plain that text is enough."""
    first, *pieces = xml.split(beginning.encode())
    fitted = [first]
    for piece in pieces:
        table, end, rest = piece.partition(b"</w:tbl>")
        fitting = _plainly_fitted(table) if end else None
        if fitting is None:
            return None
        fitted += (TABLE.encode(), fitting, end, rest)
    return b"".join(fitted)


class _Shape(NamedTuple):
    """A plain table: its grid, how many columns that has, its rows, and of each how many cells and columns it takes."""

    grid: str
    columns: int
    rows: list[str]
    cells: list[int]
    spans: list[int]


def _shape_of(table: str) -> _Shape | None:
    """The shape of a table without its beginning and end; `None` when it is not so plain that text is enough."""
    grid = GRID.search(table)
    if grid is None or TABLE in table or table.count("<w:gridSpan") != len(SPAN.findall(table)):
        return None
    rows = table.split("</w:tr>")[:-1]
    cells = [row.count("<w:tc>") + row.count("<w:tc ") for row in rows]
    spans = [count + sum(int(value) - 1 for value in SPAN.findall(row)) for count, row in zip(cells, rows, strict=True)]
    return _Shape(grid[0], grid[0].count("<w:gridCol"), rows, cells, spans)


@lru_cache(maxsize=64)  # in a batch most tables are the same in every document
def _plainly_fitted(xml: bytes) -> bytes | None:
    """A table without its beginning and end, with a grid that fits; `None` when it is not so plain that text is enough."""
    table = xml.decode()
    shape = _shape_of(table)
    if shape is None:
        return None
    needed = min(max(shape.columns, *shape.cells), max(shape.spans)) if shape.rows else 0
    if needed in (shape.columns, 0):
        return xml
    full = next((row for count, row in zip(shape.cells, shape.rows, strict=True) if count == needed), "")
    widths = [one or other for one, other in WIDTH.findall(full)]
    if len(widths) != needed:
        return None
    columns_needed = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return table.replace(shape.grid, f"<w:tblGrid>{columns_needed}</w:tblGrid>", 1).encode()


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
