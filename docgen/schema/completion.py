"""Absent fields filled in, so that a template may ask for every field."""

from __future__ import annotations

from typing import Any

from docgen.schema.traversal import is_free_text
from docgen.schema.types import Rules


def fill_defaults(data: Any, rules: Rules, blank: str | None = None) -> Any:
    """Fill in what is absent, so that a template can ask for every field: a list becomes `[]`, all else `None`.

    `blank` stands where text that is required is absent, for sentences about a dossier with gaps."""
    if data is None:
        return [] if rules.get("type") == "list" else blank if _is_required_text(rules) else None
    if rules.get("type") == "list" and isinstance(data, list):
        return [fill_defaults(value, rules.get("schema", {}), blank) for value in data]
    if rules.get("type") == "dict" and isinstance(data, dict) and "schema" in rules:
        return {name: fill_defaults(data.get(name), inner, blank) for name, inner in rules["schema"].items()}
    return data


def fill_defaults_over(data: Any, rules: Rules, before: Any, full: Any) -> Any:
    """`fill_defaults` for data that share parts with other data, completed `before` as `full`: shares what was completed."""
    if data is before:
        return full
    if rules.get("type") == "list" and isinstance(data, list) and isinstance(before, list):
        row, known = rules.get("schema", {}), len(before)
        return [
            fill_defaults_over(value, row, before[i], full[i]) if i < known else fill_defaults(value, row)
            for i, value in enumerate(data)
        ]
    if rules.get("type") == "dict" and isinstance(data, dict) and isinstance(before, dict) and "schema" in rules:
        return {
            name: fill_defaults_over(value, inner, old, full[name])
            if (value := data.get(name)) is not (old := before.get(name))
            else full[name]
            for name, inner in rules["schema"].items()
        }
    return fill_defaults(data, rules)


def _is_required_text(rules: Rules) -> bool:
    return rules.get("required") is True and is_free_text(rules)
