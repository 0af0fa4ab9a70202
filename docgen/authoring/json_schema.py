"""The fields of a dossier as a JSON Schema (draft-07), so that an editor explains and checks while you type.

The verdict is that of `docgen check`, as nearly as JSON Schema allows; references, double ids, periods and rules stay with
docgen. Rules of Cerberus that no schema of docgen uses are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from docgen.authoring.json_schema_fields import (
    BLANK,
    DEFINITIONS,
    FIELDS,
    FILLED,
    at_least,
    fields_of,
    required_fields,
)
from docgen.authoring.json_schema_values import Json
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.field import ANYTHING, Field
from docgen.text.dutch import enumeration

Need = TypeVar("Need")

MOST_NAMED = 2
DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schema(library: Library, types: Sequence[DocumentType] = ()) -> Json:
    """The JSON Schema of a dossier. It asks what `types` need; without them, what the sections of the dossier ask for."""
    titles = enumeration(kind.title.lower() for kind in types)
    return {
        "$schema": DRAFT,
        "$comment": "gemaakt met docgen schema",
        "title": f"Dossier voor {titles}" if types else "Dossier",
        "description": "Eén dossier beschrijft één programma; alle documenten komen hieruit.",
        **fields_of(library.schema.root),
        "allOf": [FIELDS, *_needs(library, types)],
        "definitions": DEFINITIONS,
    }


def as_text(schema: Json) -> str:
    """A JSON Schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _needs(library: Library, types: Sequence[DocumentType]) -> Iterator[Json]:
    """What documents need, each need once: it is asked when one of the sections is there, or of `types` always."""
    among = types or list(library.types.values())
    for dotted, kinds in _by_need((need, kind) for kind in among for need in kind.needs):
        need = _asked_deep(dotted.split("."), library.schema.root, _why(kinds, among))
        begun = [dotted] if len(kinds) == len(among) else []  # what every document needs is asked once it is begun
        yield need if types else _when_asked_for(kinds, need, begun)
    for (name, least), kinds in _by_need((rows, kind) for kind in among for rows in kind.at_least.items()):
        few = at_least(least, f"verwacht ten minste {least} {name}{_why(kinds, among)}; vul de lijst aan")
        need = {"properties": {name: {"if": BLANK, "else": few}}}
        yield need if types else _when_asked_for(kinds, need)


def _by_need(pairs: Iterable[tuple[Need, DocumentType]]) -> Iterable[tuple[Need, list[DocumentType]]]:
    found: dict[Need, list[DocumentType]] = {}
    for need, kind in pairs:
        found.setdefault(need, []).append(kind)
    return found.items()


def _when_asked_for(kinds: Sequence[DocumentType], need: Json, begun: Sequence[str] = ()) -> Json:
    """A need of documents that the dossier asks for by having their section, or one of the sections in `begun`."""
    sections = [{"required": [section]} for section in dict.fromkeys([*(kind.section for kind in kinds), *begun])]
    return {"if": {"anyOf": sections}, "then": need}


def _why(kinds: Sequence[DocumentType], among: Sequence[DocumentType]) -> str:
    """For which documents; a long list of them tells a writer nothing."""
    if len(kinds) > MOST_NAMED or len(kinds) == len(among) > 1:
        return ""
    return f" (nodig voor {enumeration([kind.title.lower() for kind in kinds], 'of')})"


def _asked_deep(names: list[str], field: Field, why: str) -> Json:
    """What a dotted path asks: `partijen[].ondertekenaar` asks every row."""
    name, every = names[0].removesuffix("[]"), names[0].endswith("[]")
    inner = field.below(name) or ANYTHING
    found = required_fields({name: inner}, why)
    if names[1:]:
        deeper = _asked_deep(names[1:], inner.each if every else inner, why)
        found["properties"] = {name: {"allOf": [FILLED, {"items": deeper} if every else deeper]}}
    return found
