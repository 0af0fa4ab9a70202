"""Small Word files for tests, made with python-docx and, where that cannot, by changing parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import count

import openpyxl
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@cache
def _lean() -> bytes:
    """The file python-docx begins with, less what no test looks at: nine tenths of it are styles of tables, held twice."""
    made = Document()
    for style in [
        one for one in made.styles if one.type == WD_STYLE_TYPE.TABLE and one.name not in ("Normal Table", "Table Grid")
    ]:
        style.element.getparent().remove(style.element)
    parts = parts_of(saved(made))
    for part, owner in (
        ("docProps/thumbnail.jpeg", "_rels/.rels"),
        ("word/stylesWithEffects.xml", "word/_rels/document.xml.rels"),
    ):
        name = part.rpartition("/")[2].encode()
        del parts[part]
        parts[owner] = re.sub(rb"<Relationship [^>]*%s[^>]*>" % name, b"", parts[owner])
        parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*%s[^>]*>" % name, b"", parts["[Content_Types].xml"])
    return zipped(parts)


def blank():
    """A new Word file, in the hands of python-docx."""
    return Document(io.BytesIO(_lean()))


@cache
def _empty() -> dict[str, bytes]:
    """The parts of a new Word file with an empty title, as python-docx writes them."""
    made = blank()
    made.core_properties.title = ""
    return parts_of(saved(made))


def _paragraph(text: str):
    """What python-docx makes of a text; "# " before it makes it a heading."""
    element = OxmlElement("w:p")
    if text.startswith("# "):
        element.style = "Heading1"
    if text.removeprefix("# "):
        element.add_r().text = text.removeprefix("# ")
    return element


def document(*paragraphs: str, header: str = "", title: str = "", table: list[list[str]] | None = None) -> bytes:
    """A Word file with these paragraphs ("# " before one makes it a heading), a header, a title and a table."""
    if header or table:
        return _built(paragraphs, header, title, table)
    parts = dict(_empty())
    root = parse_xml(parts["word/document.xml"])
    for text in paragraphs:
        root.body.insert(-1, _paragraph(text))
    parts["word/document.xml"] = serialize_part_xml(root)
    if title:
        core = parse_xml(parts["docProps/core.xml"])
        core.title_text = title
        parts["docProps/core.xml"] = serialize_part_xml(core)
    return zipped(parts)


def _built(paragraphs: tuple[str, ...], header: str, title: str, table: list[list[str]] | None) -> bytes:
    """The same by python-docx alone."""
    made = blank()
    made.core_properties.title = title
    for text in paragraphs:
        if text.startswith("# "):
            made.add_heading(text[2:], 1)
        else:
            made.add_paragraph(text)
    if table:
        grid = made.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    if header:
        made.sections[0].header.paragraphs[0].text = header
    return saved(made)


def saved(made) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}  # it says so when a sum is wrong


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The same file with the text of one part changed."""
    parts = parts_of(data)
    parts[part] = change(parts[part].decode()).encode()
    return zipped(parts)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    return zipped(parts_of(data) | {name: content})


def with_relation(
    data: bytes,
    kind: str,
    target: str,
    external: bool = True,
    rels: str = "word/_rels/document.xml.rels",
    key: str = "rIdExtra",
) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    added = f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts = parts_of(data)
    parts[rels] = parts.get(rels, empty.encode()).replace(b"</Relationships>", added.encode())
    return zipped(parts)


RUN, PARAGRAPH, TEXT = qn("w:r"), qn("w:p"), qn("w:t")
SIGNS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def text_of(data: bytes, part: str = "word/document.xml") -> str:
    """All text of a part, a line a paragraph, read by python-docx' own parser."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parse_xml(archive.read(part))
    lines = []
    for paragraph in root.iter(PARAGRAPH):
        children = (child for run in paragraph.iter(RUN) for child in run)
        words = (child.text if child.tag == TEXT else SIGNS.get(child.tag) for child in children)
        lines.append("".join(word or "" for word in words))
    return "\n".join(lines)


# ---------------------------------------------------------------------------------------------------------- charts

SAMPLE = {"Voorbeeld A": (1111, 2222), "Voorbeeld B": (3333, 4444), "Voorbeeld C": (5555, 6666)}
AXES = (
    '<c:catAx><c:axId val="11"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:crossAx val="22"/></c:catAx>'
    '<c:valAx><c:axId val="22"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:crossAx val="11"/></c:valAx>'
)
PLOTS = {  # as Word writes them: what stands before the series, within each of them, and after
    "bar": ('<c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>', '<c:invertIfNegative val="0"/>', '<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="11"/><c:axId val="22"/>', ""),
    "line": ('<c:grouping val="standard"/><c:varyColors val="0"/>', '<c:marker><c:symbol val="circle"/><c:spPr>{fill}<a:ln w="9525">{fill}</a:ln></c:spPr></c:marker>', '<c:marker val="1"/><c:axId val="11"/><c:axId val="22"/>', '<c:smooth val="0"/>'),
    "area": ('<c:grouping val="stacked"/><c:varyColors val="0"/>', "", '<c:axId val="11"/><c:axId val="22"/>', ""),
    "pie": ('<c:varyColors val="1"/>', '<c:dPt><c:idx val="0"/><c:bubble3D val="0"/><c:spPr>{fill}</c:spPr></c:dPt>', '<c:firstSliceAng val="0"/>', ""),
}  # fmt: skip


def series_xml(number: int, name: str, values: tuple[int, ...], plot: str) -> str:
    """A series as Word writes it, with labels, one of them typed by hand, and an id of its own."""
    fill = f'<a:solidFill><a:schemeClr val="accent{number + 1}"/></a:solidFill>'
    look = (
        f'<a:ln w="28575">{fill}</a:ln>'
        if plot == "line"
        else f'{fill}<a:ln><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>'
    )
    shown = '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    typed = f'<c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{values[0]}</a:t></a:r></a:p></c:rich></c:tx>{shown}</c:dLbl>'
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    years = "".join(f'<c:pt idx="{n}"><c:v>Voorbeeldjaar {n}</c:v></c:pt>' for n in range(len(values)))
    column, last, size = chr(66 + number), len(values) + 1, f'<c:ptCount val="{len(values)}"/>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f'<c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"<c:spPr>{look}</c:spPr>{PLOTS[plot][1].format(fill=fill)}<c:dLbls>{typed}{shown}</c:dLbls>"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{size}{years}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>{size}{points}</c:numCache></c:numRef></c:val>"
        f'{PLOTS[plot][3]}<c:extLst><c:ext uri="{{C3380CC4-5D6E-409C-BE32-E72D297353CC}}" xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart">'
        f'<c16:uniqueId val="{{0000000{number}-3C0A-4F4B-9A53-6F1E5A0D7B11}}"/></c:ext></c:extLst></c:ser>'
    )


def chart_xml(plot: str = "bar", sample: dict[str, tuple[int, ...]] | None = None) -> str:
    """The chart part that Word makes."""
    sample = SAMPLE if sample is None else sample
    start, _, end, _ = PLOTS[plot]
    series = "".join(series_xml(n, name, values, plot) for n, (name, values) in enumerate(sample.items()))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main" xmlns:r="{OFFICE}"><c:date1904 val="0"/><c:lang val="nl-NL"/><c:roundedCorners val="0"/>'
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="c14" xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart">'
        '<c14:style val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:{plot}Chart>{start}{series}{end}</c:{plot}Chart>{"" if plot == "pie" else AXES}</c:plotArea>'
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:externalData r:id="rId3"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )  # fmt: skip


def excel(sample: dict[str, tuple[int, ...]]) -> bytes:
    """The Excel file inside a chart."""
    book = openpyxl.Workbook()
    book.active.append(["", *sample])
    for row in zip(*sample.values(), strict=True):
        book.active.append(["Voorbeeldjaar", *row])
    return saved(book)


def with_chart(
    data: bytes,
    alt: str = "{{ geldstromen.grafiek.tekst }}",
    *,
    at: str = "[grafiek]",
    chart: str | None = None,
    owner: str = "word/document.xml",
) -> bytes:
    """The same file with a chart, as Word makes it, in place of the text `at` in a part; `alt` is its alt text."""
    parts = parts_of(data)
    number = next(n for n in count(1) if f"word/charts/chart{n}.xml" not in parts)
    part, rels = f"word/charts/chart{number}.xml", owner.replace("word/", "word/_rels/") + ".rels"
    drawing = (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5486400" cy="3200400"/>'
        f'<wp:docPr id="{number}" name="Grafiek {number}" descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{OFFICE}" r:id="rIdChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    parts[owner] = parts[owner].replace(f"<w:t>{at}</w:t>".encode(), drawing.encode(), 1)
    parts[part] = (chart or chart_xml()).encode()
    parts[f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"] = excel(SAMPLE)
    parts[f"word/charts/colors{number}.xml"] = (
        f'<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" xmlns:a="{DRAWING}/main" meth="cycle" id="10">'
        '<a:schemeClr val="accent1"/><cs:variation/></cs:colorStyle>'
    ).encode()
    kinds = f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Override PartName="/word/charts/colors{number}.xml" ContentType="application/vnd.ms-office.chartcolorstyle+xml"/>'
    types = parts["[Content_Types].xml"].decode().replace("</Types>", f"{kinds}</Types>")
    if 'Extension="xlsx"' not in types:
        types = re.sub("(<Types[^>]*>)", rf'\1<Default Extension="xlsx" ContentType="{SPREADSHEET}"/>', types)
    parts["[Content_Types].xml"] = types.encode()
    made = with_relation(zipped(parts), "chart", f"charts/chart{number}.xml", False, rels, f"rIdChart{number}")
    own = f"word/charts/_rels/chart{number}.xml.rels"
    book = f"../embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    made = with_relation(made, "package", book, False, own, "rId3")
    made = with_relation(made, "chartColorStyle", f"colors{number}.xml", False, own, "rId1")
    microsoft = "http://schemas.microsoft.com/office/2011/relationships"
    return changed(made, own, lambda xml: xml.replace(f"{OFFICE}/chartColor", f"{microsoft}/chartColor"))
