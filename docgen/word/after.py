"""What happens to a part after its tags are filled: the steps docxtpl does, on a string and only where needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

from docgen.word.parts import W, parse

BREAKING = re.compile("[\n\t\a\f]")
DRAWING_ID = re.compile(r'(<wp:docPr [^>]*?\bid=")\d+')
BOOKMARK = re.compile(r"<w:bookmark(Start|End)\b([^>]*?)/>")
NO_ROWS = re.compile(r"(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:tbl>")
EMPTY_TABLE = re.compile(rf"<w:tbl>(?:(?!<w:tbl>|<w:tr[ >]).)*?{NO_ROWS.pattern}", re.DOTALL)
EMPTY_ROW = re.compile(r"<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|</w:tr>).)*</w:tr>", re.DOTALL)
BARE_CELL = re.compile(r"<w:tc(?: [^>]*)?>(?:(?!<w:p[ />]|<w:tc[ >]|</w:tc>).)*(?=</w:tc>)", re.DOTALL)
BARE_STORY = re.compile(
    r"(<w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)\b[^>]*>)(?=\s*</w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)>)"
)
PROPERTIES_ORDER = ["cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"]
MARKS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
SHAPE_ID = re.compile(r'(?<=<v:shape) id="[^"]*"| o:spid="[^"]*"')
CONTROL_ID = re.compile(r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?)<w:id w:val="[^"]*"/>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
CELL_TAGS = re.compile(r"colspan|cellbg|\{%\s*[hv]m\s*%\}")
GRID = re.compile(r"<w:tblGrid>(?:<w:gridCol\b[^>]*/>)*</w:tblGrid>|<w:tblGrid/>")
SPAN = re.compile(r'<w:gridSpan w:val="(\d{1,2})"/>')
WIDTH = re.compile(r'<w:tcW (?:w:w="(\d+)" w:type="dxa"|w:type="dxa" w:w="(\d+)")/>')
ROOT = re.compile(r"<w:(hdr|document)\b[^>]*>(?:<w:background\b[^>]*/>)?(?:<w:body>)?")
FIRST_IDS = 1000  # drawings of the first part are numbered from 1001, as docxtpl does; of the next from 2001
DRAFT_MARK = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="B00020"/><w:sz w:val="28"/></w:rPr>'
    "<w:t>CONCEPT</w:t></w:r></w:p>"
)


TEARABLE = ("row", "table", "cell", "story")


@dataclass(frozen=True)
class Steps:
    """Which steps a part can need, known when it is compiled."""

    grids: bool  # the number of cells in a row can differ from the grid
    disorder: bool  # docxtpl's own tags for cells put their properties in an order of its own
    first_id: int  # of the drawings and bookmarks in this part
    drawings: bool = True  # a loop can repeat them
    bookmarks: bool = True
    torn: tuple[str, ...] = TEARABLE  # what a filling can leave without what it must hold

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do as long as values are ordinary text."""
        return not (self.grids or self.drawings or self.bookmarks or self.torn)


def steps_for(xml: str, first_id: int) -> Steps:
    """Look at a part before its tags are prepared: what can need mending once they are filled?"""
    return Steps(_grids_can_change(xml), bool(CELL_TAGS.search(TAG.sub("", xml))), first_id)


def numbered(xml: str, first_id: int) -> str:
    """Give the drawings and bookmarks of a part numbers of their own."""
    if "<wp:docPr" in xml:
        numbers = count(first_id + 1)
        xml = DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}", xml)
    return _with_unique_bookmarks(xml, first_id) if "<w:bookmarkStart" in xml else xml


def without_marks(xml: str) -> str:
    """Drop the marks of paragraphs and controls that must be unique, when a loop or macro can repeat them."""
    text = TAG.sub("", xml)
    if not re.search(r"\{%[^}]*\b(for|macro)\b", text):
        return xml
    return SHAPE_ID.sub("", CONTROL_ID.sub(r"\1", MARKS.sub("", xml)))


def _grids_can_change(xml: str) -> bool:
    if "<w:tbl>" not in xml:
        return False
    text = TAG.sub("", xml)
    if CELL_TAGS.search(text) or re.search(r"\{[%{#]\s*tc\b", text):
        return True
    return any(not _is_regular(table) for table in parse(xml.encode()).iter(f"{W}tbl"))


def _is_regular(table: Any) -> bool:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    return all(sum(map(_span, cells)) == columns for cells in rows)


def apply(steps: Steps, xml: str, odd: bool = True) -> str:
    """Do the steps a filled part needs; `odd` when a value is more than ordinary text."""
    if odd:
        xml = _with_breaks(xml)
    for what in TEARABLE if odd else steps.torn:
        xml = MENDED[what](xml)
    if steps.grids:
        xml = _with_fitting_grids(xml, steps.disorder)
    if steps.drawings or (odd and "<wp:docPr" in xml):
        numbers = count(steps.first_id + 1)
        xml = DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}", xml)
    return _with_unique_bookmarks(xml, steps.first_id) if steps.bookmarks else xml


def _with_breaks(xml: str) -> str:
    """Line breaks and tabs of values as those of Word."""
    if "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n")
    declaration, _, body = xml.partition("\n")
    return f"{declaration}\n{_broken_up(body)}" if BREAKING.search(body) else xml


def _with_paragraphs_in_cells(xml: str) -> str:
    if xml.count("</w:tc>") == xml.count("</w:p></w:tc>") + xml.count("<w:p/></w:tc>"):
        return xml
    return BARE_CELL.sub(r"\g<0><w:p/>", xml).replace("</w:tbl></w:tc>", "</w:tbl><w:p/></w:tc>")


def _without_empty_rows(xml: str) -> str:
    return xml if xml.count("</w:tr>") == xml.count("</w:tc></w:tr>") else EMPTY_ROW.sub("", xml)


def _without_empty_tables(xml: str) -> str:
    is_whole = xml.count("</w:tbl>") == xml.count("</w:tr></w:tbl>") or not NO_ROWS.search(xml)
    return xml if is_whole else EMPTY_TABLE.sub("", xml)


# Word opens no row without cells, table without rows or cell without a paragraph: rows and tables go, cells are filled
MENDED: dict[str, Callable[[str], str]] = {
    "row": _without_empty_rows,
    "table": _without_empty_tables,
    "cell": _with_paragraphs_in_cells,
    "story": lambda xml: BARE_STORY.sub(r"\1<w:p/>", xml),
}


def _broken_up(xml: str) -> str:
    """Line breaks and tabs of values become those of Word, as docxtpl does it."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.resolve_listing(None, xml))


def _with_fitting_grids(xml: str, disorder: bool) -> str:
    """Every table with the columns that its rows have."""
    fitting = None if disorder else _fitted_as_text(xml)
    return _fitted_by_the_book(xml) if fitting is None else fitting


def _fitted_by_the_book(xml: str) -> str:
    from lxml import etree

    root = parse(xml.encode())
    for table in root.iter(f"{W}tbl"):
        _fit_grid(table)
    for cell in root.iter(f"{W}tcPr"):
        cell[:] = sorted(cell, key=_place_in_cell)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="unicode")


def _fitted_as_text(xml: str) -> str | None:
    """The same without parsing; `None` when a table is not so plain that text is enough."""
    pieces: list[str] = []
    end = 0
    while (start := xml.find("<w:tbl>", end)) >= 0:
        pieces.append(xml[end:start])
        end = xml.find("</w:tbl>", start)
        fitting = _plainly_fitted(xml[start:end])
        if fitting is None:
            return None
        pieces.append(fitting)
    return "".join([*pieces, xml[end:]])


@lru_cache(maxsize=64)  # in a batch most tables are the same in every document
def _plainly_fitted(table: str) -> str | None:
    """A table without its end, with a grid that fits; `None` when it is not so plain that text is enough."""
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
    needed = min(max(len(columns), *map(len, rows)), max(sum(map(_span, cells)) for cells in rows))
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


def _place_in_cell(element: Any) -> int:
    """Where the schema wants a property of a cell; docxtpl puts `shd` and `gridSpan` first."""
    name = str(element.tag).rsplit("}", 1)[-1]
    return PROPERTIES_ORDER.index(name) if name in PROPERTIES_ORDER else len(PROPERTIES_ORDER)


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = (span.get(f"{W}val") if span is not None else None) or "1"
    return min(int(value), 63) if re.fullmatch(r"\d{1,9}", value, re.ASCII) else 1


def _width(cell: Any) -> int | None:
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is None or width.get(f"{W}type", "dxa") != "dxa" or not (width.get(f"{W}w") or "").isdigit():
        return None
    return int(width.get(f"{W}w"))


def _with_unique_bookmarks(xml: str, first_id: int) -> str:
    """Number bookmarks anew, and give a name that a loop repeats a number behind it."""
    numbers = count(first_id)
    open_ids: dict[str, int] = {}
    names: Counter[str] = Counter()

    def renumbered(match: re.Match[str]) -> str:
        attributes = match[2]
        old = re.search(r'w:id="([^"]*)"', attributes)
        key = old[1] if old else ""
        if match[1] == "End":
            new = open_ids.pop(key, None)
            return f'<w:bookmarkEnd w:id="{new if new is not None else next(numbers)}"/>'
        open_ids[key] = new = next(numbers)
        attributes = re.sub(r'w:id="[^"]*"', f'w:id="{new}"', attributes)
        named = re.sub(r'w:name="([^"]*)"', lambda name: _unique_name(name[1], names), attributes)
        return f"<w:bookmarkStart{named}/>"

    return BOOKMARK.sub(renumbered, xml)


def _unique_name(name: str, taken: Counter[str]) -> str:
    taken[name.lower()] += 1
    times = taken[name.lower()]
    return f'w:name="{name if times == 1 else f"{name[:32]}_{times}"}"'


def with_draft_mark(xml: str) -> str:
    """Put CONCEPT at the top of a header, or of the document when it has no header."""
    return ROOT.sub(lambda start: start[0] + DRAFT_MARK, xml, count=1)
