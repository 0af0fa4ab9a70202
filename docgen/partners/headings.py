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
from docgen.partners.likely_field import LONGEST, LikelyFields
from docgen.pictures.picture_file import Open
from docgen.schema.field import Field
from docgen.schema.types import FieldPath
from docgen.spreadsheet.heading_row import KNOWN, LIKELY, OTHER
from docgen.text.characters import without_invisible
from docgen.validation.references import ReferenceTarget

OWN = "kolommen"
NOT_USED = "niet gebruiken"
STEP = regex(r"([^.\[\]]+)(?:\[([^\[\]]+)\])?")


def clean_heading(heading: str) -> str:
    """A heading without what nobody sees."""
    return re.sub(r"\s*\.\s*", ".", " ".join(without_invisible(heading).split()))


def _beginning(text: str) -> str:
    """What stands before the first dot or bracket of a heading, in small letters."""
    first = text.partition(".")[0].partition("[")[0]
    return " ".join((first if first.isascii() else without_invisible(first)).split()).casefold()


def own_headings(base: Dossier) -> dict[str, Any]:
    """The headings that the dossier itself explains; none when they are not written as they should be."""
    own = base.data.get(OWN)
    return own if isinstance(own, dict) else {}


class Headings:
    """The headings that a list beside this dossier may have."""

    def __init__(self, library: Library, base: Dossier, open_picture: Open | None = None) -> None:
        self.base = base
        self.open_picture = open_picture  # beside the list
        self.root = library.schema.root
        own = own_headings(base)
        self.own = {clean_heading(name).casefold(): str(path) for name, path in own.items()}

    def find(self, heading: str) -> FieldRef:
        """The field of a heading: its path, or what the dossier says under `kolommen`. Raises `InvalidScalar`."""
        name = clean_heading(heading)
        if self.is_unused(name):
            raise InvalidScalar(
                f"‘{name}’ is volgens ‘{OWN}’ in het dossier niet te gebruiken", "haal de kolom daar weg"
            )
        return self.field(self.own.get(name.casefold(), name))

    def is_own(self, heading: str) -> bool:
        """Whether the dossier explains this heading."""
        return clean_heading(heading).casefold() in self.own

    def is_unused(self, heading: str) -> bool:
        """Whether the dossier says that this column is not used."""
        return self.own.get(clean_heading(heading).casefold(), "").casefold() == NOT_USED

    def is_nobodys(self, heading: str) -> bool:
        """Whether a heading is no field and resembles none."""
        name = clean_heading(heading)
        return self.rank(name) == OTHER and not self._likely.is_path(name) and not self._likely.resembling(name)

    def is_certain(self, text: str) -> bool:
        """Whether a text is surely a heading. Asked of every cell of a list: hardly any begins as one."""
        return _beginning(text) in self._beginnings and self.rank(text) == KNOWN

    @cached_property
    def _beginnings(self) -> set[str]:
        """How headings can begin: with a section, or as one that the dossier explains."""
        return {_beginning(name) for name in (*self.root.children, *self.own)}

    def rank(self, heading: str) -> int:
        """Whether a text is a heading, the name of a field, or neither: see `HeadingRow`."""
        name = clean_heading(heading)
        if name.casefold() in self.own:
            return KNOWN
        try:
            return KNOWN if self._target(name) else LIKELY if self._likely.is_name(name) else OTHER
        except InvalidScalar:  # a field that is no column
            return LIKELY

    def field(self, name: str) -> FieldRef:
        """The field of a dotted path: `partijen[welzijn].naam`. Raises `InvalidScalar`."""
        target = self._target(name)
        if target is None:
            likely = self._likely.suggest(clean_heading(name[:LONGEST]), [NOT_USED])
            message = f"de kop ‘{name[:LONGEST]}’ bestaat niet"
            raise InvalidScalar(
                message, likely or f"zet de kop met het veld onder ‘{OWN}’ in het dossier, of haal de kolom weg"
            )
        return target

    def _target(self, name: str) -> FieldRef | None:
        """The field of a dotted path; `None` when there is none. Raises `InvalidScalar` for what no column can hold."""
        steps = [STEP.fullmatch(part) for part in clean_heading(name).split(".")] if len(name) <= 300 else [None]
        field, data, shown = self.root, self.base.data, ""
        path: FieldPath = ()
        for step in steps:
            found = self._step(field, data, step[1], step[2]) if step and field.kind == "dict" else None
            if found is None or found[1][0] == OWN:
                return None
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
            inside = [other.heading for other in self.all if other.heading.startswith(f"{name}.")]
            example = next((one for one in inside if one == f"{name}.naam"), inside[0] if inside else f"{name}.…")
            hint = f"noem het veld: {example}"
            if len(target.path) == 1 and name != "partner":
                hint = f"zet onder ‘{OWN}’ in het dossier welk veld dit is, bijvoorbeeld: {name.title()}: partner.naam"
            raise InvalidScalar(f"‘{name}’ heeft velden; een kolom heeft één waarde per rij", hint)
        if target.path[-1] == "id" and len(target.path) > 1 and isinstance(target.path[-2], int):
            raise InvalidScalar(f"‘{name}’ is een kenmerk waar andere onderdelen naar verwijzen", "haal de kolom weg")
        return target

    @cached_property
    def all(self) -> list[FieldRef]:
        """Every field that a column could hold, those of the partner first."""
        found = list(_fields(self.root, self.base, "", (), self.base.data))
        return sorted(found, key=lambda target: target.path[0] != "partner")

    @cached_property
    def _likely(self) -> LikelyFields:
        return LikelyFields(self.all, self.root.children, own_headings(self.base))


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
