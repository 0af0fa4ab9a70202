"""Looks in data for the values of some fields only: much less to walk through than `schema.values_with`, same answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.schema import Path, Rules

Found = tuple[Path, Any, Rules, bool]  # path, value, rules and whether it is a key, as `schema.values_with` gives
Seek = Callable[[Any, Path, list[Found]], None]  # adds to the list what is found in data at a path


def seeker(rules: Rules, wanted: Callable[[Rules], bool]) -> Seek | None:
    """What finds the values whose rules are wanted in data with these rules; `None` when there can be none."""
    mine = wanted(rules)
    inside = _inside_list(rules, wanted) if rules.get("type") == "list" else _inside_map(rules, wanted)
    if not mine:
        return inside

    def seek(data: Any, path: Path, found: list[Found]) -> None:
        found.append((path, data, rules, False))
        if inside:
            inside(data, path, found)

    return seek


def _inside_list(rules: Rules, wanted: Callable[[Rules], bool]) -> Seek | None:
    row = seeker(rules["schema"], wanted) if "schema" in rules else None

    def seek(data: Any, path: Path, found: list[Found]) -> None:
        if isinstance(data, list) and row:
            for i, value in enumerate(data):
                row(value, (*path, i), found)

    return seek if row else None


def _inside_map(rules: Rules, wanted: Callable[[Rules], bool]) -> Seek | None:
    if rules.get("type") != "dict":
        return None
    named = rules["schema"].items() if isinstance(rules.get("schema"), dict) else ()
    fields = {name: below for name, inner in named if (below := seeker(inner, wanted))}
    every = seeker(rules["valuesrules"], wanted) if not named and "valuesrules" in rules else None
    keys = rules["keysrules"] if wanted(rules.get("keysrules", {})) else None

    def seek(data: Any, path: Path, found: list[Found]) -> None:
        for name, value in data.items() if isinstance(data, dict) else ():
            if keys is not None:
                found.append(((*path, name), name, keys, True))
            inner = every or fields.get(name)
            if inner:
                inner(value, (*path, name), found)

    return seek if fields or every or keys is not None else None
