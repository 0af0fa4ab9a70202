"""An Excel file of plain tables: bold headings that stay in view, widths, a filter.

Written part by part: the same rows, the same bytes, and nothing to load for a report of ten rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import escape

from docgen.sheets import letter
from docgen.word.package import CONTENT_TYPES, DOCUMENT_RELS, Entry, assemble, deflate
from docgen.word.workbook import HEAD, KIND, MAIN, PACKAGE, RELATIONSHIPS

RELATIONSHIP_FILE = "application/vnd.openxmlformats-package.relationships+xml"
WIDTH = 10
# the second style is that of headings
STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
VIEW = """<sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""


class Sheet(NamedTuple):
    """A table: its title, the headings with their widths in characters, and its rows. Text is without control characters."""

    title: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Iterable[Sequence[str | int]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The tables as an .xlsx, each on a sheet of its own."""
    return assemble(_entries(sheets))


def _entries(sheets: Sequence[Sheet]) -> Iterator[Entry]:
    numbers = range(1, len(sheets) + 1)
    override = f'<Override PartName="/xl/{{}}.xml" ContentType="{KIND}.{{}}+xml"/>'
    overrides = [override.format("workbook", "sheet.main"), override.format("styles", "styles")]
    overrides += [override.format(f"worksheets/sheet{n}", "worksheet") for n in numbers]
    default = f'<Default Extension="rels" ContentType="{RELATIONSHIP_FILE}"/>'
    types = f'<Types xmlns="{PACKAGE}/content-types">{default}{"".join(overrides)}</Types>'
    listed = (f'<sheet name="{sheet.title}" sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(sheets, 1))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>{"".join(listed)}</sheets></workbook>'
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers] + [("styles", "styles.xml")]
    yield _part(CONTENT_TYPES, types)
    yield _part(DOCUMENT_RELS, _relationships([("officeDocument", "xl/workbook.xml")]))
    yield _part("xl/_rels/workbook.xml.rels", _relationships(targets))
    yield _part("xl/workbook.xml", book)
    yield _part("xl/styles.xml", STYLES)
    for n, sheet in zip(numbers, sheets, strict=True):
        yield _part(f"xl/worksheets/sheet{n}.xml", _worksheet(sheet))


def _part(name: str, text: str) -> Entry:
    return deflate(name, f"{HEAD}{text}".encode("utf-8", "replace"), small=False, digested=False)


def _relationships(targets: Iterable[tuple[str, str]]) -> str:
    rows = (
        f'<Relationship Id="rId{n}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _worksheet(sheet: Sheet) -> str:
    columns = [f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(sheet.widths, 1)]
    rows = [_row(1, sheet.headings, ' s="1"'), *(_row(n, row) for n, row in enumerate(sheet.rows, 2))]
    area = f"A1:{letter(len(sheet.headings) - 1)}{len(rows)}"
    return (
        f'<worksheet xmlns="{MAIN}">{VIEW}<cols>{"".join(columns)}</cols>'
        f'<sheetData>{"".join(rows)}</sheetData><autoFilter ref="{area}"/></worksheet>'
    )


def _row(number: int, cells: Sequence[str | int], style: str = "") -> str:
    inside = "".join(_cell(f"{letter(n)}{number}", value, style) for n, value in enumerate(cells) if value != "")
    return f'<row r="{number}">{inside}</row>'


def _cell(place: str, value: str | int, style: str) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"{style}><v>{value}</v></c>'
    text = str(escape(value)).replace("\r", "&#13;")
    return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
