"""What is done with a filled part for the look of its pages; the same for the fast path and the reference path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from docgen._lazy import regex
from docgen.word.typesetting import column_widths
from docgen.word.typesetting.cells import Cells
from docgen.word.typesetting.text_width import Font, TextStyle

MARKED = b"<?docgen fit "
TABLE = regex(r"<\?docgen fit (\d+) (\d+)\?>")
# of the styles of a document, as plain data: those of paragraphs (id, font, indent, whether at the right), and the bold ones
MOST_TABLES = 64  # that are kept
Look = tuple[tuple[tuple[str, tuple[Any, ...], int, bool], ...], tuple[str, ...]]
NO_LOOK: Look = ((("", ("", 20, False), 0, False),), ())


class Typesetter:
    """The look of one template."""

    def __init__(self, look: Look) -> None:
        self._kept: dict[tuple[str, str, str], str] = {}  # in a batch most tables are the same in every document
        self.cells = _cells(look)

    def typeset(self, data: bytes) -> bytes:
        """A filled part with the columns of its marked tables by their text."""
        if MARKED not in data:
            return data
        first, *rest = TABLE.split(data.decode())
        return "".join([first, *self._tables(rest)]).encode()

    def _tables(self, pieces: Sequence[str]) -> list[str]:
        """The tables, each behind its width and the margins of its cells, with what stands behind them."""
        written: list[str] = []
        for width, padding, piece in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
            table, end, behind = piece.partition("</w:tbl>")
            key = table, width, padding
            if key not in self._kept:
                if len(self._kept) >= MOST_TABLES:
                    self._kept.clear()
                self._kept[key] = column_widths.fitted(table, int(width), int(padding), self.cells)
            written += (self._kept[key], end, behind)
        return written


@lru_cache(maxsize=8)
def _cells(look: Look) -> Cells:
    """The cells that were read under these styles: templates in one house style share them."""
    rows, bold = look
    paragraphs = {key: TextStyle(Font(*font), indent, is_at_right) for key, font, indent, is_at_right in rows}
    return Cells(paragraphs, frozenset(bold))
