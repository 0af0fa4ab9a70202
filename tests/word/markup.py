"""Pieces of WordprocessingML, Word files made of them, and what becomes of those."""

from __future__ import annotations

from docgen.word.compiler import compile_template
from tests.word_files import changed, document, parts_of, text_of

VALUES = {"naam": "GGD", "waar": True, "rijen": [{"a": "een"}, {"a": "twee"}]}

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fea735814b0000000049454e44ae426082"
)


def paragraph(text: str) -> str:
    """A paragraph with this text; what is markup already stays."""
    return text if text.startswith("<") else f"<w:p>{runs(text)}</w:p>"


def row(*cells: str, looks: str = "") -> str:
    """A row of a table."""
    around = f"<w:tcPr>{looks}</w:tcPr>" if looks else ""
    return f"<w:tr>{''.join(f'<w:tc>{around}{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> bytes:
    """A Word file with a table of these rows."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return body(
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl><w:p/>'
    )


def body(inner: str, **more) -> bytes:
    """A Word file with this markup, after a heading "Kop"."""
    return changed(
        document("# Kop", "HIER", **more),
        "word/document.xml",
        lambda xml: xml.replace("<w:p><w:r><w:t>HIER</w:t></w:r></w:p>", inner),
    )


def runs(*texts: str) -> str:
    """A run for each text."""
    return "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)


def made(template: bytes, **values) -> str:
    """The text of the document that a template makes."""
    return text_of(compile_template(template).render(VALUES | values))


def dict_of(data: bytes) -> bytes:
    """The XML of the text of a document."""
    return parts_of(data)["word/document.xml"].replace(b"&quot;", b'"')


def render(template: bytes, **context):
    return compile_template(template).render(context)
