"""The types of what a template can name: text with its choices, numbers, days, records, lists and maps.

`ANY` is what cannot be known. Whatever has a type may be `None` as well: an empty field; what `can_lack` is empty in a valid
dossier, and printing it stops the document. `is_declared` is what a schema or a table of docgen says it is; else it is only
what is written in the template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

from docgen.schema.field import Field


@dataclass(frozen=True)
class Type:
    """Of what nothing is known."""

    can_lack: bool = field(default=False, kw_only=True, compare=False)
    about: Field | None = field(
        default=None, kw_only=True, compare=False, repr=False
    )  # the field of a dossier that it is


@dataclass(frozen=True)
class Nothing(Type):
    """Only `none`."""


@dataclass(frozen=True)
class Scalar(Type):
    """One value."""

    is_declared: bool = False


@dataclass(frozen=True)
class Text(Scalar):
    """A text; `choices` are all it can be."""

    choices: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Number(Scalar):
    """An amount, a count, a year; `filter` is what writes it as the Dutch do, empty where there is no need."""

    filter: str = field(default="", compare=False)


@dataclass(frozen=True)
class Flag(Scalar):
    """True or false."""


@dataclass(frozen=True)
class Day(Scalar):
    """A date."""


@dataclass(frozen=True, eq=False)
class Record(Type):
    """A part with fields of its own, by name."""

    fields: Mapping[str, Type]
    withheld: frozenset[str] = frozenset()  # what it has, but not in a document for everybody

    def extended(self, **fields: Type) -> Record:
        """The same with more fields, or others."""
        return Record({**self.fields, **fields}, self.withheld, can_lack=self.can_lack)


@dataclass(frozen=True, eq=False)
class Table(Type):
    """A map: of any key of one type to values of one type."""

    keys: Type
    values: Type


@dataclass(frozen=True, eq=False)
class Rows(Type):
    """A list of values of one type."""

    row: Type


@dataclass(frozen=True, eq=False)
class Pair(Type):
    """A few values in fixed order, some with a name: what `items` and `groupby` give."""

    values: tuple[Type, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Method(Type):
    """A function of a value, by its name."""

    of: Type
    name: str


@dataclass(frozen=True, eq=False)
class Macro(Type):
    """A macro of the template: its node in the tree, and what its arguments were called with."""

    node: Any
    given: dict[str, Type] = field(default_factory=dict)


ANY, NOTHING = Type(), Nothing()
TEXT, NUMBER, FLAG, DAY = Text(), Number(), Flag(), Day()
KINDS: dict[str, Type] = {
    "string": Text(True),
    "integer": Number(True),
    "number": Number(True, "getal"),
    "amount": Number(True, "euro"),
    "boolean": Flag(True),
    "date": Day(True),
}
COMBINED = ("anyof", "allof", "oneof", "noneof", "anyof_schema")  # rules of Cerberus that leave more than one type open


def type_of(field: Field | None) -> Type:
    """The type of a field of a schema."""
    kind = _kind_of(field)
    if field is None or kind is ANY:
        return kind
    return replace(kind, can_lack=not (field.is_required or field.kind == "list"), about=field)


def present(kind: Type) -> Type:
    """The same where it surely is not empty."""
    return replace(kind, can_lack=False) if kind.can_lack else kind


def _kind_of(field: Field | None) -> Type:
    if field is None or any(name in field.rules for name in COMBINED):
        return ANY
    if field.has_fixed_names:
        return record_of(field.children)
    if field.value:
        return Table(present(type_of(field.key)), present(type_of(field.value)))
    if field.kind == "list":
        return Rows(present(_chosen(type_of(field.row), field.choices)))
    return _chosen(KINDS.get(field.kind, ANY), field.choices)


def record_of(fields: Mapping[str, Field]) -> Record:
    """The type of a part with these fields."""
    return Record({name: type_of(field) for name, field in fields.items()})


def _chosen(kind: Type, choices: tuple[Any, ...]) -> Type:
    return replace(kind, choices=tuple(map(str, choices))) if isinstance(kind, Text) and choices else kind


def choice(*words: str) -> Text:
    """A text of docgen's own that is one of these."""
    return Text(True, tuple(dict.fromkeys(words)))


def joined(*types: Type) -> Type:
    """The type of what is one or the other; `none` beside it says nothing."""
    start: Type = NOTHING
    return reduce(_either, types, start)


def _either(one: Type, other: Type) -> Type:
    if one is other or isinstance(other, Nothing):
        return one
    if isinstance(one, Nothing):
        return other
    found = _in_common(one, other)
    can_lack = one.can_lack or other.can_lack
    return found if found is ANY or found.can_lack == can_lack else replace(found, can_lack=can_lack)


def _in_common(one: Type, other: Type) -> Type:
    match one, other:
        case Text(), Text():
            both = one.choices is not None and other.choices is not None
            choices = tuple(dict.fromkeys([*(one.choices or ()), *(other.choices or ())])) if both else None
            return Text(one.is_declared or other.is_declared, choices)
        case Record(), Record():
            shared = {name: _either(kind, other.fields.get(name, NOTHING)) for name, kind in one.fields.items()}
            return Record({**other.fields, **shared})
        case Table(), Table():
            return Table(_either(one.keys, other.keys), _either(one.values, other.values))
        case Rows(), Rows():
            return Rows(_either(one.row, other.row))
    return one if one == other else ANY


def row_of(kind: Type) -> Type:
    """What a loop over a value gives."""
    match kind:
        case Rows():
            return kind.row
        case Table():
            return kind.keys
        case Record() | Text():
            return TEXT
        case Pair():
            return joined(*kind.values)
    return ANY


def pair_of(kind: Type) -> Type:
    """Name and value of all that is in a map: what `items()` gives."""
    match kind:
        case Table():
            return Rows(Pair((kind.keys, kind.values)))
        case Record():
            return Rows(Pair((TEXT, joined(*kind.fields.values()) if kind.fields else ANY)))
    return ANY
