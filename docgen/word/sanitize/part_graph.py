"""The parts of a Word file as a graph: which part refers to which, and what nothing refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any
from urllib.parse import unquote

from docgen.opc.archive import CONTENT_TYPES, DOCUMENT_RELS, Parts
from docgen.opc.relationships import RELATIONSHIPS, Relationship, content_types, relations, rels_of, target_of
from docgen.word.sanitize import allowlist

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELS_KIND = "application/vnd.openxmlformats-package.relationships+xml"
OUTSIDE = ' TargetMode="External"'
WHOLE = ""  # the source of the relations of the file as a whole


@dataclass(frozen=True)
class Relation:
    """A relation: `kind` is the last word of its type in lower case, empty when no program knows the type; `target` is
    the name of a part, or an address when it leads `outside`."""

    key: str
    type: str
    kind: str
    target: str
    is_outside: bool

    @property
    def is_inside(self) -> bool:
        """Whether it leads to a part."""
        return not self.is_outside and not self.target.startswith("#")


@dataclass
class Graph:
    """Parts, their content types and their relations by source; `roots` are the parts that were parsed, `changed` those
    of them that are no longer what the bytes say."""

    parts: Parts
    kinds: Mapping[str, str]
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    roots: dict[str, Any] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def kind(self, part: str) -> str:
        """The content type of a part in lower case."""
        return self.kinds.get(part, "").lower()


def rels_part(source: str) -> str:
    """The name of the part that holds the relations of a source."""
    return rels_of(source) if source else DOCUMENT_RELS


def relations_in(parts: Parts, source: str, names: Mapping[str, str] | None = None) -> list[Relation]:
    """The relations of a source; `names` are the parts by their name in lower case."""
    file = rels_part(source)
    if file not in parts:
        return []
    names = {part.lower(): part for part in parts} if names is None else names
    return [_relation(one, file, names) for one in relations(parts, file)]


def _relation(element: Relationship, file: str, names: Mapping[str, str]) -> Relation:
    found = allowlist.RELATION_TYPE.fullmatch(element.get("Type", ""))
    kind, target = found[1].lower() if found else "", element.get("Target", "").strip()
    outside = element.get("TargetMode", "Internal").strip().lower() != "internal"
    if target.startswith("#"):
        outside = False
    elif not outside and not _leads_outside(target):
        part = target_of(file, target)
        target = next((names[name.lower()] for name in (part, unquote(part)) if name.lower() in names), part)
    else:
        outside = True
    return Relation(element.get("Id", ""), element.get("Type", ""), kind, target, outside)


def _leads_outside(target: str) -> bool:
    """Whether a target is an address although its relation does not say so."""
    plain = unquote(target)
    return ":" in plain or "\\" in plain or plain.startswith("//")


def write_parts(graph: Graph) -> Parts:
    """The parts that are reached from the file as a whole, with relations and content types that fit."""
    reached = reach(graph.relations)
    parts = {part: graph.parts[part] for part in graph.parts if part in reached}
    parts |= {
        rels_part(source): _rels(source, found)
        for source, found in graph.relations.items()
        if source in reached or not source
    }
    return {CONTENT_TYPES: _types({part: graph.kinds[part] for part in graph.parts if part in reached})} | {
        name: data for name, data in parts.items() if data
    }


def reach(relations: Mapping[str, Iterable[Relation]]) -> set[str]:
    """The parts that can be reached along relations."""
    reached: set[str] = set()
    waiting = [WHOLE]
    while waiting:
        for relation in relations.get(waiting.pop(), ()):
            if relation.is_inside and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    return reached


def _rels(source: str, relations: list[Relation]) -> bytes:
    if not relations and source:
        return b""
    folder = posixpath.dirname(source)
    rows = "".join(
        f'<Relationship Id="{escape(one.key)}" Type="{escape(one.type)}" Target="'
        + (f'{escape(posixpath.relpath(one.target, folder or "."))}"/>' if one.is_inside else f'{escape(one.target)}"{OUTSIDE if one.is_outside else ""}/>')
        for one in relations
    )  # fmt: skip
    return f'{XML_HEAD}<Relationships xmlns="{RELATIONSHIPS[1:-1]}">{rows}</Relationships>'.encode()


def _types(kinds: Mapping[str, str]) -> bytes:
    endings = {"rels": RELS_KIND, "xml": "application/xml"}
    for part, kind in kinds.items():
        endings.setdefault(part.rsplit(".", 1)[-1].lower(), kind)
    rows = [
        f'<Default Extension="{escape(ending)}" ContentType="{escape(kind)}"/>'
        for ending, kind in endings.items()
        if kind
    ]
    rows += [
        f'<Override PartName="/{escape(part)}" ContentType="{escape(kind)}"/>'
        for part, kind in kinds.items()
        if kind and endings[part.rsplit(".", 1)[-1].lower()] != kind
    ]
    return f'{XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(rows)}</Types>'.encode()


def rename_main(graph: Graph, main: str) -> None:
    """Give the parts there is one of the names that Word gives them."""
    reached = reach(graph.relations)
    names = {
        relation.target: allowlist.SINGLE_PARTS[relation.kind]
        for relation in graph.relations.get(main, ())
        if relation.kind in allowlist.SINGLE_PARTS and relation.is_inside
    }
    names = {old: new for old, new in names.items() if old != new and new not in reached}
    if not names or len(set(names.values())) < len(names):
        return
    graph.parts = {part: data for part, data in graph.parts.items() if part not in names.values()}
    graph.parts = {names.get(part, part): data for part, data in graph.parts.items()}
    graph.kinds = {names.get(part, part): kind for part, kind in graph.kinds.items() if part not in names.values()}
    graph.relations = {
        names.get(source, source): [replace(one, target=names.get(one.target, one.target)) for one in found]
        for source, found in graph.relations.items()
    }


def prune(parts: Parts) -> Parts:
    """The parts without those that no text shows: unused headers, pictures of a header that went."""
    return write_parts(walk(parts, _is_named))


def walk(parts: Parts, is_kept: Callable[[Relation, bytes], bool]) -> Graph:
    """The parts with those of their relations that are kept; that is asked for each with the bytes of its source."""
    graph = Graph(parts, content_types(parts))
    names = {part.lower(): part for part in parts}
    waiting = [WHOLE]
    while waiting:
        source = waiting.pop()
        if source not in graph.relations:
            found = relations_in(parts, source, names)
            graph.relations[source] = [one for one in found if is_kept(one, parts.get(source, b""))]
            waiting += [one.target for one in graph.relations[source] if one.is_inside]
    return graph


def _is_named(relation: Relation, source: bytes) -> bool:
    """Whether a part names a relation of a kind that counts for nothing without; in doubt it does."""
    if relation.kind not in allowlist.NAMED_BY_ELEMENTS or b"&#" in source or not source:
        return True
    key = escape(relation.key).encode()
    return b'"' + key + b'"' in source or b"'" + key + b"'" in source
