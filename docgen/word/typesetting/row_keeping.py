"""The rows of a table that a page may not part: the heading and the first row, a total and the row above it, the last two rows,
and the last row and a note about the table. LibreOffice loses rows of some tables whose heading may stand alone."""

from __future__ import annotations

from typing import NamedTuple

from docgen._lazy import regex
from docgen.word.typesetting.breaks import style_of

TOTALS, NOTES = frozenset({"tabelsubtotaal", "tabeltotaal"}), frozenset({"tabelnoot"})  # names of styles
PARAGRAPH_STYLE = regex(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext)')
HEADING, END_OF_ROW = "<w:tblHeader/>", "</w:tr>"


class RowKeeping(NamedTuple):
    """The styles of totals and of notes, by their ids."""

    totals: tuple[str, ...]
    notes: tuple[str, ...]

    def is_note(self, behind: str) -> bool:
        """Whether what stands behind a table begins with a note about it."""
        paragraph = behind[: behind.find("</w:pPr>")]
        note = style_of(self.notes)
        return note is not None and paragraph.startswith("<w:p") and note.search(paragraph) is not None

    def kept(self, table: str, has_note: bool) -> str:
        """A table with its rows kept together where they must be."""
        *rows, rest = table.split(END_OF_ROW)
        total = style_of(self.totals)
        kept = {at for at, row in enumerate(rows) if HEADING in row}
        kept |= {len(kept)} if kept else set()
        kept |= {at - 1 for at, row in enumerate(rows) if total is not None and total.search(row)}
        kept = {at for at in (*kept, len(rows) - 2) if 0 <= at < len(rows) - 1}
        kept |= {len(rows) - 1} if has_note else set()
        pieces = [PARAGRAPH_STYLE.sub(r"\1<w:keepNext/>", row) if at in kept else row for at, row in enumerate(rows)]
        return END_OF_ROW.join([*pieces, rest])
