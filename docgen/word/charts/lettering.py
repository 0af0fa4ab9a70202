"""The letters of charts: those of the text around them, where a chart asks for the font of the text.

Word would take that of the theme, LibreOffice one of its own; a house style may have set another in its styles.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docgen.opc.archive import Parts

OF_TEXT = b'typeface="+mn-lt"'
CHART = b"chartSpace"


def in_font(parts: Parts, font: str) -> Parts:
    """The charts among these parts, with the font that their text gets."""
    named = f"typeface={quoteattr(font)}".encode()
    return {
        part: data.replace(OF_TEXT, named)
        for part, data in parts.items()
        if font and OF_TEXT in data and CHART in data and part.endswith(".xml")
    }
