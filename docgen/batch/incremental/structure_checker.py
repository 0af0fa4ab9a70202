"""Whether data that share parts with a dossier are surely sound, looking only at the parts that are new.

A no may have another reason: then `structure.validate` says what it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from docgen.batch.incremental.field_finder import compile_finder, find
from docgen.domain.memo import changed_sections
from docgen.loading.loaded_data import LoadedData
from docgen.schema.compiled_validator import NO_FORMER_VALUE, compile_predicate
from docgen.schema.field import Field
from docgen.schema.schema import Schema
from docgen.validation.coherence import has_coherence, misfits
from docgen.validation.references import ReferenceTarget, resolves
from docgen.validation.structure import PERIODS, duplicates, inverted_periods


class Reference(NamedTuple):
    """An id that stands in a part, and its field."""

    part: str
    name: str
    field: Field


class Part:
    """What a part of a dossier is checked with, made once from its field."""

    def __init__(self, name: str, field: Field) -> None:
        self.name = name
        self._accepts = compile_predicate(field.rules)
        self._lists, self._periods = compile_finder(field, _has_names), compile_finder(field, _has_period)
        self._wholes = compile_finder(field, has_coherence)
        self._references = compile_finder(field, lambda inner: bool(inner.reference))

    def is_sound(self, value: Any, before: Any = NO_FORMER_VALUE) -> bool:
        """Whether a value is as the schema says, with every row once and every period the right way round; `before` was."""
        if not self._accepts(value, before):
            return False
        if any(next(duplicates(rows, field), None) for rows, field in find(self._lists, value)):
            return False
        if any(next(misfits(part, field), None) for part, field in find(self._wholes, value) if isinstance(part, dict)):
            return False
        return not any(next(inverted_periods(row), None) for row, _ in find(self._periods, value))

    def references(self, value: Any) -> list[Reference]:
        """What the value refers to."""
        found = find(self._references, value)
        return [Reference(self.name, name, field) for name, field in found if isinstance(name, str) and name]


def _has_names(field: Field) -> bool:
    return field.row is not None and _may_have(field.row, set(field.unique_key[:1]))


def _has_period(field: Field) -> bool:
    return any(_may_have(field, set(names)) for names in PERIODS)


def _may_have(field: Field, names: set[str]) -> bool:
    return field.kind == "dict" and (not field.has_fixed_names or names <= field.children.keys())


class StructureChecker:
    """A dossier of which every part was checked; its data need not be sound."""

    def __init__(self, loaded: LoadedData, schema: Schema) -> None:
        self._reading = loaded
        self._parts = {name: Part(name, field) for name, field in schema.fields.items()}
        self._needed = set(schema.root.required)
        self._sound: dict[str, Any] = {}
        self._sound |= {name: value for name, value in loaded.data.items() if self._is_sound(name, value)}
        known = [name for name in loaded.data if name in self._parts]
        self._references = [found for name in known for found in self._parts[name].references(loaded.data[name])]
        self._lists = {
            target: ReferenceTarget(loaded, target) for target in {one.field.reference for one in self._references}
        }
        self._astray = [found for found in self._references if not _leads(self._lists[found.field.reference], found)]

    def is_sound(self, data: dict[str, Any]) -> bool:
        """Whether data are surely sound in shape, ids, periods and references."""
        changed = changed_sections(data, self._reading.data)
        new = [name for name in data if name in changed]
        if not self._needed <= data.keys() or (data.keys() - changed) - self._sound.keys():
            return False
        return all(self._is_sound(name, data[name]) for name in new) and self._all_lead_somewhere(data, changed)

    def _is_sound(self, name: str, value: Any) -> bool:
        return name in self._parts and self._parts[name].is_sound(value, self._sound.get(name, NO_FORMER_VALUE))

    def _all_lead_somewhere(self, data: dict[str, Any], changed: set[str]) -> bool:
        """Follow what stands in the parts that are new, and elsewhere what led nowhere or may have lost its row."""
        now = replace(self._reading, data=data)
        moved = {target: ReferenceTarget(now, target) for target in self._lists if target.partition(".")[0] in changed}
        is_shorter = any(self._lists[target].ids.keys() - rows.ids.keys() for target, rows in moved.items())
        lists = self._lists | moved
        new = [found for name in data if name in changed for found in self._parts[name].references(data[name])]
        kept = [found for found in (self._references if is_shorter else self._astray) if found.part not in changed]
        return all(
            _leads(lists.get(found.field.reference) or ReferenceTarget(now, found.field.reference), found)
            for found in (*new, *kept)
        )


def _leads(rows: ReferenceTarget, reference: Reference) -> bool:
    return resolves(rows, reference.name, reference.field)
