"""Parts of one Word file carried into another: copied with all they refer to, declared and related."""

from __future__ import annotations

import posixpath
from itertools import count
from typing import Any

from lxml import etree

from docgen.opc import relationships
from docgen.opc.archive import CONTENT_TYPES, Parts

EMPTY = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def free_prefix(parts: Parts) -> str:
    """How the names of parts begin that come from a house style: a document that docgen made can be the template of others."""
    names = {posixpath.basename(part) for part in parts}
    prefixes = (f"huisstijl{number if number > 1 else ''}_" for number in count(1))
    return next(prefix for prefix in prefixes if not any(name.startswith(prefix) for name in names))


def copy(parts: Parts, house: Parts, source: str, prefix: str) -> str:
    """Copy a part of `house` and what it refers to under a name of its own; return that name."""
    folder, base = posixpath.split(source)
    name = posixpath.join(folder, prefix + base)
    if name not in parts:
        put(parts, house, source, name, prefix)
    return name


def put(parts: Parts, house: Parts, source: str, name: str, prefix: str) -> None:
    """Put a part of `house` in the place of `name`, and what it refers to beside it under names of their own."""
    if name not in parts:
        declare(parts, name, relationships.content_types(house)[source])
    parts[name] = house[source]
    parts.pop(relationships.rels_of(name), None)
    if relationships.rels_of(source) not in house:
        return
    rels = relationships.parse(house[relationships.rels_of(source)])
    for relation in rels:
        if relation.get("TargetMode") != "External":
            target = relationships.target_of(relationships.rels_of(source), relation.get("Target"))
            inner = copy(parts, house, target, prefix)
            relation.set("Target", posixpath.relpath(inner, posixpath.dirname(name)))
    parts[relationships.rels_of(name)] = relationships.to_bytes(rels)


def declare(parts: Parts, name: str, kind: str) -> None:
    """Say what kind of part it is."""
    types = relationships.parse(parts[CONTENT_TYPES])
    etree.SubElement(types, f"{relationships.TYPES}Override", PartName=f"/{name}", ContentType=kind)
    parts[CONTENT_TYPES] = relationships.to_bytes(types)


def relate(parts: Parts, source: str, target: str, kind: str) -> str:
    """Relate a part to another; return the id of the relation."""
    rels: Any = relationships.parse(parts.get(relationships.rels_of(source), EMPTY))
    taken = {relation.get("Id") for relation in rels}  # a document that docgen made can be the template of others
    key = next(key for number in count(1) if (key := f"rIdHuisstijl{number}") not in taken)
    path = posixpath.relpath(target, posixpath.dirname(source))
    etree.SubElement(rels, f"{relationships.RELATIONSHIPS}Relationship", Id=key, Type=kind, Target=path)
    parts[relationships.rels_of(source)] = relationships.to_bytes(rels)
    return key
