"""Columns of a table in which nothing stands, and rows of a table of years that say nothing of any of these: left out, and said once below it."""

from __future__ import annotations

from docgen._lazy import regex
from docgen.text.dutch import enumeration
from docgen.word.typesetting.cells import Cells

DASH = ">–</w:t>"  # what stands where there is nothing
TEXT = regex(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
COLUMN = regex(r"<w:gridCol [^>]*/>")
MERGED = ("<w:gridSpan", "<w:vMerge", "<w:drawing", "<w:tbl>")  # then nothing is left out
CELL, ROW = "</w:tc>", "</w:tr>"
YEAR = regex(r"(?:19|20)\d\d\b")  # what the heading of a column of a year begins with
ORDINARY = '<w:pStyle w:val="Tabeltekst"/>'  # how the label of a row looks that is no total


def without_empty(table: str, style: str, read: Cells) -> tuple[str, str]:
    """A table, from behind its beginning up to its end, without the columns of text that hold dashes alone, and the paragraph
    that says so; "" when nothing is left out. Its first column stays, and so do numbers: among them a dash is a figure."""
    *rows, end = table.split(ROW)
    if table.count(DASH) < len(rows) - 1 or len(rows) < 2 or any(one in table for one in MERGED):
        return table, ""
    cells = [row.split(CELL) for row in rows]
    heading, *below = cells
    columns = range(1, len(heading) - 1)
    if any(len(row) != len(heading) for row in below) or len(COLUMN.findall(table)) != len(heading) - 1:
        return table, ""
    empty = {at for at in columns if all(_text(row[at]) == "–" for row in below)}
    empty -= {at for at, cell in enumerate(read.in_row(rows[0])) if cell.is_at_right or _text(heading[at]).isdigit()}
    if not empty:
        return table, ""
    kept = [CELL.join(cell for at, cell in enumerate(row) if at not in empty) for row in cells]
    kept[0] = _without_columns(kept[0], empty)
    return ROW.join([*kept, end]), _note([_text(heading[at]) for at in sorted(empty)], style)


def without_empty_rows(table: str, style: str, read: Cells) -> tuple[str, str]:
    """The same for the rows of sources, posts or roles that have nothing in any year of this table: in one that is cut by years a row may
    say all it has in another part. Totals stay, and so does a table of which nothing else would be left."""
    *rows, end = table.split(ROW)
    if table.count(DASH) < 2 or len(rows) < 3 or any(one in table for one in MERGED):
        return table, ""
    headings = [_text(cell) for cell in rows[0].split(CELL)[:-1]]
    years = {at for at, heading in enumerate(headings) if YEAR.match(heading)}
    if len(years) < 2:
        return table, ""
    ordinary = [at for at, row in enumerate(rows) if at and ORDINARY in row.split(CELL)[0]]
    empty = [at for at in ordinary if _says_nothing(rows[at], years, len(headings), read)]
    if not empty or len(empty) == len(ordinary):
        return table, ""
    names = [f"‘{_text(rows[at].split(CELL)[0])}’" for at in empty]
    kept = ROW.join([*(row for at, row in enumerate(rows) if at not in empty), end])
    return kept, _paragraph(f"Niet vermeld, want in deze jaren leeg: {enumeration(names)}.", style)


def _says_nothing(row: str, years: set[int], count: int, read: Cells) -> bool:
    cells = row.split(CELL)[:-1]
    numbers = {at for at, cell in enumerate(read.in_row(row)) if cell.is_at_right} | years
    return len(cells) == count and 0 not in numbers and all(_text(cells[at]) == "–" for at in numbers)


def _text(cell: str) -> str:
    return "".join(TEXT.findall(cell)).strip()


def _without_columns(row: str, empty: set[int]) -> str:
    """What stands before the cells of the first row, the grid of the table, without these columns."""
    grid, end, rest = row.partition("</w:tblGrid>")
    first, *columns = COLUMN.split(grid)
    found = COLUMN.findall(grid)
    kept = "".join(one + behind for at, (one, behind) in enumerate(zip(found, columns, strict=True)) if at not in empty)
    return first + kept + end + rest


def _note(headings: list[str], style: str) -> str:
    return _paragraph(f"Niet vermeld: {enumeration([f'‘{one}’' for one in headings])}.", style)


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
