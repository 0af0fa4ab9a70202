"""Looks in data for the values of some fields only: as `traversal.iter_values`, with much less to walk through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.schema.types import Rules

Found = tuple[Any, Rules]  # a value (or key of a free map) and its rules
Wanted = Callable[[Rules], bool]
Finder = Callable[[Any, list[Found]], None]  # adds to the list what is found in data


def find(seek: Finder | None, data: Any) -> list[Found]:
    """What a seeker finds in data."""
    found: list[Found] = []
    if seek:
        seek(data, found)
    return found


def compile_finder(rules: Rules, wanted: Wanted) -> Finder | None:
    """What finds the values whose rules are wanted in data with these rules; `None` when there can be none."""
    inside = _inside_list(rules, wanted) if rules.get("type") == "list" else _inside_map(rules, wanted)
    if not wanted(rules):
        return inside

    def seek(data: Any, found: list[Found]) -> None:
        found.append((data, rules))
        if inside:
            inside(data, found)

    return seek


def _inside_list(rules: Rules, wanted: Wanted) -> Finder | None:
    row = compile_finder(rules["schema"], wanted) if "schema" in rules else None

    def seek(data: Any, found: list[Found]) -> None:
        if isinstance(data, list) and row:
            for value in data:
                row(value, found)

    return seek if row else None


def _inside_map(rules: Rules, wanted: Wanted) -> Finder | None:
    if rules.get("type") != "dict":
        return None
    return _inside_fields(rules["schema"], wanted) if isinstance(rules.get("schema"), dict) else _in_free(rules, wanted)


def _inside_fields(fields: dict[str, Rules], wanted: Wanted) -> Finder | None:
    seekers = {name: below for name, inner in fields.items() if (below := compile_finder(inner, wanted))}

    def seek(data: Any, found: list[Found]) -> None:
        if isinstance(data, dict):
            for name, below in seekers.items():
                if name in data:
                    below(data[name], found)

    return seek if seekers else None


def _in_free(rules: Rules, wanted: Wanted) -> Finder | None:
    key_rules = rules.get("keysrules", {})
    every = compile_finder(rules.get("valuesrules", {}), wanted)
    is_wanted = "keysrules" in rules and wanted(key_rules)

    def seek(data: Any, found: list[Found]) -> None:
        for name, value in data.items() if isinstance(data, dict) else ():
            if is_wanted:
                found.append((name, key_rules))
            if every:
                every(value, found)

    return seek if every or is_wanted else None
