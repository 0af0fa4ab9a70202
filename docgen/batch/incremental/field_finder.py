"""Looks in data for the values of some fields only: as `schema.field.iter_values`, with much less to walk through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.schema.field import Field

Found = tuple[Any, Field]  # a value (or a name in a part with names of its own) and its field
Wanted = Callable[[Field], bool]
Finder = Callable[[Any, list[Found]], None]  # adds to the list what is found in data


def find(seek: Finder | None, data: Any) -> list[Found]:
    """What a seeker finds in data."""
    found: list[Found] = []
    if seek:
        seek(data, found)
    return found


def compile_finder(field: Field, wanted: Wanted) -> Finder | None:
    """What finds the values whose fields are wanted in data of this field; `None` when there can be none."""
    inside = _inside_list(field, wanted) if field.kind == "list" else _inside_map(field, wanted)
    if not wanted(field):
        return inside

    def seek(data: Any, found: list[Found]) -> None:
        found.append((data, field))
        if inside:
            inside(data, found)

    return seek


def _inside_list(field: Field, wanted: Wanted) -> Finder | None:
    row = compile_finder(field.row, wanted) if field.row else None

    def seek(data: Any, found: list[Found]) -> None:
        if isinstance(data, list) and row:
            for value in data:
                row(value, found)

    return seek if row else None


def _inside_map(field: Field, wanted: Wanted) -> Finder | None:
    if field.kind != "dict":
        return None
    return _inside_fields(field.children, wanted) if field.has_fixed_names else _in_free(field, wanted)


def _inside_fields(fields: dict[str, Field], wanted: Wanted) -> Finder | None:
    seekers = {name: below for name, inner in fields.items() if (below := compile_finder(inner, wanted))}

    def seek(data: Any, found: list[Found]) -> None:
        if isinstance(data, dict):
            for name, below in seekers.items():
                if name in data:
                    below(data[name], found)

    return seek if seekers else None


def _in_free(field: Field, wanted: Wanted) -> Finder | None:
    key = field.key if field.key and wanted(field.key) else None
    every = compile_finder(field.value, wanted) if field.value else None

    def seek(data: Any, found: list[Found]) -> None:
        for name, value in data.items() if isinstance(data, dict) else ():
            if key:
                found.append((name, key))
            if every:
                every(value, found)

    return seek if every or key else None
