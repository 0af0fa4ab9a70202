"""The document types: each is a schema in `schemas/` and a Word template in `templates/` of the same name.

A folder of the user's own with the same two sub-folders (`--library`) adds types or replaces templates; checklists in its
sub-folder `checklists` become types too.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from docgen import store
from docgen.checklists import Checklist, content_of, read_checklist
from docgen.disk import read_bytes
from docgen.errors import DocgenError
from docgen.problem import did_you_mean
from docgen.schema import Schema

CORE = "dossier"
HOUSE_STYLE = "huisstijl"
CHECKLISTS, CHECKLIST = "checklists", "checklist"  # the folder, and the template of those without one of their own
MAX_SCHEMA_BYTES = 1_000_000
PER_PARTY = ("eigen deel", "geheel", "niet")


@dataclass(frozen=True)
class DocumentType:
    """A kind of document. `needs` are dotted paths that must be filled ("partijen[].naam": in every party), `uses` the
    other parts it shows, `at_least` how many rows a list must have, `variants` the titles by variant, the default first.
    What is found does not stop a type that `is_report`; one that `judges` also prints what the rules find (`oordeel`).
    One that `compares` can show what moved since an earlier dossier (`vergelijking`); one `per_role` can be made for each role.
    With `has_worksheet` its template has the questions and answers of the borgingsplan (`werkblad`).
    `per_party` says what each party gets in a batch: its own part, the whole, or nothing."""

    name: str
    title: str
    description: str
    section: str
    needs: tuple[str, ...]
    uses: tuple[str, ...]
    at_least: Mapping[str, int]
    variants: Mapping[str, str]
    template: Path | None
    judges: bool = False
    is_report: bool = False
    per_party: str = PER_PARTY[0]
    has_worksheet: bool = False
    per_role: bool = False
    compares: bool = False
    checklist: Checklist | None = None


@dataclass(frozen=True)
class Library:
    """Schemas and templates: those of docgen, with those of the user's own folder before them. `slots` are checklists
    without points; `digest` is of all fields and checklists."""

    types: dict[str, DocumentType]
    schema: Schema
    house_style: Path | None
    slots: Mapping[str, Checklist] = field(default_factory=dict)
    digest: str = ""

    def type_named(self, name: str) -> DocumentType:
        """The type of that name; raises `DocgenError` with a suggestion when there is none."""
        found = self.types.get(name) or self.types.get(name.lower().rstrip(",;"))
        if found is None and (slot := self.slots.get(name)):
            raise DocgenError(
                f"checklist ‘{name}’ heeft nog geen punten (bron: {slot.source}); zet ze in checklists/{name}.yaml in uw "
                "eigen bibliotheek en geef die mee met --library"
            )
        if found is None:
            hint = (
                did_you_mean(name, self.types)
                or f"kies uit {', '.join(self.types)}, of geef uw bibliotheek met --library"
            )
            if name.endswith((".yaml", ".yml")):
                hint = "een bestandsnaam met een spatie zet u tussen aanhalingstekens"
            raise DocgenError(f"documentsoort ‘{name}’ bestaat niet; {hint}")
        return found


def shipped(kind: str) -> Path:
    """The folder `schemas` or `templates`: inside the package in a wheel, beside it in a checkout."""
    inside = Path(__file__).parent / kind
    return inside if inside.is_dir() else Path(__file__).parent.parent / kind


def open_library(folder: str | os.PathLike[str] | None = None) -> Library:
    """Read all types; `folder` is the user's own library. Raises `DocgenError` when it is not usable."""
    if folder is None:
        return _shipped_library()
    own = Path(folder)
    if not any((own / kind).is_dir() for kind in ("schemas", "templates", CHECKLISTS)):
        raise DocgenError(f"bibliotheek {own} heeft geen map ‘schemas’, ‘templates’ of ‘{CHECKLISTS}’")
    return _build((own,))


@cache
def _shipped_library() -> Library:
    return _build(())


def _build(own: tuple[Path, ...]) -> Library:
    schemas = _files("schemas", own, ".yaml")
    templates = _files("templates", own, ".docx")
    lists = _checklist_files(own)
    contents, digest = _contents(schemas)
    checklists = {name: read_checklist(name, path) for name, path in lists.items()}
    slots = {name: one for name, one in checklists.items() if not one.points}
    fragments = contents[CORE].get("fragmenten") or {}
    for name, path in schemas.items():
        if path.parent.parent in own:
            _check(path, contents[name], fragments)
    fields = dict(contents.pop(CORE)["schema"])
    for content in contents.values():
        fields |= content["schema"]
    types = {name: _document_type(name, content, templates.get(name)) for name, content in contents.items()}
    for name, one in checklists.items():
        if name in types or one.section in fields:
            raise DocgenError(
                f"checklist {lists[name]}: ‘{name}’ bestaat al in docgen; geef het bestand een andere naam"
            )
        if one.points:
            content = content_of(one)
            fields |= content["schema"]
            template = templates.get(name) or templates.get(CHECKLIST)
            types[name] = replace(_document_type(name, content, template), checklist=one)
    for name, path in templates.items():
        likely = did_you_mean(name, types) if path.parent.parent in own and name not in (*types, HOUSE_STYLE) else ""
        if likely:
            raise DocgenError(f"sjabloon {path} hoort bij geen documentsoort; {likely}")
    whole = sha256(repr((digest, checklists)).encode()).hexdigest()
    return Library(types, Schema(fields, fragments, trusted=True), templates.get(HOUSE_STYLE), slots, whole)


def _checklist_files(own: tuple[Path, ...]) -> dict[str, Path]:
    """The checklists that ship beside the schemas, and those of the user's own before them."""
    found: dict[str, Path] = {}
    for folder in (shipped("schemas") / CHECKLISTS, *(folder / CHECKLISTS for folder in own)):
        found |= _in_folder(folder, ".yaml") | _in_folder(folder, ".yml")
    return found


def _contents(schemas: Mapping[str, Path]) -> tuple[dict[str, dict[str, Any]], str]:
    """What the schema files hold: read as YAML, or as it was kept the last time when none of them has changed since; and
    a digest of them."""
    texts = {name: _whole(path) for name, path in sorted(schemas.items())}
    name = sha256(repr([yaml.__version__, *texts.items()]).encode()).hexdigest()
    known = store.kept(name)
    if known is not None:
        return store.unpacked(known), name
    contents = {name: _read_schema(schemas[name], text) for name, text in texts.items()}
    with contextlib.suppress(ValueError):
        store.keep(name, store.packed(contents))
    return contents, name


# what a schema file holds: key -> (type, what it should be, in words)
KEYS: dict[str, tuple[type, str]] = {
    "titel": (str, "tekst"),
    "omschrijving": (str, "tekst"),
    "sectie": (str, "de naam van een onderdeel"),
    "nodig": (list, "een lijst met onderdelen"),
    "gebruikt": (list, "een lijst met onderdelen"),
    "oordeel": (bool, "true of false"),
    "rapport": (bool, "true of false"),
    "werkblad": (bool, "true of false"),
    "vergelijkt": (bool, "true of false"),
    "per_rol": (bool, "true of false"),
    "per_partij": (str, f"een keuze: {', '.join(PER_PARTY)}"),
    "minstens": (dict, "een aantal per onderdeel"),
    "varianten": (dict, "een titel per variant"),
    "fragmenten": (dict, "een beschrijving per fragment"),
    "schema": (dict, "een beschrijving per veld"),
}


def _check(path: Path, content: dict[str, Any], fragments: dict[str, Any]) -> None:
    """A schema of the user's own is as sound as docgen's; raises `DocgenError` with its name and place."""
    for key, value in content.items():
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"bekend zijn: {', '.join(KEYS)}"
            raise DocgenError(f"schema {path}: ‘{key}’ bestaat niet; {hint}")
        if not isinstance(value, KEYS[key][0]):
            raise DocgenError(f"schema {path}: bij ‘{key}’ hoort {KEYS[key][1]}")
    if content.get("per_partij", PER_PARTY[0]) not in PER_PARTY:
        raise DocgenError(f"schema {path}: bij ‘per_partij’ hoort {KEYS['per_partij'][1]}")
    for name in [*content.get("nodig", ()), *content["schema"]]:
        if not isinstance(name, str):
            raise DocgenError(f"schema {path}: ‘{name}’ is geen naam; zet hem tussen aanhalingstekens")
    try:
        Schema(content["schema"], fragments)
    except DocgenError as error:
        raise DocgenError(f"schema {path}: {error}") from error


def _files(kind: str, own: tuple[Path, ...], suffix: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in (shipped(kind), *(folder / kind for folder in own)):
        found |= _in_folder(folder, suffix)
    return found


def _in_folder(folder: Path, suffix: str) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix == suffix and path.name[0] not in ".~"}


def _whole(path: Path) -> bytes:
    text = read_bytes(path, MAX_SCHEMA_BYTES + 1, "schema")
    if len(text) > MAX_SCHEMA_BYTES:
        raise DocgenError(f"schema {path} is groter dan {MAX_SCHEMA_BYTES // 1_000_000} MB")
    return text


def _read_schema(path: Path, text: bytes) -> dict[str, Any]:
    try:
        content = yaml.load(text.decode("utf-8"), Loader=yaml.CSafeLoader)
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
        tuple(content.get("gebruikt", ())),
        content.get("minstens", {}),
        content.get("varianten", {}),
        template,
        judges=content.get("oordeel") is True,
        is_report=content.get("rapport") is True or content.get("oordeel") is True,
        per_party=content.get("per_partij", PER_PARTY[0]),
        has_worksheet=content.get("werkblad") is True,
        per_role=content.get("per_rol") is True,
        compares=content.get("vergelijkt") is True,
    )
