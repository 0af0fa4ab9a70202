"""What changed as a Word document in the house style: a table for each subject, to send with a new version."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.opc.relationships import W
from docgen.text.dutch import capital
from docgen.versions.wording import Told

HEADINGS = ("Wat", "Was", "Is nu")
TABLE, HEAD, CELL = "Huisstijl tabel", "Tabelkop", "Tabeltekst"
DESCRIPTION = "Per gegeven wat er stond en wat er nu staat."
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
        _add_table(made, [(capital(one.about), one.before, one.now) for one in rows])
    subjects = dict.fromkeys(one.subject for one in found)
    for subject, table in zip(subjects, made.element.body.iter(f"{W}tbl"), strict=True):
        _describe(table, subject)
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


def _add_table(made: Any, rows: Sequence[tuple[str, str, str]]) -> None:
    section = made.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    table = made.add_table(rows=0, cols=len(HEADINGS), style=TABLE)
    table.autofit = False
    for number, row in enumerate((HEADINGS, *rows)):
        for cell, text, part in zip(table.add_row().cells, row, PART_OF_WIDTH, strict=True):
            cell.width = int(width * part)
            cell.paragraphs[0].text = text or ABSENT
            cell.paragraphs[0].style = CELL if number else HEAD
    for column, part in zip(table.columns, PART_OF_WIDTH, strict=True):
        column.width = int(width * part)


def _describe(table: Any, subject: str) -> None:
    """Give a table what a screen reader and a page break ask for: a description, a row of headings, rows that stay whole."""
    look = table.find(f"{W}tblPr")
    for name, text in (("tblCaption", subject), ("tblDescription", DESCRIPTION)):
        look.append(look.makeelement(f"{W}{name}", {f"{W}val": text}))
    for number, row in enumerate(table.iter(f"{W}tr")):
        properties = row.makeelement(f"{W}trPr")
        properties.append(row.makeelement(f"{W}cantSplit"))
        if number == 0:
            properties.append(row.makeelement(f"{W}tblHeader"))
        row.insert(0, properties)
