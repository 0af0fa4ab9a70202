"""The properties of a document: what the template says about its contents, and from the dossier whose it is and of when.

What Word wrote about people and machines (author, last editor, company, times, paths) is in no document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from lxml import etree

from docgen.opc.elements import local
from docgen.opc.relationships import to_bytes
from docgen.word.sanitize.part_graph import WHOLE, Graph, Relation
from docgen.word.tags import location

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
TYPES = {
    CORE: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    APP: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
    CUSTOM: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
}
KINDS = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    CUSTOM: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
ABOUT_CONTENTS = {
    "title": DC, "subject": DC, "creator": DC, "description": DC, "keywords": CP, "category": CP, "created": TERMS, "language": DC,
}  # fmt: skip


def rewrite(graph: Graph, named: Collection[str]) -> None:
    """Put properties in the place of those of a template; of its own ones those `named` in a field stay."""
    whole = graph.relations[WHOLE]
    found = {part: _roots(graph, whole, TYPES[part].rsplit("/", 1)[1]) for part in TYPES}
    graph.relations[WHOLE] = [
        one
        for one in whole
        if one.kind.replace("-", "") not in ("coreproperties", "extendedproperties", "customproperties")
    ]
    made = {
        CORE: _core(found[CORE]),
        APP: _app(found[APP]),
        CUSTOM: _custom(found[CUSTOM], {name.upper() for name in named}),
    }
    taken = {one.key for one in graph.relations[WHOLE]}
    for part, data in made.items():
        if data:
            graph.parts, graph.kinds = {**graph.parts, part: data}, {**graph.kinds, part: KINDS[part]}
            key = next(key for number in range(1, len(taken) + 2) if (key := f"rId{number}") not in taken)
            taken.add(key)
            graph.relations[WHOLE].append(Relation(key, TYPES[part], TYPES[part].rsplit("/", 1)[1], part, False))


def _roots(graph: Graph, whole: Iterable[Relation], kind: str) -> list[Any]:
    kind = kind.replace("-", "")
    of_kind = [one.target for one in whole if one.kind.replace("-", "") == kind]
    return [graph.roots[part] for part in of_kind if part in graph.roots]


def _core(roots: list[Any]) -> bytes:
    root = etree.Element(f"{{{CP}}}coreProperties", nsmap={"cp": CP, "dc": DC, "dcterms": TERMS, "xsi": XSI})
    texts = {local(one.tag): one.text or "" for found in roots for one in found.iterchildren(etree.Element)}
    for name, namespace in ABOUT_CONTENTS.items():
        text = texts.get(name, "")
        if name == "created":
            etree.SubElement(root, f"{{{TERMS}}}created", {f"{{{XSI}}}type": "dcterms:W3CDTF"})
        elif name == "creator" or text.strip():
            element = etree.SubElement(root, f"{{{namespace}}}{name}")
            element.text = text if name != "creator" or location.OPENING.search(text) else None
    return to_bytes(root)


def _app(roots: list[Any]) -> bytes:
    """Only which program made it, and what a tag fills."""
    root: Any = etree.Element(f"{{{EXTENDED}}}Properties", nsmap={None: EXTENDED})  # type: ignore[dict-item]
    for name in ("Manager", "Company"):
        text = next(
            (
                one.text
                for found in roots
                for one in found
                if local(one.tag) == name and location.OPENING.search(one.text or "")
            ),
            None,
        )
        if text:
            etree.SubElement(root, f"{{{EXTENDED}}}{name}").text = text
    etree.SubElement(root, f"{{{EXTENDED}}}Application").text = "docgen"
    return to_bytes(root)


def _custom(roots: list[Any], named: set[str]) -> bytes:
    for root in roots[:1]:
        for one in list(root):
            if local(str(one.tag)) != "property" or str(one.get("name", "")).upper() not in named:
                root.remove(one)
        if len(root):
            return to_bytes(root)
    return b""
