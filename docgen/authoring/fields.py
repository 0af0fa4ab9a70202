"""What a document asks of a dossier: its parts and fields in order, as a table and as a skeleton to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.library.text_blocks import PART
from docgen.schema.field import Field
from docgen.text.dutch import enumeration

NEEDED, NEEDED_HERE, FREE = "ja", "bij gebruik", ""
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


def sections(library: Library, types: Sequence[DocumentType]) -> list[str]:
    """The parts of a dossier that documents need or use, and what those refer to: what they need and is their own first,
    in the order of the schema."""
    others = {kind.section for kind in library.types.values()} - {kind.section for kind in types}
    names = {kind.section for kind in types}
    for kind in types:
        names |= {dotted.split(".")[0].removesuffix("[]") for dotted in kind.needs} | set(kind.uses) - others
    while more := {target for name in names for target in _parts_referred_to(library.schema.fields[name])} - names:
        names |= more
    first = {name.split(".")[0] for name in _sections_needed(types)} | {kind.section for kind in types}
    in_order = [name for name in library.schema.fields if name in names]
    return sorted(in_order, key=lambda name: name not in first)


def _parts_referred_to(field: Field) -> Iterator[str]:
    """The parts that required fields refer to."""
    for child in field.each.children.values():
        if child.is_required and child.reference:
            yield child.reference.split(".")[0]
        yield from _parts_referred_to(child)


def fields(library: Library, types: Sequence[DocumentType]) -> Iterator[FieldInfo]:
    """All fields that documents need or use, each part before what is in it."""
    needed = _sections_needed(types)
    for name in sections(library, types):
        required = NEEDED if name in {dotted.split(".")[0] for dotted in needed} else FREE
        yield from _with_inside(FieldInfo(name, library.schema.fields[name], required), needed)


def text_blocks(library: Library, types: Sequence[DocumentType]) -> Iterator[FieldInfo]:
    """The places where documents take a text of the writer; a new dossier does without."""
    own = {kind.name for kind in types if kind.sections}
    if own:
        part = FieldInfo(PART, library.schema.fields[PART], FREE)
        yield part
        for child in children(part, set()):
            if child.name in own:
                yield from _with_inside(child, set())


def _sections_needed(types: Sequence[DocumentType]) -> set[str]:
    return {dotted.replace("[]", "") for kind in types for dotted in kind.needs}


def _with_inside(field: FieldInfo, needed: set[str]) -> Iterator[FieldInfo]:
    yield field
    for child in children(field, needed):
        yield from _with_inside(child, needed)


def children(field: FieldInfo, needed: set[str]) -> Iterator[FieldInfo]:
    """The fields directly below one; `needed` are the dotted paths that documents ask for besides the schema."""
    for name, child in field.field.each.children.items():
        path = f"{field.path}[].{name}" if field.field.row else f"{field.path}.{name}"
        required = FREE if not child.is_required else NEEDED if field.required == NEEDED else NEEDED_HERE
        yield FieldInfo(path, child, NEEDED if path.replace("[]", "") in needed else required)
