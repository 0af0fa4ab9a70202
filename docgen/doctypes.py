"""The document types: each is a schema in `schemas/` and a Word template in `templates/` of the same name.

A folder of the user's own with the same two sub-folders (`--library`) adds types or replaces templates.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docgen.disk import read_bytes
from docgen.errors import DocgenError
from docgen.problem import did_you_mean
from docgen.schema import Schema

CORE = "dossier"
HOUSE_STYLE = "huisstijl"
MAX_SCHEMA_BYTES = 1_000_000


@dataclass(frozen=True)
class DocumentType:
    """A kind of document. `needs` are dotted paths that must be filled ("partijen[].naam": in every party),
    `at_least` how many rows a list must have, `variants` the titles by variant, the first one the default."""

    name: str
    title: str
    description: str
    section: str
    needs: tuple[str, ...]
    at_least: Mapping[str, int]
    variants: Mapping[str, str]
    template: Path | None


@dataclass(frozen=True)
class Library:
    """Schemas and templates: those of docgen, with those of the user's own folder before them."""

    types: dict[str, DocumentType]
    schema: Schema
    house_style: Path | None

    def type_named(self, name: str) -> DocumentType:
        """The type of that name; raises `DocgenError` with a suggestion when there is none."""
        if name not in self.types:
            hint = did_you_mean(name, self.types) or f"kies uit {', '.join(self.types)}"
            raise DocgenError(f"documentsoort ‘{name}’ bestaat niet; {hint}")
        return self.types[name]


def shipped(kind: str) -> Path:
    """The folder `schemas` or `templates`: inside the package in a wheel, beside it in a checkout."""
    inside = Path(__file__).parent / kind
    return inside if inside.is_dir() else Path(__file__).parent.parent / kind


def open_library(folder: str | os.PathLike[str] | None = None) -> Library:
    """Read all types; `folder` is the user's own library. Raises `DocgenError` when it is not usable."""
    if folder is None:
        return _shipped_library()
    own = Path(folder)
    if not (own / "schemas").is_dir() and not (own / "templates").is_dir():
        raise DocgenError(f"bibliotheek {own} heeft geen map ‘schemas’ of ‘templates’")
    return _build((own,))


@cache
def _shipped_library() -> Library:
    return _build(())


def _build(own: tuple[Path, ...]) -> Library:
    schemas = _files("schemas", own, ".yaml")
    templates = _files("templates", own, ".docx")
    contents = {name: _read_schema(path) for name, path in sorted(schemas.items())}
    core = contents.pop(CORE)
    fields = dict(core["schema"])
    for content in contents.values():
        fields |= content.get("schema") or {}
    types = {name: _document_type(name, content, templates.get(name)) for name, content in contents.items()}
    return Library(types, Schema(fields, core.get("fragmenten", {})), templates.get(HOUSE_STYLE))


def _files(kind: str, own: tuple[Path, ...], suffix: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in (shipped(kind), *(folder / kind for folder in own)):
        if folder.is_dir():
            found |= {
                path.stem: path
                for path in sorted(folder.iterdir())
                if path.suffix == suffix and path.name[0] not in ".~"
            }
    return found


def _read_schema(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(read_bytes(path, MAX_SCHEMA_BYTES, "schema").decode("utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise DocgenError(f"schema {path} is geen geldige YAML: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict) or not isinstance(content.get("titel"), str) or "schema" not in content:
        raise DocgenError(f"schema {path} mist ‘titel’ of ‘schema’")
    return content


def _document_type(name: str, content: dict[str, Any], template: Path | None) -> DocumentType:
    return DocumentType(
        name,
        content["titel"],
        content.get("omschrijving", ""),
        content.get("sectie", name),
        tuple(content.get("nodig", ())),
        content.get("minstens", {}),
        content.get("varianten", {}),
        template,
    )
