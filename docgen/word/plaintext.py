"""A Word file as plain text, for a readable difference: a paragraph a line with its style, tables as bars."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from docgen.errors import TemplateError
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.opc.relationships import content_types, main_part, parse
from docgen.word.sanitize import sanitizer

SHOWN = (".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml")
P, PPR, PSTYLE, TBL, TR, TC, R, T = (qn(f"w:{name}") for name in ("p", "pPr", "pStyle", "tbl", "tr", "tc", "r", "t"))
TAB, BREAK, RETURN, HYPHEN, VAL = (qn(f"w:{name}") for name in ("tab", "br", "cr", "noBreakHyphen", "val"))
STYLE_OF, DESCRIBED = f"{PPR}/{PSTYLE}", qn("wp:docPr")
AROUND = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "footnote", "endnote"))


def as_text(source: str | os.PathLike[str] | bytes) -> str:
    """The text of a .docx: title, body, headers and footers, with the name of each paragraph's style before it."""
    name = "document" if isinstance(source, bytes) else os.fspath(source)
    parts = sanitizer.sanitize(archive.read(source), name, to_read=True)
    main = main_part(parts, name)
    names = _style_names(parts)
    body = parse(parts[main]).find(qn("w:body"))
    if body is None:
        raise TemplateError(
            f"sjabloon {name} is geen Word-document: de tekst ontbreekt; neem een kopie die nog heel is"
        )
    lines = [*_properties(parts), *_blocks(body, names)]
    for part, kind in sorted(content_types(parts).items()):
        if part in parts and kind.endswith(SHOWN):
            lines += ["", f"== {part.rpartition('/')[2]} ==", *_blocks(parse(parts[part]), names)]
    return "\n".join(lines) + "\n"


def plain_text(xml: bytes) -> str:
    """Only the text of a part: a line a paragraph, tabs and line breaks as themselves. Reads content controls too."""
    return "\n".join(paragraph_text(paragraph) for paragraph in parse(xml).iter(P))


def paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph as a reader sees it."""
    pieces = []
    for element in paragraph.iter(T, TAB, BREAK, RETURN, HYPHEN):
        tag = element.tag
        if tag == T:
            pieces.append(element.text or "")
        elif tag == HYPHEN:
            pieces.append("-")
        elif element.getparent().tag == R:
            pieces.append("\t" if tag == TAB else "\n")
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
        if child.tag == P:
            style = child.find(STYLE_OF)
            name = names.get(style.get(VAL), style.get(VAL)) if style is not None else ""
            text = paragraph_text(child).replace("\n", " ⏎ ").replace("\t", " ⇥ ")
            yield f"[{name}] {text}" if name else text
            yield from (f"(beeld) {about.get('descr')}" for about in child.iter(DESCRIBED) if about.get("descr"))
        elif child.tag == TBL:
            yield from _rows(child)
        elif child.tag in AROUND:
            yield from _blocks(child, names)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(TR):
        cells = [" ¶ ".join(paragraph_text(p) for p in cell.iter(P)) for cell in row.iter(TC)]
        yield f"| {' | '.join(cells)} |"
