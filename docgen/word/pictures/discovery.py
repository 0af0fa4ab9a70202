"""The pictures of a template whose alternative text begins with a tag: that tag says which picture of the data takes their place.

Each is written as ordinary tags, in its attributes and around its run or paragraph, before anything is compiled. So loops,
conditions, proofs and both paths treat it as they treat text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.opc.relationships import W
from docgen.word.values import picture_values

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for an old Word
DESCRIBED = regex(rb'docPr\b[^>]*\bdescr="[^"]*\{\{')
TAG = regex(r"\s*\{\{[-+]?\s*(\w+(?:\.\w+|\[\d+\])*)\s*[-+]?\}\}(.*)", re.DOTALL)
SIZED = ("{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}sizeRelH", "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}sizeRelV")  # fmt: skip
NAME = "Beeld"  # instead of the name of the file that stood there as an example
ALONE = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "drawing", "proofErr", "lastRenderedPageBreak", "r", "t"))
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Examples = dict[str, frozenset[str]]  # by part: the relations of the pictures that stand there as an example


def prepare(parts: Parts, name: str) -> tuple[Parts, Examples]:
    """The parts of template `name` with its pictures as tags, and which of their relations are of an example.

    Raises `TemplateError` for a picture that cannot be filled.
    """
    changed: Parts = {}
    examples: Examples = {}
    for part, data in parts.items():
        if not DESCRIBED.search(data) or not relationships.is_xml(part, data):
            continue
        root = relationships.parse(data)
        found = [_write(about, tag, name) for about, tag in _described(root)]
        if found:
            changed[part], examples[part] = relationships.to_bytes(root), frozenset(found)
    return {**parts, **changed}, examples


def _described(root: Any) -> Iterator[tuple[Any, Any]]:
    """Every picture whose alternative text begins with a tag, with what was found there."""
    for about in list(root.iter(f"{WP}docPr")):
        tag = TAG.fullmatch(about.get("descr", ""))
        frame = about.getparent()
        is_picture = next(frame.iter(f"{PIC}pic"), None) is not None and next(frame.iter(f"{W}p"), None) is None
        if tag and is_picture and next(about.iterancestors(FALLBACK), None) is None:
            yield about, tag


def _write(about: Any, tag: Any, name: str) -> str:
    """Put tags in one picture and around it; the relation of its example."""
    frame, path, words = about.getparent(), tag[1], tag[2].strip()
    pictures = list(frame.iter(f"{PIC}pic"))
    picture = frame.find(f"{A}graphic/{A}graphicData/{PIC}pic")
    blip = None if picture is None else picture.find(f"{PIC}blipFill/{A}blip")
    if len(pictures) != 1 or blip is None or not blip.get(f"{R}embed"):
        raise TemplateError(
            f"sjabloon {name}: de afbeelding ‘{path}’ is niet te vullen: zij staat in een groep of is geen gewone afbeelding; "
            "zet haar los in de tekst met Invoegen › Afbeeldingen"
        )
    relation = str(blip.get(f"{R}embed"))
    extent = frame.find(f"{WP}extent")
    box = [int(float(extent.get(side, "0"))) for side in ("cx", "cy")]

    def ask(what: str) -> str:
        return f"{{{{ {path} | {picture_values.OF}('{what}', {box[0]}, {box[1]}, '{relation}') }}}}"

    alt = ask("own") + tag[2] if words else ask("alt")
    about.set("descr", alt)
    blip.set(f"{R}embed", ask("embed"))
    _clear(frame, about, picture, blip)
    _say_again(picture, alt)
    place = _place_in(picture)
    place.set("rot", ask("rot"))
    place.set("flipH", ask("flip"))
    for sized in (extent, place.find(f"{A}ext")):
        sized.set("cx", ask("cx"))
        sized.set("cy", ask("cy"))
    _wrap(_run_of(frame), f"if {path} | {picture_values.HAS}")
    return relation


def _clear(frame: Any, about: Any, picture: Any, blip: Any) -> None:
    """Take away what is of the example alone: its title, cut, drawing beside it, and a size that follows the page."""
    about.attrib.pop("title", None)
    gone = [*about.iter(f"{A}extLst"), *blip.iter(f"{A}extLst"), *picture.iter(f"{A}srcRect"), *frame.iter(*SIZED)]
    for one in gone:
        if one.getparent() is not None:
            one.getparent().remove(one)


def _say_again(picture: Any, alt: str) -> None:
    """The alternative text within the picture too: LibreOffice reads it there of one that is turned."""
    known = picture.find(f"{PIC}nvPicPr/{PIC}cNvPr")
    if known is not None:
        known.attrib.pop("title", None)
        known.set("name", NAME)
        known.set("descr", alt)


def _place_in(picture: Any) -> Any:
    """The size and turn of a picture, with all that must stand in it."""
    looks = picture.find(f"{PIC}spPr")
    place = looks.find(f"{A}xfrm")
    if place is None:
        place = etree.Element(f"{A}xfrm")
        looks.insert(0, place)
    if place.find(f"{A}off") is None:
        place.insert(0, etree.Element(f"{A}off", x="0", y="0"))
    if place.find(f"{A}ext") is None:
        place.insert(1, etree.Element(f"{A}ext"))
    place.attrib.pop("flipV", None)
    return place


def _run_of(frame: Any) -> Any:
    """The run that holds nothing but the picture: what else stood in it gets a run of its own, that looks the same."""
    drawing = frame.getparent()
    run = next(frame.iterancestors(f"{W}r"))
    holder = next(one for one in (drawing, *drawing.iterancestors()) if one.getparent() is run)
    before = [one for one in holder.itersiblings(preceding=True) if one.tag != f"{W}rPr"][::-1]
    behind = list(holder.itersiblings())
    for others, add in ((before, run.addprevious), (behind, run.addnext)):
        if others:
            add(_run_like(run, others))
    return run


def _run_like(run: Any, children: list[Any]) -> Any:
    made = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    made.extend([*([deepcopy(look)] if look is not None else []), *children])
    return made


def _wrap(run: Any, condition: str) -> None:
    """Let a picture stand there only when there is one: with its paragraph when that shows nothing else and is not the last
    of its cell or text."""
    paragraph = run.getparent()
    if _is_alone(run, paragraph):
        for mark, add in ((condition, paragraph.addprevious), ("endif", paragraph.addnext)):
            around = etree.Element(f"{W}p")
            around.append(_tagged(f"{{%p {mark} %}}"))
            add(around)
        return
    run.addprevious(_tagged(f"{{%r {condition} %}}"))
    run.addnext(_tagged("{%r endif %}"))


def _tagged(tag: str) -> Any:
    run = etree.Element(f"{W}r")
    text = etree.SubElement(run, f"{W}t")
    text.text = tag
    text.set(SPACE, "preserve")
    return run


def _is_alone(run: Any, paragraph: Any) -> bool:
    if paragraph.tag != f"{W}p" or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    others = [one for one in paragraph.iter() if one is not run and one not in run.iter()]
    in_looks = {one for looks in paragraph.iter(f"{W}pPr", f"{W}rPr") for one in looks.iter()}
    if any(
        one.tag not in ALONE or (one.text or "").strip()
        for one in others
        if one is not paragraph and one not in in_looks
    ):
        return False
    stands_on = [*paragraph.itersiblings(f"{W}p"), *paragraph.itersiblings(f"{W}p", preceding=True)]
    return bool(stands_on) and not _ends_cell(paragraph)


def _ends_cell(paragraph: Any) -> bool:
    """Whether a cell would end in a table without it."""
    above = paragraph.getprevious()
    return paragraph.getnext() is None and above is not None and above.tag == f"{W}tbl"
