"""A dossier from file to findings: source, shape, references, what the asked documents need, and rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docgen import hints, shape
from docgen import reading as readings
from docgen import source as sources
from docgen.doctypes import DocumentType, Library, open_library
from docgen.problem import Problem, in_order
from docgen.reading import Reading
from docgen.rules import RULES
from docgen.schema import Path, complete


@dataclass
class Dossier:
    """A dossier that was read: its data as plain dicts and lists, and the findings about its shape."""

    reading: Reading
    library: Library
    fingerprint: str

    @property
    def name(self) -> str:
        """The name of the file, as given."""
        return self.reading.source.name

    @property
    def data(self) -> dict[str, Any]:
        """The dossier as plain data: text, `int`, `Decimal`, `bool` and `date` in dicts and lists."""
        return self.reading.data

    def asked_types(self) -> list[DocumentType]:
        """The document types for which the dossier has the section."""
        return [kind for kind in self.library.types.values() if (kind.section,) in self.reading.keys]


def load(path: str | os.PathLike[str], library: Library | None = None) -> Dossier:
    """Read a dossier file (`-`: standard input). Raises `SourceError` when there is no readable file."""
    library = library or open_library()
    return _loaded(sources.read(path, library.schema.outline), library)


def loads(text: bytes, name: str = "dossier", library: Library | None = None) -> Dossier:
    """The same for the bytes of a YAML file."""
    library = library or open_library()
    return _loaded(sources.parse(text, name, library.schema.outline), library)


def _loaded(source: sources.Source, library: Library) -> Dossier:
    from hashlib import sha256

    fingerprint = sha256("\n".join(source.lines).encode("utf-8", "surrogatepass")).hexdigest()
    reading = readings.read(source, library.schema)
    shape.report(reading, library.schema)
    return Dossier(reading, library, fingerprint)


def check(dossier: Dossier, types: Iterable[DocumentType] | None = None) -> list[Problem]:
    """All findings about a dossier, in order. `types` are the documents asked for (default: those of its sections)."""
    found = dossier.reading.problems
    if dossier.reading.keys:
        asked = dossier.asked_types() if types is None else list(types)
        found += _needed(dossier, asked, {(problem.line, problem.column) for problem in found})
        if not any(problem.level == "fout" for problem in found):
            found += _broken_rules(dossier)
    return in_order(found)


def blocking(problems: Iterable[Problem], draft: bool = False) -> list[Problem]:
    """The findings that stop a document; a draft may lack what is missing."""
    return [problem for problem in telling(problems, draft) if problem.level == "fout" and not problem.accepted]


def telling(problems: Iterable[Problem], draft: bool = False) -> list[Problem]:
    """The findings worth showing before a document is made: a draft itself shows what is missing."""
    return [problem for problem in problems if not (draft and problem.code == shape.MISSING)]


def _needed(dossier: Dossier, types: list[DocumentType], reported: set[tuple[int, int]]) -> list[Problem]:
    """What the asked documents need and the dossier lacks; a place that has a finding already is left alone."""
    found: dict[Path, Problem] = {}
    unknown = [path[0] for path in dossier.reading.unknown if len(path) == 1]
    for name in _always_needed(dossier):
        found = dict(_lacking(dossier, name, "")) | found
    for kind in types:
        why = f" (nodig voor {kind.title.lower()})"
        for dotted in kind.needs:
            found = dict(_lacking(dossier, dotted, why)) | found
        for name, least in kind.at_least.items():
            rows = dossier.data.get(name)
            if isinstance(rows, list) and 0 < len(rows) < least:
                message = f"verwacht ten minste {least} {name}{why}, maar er staan er {len(rows)}"
                node = dossier.reading.keys.get((name,))
                found.setdefault(
                    (name, least), dossier.reading.problem(node, (name,), "aantal", message, "vul de lijst aan")
                )
    found = {path: problem for path, problem in found.items() if not _is_misspelt(unknown, path)}
    return [
        problem for problem in found.values() if problem.line <= 1 or (problem.line, problem.column) not in reported
    ]


def _is_misspelt(unknown: list[Any], path: Path) -> bool:
    """Whether a section that is not there stands there under a name that looks like it."""
    return len(path) == 1 and any(hints.explains(name, path[0]) for name in unknown[: shape.MOST_SUGGESTIONS])


def _lacking(dossier: Dossier, dotted: str, why: str) -> Iterator[tuple[Path, Problem]]:
    reading, schema = dossier.reading, dossier.library.schema
    for part in _absent(dossier, dossier.data, dotted.split(".")):
        for path in shape.required(reading, schema, part):
            if path not in reading.broken:
                yield path, shape.missing(reading, schema, path, why)


def _always_needed(dossier: Dossier) -> list[str]:
    """The sections that every document needs, as far as they were begun."""
    needs = [kind.needs for kind in dossier.library.types.values()]
    return [
        name for name in (needs or [()])[0] if (name,) in dossier.reading.keys and all(name in all_ for all_ in needs)
    ]


def _absent(dossier: Dossier, data: Any, names: list[str], path: Path = ()) -> Iterator[Path]:
    """The paths that a dotted path names but the data lack: "partijen[].naam" asks each party."""
    if not names:
        return
    name, every = names[0].removesuffix("[]"), names[0].endswith("[]")
    here = (*path, name)
    value = data.get(name) if isinstance(data, dict) else None
    if value is None:
        yield here
        begun = (*here, 0) if every else here
        node = dossier.reading.places.get(begun)
        if names[1:] and node and node.kind == "map":
            yield from _absent(dossier, None, names[1:], begun)
    elif every and isinstance(value, list):
        for i, row in enumerate(value):
            yield from _absent(dossier, row, names[1:], (*here, i))
    else:
        yield from _absent(dossier, value, names[1:], here)


def _broken_rules(dossier: Dossier) -> list[Problem]:
    reading = dossier.reading
    full = complete(reading.data, dossier.library.schema.rules)
    return [
        reading.problem(reading.place(path), path, rule.CODE, message, level=rule.LEVEL)
        for rule in RULES
        for path, message in rule.check(full)
    ]
