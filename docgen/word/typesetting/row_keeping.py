"""The heading of a table and its first row, which a page may not part.

LibreOffice loses the rows of some tables whose heading would stand alone at the end of a page; and it loses those of others where
rows further on are kept together, so that these two are all.
"""

from __future__ import annotations

from docgen._lazy import regex

PARAGRAPH_STYLE = regex(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext)')
HEADING, END_OF_ROW = "<w:tblHeader/>", "</w:tr>"


def with_heading_kept(table: str) -> str:
    """A table of which the heading stays with the first row, and that with the second when there is one."""
    *rows, rest = table.split(END_OF_ROW)
    headings = sum(HEADING in row for row in rows)
    kept = headings + 1 if headings and len(rows) > headings + 1 else headings
    return END_OF_ROW.join([*(PARAGRAPH_STYLE.sub(r"\1<w:keepNext/>", row) for row in rows[:kept]), *rows[kept:], rest])
