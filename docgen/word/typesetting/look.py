"""What the pages of a template ask for, found when it is compiled."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from docgen.opc.relationships import W, parse
from docgen.word.typesetting import breaks, contents_marks, table_marks, text_styles
from docgen.word.typesetting.typesetter import Look as KeptLook

CAPTION, TABLE_NOTE = "caption", "tabelnoot"


class Look:
    """The styles of a template, and what a part of it needs of them."""

    def __init__(self, styles: bytes | None, theme: bytes | None, numbering: bytes | None, is_shipped: bool) -> None:
        self._styles, self._theme, self._numbering, self._is_shipped = styles, theme, numbering, is_shipped
        self._has_tables = self._has_contents = False
        self._used = set[str]()  # the styles of paragraphs in its parts

    def mark(self, root: Any) -> None:
        """Mark in a part what is set once it is filled."""
        if self._styles is not None:
            self._has_tables |= table_marks.mark_tables(
                root, self._margins, self._is_shipped, *self._ids.get(TABLE_NOTE, ())[:1]
            )
            self._has_contents |= contents_marks.mark_contents(root, self._styles, self._is_shipped)
            self._used |= {style.get(f"{W}val", "") for style in root.iter(f"{W}pStyle")}
            if self._is_shipped:
                self._keep_captions(root)

    def _keep_captions(self, root: Any) -> None:
        """A caption stands above its table on the same page, also when the style of a house does not say so."""
        captions = self._ids.get(CAPTION, ())
        for style in root.iter(f"{W}pStyle"):
            if style.get(f"{W}val") in captions and style.getparent().find(f"{W}keepNext") is None:
                style.addnext(style.makeelement(f"{W}keepNext"))

    def needed(self) -> KeptLook | None:
        """What is needed to do so, as plain data; `None` when nothing is."""
        if self._styles is None:
            return None
        breaking = tuple(self._named(each) for each in (breaks.ANNEX, breaks.SIGNING)) if self._is_shipped else ()
        if not (self._has_tables or self._has_contents or any(breaking)):
            return None
        paragraphs = text_styles.text_styles(self._styles, self._theme)
        rows = tuple((key, tuple(one.font), one.indent, one.is_at_right) for key, one in sorted(paragraphs.items()))
        bold = tuple(sorted(text_styles.bold_runs(self._styles)))
        found = contents_marks.headings(self._styles, self._numbering, self._used) if self._has_contents else ()
        return rows, bold, tuple(found), breaking if any(breaking) else ()

    def _named(self, names: frozenset[str]) -> tuple[str, ...]:
        """The ids of the styles of these names that are used."""
        return tuple(sorted(key for name in names for key in self._ids.get(name, ()) if key in self._used))

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The ids of the styles by their name."""
        ids: dict[str, list[str]] = {}
        for style in parse(self._styles or b"").iterfind(f"{W}style"):
            name = style.find(f"{W}name")
            if name is not None:
                ids.setdefault(name.get(f"{W}val", "").lower(), []).append(style.get(f"{W}styleId", ""))
        return ids

    @cached_property
    def _margins(self) -> dict[str, int]:
        return table_marks.cell_margins(self._styles or b"")
