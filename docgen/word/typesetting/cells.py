"""The cells of a table in a filled part: how wide their paragraphs and longest words are.

A document has thousands, and half of them were seen before; so a cell is known by its text, and read without a parser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docgen._lazy import regex
from docgen.word.typesetting.text_width import AT_RIGHT, Extent, TextStyle, extent

TOKEN = regex(
    r"<w:t(?:>| [^>/]*>)(?P<text>[^<]*)"
    r'|<w:pStyle w:val="(?P<style>[^"]*)"|<w:rStyle w:val="(?P<run>[^"]*)"|(?P<bold><w:b/>)|(?P<gap><w:(?:br|cr|tab)\b)'
    r'|<w:jc w:val="(?P<side>\w+)"|<w:sz w:val="(?P<size>\d{1,3})"|<wp:extent cx="(?P<picture>\d+)"'
)
SPAN = regex(r'<w:gridSpan w:val="([1-9]\d?)"')
PROPERTIES = "</w:tcPr>"  # behind which the text of a cell begins
GAPS = {"<w:br": "\n", "<w:cr": "\n", "<w:tab": "    "}
EMU = 635
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))
JOINT = '</w:t></w:r><w:r><w:t xml:space="preserve">'  # of pieces of text that look alike
# what stands around the name of the style and the text in nearly every paragraph
BEFORE_STYLE, BEFORE_TEXT = '<w:p><w:pPr><w:pStyle w:val="', '"/></w:pPr><w:r><w:t xml:space="preserve">'
AFTER_TEXT, ONE_PARAGRAPH = "</w:t></w:r>", "/w:t></w:r></w:p>"
MOST_CELLS = 20_000  # that are remembered


class Cell(NamedTuple):
    """A cell: how wide each of its lines is unbroken, the width of the widest, their sum, that of the longest word, whether it
    stands at the right, and how many columns it takes; the widths with the indents of its paragraphs."""

    lines: tuple[int, ...]
    widest: int
    text: int
    word: int
    is_at_right: bool
    span: int = 1


EMPTY = Cell((), 0, 0, 0, False)


class Cells(dict[str, Cell]):
    """The cells that were read, by their text behind their properties; under the styles of one document."""

    def __init__(self, paragraphs: Mapping[str, TextStyle], bold: frozenset[str]) -> None:
        self._paragraphs, self._bold, self._other = paragraphs, bold, paragraphs[""]

    def in_row(self, row: str) -> list[Cell]:
        """The cells of a row."""
        texts = row.split("</w:tc>")[:-1]
        cells = [self[text.partition(PROPERTIES)[2] or text] for text in texts]
        if "<w:gridSpan" in row:
            spans = [SPAN.search(text) for text in texts]
            return [cell._replace(span=int(span[1])) if span else cell for cell, span in zip(cells, spans, strict=True)]
        return cells

    def __missing__(self, xml: str) -> Cell:
        if len(self) > MOST_CELLS:
            self.clear()
        self[xml] = cell = self._read(xml)
        return cell

    def _read(self, xml: str) -> Cell:
        """A cell from its text."""
        style, _, rest = xml[len(BEFORE_STYLE) :].partition(BEFORE_TEXT)
        text, _, behind = rest.partition("<")
        if behind == ONE_PARAGRAPH and style in self._paragraphs and xml.startswith(BEFORE_STYLE):
            known = self._paragraphs[style]
            lines = _lines(text, known)
            return _cell(lines, known.is_at_right) if lines else EMPTY
        return self._read_all(xml)

    def _read_all(self, xml: str) -> Cell:
        """The same of more than one paragraph, or one that is not so plain."""
        before, *paragraphs = xml.split(BEFORE_STYLE)
        extents, sides = list[Extent](), list[bool]()
        start = BEFORE_STYLE
        if "<w:p>" in before or "<w:p " in before:
            start, paragraphs = "", xml.split("</w:p>")[:-1]
        for paragraph in paragraphs:
            style, _, rest = paragraph.partition(BEFORE_TEXT)
            text, _, behind = rest.partition(AFTER_TEXT)
            if behind == "</w:p>" and style in self._paragraphs and "<" not in text:
                known = self._paragraphs[style]
                found, side = _lines(text, known), known.is_at_right
            else:
                found, side = self._read_paragraph(start + paragraph)
            if found:
                extents += found
                sides.append(side)
        return _cell(extents, all(sides)) if extents else EMPTY

    def _read_paragraph(self, xml: str) -> tuple[list[Extent], bool]:
        """The lines of a paragraph, and whether it stands at the right."""
        style, texts, side, picture, size, is_bold = self._other, list[str](), "", 0, 0, False
        for found in TOKEN.finditer(xml):
            kind, value = found.lastgroup, found[found.lastgroup or 0]
            if kind == "text":
                texts.append(value)
            elif kind == "style":
                style = self._paragraphs.get(value, self._other)
            elif kind == "gap":
                texts.append(GAPS[value])
            elif kind == "side":
                side = value
            elif kind == "picture":
                picture = max(picture, int(value) // EMU)
            elif kind == "size":
                size = max(size, int(value))
            elif kind == "bold" or value in self._bold:
                is_bold = True
        font = style.font._replace(is_bold=style.font.is_bold or is_bold, half_points=max(size, style.font.half_points))
        lines = _lines("".join(texts), style._replace(font=font))
        lines += [Extent(picture + style.indent, picture + style.indent)] if picture else []
        return lines, side in AT_RIGHT if side else style.is_at_right


def _cell(extents: Sequence[Extent], is_at_right: bool) -> Cell:
    """A cell with these lines."""
    if len(extents) == 1:
        line, word = extents[0]
        return Cell((line,), line, line, word, is_at_right)
    lines = tuple([one.line for one in extents])
    return Cell(lines, max(lines), sum(lines), max([one.word for one in extents]), is_at_right)


def _lines(text: str, style: TextStyle) -> list[Extent]:
    """The width of each line of a text with its indent."""
    if "&" in text:
        for entity, character in ENTITIES:
            text = text.replace(entity, character)
    if "\n" in text:
        found = [extent(line.strip(" "), style.font) for line in text.split("\n") if line.strip()]
    else:
        text = text.strip(" ")
        found = [extent(text, style.font)] if text else []
    return [Extent(one.line + style.indent, one.word + style.indent) for one in found] if style.indent else found
