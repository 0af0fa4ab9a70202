"""Page numbers in the table of contents of a Word file: those of its pages as LibreOffice lays them out.

Only docgen's own tables in a document as docgen made it: one that was edited keeps what Word put there. The document stays the same
otherwise, and says of itself what it said: making it again leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc import archive
from docgen.opc.relationships import main_part
from docgen.word import properties

ENTRY = regex(
    r'(<w:p><w:pPr>(?:(?!</w:pPr>).)*)(</w:pPr>(?:(?!</?w:p[ >]).)*?<w:hyperlink w:anchor="(_TocKop\d{4})" w:history="1">'
    r"(?:(?!</w:hyperlink>).)*)(?=</w:hyperlink>)",
    re.DOTALL,
)
NUMBER = regex(r'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">\d+</w:t></w:r>\Z')
STYLE, LEFT = regex(r"<w:pStyle [^>]*/>"), regex(r'<w:tab w:val="left"[^>]*/>')
SIZE = regex(r'<w:pgSz\b[^>]*\bw:w="(\d+)"')
MARGINS = regex(r"<w:pgMar\b[^>]*>")
SIDE = regex(r'\bw:(left|right|gutter)="(\d+)"')
OTHER_COUNT = regex(r"<w:pgNumType\b[^>]*\bw:(?:start|fmt|chapStyle)=")  # pages that are not counted 1, 2, 3


def numbered(word: bytes, pages: Mapping[str, int]) -> bytes:
    """A Word file with page numbers in its table of contents; `pages` are those of the bookmarks. The same file when there is
    no such table, when it was edited, or when its pages are counted in a way of their own."""
    try:
        parts = archive.read(word, "document")
        name = main_part(parts, "document")
    except TemplateError:
        return word
    text = parts[name].decode()
    if not ENTRY.search(text) or OTHER_COUNT.search(text) or not properties.is_untouched(parts):
        return word
    place = _right_edge(text)

    def entry(found: re.Match[str]) -> str:
        page = pages.get(found[3])
        if page is None or not place:
            return found[0]
        tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{place}"/>'
        run = f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">{page}</w:t></w:r>'
        return f"{_with_tab(found[1], tab)}{NUMBER.sub('', found[2])}{run}"

    filled = ENTRY.sub(entry, text)
    if filled == text:
        return word
    sealed = properties.sealed_again(parts | {name: filled.encode()})
    ordered = archive.in_writing_order(tuple(sealed))
    return archive.assemble(archive.deflate(each, sealed[each]) for each in ordered)


def _with_tab(head: str, tab: str) -> str:
    """The properties of an entry with a tab for its page number, which may stand where the text of the style may not."""
    style = STYLE.search(head)
    other = LEFT.search(head)
    return (
        f'<w:p><w:pPr>{style[0] if style else ""}<w:tabs>{other[0] if other else ""}{tab}</w:tabs><w:ind w:right="0"/>'
    )


def _right_edge(text: str) -> int:
    """How wide the text of the first section is, in twentieths of a point; 0 when it is not said."""
    size, margins = SIZE.search(text), MARGINS.search(text)
    if not (size and margins):
        return 0
    return int(size[1]) - sum(int(width) for _, width in SIDE.findall(margins[0]))
