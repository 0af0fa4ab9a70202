"""The names of a document type as a JSON Schema (draft-07), derived tables included, so that other programs know them too."""

from __future__ import annotations

from typing import Any

from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.field import Field
from docgen.word.typecheck import meanings
from docgen.word.typecheck.datatypes import Day, Flag, Number, Record, Rows, Table, Text, Type
from docgen.word.typecheck.vocabulary import vocabulary_of

DRAFT = "http://json-schema.org/draft-07/schema#"
Json = dict[str, Any]


def names_schema(kind: DocumentType, library: Library) -> Json:
    """What a template of a type can name, each with its kind and meaning."""
    names = vocabulary_of(kind, library).names
    return {
        "$schema": DRAFT,
        "$comment": f"gemaakt met docgen template fields {kind.name}",
        "title": f"Namen in een sjabloon voor {kind.title.lower()}",
        **_of("", names, library.schema.root),
    }


def _of(path: str, kind: Type, known: Field | None) -> Json:
    about = kind.about or known
    told = (about.description or about.title) if about else ""
    meaning = told or meanings.meaning_of(path)
    found = {**({"description": meaning} if meaning else {}), **_kind_of(path, kind, about)}
    may_lack = kind.can_lack or about is None  # a table of docgen may leave any of its values empty
    return found | {"type": [found["type"], "null"]} if path and may_lack and "type" in found else found


def _kind_of(path: str, kind: Type, about: Field | None) -> Json:
    match kind:
        case Record():
            fields = {
                name: _of(f"{path}.{name}".lstrip("."), field, about.children.get(name) if about else None)
                for name, field in kind.fields.items()
            }
            return {"type": "object", "properties": fields, "additionalProperties": False}
        case Rows():
            return {"type": "array", "items": _of(path, kind.row, about.row if about else None)}
        case Table():
            return {"type": "object", "additionalProperties": _of(path, kind.values, about.value if about else None)}
        case Text(choices=choices):
            return {"type": "string", **({"examples": list(choices)} if choices else {})}
        case Number():
            return {"type": "number"}
        case Flag():
            return {"type": "boolean"}
        case Day():
            return {"type": "string", "format": "date"}
    return {}
