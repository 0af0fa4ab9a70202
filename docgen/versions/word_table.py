"""What changed as a Word document in the house style: a table for each subject, to send with a new version."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.text.dutch import capital
from docgen.versions.wording import Told

HEADINGS = ("Wat", "Was", "Is nu")
TABLE, HEAD, CELL = "Huisstijl tabel", "Tabelkop", "Tabeltekst"
ABSENT, PART_OF_WIDTH = "–", (0.4, 0.3, 0.3)


def word_table(found: Sequence[Told], title: str, subtitle: str, style_sheet: Path) -> bytes:
    """The bytes of a .docx; `style_sheet` is a .docx with docgen's styles."""
    from docx import Document

    made = Document(str(style_sheet))
    for element in [one for one in made.element.body if not one.tag.endswith("}sectPr")]:
        made.element.body.remove(element)
    made.core_properties.title = title
    _set_margins(made.sections[0], subtitle)
    made.add_paragraph(title, style="Title")
    made.add_paragraph(subtitle, style="Subtitle")
    if not found:
        made.add_paragraph("Er is niets veranderd.")
    for subject, rows in groupby(found, key=lambda one: one.subject):
        made.add_paragraph(subject, style="Heading 1")
        _add_table(made, subject, [(capital(one.about), one.before, one.now) for one in rows])
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _set_margins(section: Any, text: str) -> None:
    """No tag of the style sheet stays in the header and footer; what stands behind a tab, such as the number of the page, does."""
    for paragraph in (*section.header.paragraphs, *section.footer.paragraphs):
        for run in paragraph.runs:
            if "{" in run.text:
                _, tab, behind = run.text.rpartition("\t")
                run.text = "" if "{" in behind else f"{text}{tab}{behind}"


def _add_table(made: Any, subject: str, rows: Sequence[tuple[str, str, str]]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section = made.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    table = made.add_table(rows=0, cols=len(HEADINGS), style=TABLE)
    table.autofit = False
    for name, text in (("w:tblCaption", subject), ("w:tblDescription", "Per gegeven wat er stond en wat er nu staat.")):
        table._tbl.tblPr.append(described := OxmlElement(name))
        described.set(qn("w:val"), text)
    for number, row in enumerate((HEADINGS, *rows)):
        added = table.add_row()
        properties = added._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, part in zip(added.cells, row, PART_OF_WIDTH, strict=True):
            cell.width = int(width * part)
            cell.paragraphs[0].text = text or ABSENT
            cell.paragraphs[0].style = HEAD if number == 0 else CELL
    for column, part in zip(table.columns, PART_OF_WIDTH, strict=True):
        column.width = int(width * part)
