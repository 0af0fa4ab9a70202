"""The fields of a dossier: fragments filled in, compiled once; and what lies in data where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from docgen.errors import DocgenError
from docgen.schema.field import Field
from docgen.schema.sentence_fields import sentence_fields
from docgen.schema.types import FieldPath, Violation
from docgen.text.sentence_frame import FramedFields


class Schema:
    """The fields of a dossier, compiled once, with fragments filled in. Its rules must be sound, see `schema/metaschema/validator`."""

    def __init__(self, fields: Mapping[str, Any], fragments: Mapping[str, Any]) -> None:
        self.root = Field(
            {"type": "dict", "schema": {name: fill_in(rules, fragments) for name, rules in fields.items()}}
        )
        self.fields = self.root.children
        self.singular = dict(_singulars(self.root))

    def violations(self, data: dict[str, Any]) -> list[Violation]:
        """What Cerberus finds wrong in plain data."""
        return [Violation(*found) for found in self._find(data)]

    @cached_property
    def _find(self) -> Callable[[dict[str, Any]], Iterable[tuple[Any, ...]]]:
        from docgen.schema.cerberus_validator import (
            violation_finder,  # here, as nothing is wrong with most data: see `compile_predicate`
        )

        return violation_finder(self.root.rules["schema"])

    @cached_property
    def frames(self) -> FramedFields:
        """The fields whose text comes to stand in a sentence."""
        return sentence_fields(self.root)

    def field_at(self, path: FieldPath) -> Field | None:
        """The field at a path, or `None` when the schema has no such field."""
        return self.root.at(path)

    def outline(self, names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The kind of the field at a path of names alone (`text`: free text), and the fields of it or of its rows."""
        field: Field | None = self.root
        for name in names:
            field = field.each.below(name) if field else None
        if field is None:
            return "", ()
        return "text" if field.is_free_text else field.kind, tuple(field.each.children)


def _singulars(field: Field) -> Iterator[tuple[str, str]]:
    for name, child in field.children.items():
        if child.singular:
            yield name, child.singular
        yield from _singulars(child.each)


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
