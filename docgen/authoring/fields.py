"""What a document asks of a dossier: its parts and fields in order, as a table and as a skeleton to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.types import Rules
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
    """One field of a dossier: its name, dotted path ("partijen[].naam"), rules and whether it must be filled in."""

    path: str
    rules: Rules
    required: str

    @property
    def name(self) -> str:
        """The last word of the path."""
        return self.path.rpartition(".")[2].removesuffix("[]")

    @property
    def meta(self) -> dict[str, Any]:
        """Title, description and example."""
        found: dict[str, Any] = self.rules.get("meta", {})
        return found

    @property
    def kind(self) -> str:
        """What to write there: "bedrag", "kenmerk uit rollen", "concept of vastgesteld"."""
        return kind_of(self.rules)

    @property
    def row(self) -> Rules:
        """The rules of a row, for a list of parts with fields."""
        inside: Rules = self.rules.get("schema", {}) if self.rules.get("type") == "list" else {}
        return inside if "schema" in inside else {}

    @property
    def inside(self) -> dict[str, Rules]:
        """The fields below this one: of the part itself, or of each row of the list."""
        found: dict[str, Rules] = self.row.get("schema") or (
            self.rules.get("schema", {}) if self.rules.get("type") == "dict" else {}
        )
        return found


def kind_of(rules: Rules) -> str:
    """What a writer puts behind a field, in a few words."""
    if "allowed" in rules:
        return enumeration(rules["allowed"], "of")
    meta = rules.get("meta", {})
    if "ref" in meta:
        return f"kenmerk uit {meta['ref']}" + (" of tekst" if meta.get("vrije_tekst") else "")
    if "keysrules" in rules:
        return f"{kind_of(rules['valuesrules'])} per {_key_kind(rules['keysrules'])}"
    if rules.get("type") == "list" and "schema" not in rules.get("schema", {}):
        return f"lijst: {kind_of(rules.get('schema', {}))}"
    return KINDS.get(rules.get("type", ""), "tekst")


def _key_kind(rules: Rules) -> str:
    return str(rules.get("meta", {}).get("titel", "naam")).lower()


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


def _parts_referred_to(rules: Rules) -> Iterator[str]:
    """The parts that required fields refer to."""
    for own in FieldInfo("", rules, FREE).inside.values():
        if own.get("required") and "ref" in own.get("meta", {}):
            yield own["meta"]["ref"].split(".")[0]
        yield from _parts_referred_to(own)


def fields(library: Library, types: Sequence[DocumentType]) -> Iterator[FieldInfo]:
    """All fields that documents need or use, each part before what is in it."""
    needed = _sections_needed(types)
    for name in sections(library, types):
        required = NEEDED if name in {dotted.split(".")[0] for dotted in needed} else FREE
        yield from _with_inside(FieldInfo(name, library.schema.fields[name], required), needed)


def _sections_needed(types: Sequence[DocumentType]) -> set[str]:
    return {dotted.replace("[]", "") for kind in types for dotted in kind.needs}


def _with_inside(field: FieldInfo, needed: set[str]) -> Iterator[FieldInfo]:
    yield field
    for child in children(field, needed):
        yield from _with_inside(child, needed)


def children(field: FieldInfo, needed: set[str]) -> Iterator[FieldInfo]:
    """The fields directly below one; `needed` are the dotted paths that documents ask for besides the schema."""
    for name, rules in field.inside.items():
        path = f"{field.path}[].{name}" if field.row else f"{field.path}.{name}"
        asked = rules.get("required", False)
        required = field.required if asked and field.required == NEEDED else NEEDED_HERE if asked else FREE
        yield FieldInfo(path, rules, NEEDED if path.replace("[]", "") in needed else required)
