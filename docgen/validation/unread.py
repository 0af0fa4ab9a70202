"""Which parts of a dossier are not known because of mistakes in its shape, each with the first mistake that hides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem
from docgen.loading.loaded_data import LoadedData
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.validation.structure import UNKNOWN

Hidden = dict[FieldPath, Problem]


def unread_parts(loaded: LoadedData, schema: Schema, structural: Iterable[tuple[FieldPath, Problem]]) -> Hidden:
    """By path; the empty path when nothing can be said of the dossier as a whole."""
    hidden: Hidden = {}
    for path, problem in (*_of_the_source(loaded, schema), *_of_the_shape(loaded, schema, structural)):
        hidden.setdefault(path, problem)
    return hidden


def known_data(data: dict[str, Any], hidden: Iterable[FieldPath]) -> dict[str, Any]:
    """The data without what is not known; a row stays, without anything in it."""
    known = dict(data)
    own: dict[FieldPath, Any] = {(): known}
    for path in hidden:
        for depth, step in enumerate(path):
            holder, here = own[path[:depth]], path[: depth + 1]
            inside = _inside(holder, step)
            if depth + 1 == len(path) or not isinstance(inside, dict | list):
                _forget(holder, step)
                break
            if here not in own:
                holder[step] = own[here] = inside.copy()
    return known


def _inside(holder: Any, step: Any) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    return holder[step] if isinstance(step, int) and step < len(holder) else None


def _forget(holder: Any, step: Any) -> None:
    if isinstance(holder, dict):
        holder.pop(step, None)
    elif isinstance(step, int) and step < len(holder):
        holder[step] = {}


def _of_the_shape(
    loaded: LoadedData, schema: Schema, structural: Iterable[tuple[FieldPath, Problem]]
) -> Iterator[tuple[FieldPath, Problem]]:
    for path, problem in structural:
        if problem.level == LEVELS[0]:
            yield from ((each, problem) for each in _meant(loaded, schema, path, problem.code))


def _meant(loaded: LoadedData, schema: Schema, path: FieldPath, code: str) -> Iterator[FieldPath]:
    """What a finding leaves open: a field that is not known may be meant for any that is not there."""
    if code != UNKNOWN:
        yield path
        return
    around = path if path and schema.field_at(path) else path[:-1]
    if not around:
        yield from _section_before(loaded, path)
    field, there = schema.field_at(around) if around else schema.root, _at(loaded.data, around)
    absent = [name for name in (field.children if field else ()) if name not in (there or {})]
    yield from ((*around, name) for name in absent)
    yield from _elsewhere(loaded, schema, path[-1])
    if not absent:
        yield around


def _elsewhere(loaded: LoadedData, schema: Schema, name: Any) -> Iterator[FieldPath]:
    """The sections, and rows of sections, that know a field of this name and lack it: that may stand at a wrong place."""
    for section, field in schema.root.children.items():
        part = loaded.data.get(section)
        if name in field.children and name not in (part or {}):
            yield (section, name)
        if field.row and name in field.row.children and isinstance(part, list):
            yield from ((section, i, name) for i, row in enumerate(part) if isinstance(row, dict) and name not in row)


def _section_before(loaded: LoadedData, path: FieldPath) -> Iterator[FieldPath]:
    """The section that ends where a name at the margin begins: it may be part of that."""
    at = loaded.key_nodes[path].line
    before = [(node.line, other) for other, node in loaded.key_nodes.items() if len(other) == 1 and node.line < at]
    if before:
        yield max(before)[1]


def _of_the_source(loaded: LoadedData, schema: Schema) -> Iterator[tuple[FieldPath, Problem]]:
    """What stands on lines that were left out, mended or complained about."""
    grave = [problem for problem in loaded.source.problems if problem.level == LEVELS[0]]
    if not grave:
        return
    from docgen.loading.consequences import Consequences  # only after a mistake

    gaps = Consequences(loaded, schema).gaps
    told = {problem.line for problem in grave} | loaded.source.mended
    for path, line in gaps.items():
        yield path, _nearest(grave, line)
    for path, node in loaded.value_nodes.items():
        if node.line in told and path:
            yield path, _nearest(grave, node.line)
    if not gaps and any(not problem.line for problem in grave):
        yield (), grave[0]


def _nearest(problems: list[Problem], line: int) -> Problem:
    return min(problems, key=lambda problem: abs(problem.line - line))


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step] if isinstance(data, list) else (data or {}).get(step)
    return data
