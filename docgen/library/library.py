"""The document types: each is a schema in `schemas/` and a Word template in `templates/` of the same name.

A folder of the user's own with the same two sub-folders (`--library`) adds types or replaces templates; checklists in its
sub-folder `checklists` become types too.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen.diagnostics.suggest import did_you_mean
from docgen.errors import DocgenError
from docgen.library import text_blocks
from docgen.library.checklists import Checklist, content_of, read_checklist
from docgen.library.document_type import DocumentType
from docgen.library.folder import CHECKLIST, FOLDERS, HOUSE_STYLE, Folder, read_folder
from docgen.library.schema_files import read_schemas
from docgen.schema.schema import Schema
from docgen.schema.types import PER_PARTY


@dataclass(frozen=True)
class Library:
    """Schemas and templates: those of docgen, with those of the user's own folder before them. `style_sheet` has docgen's
    own styles; `house_style` is the same file unless the user's folder has one; `slots` are checklists without points;
    `digest` is of all fields and checklists; `unused` names in a line each what docgen does not use of that folder."""

    types: dict[str, DocumentType]
    schema: Schema
    house_style: Path | None
    style_sheet: Path | None = None
    slots: Mapping[str, Checklist] = field(default_factory=dict)
    digest: str = ""
    unused: tuple[str, ...] = ()

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

    def house_style_of(self, kind: DocumentType) -> Path | None:
        """The house style of a document when nobody asks for another: a template of the user's own keeps its own look
        unless their folder has one."""
        is_docgens = self.house_style == self.style_sheet
        return None if is_docgens and not is_shipped(kind.template) else self.house_style


def is_shipped(template: Path | None) -> bool:
    """Whether a template is docgen's own."""
    return template is not None and template.parent == shipped("templates")


def shipped(kind: str) -> Path:
    """The folder `schemas` or `templates`: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent.parent
    return package / kind if (package / kind).is_dir() else package.parent / kind


def open_library(folder: str | os.PathLike[str] | None = None) -> Library:
    """Read all types; `folder` is the user's own library. Raises `DocgenError` when it is not usable."""
    if folder is None:
        return _shipped_library()
    return _build(read_folder(Path(folder)))


@cache
def _shipped_library() -> Library:
    return _build(None)


def _build(own: Folder | None) -> Library:
    ours, files = read_folder_of_docgen(), own.files if own else {kind: {} for kind in FOLDERS}
    contents, fields, core, digest = read_schemas(ours.files["schemas"], files["schemas"])
    lists = ours.files["checklists"] | files["checklists"]
    checklists = {name: read_checklist(name, path) for name, path in lists.items()}
    slots = {name: one for name, one in checklists.items() if not one.points}
    templates, unused = own.templates_of([*contents, *checklists]) if own else ({}, ())
    templates = ours.files["templates"] | templates
    types = {name: _document_type(name, content, core, templates.get(name)) for name, content in contents.items()}
    for name, one in checklists.items():
        if name in types or one.section in fields:
            raise DocgenError(
                f"checklist {lists[name]}: ‘{name}’ bestaat al in docgen; geef het bestand een andere naam"
            )
        if one.points:
            content = content_of(one)
            fields |= content["schema"]
            template = templates.get(name) or templates.get(CHECKLIST)
            types[name] = replace(_document_type(name, content, core, template), checklist=one)
    fields |= text_blocks.fields_of((kind.name, kind.title, kind.sections) for kind in types.values())
    whole = sha256(repr((digest, checklists)).encode()).hexdigest()
    style_sheet = ours.files["templates"].get(HOUSE_STYLE)
    return Library(
        types, Schema(fields, core["fragmenten"]), templates.get(HOUSE_STYLE), style_sheet, slots, whole, unused
    )


def read_folder_of_docgen() -> Folder:
    """The schemas, templates and checklists that ship with docgen."""
    folders = {
        "schemas": shipped("schemas"),
        "templates": shipped("templates"),
        "checklists": shipped("schemas") / "checklists",
    }
    files = {
        kind: {path.stem: path for path in sorted(folder.iterdir()) if path.suffix in FOLDERS[kind]}
        for kind, folder in folders.items()
    }
    return Folder(folders["schemas"].parent, files)


def _document_type(name: str, content: dict[str, Any], core: dict[str, Any], template: Path | None) -> DocumentType:
    return DocumentType(
        name,
        content["titel"],
        content.get("omschrijving", ""),
        content.get("sectie", name),
        tuple(content.get("nodig", ())),
        tuple(dict.fromkeys(name.split(".")[0].removesuffix("[]") for name in content.get("gebruikt", ()))),
        content.get("minstens", {}),
        content.get("varianten", {}),
        template,
        has_findings=content.get("oordeel") is True,
        is_report=content.get("rapport") is True or content.get("oordeel") is True,
        records=content.get("legt_vast") is True,
        per_party=content.get("per_partij", PER_PARTY[0]),
        has_worksheet=content.get("werkblad") is True,
        is_per_role=content.get("per_rol") is True,
        can_compare=content.get("vergelijkt") is True,
        public=_public_variants(content),
        tells_concept=content.get("concept") is True,
        sections=text_blocks.sections_of(content),
        asks=(*core["verplicht"], *content.get("verplicht", ())),
        advises=(*core["aanbevolen"], *content.get("aanbevolen", ())),
    )


def _public_variants(content: Mapping[str, Any]) -> frozenset[str] | None:
    """The variants that a schema calls public (`openbaar`); `None` when it does not say."""
    said = content.get("openbaar")
    if said is None:
        return None
    every = content.get("varianten", {}) or ("",)
    return frozenset(every if said is True else said or ())
