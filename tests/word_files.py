"""Small Word files for tests, made with python-docx and, where that cannot, by changing parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document


def document(*paragraphs: str, header: str = "", title: str = "", table: list[list[str]] | None = None) -> bytes:
    """A Word file with these paragraphs ("# " before one makes it a heading), a header, a title and a table."""
    made = Document()
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
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
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
    data: bytes, kind: str, target: str, external: bool = True, rels: str = "word/_rels/document.xml.rels"
) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = f'<Relationship Id="rIdExtra" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts = parts_of(data)
    parts[rels] = parts.get(rels, empty.encode()).replace(b"</Relationships>", added.encode())
    return zipped(parts)


def text_of(data: bytes, part: str = "word/document.xml") -> str:
    """All text of a part, a line a paragraph, read by python-docx' own parser."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    lines = []
    for paragraph in parse_xml(parts_of(data)[part]).iter(qn("w:p")):
        words = []
        for run in paragraph.iter(qn("w:r")):
            for child in run:
                words.append(
                    {qn("w:br"): "\n", qn("w:tab"): "\t"}.get(child.tag, child.text if child.tag == qn("w:t") else "")
                )
        lines.append("".join(word or "" for word in words))
    return "\n".join(lines)
