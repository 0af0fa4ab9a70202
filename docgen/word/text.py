"""A Word file as plain text, for a readable difference: a paragraph a line with its style, tables as bars."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from docgen.word import package, safety
from docgen.word.package import Parts
from docgen.word.parts import content_types, main_part, parse

SHOWN = (".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml")


def as_text(source: str | os.PathLike[str] | bytes) -> str:
    """The text of a .docx: title, body, headers and footers, with the name of each paragraph's style before it."""
    parts = safety.made_safe(package.read(source), "document", to_read=True)
    main = main_part(parts, "document")
    names = _style_names(parts)
    lines = [*_properties(parts), *_blocks(parse(parts[main]).find(qn("w:body")), names)]
    for part, kind in sorted(content_types(parts).items()):
        if part in parts and kind.endswith(SHOWN):
            lines += ["", f"== {part.rpartition('/')[2]} ==", *_blocks(parse(parts[part]), names)]
    return "\n".join(lines) + "\n"


def plain_text(xml: bytes) -> str:
    """Only the text of a part: a line a paragraph, tabs and line breaks as themselves. Reads content controls too."""
    return "\n".join(paragraph_text(paragraph) for paragraph in parse(xml).iter(qn("w:p")))


def paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph as a reader sees it."""
    pieces = []
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")):
        if element.tag == qn("w:t"):
            pieces.append(element.text or "")
        elif element.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
        elif element.getparent().tag == qn("w:r"):
            pieces.append("\t" if element.tag == qn("w:tab") else "\n")
    return "".join(pieces)


def _style_names(parts: Parts) -> dict[str, str]:
    if "word/styles.xml" not in parts:
        return {}
    styles = parse(parts["word/styles.xml"]).iter(qn("w:style"))
    return {style.get(qn("w:styleId")): str(style.find(qn("w:name")).get(qn("w:val"))) for style in styles}


def _properties(parts: Parts) -> list[str]:
    if "docProps/core.xml" not in parts:
        return []
    root = parse(parts["docProps/core.xml"])
    return [f"{etree_name(element)}: {element.text}" for element in root if element.text] + [""]


def etree_name(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]


def _blocks(container: Any, names: dict[str, str]) -> Iterator[str]:
    for child in container:
        if child.tag == qn("w:p"):
            style = child.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            name = names.get(style.get(qn("w:val")), style.get(qn("w:val"))) if style is not None else ""
            text = paragraph_text(child).replace("\n", " ⏎ ").replace("\t", " ⇥ ")
            yield f"[{name}] {text}" if name else text
            yield from (f"(beeld) {about.get('descr')}" for about in child.iter(qn("wp:docPr")) if about.get("descr"))
        elif child.tag == qn("w:tbl"):
            yield from _rows(child)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:footnote"), qn("w:endnote")):
            yield from _blocks(child, names)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(qn("w:tr")):
        cells = [" ¶ ".join(paragraph_text(p) for p in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))]
        yield f"| {' | '.join(cells)} |"
