"""Headings of a list to the fields they stand for: a path of the dossier, or a heading that the dossier explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.dossier import Dossier
from docgen.errors import InvalidScalar
from docgen.library.library import Library
from docgen.loading.scalars import PARSERS, integer
from docgen.partners.column import Column, FieldRef
from docgen.schema.field import Field
from docgen.schema.types import FieldPath
from docgen.text.characters import without_invisible
from docgen.validation.references import ReferenceTarget

OWN = "kolommen"
LONGEST = 80  # no heading that resembles a field is longer
MOST_SUGGESTIONS = 10  # looking for a name that resembles costs time
STEP = regex(r"([^.\[\]]+)(?:\[([^\[\]]+)\])?")


def clean_heading(heading: str) -> str:
    """A heading without what nobody sees."""
    return re.sub(r"\s*\.\s*", ".", " ".join(without_invisible(heading).split()))


def own_headings(base: Dossier) -> dict[str, Any]:
    """The headings that the dossier itself explains; none when they are not written as they should be."""
    own = base.data.get(OWN)
    return own if isinstance(own, dict) else {}


class Headings:
    """The headings that a list beside this dossier may have."""

    def __init__(self, library: Library, base: Dossier) -> None:
        self.base = base
        self.root = library.schema.root
        own = own_headings(base)
        self.own = {clean_heading(name).casefold(): str(path) for name, path in own.items()}
        self._suggested = 0

    def find(self, heading: str) -> FieldRef:
        """The field of a heading: its path, or what the dossier says under `kolommen`. Raises `InvalidScalar`."""
        name = clean_heading(heading)
        return self.field(self.own.get(name.casefold(), name))

    def field(self, name: str) -> FieldRef:
        """The field of a dotted path: `partijen[welzijn].naam`. Raises `InvalidScalar`."""
        steps = [STEP.fullmatch(part) for part in clean_heading(name).split(".")] if len(name) <= 300 else [None]
        field, data, shown = self.root, self.base.data, ""
        path: FieldPath = ()
        for step in steps:
            found = self._step(field, data, step[1], step[2]) if step and field.kind == "dict" else None
            if found is None or found[1][0] == OWN:
                raise InvalidScalar(f"de kop ‘{name[:LONGEST]}’ bestaat niet", self._likely(name))
            field, more, data, word = found
            path, shown = (*path, *more), f"{shown}.{word}" if shown else word
        return self._check(FieldRef(shown, path, field))

    def _step(self, field: Field, data: Any, name: str, row: str | None) -> tuple[Field, FieldPath, Any, str] | None:
        """One step of a path: its field, steps, data and name; `None` when there is no such field."""
        key = self._key(field, name.strip())
        inner = field.below(key) if key is not None else None
        if inner is None:
            return None
        inside = data.get(key) if isinstance(data, dict) else None
        if row is None:
            return inner, (key,), inside, str(key)
        if not inner.row or not inner.row.children:
            return None
        number, own = _row(inside, row, str(key))
        return inner.row, (key, number), (inside or ())[number], f"{key}[{own}]"

    def _key(self, field: Field, name: str) -> Any:
        if not field.key:
            return next((key for key in field.children if key.casefold() == name.casefold()), None)
        key = integer(name, True) if field.has_years else name
        wrong = Column(FieldRef(name, (name,), field.key), self.base).wrong(key)
        if wrong:
            raise InvalidScalar(wrong[0].message, wrong[0].hint)
        return key

    def _check(self, target: FieldRef) -> FieldRef:
        """A column holds one value, and never the id that other parts refer to."""
        kind, name = target.field.kind, target.heading
        if kind == "list":
            example = next((other.heading for other in self.all if other.heading.startswith(f"{name}[")), "")
            hint = f"noem de rij en het veld: {example}" if example else "laat dit in het dossier staan"
            raise InvalidScalar(f"‘{name}’ is een lijst; een kolom heeft één waarde per rij", hint)
        if kind not in PARSERS:
            example = next((other.heading for other in self.all if other.heading.startswith(f"{name}.")), f"{name}.…")
            raise InvalidScalar(
                f"‘{name}’ heeft velden; een kolom heeft één waarde per rij", f"noem het veld: {example}"
            )
        if target.path[-1] == "id" and len(target.path) > 1 and isinstance(target.path[-2], int):
            raise InvalidScalar(f"‘{name}’ is een kenmerk waar andere onderdelen naar verwijzen", "haal de kolom weg")
        return target

    def _likely(self, name: str) -> str:
        self._suggested += 1
        word = clean_heading(name[:LONGEST]).casefold()
        if word in self._by_word:
            return f"bedoel je ‘{self._by_word[word]}’?"
        options = [*(target.heading for target in self.all), *own_headings(self.base)]
        likely = did_you_mean(name[:LONGEST], options) if self._suggested <= MOST_SUGGESTIONS else ""
        return likely or f"zet de kop met het veld onder ‘{OWN}’ in het dossier, of haal de kolom weg"

    @cached_property
    def all(self) -> list[FieldRef]:
        """Every field that a column could hold, those of the partner first."""
        found = list(_fields(self.root, self.base, "", (), self.base.data))
        return sorted(found, key=lambda target: target.path[0] != "partner")

    @cached_property
    def _by_word(self) -> dict[str, str]:
        """A field by its last word or its title alone, as people write above a column."""
        words: dict[str, str] = {}
        for target in self.all:
            for word in (str(target.path[-1]), target.field.title):
                words.setdefault(word.casefold(), target.heading)
        return words


def _row(rows: Any, wanted: str, name: str) -> tuple[int, str]:
    """The place of the row with an id, in any case, and that id."""
    ids = {row["id"]: i for i, row in enumerate(rows or ()) if isinstance(row, dict) and isinstance(row.get("id"), str)}
    own = (
        wanted.strip()
        if wanted.strip() in ids
        else next((key for key in ids if key.casefold() == wanted.strip().casefold()), "")
    )
    if own:
        return ids[own], own
    listed = f"bekend zijn: {', '.join(list(ids)[:12])}" if ids else f"in ‘{name}’ staan geen kenmerken"
    raise InvalidScalar(
        f"kenmerk ‘{wanted[:60]}’ staat niet onder ‘{name}’", did_you_mean(wanted[:LONGEST], ids) or listed
    )


def _fields(field: Field, base: Dossier, name: str, path: FieldPath, data: Any) -> Iterator[FieldRef]:
    if field.kind in PARSERS:
        yield FieldRef(name, path, field)
    elif field.key and field.value:
        for key in _keys(field.key, base, data):
            yield from _fields(field.value, base, f"{name}.{key}", (*path, key), None)
    elif field.kind == "dict":
        for key, inner in field.children.items():
            if path or key != OWN:
                inside = data.get(key) if isinstance(data, dict) else None
                yield from _fields(inner, base, f"{name}.{key}" if name else key, (*path, key), inside)
    elif field.row and field.row.children:
        for i, row in enumerate(data or ()):
            if isinstance(row, dict) and isinstance(row.get("id"), str):
                own = [
                    t for t in _fields(field.row, base, f"{name}[{row['id']}]", (*path, i), row) if t.path[-1] != "id"
                ]
                yield from own


def _keys(key: Field, base: Dossier, data: Any) -> list[Any]:
    """The names that stand in a part, and those that may stand there."""
    known = ReferenceTarget(base.loaded, key.reference).ids if key.reference else ()
    return list(dict.fromkeys([*(data or {}), *known]))
