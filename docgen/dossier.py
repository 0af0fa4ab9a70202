"""A dossier from file to findings: source, shape, references, what the asked documents need, and rules."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docgen.diagnostics.finding import Cause, Finding
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import CausePlace, Problem, in_order
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, open_library
from docgen.loading import loader, pictures
from docgen.loading.loaded_data import LoadedData, node_at
from docgen.pictures.picture_file import Open, opener
from docgen.rules.runner import run_rules, run_rules_on_what_was_read
from docgen.schema.completion import fill_defaults
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.syntax import parser, source
from docgen.validation import requirements, structure


@dataclass
class Dossier:
    """A dossier that was read: its data as plain dicts and lists, and the findings about its shape."""

    loaded: LoadedData
    library: Library
    fingerprint: str

    @property
    def name(self) -> str:
        """The name of the file, as given."""
        return self.loaded.source.name

    @property
    def data(self) -> dict[str, Any]:
        """The dossier as plain data: text, `int`, `Decimal`, `bool` and `date` in dicts and lists."""
        return self.loaded.data

    def asked_types(self) -> list[DocumentType]:
        """The document types for which the dossier has the section."""
        return [kind for kind in self.library.types.values() if (kind.section,) in self.loaded.key_nodes]


def load(path: str | os.PathLike[str], library: Library | None = None) -> Dossier:
    """Read a dossier file (`-`: standard input). Raises `SourceError` when there is no readable file."""
    library = library or open_library()
    return _load_source(parser.read(path, library.schema.outline), library, opener(_folder_of(path)))


def loads(
    text: bytes, name: str = "dossier", library: Library | None = None, open_picture: Open | None = None
) -> Dossier:
    """The same for the bytes of a YAML file; its pictures are those beside the file `name`, or what `open_picture` gives."""
    library = library or open_library()
    source = parser.parse(text, name, library.schema.outline)
    return _load_source(source, library, open_picture or opener(_folder_of(name)))


def _folder_of(path: str | os.PathLike[str]) -> Path:
    return Path(path).parent


def _load_source(source: source.Source, library: Library, open_picture: Open) -> Dossier:
    if source.root is None:
        from docgen.syntax.recovery.reader import read_on  # only after a mistake

        source = read_on(source, library.schema.outline)
    loaded = loader.read(source, library.schema)
    pictures.attach(loaded, library.schema.root, open_picture)
    structure.validate(loaded, library.schema)
    return Dossier(loaded, library, _fingerprint(loaded))


def _fingerprint(loaded: LoadedData) -> str:
    """A SHA-256 over the text of a dossier, and over its pictures when it has any."""
    from hashlib import sha256

    lines = [*loaded.source.lines, *(found.picture.digest for found in loaded.pictures.values())]
    return sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def check(dossier: Dossier, types: Iterable[DocumentType] | None = None) -> list[Problem]:
    """All findings about a dossier, in order. `types` are the documents asked for (default: those of its sections)."""
    loaded = dossier.loaded
    if not loaded.key_nodes:
        return in_order(loaded.problems)
    asked = dossier.asked_types() if types is None else list(types)
    structural = structural_problems(loaded, dossier.library, asked)
    found = [*loaded.source.problems, *(problem for _, problem in structural)]
    names = {kind.name for kind in asked}
    if any(problem.level == LEVELS[0] for problem in found):
        return in_order(_with_what_rules_can_see(dossier, found, structural, names))
    return in_order([*found, *rule_problems(loaded, dossier.library.schema, names)])


def _with_what_rules_can_see(
    dossier: Dossier, found: list[Problem], structural: list[tuple[FieldPath, Problem]], names: Collection[str]
) -> list[Problem]:
    """Mistakes of shape, each with the rules that wait for it, and what the rules say that need nothing of what is not known;
    advice can wait."""
    from docgen.validation.unread import known_data, unread_parts  # only after a mistake

    loaded, schema = dossier.loaded, dossier.library.schema
    hidden = unread_parts(loaded, schema, structural)
    if () in hidden:
        return found
    complete = fill_defaults(known_data(loaded.data, hidden), schema.root)
    findings, waiting = run_rules_on_what_was_read(complete, hidden, names, schema.frames)
    waiting_for: dict[Problem, set[str]] = {problem: set() for problem in found if problem.level == LEVELS[0]}
    for path, codes in waiting.items():
        waiting_for[hidden[path]] |= codes
    told = [
        replace(problem, waiting=tuple(sorted(waiting_for[problem]))) if problem in waiting_for else problem
        for problem in found
    ]
    return [*told, *_placed(loaded, (one for one in findings if one.level != LEVELS[-1]))]


def structural_problems(
    loaded: LoadedData, library: Library, types: Iterable[DocumentType]
) -> list[tuple[FieldPath, Problem]]:
    """What is wrong with the shape of a dossier, and what the documents asked for need that is not there, by path."""
    needed = requirements.unmet(loaded, library, list(types))
    blank_rows = {path[:-1] for path in needed}
    found = [pair for pair in loaded.readable_problems() if not (pair[1].code == "leeg" and pair[0] in blank_rows)]
    told = {(problem.line, problem.column) for _, problem in found}
    found += [
        (path, problem)
        for path, problem in needed.items()
        if problem.line <= 1 or (problem.line, problem.column) not in told
    ]
    if not loaded.source.problems:
        return found
    from docgen.loading.consequences import Consequences  # only after a mistake

    return Consequences(loaded, library.schema).without(found)


def rule_problems(loaded: LoadedData, schema: Schema, asked_names: Collection[str]) -> list[Problem]:
    """The same for a dossier that was read, as findings at a line; an accepted one has its reason."""
    return _placed(loaded, run_rules(fill_defaults(loaded.data, schema.root), asked_names, schema.frames))


def _placed(loaded: LoadedData, findings: Iterable[Finding]) -> list[Problem]:
    found = [
        (one, loaded.problem(node_at(loaded, one.path), one.path, one.code, one.message, one.hint, one.level))
        for one in findings
    ]
    places = {Cause(one.code, one.path): CausePlace(p.code, p.line, p.column, p.path) for one, p in found}
    return [
        replace(problem, accepted=one.accepted, cause=places.get(one.cause) if one.cause else None)
        for one, problem in found
    ]
