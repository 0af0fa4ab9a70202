"""House style: the look of one Word file laid over another.

What the house style gives: styles, default fonts and language, theme, page size and margins, headers and footers with
their logo. What the template keeps: its text, its numbering and which style each paragraph has. Styles are matched by
name, which Word keeps in English in every language ("heading 1"), so a template and a house style from a Dutch and an
English Word fit together.
"""

from __future__ import annotations

import posixpath
from copy import deepcopy
from itertools import count
from typing import Any

from lxml import etree

from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import CONTENT_TYPES, Parts
from docgen.opc.relationships import W
from docgen.word.style.header import ID, NAME, STYLE, VALUE, fit_header, parse

STYLES = "word/styles.xml"
THEME = "word/theme/theme1.xml"
FONTS = "word/fontTable.xml"
PREFIX = "huisstijl_"
REFERENCES = ("headerReference", "footerReference")
PAGE_SETTINGS = ("pgSz", "pgMar")
PARAGRAPH, NUMBERING, SECTION, SIZE = f"{W}pPr", f"{W}numPr", f"{W}sectPr", f"{W}pgSz"
RELATED = {f"{W}{name}" for name in ("basedOn", "next", "link")}  # in a style, the id of another one
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
IS_LANDSCAPE = {"portrait": False, "landscape": True}


def _order(names: str) -> dict[str, int]:
    return {f"{W}{name}": number for number, name in enumerate(names.split())}


# the order of the schema: CT_Styles, CT_Style, CT_PPrGeneral
IN_STYLES = _order("docDefaults latentStyles style")
IN_STYLE = _order(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
IN_PARAGRAPH = _order(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)


def lay_over(parts: Parts, house: Parts, name: str) -> Parts:
    """Return `parts` with the look of `house`; `name` is the template's, for messages."""
    for whose, of in ((f"sjabloon {name}", parts), ("de huisstijl", house)):
        if STYLES not in of:
            raise TemplateError(f"{whose} heeft geen opmaakprofielen; open het bestand in Word en sla het opnieuw op")
    dressed = dict(parts)
    dressed[STYLES] = _restyle(parts[STYLES], house[STYLES])
    for shared in (THEME, FONTS):
        if shared in parts and shared in house:
            dressed[shared] = house[shared]
    return _with_page(dressed, house, name)


def _restyle(own: bytes, house: bytes) -> bytes:
    styles: Any = parse(own)
    look: Any = parse(house)
    mine, theirs = _by_name(styles), _by_name(look)
    same_id = {style.get(ID): mine[name].get(ID) for name, style in theirs.items() if name in mine}
    for tag in (f"{W}docDefaults", f"{W}latentStyles"):
        _replace_child(styles, look.find(tag), tag)
    for name, style in theirs.items():
        _adopt(styles, mine.get(name), deepcopy(style), same_id)
    for style in styles.iterchildren(STYLE):
        _put_in_order(style, IN_STYLE)
        for looks in style.iterchildren(PARAGRAPH):
            _put_in_order(looks, IN_PARAGRAPH)
    _put_in_order(styles, IN_STYLES)
    return relationships.to_bytes(styles)


def _put_in_order(element: Any, order: dict[str, int]) -> None:
    """Sort the children of an element as the schema has them; what it does not name comes last."""
    children = list(element)
    ranks = [order.get(child.tag, len(order)) for child in children]
    if ranks != sorted(ranks):
        element[:] = [child for _, child in sorted(zip(ranks, children, strict=True), key=lambda pair: pair[0])]


def _by_name(styles: Any) -> dict[str, Any]:
    names = ((style.find(NAME), style) for style in styles.iterchildren(STYLE))
    return {name.attrib[VALUE].lower(): style for name, style in names if name is not None and name.attrib[VALUE]}


def _replace_child(styles: Any, new: Any, tag: str) -> None:
    old = styles.find(tag)
    if new is None:
        return
    if old is not None:
        styles.replace(old, deepcopy(new))
    else:
        styles.insert(0, deepcopy(new))


def _adopt(styles: Any, old: Any, new: Any, same_id: dict[Any, Any]) -> None:
    key = same_id.get(new.get(ID), new.get(ID))
    if key is None:
        new.attrib.pop(ID, None)
    else:
        new.set(ID, key)
    for reference in new.iterchildren(*RELATED):
        reference.set(VALUE, same_id.get(reference.get(VALUE), reference.get(VALUE)))
    _keep_numbering(old, new)
    if old is None:
        styles.append(new)
    else:
        styles.replace(old, new)


def _keep_numbering(old: Any, new: Any) -> None:
    """Numbering is structure: it stays as the template has it, or absent."""
    for numbering in new.findall(f"{PARAGRAPH}/{NUMBERING}"):
        numbering.getparent().remove(numbering)
    kept = old.find(f"{PARAGRAPH}/{NUMBERING}") if old is not None else None
    if kept is not None:
        looks = new.find(PARAGRAPH)
        looks = etree.SubElement(new, PARAGRAPH) if looks is None else looks
        looks.append(deepcopy(kept))


# ------------------------------------------------------------------------------------------ page, headers and footers


def _with_page(parts: Parts, house: Parts, name: str) -> Parts:
    main, house_main = relationships.main_part(parts, name), relationships.main_part(house, "huisstijl.docx")
    root: Any = parse(parts[main])
    look: Any = parse(house[house_main])
    sections, models = list(root.iter(SECTION)), list(look.iter(SECTION))
    if not models:
        return parts
    if not sections:
        sections = [etree.SubElement(root.find(f"{W}body"), SECTION)]
    dressed = dict(parts)
    model = models[-1]
    taken: dict[int, list[Any]] = {}
    for section in sections:
        wider = _width(section) - _width(model) if _is_landscape(section) else 0
        if wider not in taken:
            taken[wider] = _take_headers(dressed, house, (main, house_main), model, wider)
        _dress_section(section, model, taken[wider])
    dressed[main] = relationships.to_bytes(root)
    return dressed


def _width(section: Any) -> int:
    """The width of the paper in twentieths of a point."""
    size = section.find(SIZE)
    return int(size.get(f"{W}w")) if size is not None and str(size.get(f"{W}w")).isdigit() else 0


def _is_landscape(section: Any) -> bool:
    size = section.find(SIZE)
    return size is not None and IS_LANDSCAPE[size.get(f"{W}orient", "portrait")]


def _dress_section(section: Any, model: Any, references: list[Any]) -> None:
    landscape = _is_landscape(section)
    for tag in REFERENCES if references else ():
        for old in section.findall(f"{W}{tag}"):
            section.remove(old)
    for reference in reversed(references):
        section.insert(0, deepcopy(reference))
    for tag in PAGE_SETTINGS:
        new, old = model.find(f"{W}{tag}"), section.find(f"{W}{tag}")
        if new is None or (landscape and tag == "pgSz"):
            continue
        if old is not None:
            section.replace(old, deepcopy(new))
        else:
            section.insert(len(references) + PAGE_SETTINGS.index(tag), deepcopy(new))


def _take_headers(parts: Parts, house: Parts, mains: tuple[str, str], model: Any, wider: int) -> list[Any]:
    """Copy the headers and footers of the house style with all they need, for paper that is so much `wider` than that of
    the house style; return the references to them."""
    main, house_main = mains
    targets = {r.get("Id"): r for r in relationships.relations(house, relationships.rels_of(house_main))}
    rels = _relations_to_extend(parts, main)
    found: list[Any] = []
    taken = {relation.get("Id") for relation in rels}  # a document that docgen made can be the template of others
    free = (key for number in count(1) if (key := f"rIdHuisstijl{number}") not in taken)
    prefix = f"{PREFIX}{wider}_" if wider else PREFIX
    for reference in [child for child in model if child.tag in {f"{W}{tag}" for tag in REFERENCES}]:
        relation = targets.get(reference.get(RELATION))
        if relation is None or relation.get("Target", "").startswith("#"):
            continue
        source = relationships.target_of(relationships.rels_of(house_main), relation.get("Target", ""))
        copied = _copy(parts, house, source, prefix)
        parts[copied] = fit_header(parts[copied], parts[STYLES], house[STYLES], wider)
        key, path = next(free), posixpath.relpath(copied, posixpath.dirname(main))
        new_relation = f"{relationships.RELATIONSHIPS}Relationship"
        etree.SubElement(rels, new_relation, Id=key, Type=relation.get("Type", ""), Target=path)
        new = deepcopy(reference)
        new.set(RELATION, key)
        found.append(new)
    parts[relationships.rels_of(main)] = relationships.to_bytes(rels)
    return found


def _relations_to_extend(parts: Parts, main: str) -> Any:
    if relationships.rels_of(main) in parts:
        return relationships.parse(parts[relationships.rels_of(main)])
    return etree.fromstring('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')


def _copy(parts: Parts, house: Parts, source: str, prefix: str = PREFIX) -> str:
    """Copy a part of the house style and what it refers to under a name of its own; return that name."""
    folder, base = posixpath.split(source)
    name = posixpath.join(folder, prefix + base)
    if name in parts:
        return name
    parts[name] = house[source]
    _declare(parts, name, relationships.content_types(house)[source])
    if relationships.rels_of(source) in house:
        rels = relationships.parse(house[relationships.rels_of(source)])
        for relation in rels:
            if relation.get("TargetMode") != "External":
                inner = _copy(
                    parts, house, relationships.target_of(relationships.rels_of(source), relation.get("Target"))
                )
                relation.set("Target", posixpath.relpath(inner, folder))
        parts[relationships.rels_of(name)] = relationships.to_bytes(rels)
    return name


def _declare(parts: Parts, name: str, kind: str) -> None:
    types = relationships.parse(parts[CONTENT_TYPES])
    etree.SubElement(types, f"{relationships.TYPES}Override", PartName=f"/{name}", ContentType=kind)
    parts[CONTENT_TYPES] = relationships.to_bytes(types)
