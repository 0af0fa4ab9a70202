"""A template with an example of a picture, and what of pictures is in a document made with it."""

from __future__ import annotations

import io
import re

from docx.shared import Cm
from lxml import etree

from docgen.opc import relationships
from docgen.pictures.picture import read_picture
from docgen.pictures.picture_file import PictureFile
from docgen.word.compiler import compile_template
from tests.pictures.made_pictures import jpeg, png
from tests.word_files import DRAWING, blank, parts_of, saved

BODY = "word/document.xml"
WP, A, R = (
    f"{{{DRAWING}/wordprocessingDrawing}}",
    f"{{{DRAWING}/main}}",
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
)
EXAMPLE = png(64, 64, value=0x11)
BOX = (Cm(8), Cm(6))


def add_example(paragraph, alt: str, box=BOX):
    shape = paragraph.add_run().add_picture(io.BytesIO(EXAMPLE), width=box[0], height=box[1])
    shape._inline.docPr.set("descr", alt)
    return shape


def template(*blocks: str, table: list[str] | None = None, box=BOX) -> bytes:
    """A Word file with a paragraph for each block; `[{{ beeld }}]` is an example with that alternative text; a row of cells."""
    made = blank()
    for block in blocks:
        fill(made.add_paragraph(), block, box)
    if table:
        for cell, text in zip(made.add_table(rows=1, cols=len(table)).rows[0].cells, table, strict=True):
            fill(cell.paragraphs[0], text, box)
        made.add_paragraph("slot")
    return saved(made)


def fill(paragraph, block: str, box=BOX) -> None:
    for piece in re.split(r"(\[\{\{.*?\]$|\[\{\{[^\]]*\}\}[^\]]*\])", block):
        if piece.startswith("[{{"):
            add_example(paragraph, piece[1:-1], box)
        elif piece:
            paragraph.add_run(piece)


def picture(data: bytes | None = None, alt: str | None = "Een plein met bomen", **more):
    """A picture as a dossier has it when its file was read."""
    file = PictureFile("foto.jpg", read_picture(jpeg("plein") if data is None else data))
    return {"bestand": file, "alt": alt, "bijschrift": None, **more}


def render(made: bytes, values, draft: bool = False) -> dict[str, bytes]:
    return parts_of(compile_template(made, "brief.docx").render(values, draft=draft))


def media(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in parts.items() if name.startswith("word/media/")}


def drawings(parts: dict[str, bytes], owner: str = BODY) -> list[dict[str, object]]:
    """Every picture that a part shows: its file, alternative text, sizes and turn."""
    rels = relationships.rels_of(owner)
    targets = {row["Id"]: relationships.target_of(rels, row["Target"]) for row in relationships.relations(parts, rels)}
    found = []
    for about in etree.fromstring(parts[owner]).iter(f"{WP}docPr"):
        frame = about.getparent()
        place, extent = next(frame.iter(f"{A}xfrm")), frame.find(f"{WP}extent")
        key = next(frame.iter(f"{A}blip")).get(f"{R}embed")
        found.append(
            {
                "id": about.get("id"),
                "alt": about.get("descr"),
                "file": targets[key],
                "size": (int(extent.get("cx")), int(extent.get("cy"))),
                "inner": tuple(int(place.find(f"{A}ext").get(side)) for side in ("cx", "cy")),
                "turn": (int(place.get("rot", "0")), place.get("flipH", "0")),
            }
        )
    return found


def paragraphs(parts: dict[str, bytes], owner: str = BODY) -> list[str]:
    """The text of every paragraph; a picture is [beeld]."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join("[beeld]" if one.tag == f"{w}drawing" else one.text or "" for one in p.iter(f"{w}drawing", f"{w}t"))
        for p in etree.fromstring(parts[owner]).iter(f"{w}p")
    ]
