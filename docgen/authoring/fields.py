"""What a document asks of a dossier: its parts and fields in working order, as a table and as a skeleton to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.library.text_blocks import PART
from docgen.schema.field import Field
from docgen.text.dutch import enumeration

NEEDED, NEEDED_HERE, ADVISED, FREE = "ja", "bij gebruik", "aanbevolen", ""
AT_THE_END = ("realisatie", PART, "partner", "kolommen", "afwijkingen", "archief")  # behind what each document adds
KINDS = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "amount": "bedrag",
    "boolean": "true of false",
    "date": "datum",
    "dict": "velden",
    "list": "lijst",
}


@dataclass(frozen=True)
class FieldInfo:
    """One field of a dossier: its name, dotted path ("partijen[].naam"), what the schema says of it and whether it must be filled in."""

    path: str
    field: Field
    required: str

    @property
    def name(self) -> str:
        """The last word of the path."""
        return self.path.rpartition(".")[2].removesuffix("[]")

    @property
    def kind(self) -> str:
        """What to write there: "bedrag", "kenmerk uit rollen", "concept of vastgesteld"."""
        return kind_of(self.field)

    @property
    def can_wait(self) -> bool:
        """Whether a dossier does well without it."""
        return self.required == FREE


def kind_of(field: Field) -> str:
    """What a writer puts behind a field, in a few words."""
    if field.choices:
        return enumeration(field.choices, "of")
    if field.reference:
        return f"kenmerk uit {field.reference}" + (" of tekst" if field.may_be_prose else "")
    if field.key and field.value:
        return f"{kind_of(field.value)} per {(field.key.title or 'naam').lower()}"
    if field.kind == "list" and not field.each.children:
        return f"lijst: {kind_of(field.each)}"
    return KINDS.get(field.kind, "tekst")


class Asked:
    """What documents ask beside what the schema says of each field: dotted paths without brackets that are `needed`, and
    that are `advised`. What is in a part asks for the part; what is in the rows of a list only once a row was begun."""

    def __init__(self, types: Sequence[DocumentType]) -> None:
        self.needed = {path for kind in types for need in kind.needs for path in _with_around(need.replace("[]", ""))}
        self.needed |= {path for kind in types for asked in kind.asks for path in _of_rows(asked)}
        self.advised = {path for kind in types for advised in kind.advises for path in _of_rows(advised)}
        self.advised |= {kind.section for kind in types}

    def of(self, path: str, field: Field, around: str) -> str:
        """Whether a field must be filled in; `around` is the same of what it is in."""
        path = path.replace("[]", "")
        if path in self.needed or field.is_required:
            return NEEDED if around == NEEDED else NEEDED_HERE
        return ADVISED if path in self.advised else FREE


def _with_around(path: str) -> Iterator[str]:
    """A dotted path and those of the parts it is in."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def _of_rows(path: str) -> Iterator[str]:
    if "[]" in path:
        yield path.replace("[]", "")
    else:
        yield from _with_around(path)


def sections(library: Library, types: Sequence[DocumentType]) -> list[str]:
    """The parts of a dossier that documents need or use, and what those refer to, in working order: what is shared, what
    each document adds, and what comes at the end."""
    own = [kind.section for kind in types]
    others = {kind.section for kind in library.types.values()} - set(own)
    asked = Asked(types)
    names = {path for path in asked.needed if path in library.schema.fields} | set(own)
    names |= {name for kind in types for name in kind.uses} - others
    while more := {target for name in names for target in _parts_referred_to(library.schema.fields[name])} - names:
        names |= more
    order = list(library.schema.fields)
    last = {**dict.fromkeys(own), **dict.fromkeys(AT_THE_END)}
    places = {name: place for place, name in enumerate([*(name for name in order if name not in last), *last])}
    return sorted(names, key=places.__getitem__)


def _parts_referred_to(field: Field) -> Iterator[str]:
    """The parts that required fields refer to."""
    for child in field.each.children.values():
        if child.is_required and child.reference:
            yield child.reference.split(".")[0]
        yield from _parts_referred_to(child)


def parts(library: Library, types: Sequence[DocumentType], asked: Asked) -> Iterator[FieldInfo]:
    """The same parts as fields."""
    for name in sections(library, types):
        field = library.schema.fields[name]
        yield FieldInfo(name, field, asked.of(name, field, NEEDED))


def fields(library: Library, types: Sequence[DocumentType]) -> Iterator[FieldInfo]:
    """All fields that documents need or use, each part before what is in it."""
    asked = Asked(types)
    for part in parts(library, types, asked):
        yield from _with_inside(part, asked)


def text_blocks(library: Library, types: Sequence[DocumentType]) -> Iterator[FieldInfo]:
    """The places where documents take a text of the writer; a new dossier does without."""
    own = {kind.name for kind in types if kind.sections}
    if own:
        part, asked = FieldInfo(PART, library.schema.fields[PART], FREE), Asked(())
        yield part
        for child in children(part, asked):
            if child.name in own:
                yield from _with_inside(child, asked)


def _with_inside(field: FieldInfo, asked: Asked) -> Iterator[FieldInfo]:
    yield field
    for child in children(field, asked):
        yield from _with_inside(child, asked)


def children(field: FieldInfo, asked: Asked) -> Iterator[FieldInfo]:
    """The fields directly below one."""
    for name, child in field.field.each.children.items():
        path = f"{field.path}[].{name}" if field.field.row else f"{field.path}.{name}"
        yield FieldInfo(path, child, asked.of(path, child, field.required))
