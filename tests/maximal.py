"""A dossier in which every field of a schema is filled in, with as many rows as there are choices."""

from __future__ import annotations

from typing import Any

from docgen.loading.form_version import CURRENT
from docgen.schema.types import Rules

DATES = ("2028-02-01", "2028-05-01", "2028-09-01", "2027-01-01", "2026-06-01", "2030-01-01")
NUMBERS = {"integer": 2028, "number": 12, "amount": 125}


def maximal(fields: dict[str, Rules]) -> dict[str, Any]:
    """Plain data for all these fields."""
    return {name: value_of(rules, name, 0) for name, rules in fields.items() if name not in ("kolommen", "afwijkingen")}


def value_of(rules: Rules, name: str, number: int) -> Any:
    kind, meta = rules.get("type"), rules.get("meta", {})
    if "allowed" in rules:
        return rules["allowed"][number % len(rules["allowed"])]
    if kind == "dict":
        if "keysrules" in rules:
            keys = ["r0", "r1"] if "ref" in rules["keysrules"].get("meta", {}) else [2028, 2029]
            return {key: value_of(rules["valuesrules"], name, number) for key in keys}
        return {field: value_of(inner, field, number) for field, inner in rules["schema"].items()}
    if kind == "list":
        return [value_of(rules["schema"], name, row) for row in range(rows_for(rules["schema"]))]
    if kind == "boolean":
        return number % 2 == 0
    if kind == "date":
        return DATES[number % len(DATES)]
    if name == "indeling":
        return CURRENT
    if kind in NUMBERS:
        return min(NUMBERS[kind], rules.get("max", 9999))
    return reference(meta, number) or identity(name, number)


def rows_for(row: Rules) -> int:
    inside = row.get("schema")
    return max([6, *(len(rules.get("allowed", ())) for rules in inside.values())]) if isinstance(inside, dict) else 2


def reference(meta: dict[str, Any], number: int) -> str:
    return f"r{number % 2}" if "ref" in meta else ""


def identity(name: str, number: int) -> str:
    return {"id": f"r{number}", "nr": f"{number + 1}", "kvk": "01234567", "tooi": "gm0001", "tijdvak": "2028-H1"}.get(
        name, f"Tekst {name} {number}"
    )
