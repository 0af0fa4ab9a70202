"""What the pages of a template ask for, found when it is compiled."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from docgen.word.typesetting import table_marks, text_styles
from docgen.word.typesetting.typesetter import Look as KeptLook


class Look:
    """The styles of a template, and whether a part of it needs them."""

    def __init__(self, styles: bytes | None, theme: bytes | None) -> None:
        self._styles, self._theme, self._is_needed = styles, theme, False

    def mark(self, root: Any, is_shipped: bool) -> None:
        """Mark in a part what is set once it is filled."""
        if self._styles is not None:
            self._is_needed |= table_marks.mark_tables(root, self._margins, is_shipped)

    def needed(self) -> KeptLook | None:
        """What is needed to do so, as plain data; `None` when nothing is marked."""
        if not self._is_needed or self._styles is None:
            return None
        paragraphs = text_styles.text_styles(self._styles, self._theme)
        rows = tuple((key, tuple(one.font), one.indent, one.is_at_right) for key, one in sorted(paragraphs.items()))
        return rows, tuple(sorted(text_styles.bold_runs(self._styles)))

    @cached_property
    def _margins(self) -> dict[str, int]:
        return table_marks.cell_margins(self._styles or b"")
