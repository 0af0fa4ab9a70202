"""A dossier from file to findings: source, shape, references, what the asked documents need, and rules."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from docgen.diagnostics.problem import Problem, in_order
from docgen.library.library import DocumentType, Library, open_library
from docgen.loading import loader
from docgen.loading.loader import Reading
from docgen.rules import runner
from docgen.rules.registry import EXPLAINED
from docgen.rules.waivers import FIXED
from docgen.schema.schema import Path
from docgen.syntax import parser
from docgen.validation import requirements, structure


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
    return _loaded(parser.read(path, library.schema.outline), library)


def loads(text: bytes, name: str = "dossier", library: Library | None = None) -> Dossier:
    """The same for the bytes of a YAML file."""
    library = library or open_library()
    return _loaded(parser.parse(text, name, library.schema.outline), library)


def _loaded(source: parser.Source, library: Library) -> Dossier:
    from hashlib import sha256

    fingerprint = sha256("\n".join(source.lines).encode("utf-8", "surrogatepass")).hexdigest()
    reading = loader.read(source, library.schema)
    structure.report(reading, library.schema)
    return Dossier(reading, library, fingerprint)


def check(dossier: Dossier, types: Iterable[DocumentType] | None = None) -> list[Problem]:
    """All findings about a dossier, in order. `types` are the documents asked for (default: those of its sections)."""
    reading = dossier.reading
    if not reading.keys:
        return in_order(reading.problems)
    asked = dossier.asked_types() if types is None else list(types)
    found = [*reading.source.problems, *(problem for _, problem in shape_of(reading, dossier.library, asked))]
    if not any(problem.level == "fout" for problem in found):
        found += runner.problems(reading, dossier.library.schema, {kind.name for kind in asked})
    return in_order(found)


def shape_of(reading: Reading, library: Library, types: Iterable[DocumentType]) -> list[tuple[Path, Problem]]:
    """What is wrong with the shape of a dossier, and what the documents asked for need that is not there, by path."""
    needed = requirements.lacking(reading, library, list(types))
    blank_rows = {path[:-1] for path in needed}
    found = [pair for pair in reading.told() if not (pair[1].code == "leeg" and pair[0] in blank_rows)]
    told = {(problem.line, problem.column) for _, problem in found}
    return found + [
        (path, problem)
        for path, problem in needed.items()
        if problem.line <= 1 or (problem.line, problem.column) not in told
    ]


class Weighed(Protocol):
    """A finding, wherever it is: with a code, a level and, when it was accepted, the reason."""

    @property
    def code(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def accepted(self) -> str: ...


F = TypeVar("F", bound=Weighed)


def blocking(problems: Iterable[F], draft: bool = False, reports_only: bool = False) -> list[F]:
    """The findings that stop a document.

    A draft may lack what is missing and shows what rules find to whoever reads it; a report on the rules is about
    their findings. What guards the paper itself (wrong numbers of decision points) stops all but the report.
    """
    passed = {rule.CODE for rule in EXPLAINED} if reports_only or draft else set()
    passed -= set() if reports_only else FIXED
    told = [problem for problem in telling(problems, draft) if problem.code not in passed]
    return [problem for problem in told if problem.level == "fout" and not problem.accepted]


def telling(problems: Iterable[F], draft: bool = False) -> list[F]:
    """The findings worth showing before a document is made: a draft itself shows what is missing."""
    return [problem for problem in problems if not (draft and problem.code == structure.MISSING)]
