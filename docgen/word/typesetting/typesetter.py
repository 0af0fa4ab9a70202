"""What is done with a filled part for the look of its pages; the same for the fast path and the reference path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from docgen._lazy import regex
from docgen.word.typesetting import breaks, column_widths, contents
from docgen.word.typesetting.cells import Cells
from docgen.word.typesetting.empty_columns import without_empty, without_empty_rows
from docgen.word.typesetting.row_keeping import with_heading_kept
from docgen.word.typesetting.text_width import Font, TextStyle
from docgen.word.xml.dates import with_months_whole

MARKED, CONTENTS, BODY = b"<?docgen fit ", b"<?docgen contents ", b"<w:body>"
TABLE = regex(r"<\?docgen fit (\d+) (\d+) (\w*)\?>")
# of the styles of a document, as plain data: those of paragraphs (id, font, indent, whether at the right), and the bold ones; what a
# table of contents needs (`contents_marks.Headings`); and the styles of annexes and signatures
SLANT = 20  # beside a number: some programs leave room for the slant of its last figure, and would break it
MOST_TABLES = 64  # that are kept
Look = tuple[
    tuple[tuple[str, tuple[Any, ...], int, bool], ...], tuple[str, ...], tuple[Any, ...], tuple[tuple[str, ...], ...]
]
NO_LOOK: Look = ((("", ("", 20, False), 0, False),), (), (), ())


class Typesetter:
    """The look of one template."""

    def __init__(self, look: Look) -> None:
        self._kept: dict[tuple[str, str, str], str] = {}  # in a batch most tables are the same in every document
        rows, bold, headings, breaking = look
        self.cells = _cells(rows, bold)
        self._contents = contents.Contents(*headings) if headings else None
        self._breaks = breaks.Breaks(*breaking) if breaking else None

    def typeset(self, data: bytes) -> bytes:
        """A filled part with the columns of its marked tables by their text, its table of contents and its page breaks."""
        if MARKED not in data and CONTENTS not in data and (self._breaks is None or BODY not in data):
            return data
        text = data.decode()
        text = self._breaks.set_in(text) if self._breaks is not None else text
        text = self._contents.filled(text) if self._contents is not None else text
        first, *rest = TABLE.split(text)
        whole = "".join([first, *self._tables(rest)])
        return (with_months_whole(whole) if self._breaks is not None else whole).encode()

    def _tables(self, pieces: Sequence[str]) -> list[str]:
        """The tables, each behind its width, the margins of its cells and the style of a note, with what stands behind them."""
        written: list[str] = []
        for width, padding, style, piece in zip(*(pieces[at::4] for at in range(4)), strict=True):
            table, end, behind = piece.partition("</w:tbl>")
            key = table, width, padding
            if key not in self._kept:
                if len(self._kept) >= MOST_TABLES:
                    self._kept.clear()
                kept, note = _without_empty(table, style, self.cells) if style else (table, "")
                kept = with_heading_kept(kept) if style else kept
                self._kept[key] = column_widths.fitted(kept, int(width), int(padding), self.cells) + end + note
            written += (self._kept[key], behind)
        return written


def _without_empty(table: str, style: str, cells: Cells) -> tuple[str, str]:
    kept, rows = without_empty_rows(table, style, cells)
    kept, columns = without_empty(kept, style, cells)
    return kept, rows + columns


@lru_cache(maxsize=8)
def _cells(rows: Any, bold: tuple[str, ...]) -> Cells:
    """The cells that were read under these styles: templates in one house style share them."""
    paragraphs = {
        key: TextStyle(Font(*font), indent + SLANT * is_at_right, is_at_right)
        for key, font, indent, is_at_right in rows
    }
    return Cells(paragraphs, frozenset(bold))
