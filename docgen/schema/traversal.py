"""One step down in rules, and every value of data with its rules."""

from __future__ import annotations

from typing import Any

from docgen.schema.types import FieldPath, Rules


def is_free_text(rules: Rules) -> bool:
    """Whether a field holds words of the writer: no choice, no id and no reference."""
    return rules.get("type") == "string" and not ({"allowed", "regex"} & rules.keys() or "ref" in rules.get("meta", {}))


def row_rules(rules: Rules) -> Rules:
    """The rules of a row of a list; other rules as they are."""
    return rules.get("schema", {}) if rules.get("type") == "list" else rules


def child_rules(rules: Rules, step: Any) -> Rules | None:
    """The rules one step further: of a field, a row of a list or a value of a free map."""
    if rules.get("type") == "list":
        return rules.get("schema")
    fields = rules.get("schema")
    return fields.get(step) if isinstance(fields, dict) else rules.get("valuesrules")


Known = tuple[FieldPath, Any, Rules, bool]


def iter_values(data: Any, rules: Rules | None, path: FieldPath = ()) -> list[Known]:
    """Path, value, rules and whether it is a key, of all that the schema knows in the data."""
    found: list[Known] = []
    _collect(data, rules, path, found)
    return found


def _collect(data: Any, rules: Rules | None, path: FieldPath, found: list[Known]) -> None:
    if rules is None:
        return
    if path:
        found.append((path, data, rules, False))
    if isinstance(data, dict) and rules.get("type") == "dict":
        keys = rules.get("keysrules")
        for key, value in data.items():
            if keys is not None:
                found.append(((*path, key), key, keys, True))
            _collect(value, child_rules(rules, key), (*path, key), found)
    elif isinstance(data, list) and rules.get("type") == "list":
        row = rules.get("schema")
        for i, value in enumerate(data):
            _collect(value, row, (*path, i), found)
