"""The fields of a dossier: fragments filled in, compiled once; and what lies in data where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from docgen.errors import DocgenError
from docgen.schema.traversal import child_rules, is_free_text, row_rules
from docgen.schema.types import FieldPath, Rules, Violation


class Schema:
    """The fields of a dossier, compiled once, with fragments filled in. Its rules must be sound, see `schema/metaschema/validator`."""

    def __init__(self, fields: Mapping[str, Any], fragments: Mapping[str, Any]) -> None:
        self.fields: dict[str, Rules] = {name: fill_in(rules, fragments) for name, rules in fields.items()}
        self.rules: Rules = {"type": "dict", "schema": self.fields}
        self.singular = dict(_singulars(self.fields))

    def violations(self, data: dict[str, Any]) -> list[Violation]:
        """What Cerberus finds wrong in plain data."""
        return [Violation(*found) for found in self._find(data)]

    @cached_property
    def _find(self) -> Callable[[dict[str, Any]], Iterable[tuple[Any, ...]]]:
        from docgen.schema.cerberus_validator import (
            violation_finder,  # here, as nothing is wrong with most data: see `compile_predicate`
        )

        return violation_finder(self.fields)

    def rules_at(self, path: FieldPath) -> Rules | None:
        """The rules of the field at a path, or `None` when the schema has no such field."""
        rules: Rules | None = self.rules
        for step in path:
            rules = child_rules(rules, step) if rules else None
        return rules

    def outline(self, names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The kind of the field at a path of names alone (`text`: free text), and the fields of it or of its rows."""
        rules: Rules | None = self.rules
        for name in names:
            rules = child_rules(row_rules(rules), name) if rules else None
        if rules is None:
            return "", ()
        inside = row_rules(rules).get("schema")
        return "text" if is_free_text(rules) else rules["type"], tuple(inside) if isinstance(inside, dict) else ()


def _singulars(fields: Mapping[str, Rules]) -> Iterator[tuple[str, str]]:
    for name, rules in fields.items():
        if "enkelvoud" in rules.get("meta", {}):
            yield name, rules["meta"]["enkelvoud"]
        inside = rules.get("schema", {})
        yield from _singulars(inside if rules.get("type") == "dict" else inside.get("schema", {}))


def fill_in(rules: Any, fragments: Mapping[str, Any]) -> Any:
    """Replace `fragment: name` by the rules of that name; what stands beside it wins."""
    if not isinstance(rules, dict):
        return rules
    own = {key: fill_in(value, fragments) for key, value in rules.items() if key != "fragment"}
    name = rules.get("fragment")
    if not isinstance(name, str):
        return own
    if name not in fragments:
        raise DocgenError(f"het schema verwijst naar het fragment ‘{name}’, maar dat bestaat niet")
    base = fill_in(fragments[name], fragments)
    return base | own | {"meta": base.get("meta", {}) | own.get("meta", {})}
