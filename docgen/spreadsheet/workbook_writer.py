"""The Excel file inside a chart, which Word opens with "Gegevens bewerken": the figures of the chart and nothing else.

Written part by part, as that takes a tenth of a millisecond, leaves nothing on the disk and depends on no version: the
same figures, the same bytes. Names come from users: they are text that no spreadsheet takes for a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from markupsafe import escape

from docgen.opc import archive
from docgen.opc.archive import CONTENT_TYPES, DOCUMENT_RELS, ZipEntry
from docgen.spreadsheet.table import column_letter

SHEET = "Blad1"
TEXT, EUROS, CENTS = "@", '[$-413]"€ "#,##0', '[$-413]"€ "#,##0.00'  # 413: Dutch points and commas
NOTATIONS = (TEXT, EUROS, CENTS)  # the styles of cells, from 1
SHEET_PART = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# quotePrefix is what Excel keeps for a ' before a text: also after an edit it is no formula
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="{escape(EUROS)}"/>\
<numFmt numFmtId="165" formatCode="{escape(CENTS)}"/></numFmts>\
<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
AROUND = {
    CONTENT_TYPES: f"""<Types xmlns="{PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>\
<Override PartName="/{SHEET_PART}" ContentType="{KIND}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/></Types>""",
    DOCUMENT_RELS: f"""<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>""",
    "xl/styles.xml": STYLES,
    "xl/workbook.xml": f"""<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}">\
<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>""",
}


def workbook_bytes(
    categories: Sequence[str], series: Sequence[tuple[str, Sequence[Decimal | None]]], notation: str
) -> bytes:
    """An .xlsx with the categories in column A and a column for each series: its name, and its values in `notation`."""
    columns = [("", *categories), *((name, *values) for name, values in series)]
    rows = "".join(
        f'<row r="{row}">{"".join(_cell(f"{column_letter(n)}{row}", value, notation) for n, value in enumerate(cells))}</row>'
        for row, cells in enumerate(zip_longest(*columns), 1)
    )
    widths = f'<cols><col min="1" max="{len(columns)}" width="18" customWidth="1"/></cols>'
    sheet = f'{HEAD}<worksheet xmlns="{MAIN}">{widths}<sheetData>{rows}</sheetData></worksheet>'
    return archive.assemble([*_around(), archive.deflate(SHEET_PART, sheet.encode())])


def area(column: int, first: int, last: int) -> str:
    """Where cells of one column (from 0) stand, as a chart says it: "Blad1!$B$2:$B$6"."""
    start, end = (f"${column_letter(column)}${row}" for row in (first, last))
    return f"{SHEET}!{start}" if first == last else f"{SHEET}!{start}:{end}"


def _cell(place: str, value: str | Decimal | None, notation: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, Decimal):
        return f'<c r="{place}" s="{NOTATIONS.index(notation) + 1}"><v>{value}</v></c>'
    return f'<c r="{place}" s="1" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


@cache
def _around() -> tuple[ZipEntry, ...]:
    """The parts that are the same in every file."""
    return tuple(archive.deflate(name, f"{HEAD}{text}".encode()) for name, text in AROUND.items())
