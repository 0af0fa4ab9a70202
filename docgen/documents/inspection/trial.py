"""A template tried with dossiers: the smallest and the largest that its type allows, and every sample of that type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from docgen.diagnostics.levels import LEVELS
from docgen.documents.inspection.trial_data import largest, smallest
from docgen.documents.production import make_document
from docgen.documents.request import parse_request
from docgen.dossier import Dossier, load, structural_problems
from docgen.errors import DocgenError, LimitExceeded
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, is_shipped, shipped
from docgen.system.isolation import run_isolated
from docgen.word import cache
from docgen.word.inspection.places import Place
from docgen.word.inspection.remark import Remark, remark
from docgen.word.typecheck.vocabulary import vocabulary_of

TRIAL = "proef"
FAULT, WARNING = LEVELS[0], LEVELS[1]
NAMES = re.compile(r"[^\W\d]\w*")
QUOTED = re.compile(r"‘([^’]+)’")


class Trial(NamedTuple):
    """What went wrong, the dossiers that were tried, and those that could not be."""

    found: list[Remark]
    tried: list[str]
    untried: list[str]


def try_template(file: Path, kind: DocumentType, library: Library, known: Sequence[Remark]) -> Trial:
    """Make the document with each dossier. What fails and was `known` as a fault or warning is a warning, else a fault."""
    found, tried, untried = list[Remark](), list[str](), list[str]()
    for name, make in _dossiers(library, kind):
        dossier = make()
        if any(one.level == FAULT for _, one in structural_problems(dossier.loaded, library, [kind])):
            untried.append(name)
            continue
        tried.append(name)
        found += [_told(name, fault, known) for fault in _faults(file, kind, dossier)]
    return Trial(list(dict.fromkeys(found)), tried, untried)


def _dossiers(library: Library, kind: DocumentType) -> Iterator[tuple[str, Callable[[], Dossier]]]:
    yield "het kleinste dossier dat kan", partial(smallest, library, kind)
    yield "het grootste dossier dat kan", partial(largest, library, kind)
    for path in sorted(shipped("samples").glob("*.yaml")):
        dossier = load(path, library)
        if kind.name in {one.name for one in dossier.asked_types()}:
            yield f"voorbeeld {path.stem}", lambda dossier=dossier: dossier  # type: ignore[misc]


def _faults(file: Path, kind: DocumentType, dossier: Dossier) -> Iterator[str]:
    """What the documents of a dossier fail on, of every variant; nothing when all can be made."""

    def make(name: str) -> str:
        vocabulary, sheet = vocabulary_of(kind, dossier.library), dossier.library.style_sheet
        template = cache.load_or_compile(file, None, vocabulary, False, sheet, is_shipped(file))
        try:
            make_document(dossier, parse_request(dossier, name), template)
        except DocgenError as error:
            return str(error)
        return ""

    for name in [f"{kind.name}:{variant}" for variant in kind.variants] or [kind.name]:
        try:
            fault = run_isolated(partial(make, name), f"sjabloon {file.name}")
        except LimitExceeded as error:
            fault = str(error)
        if fault:
            yield fault


def _told(name: str, fault: str, known: Sequence[Remark]) -> Remark:
    """A failure as a finding at its place, without the name of the file."""
    before, colon, message = fault.partition("’: ")
    where = f"{before.partition(', ')[2]}’" if colon else ""
    message = (message or fault).partition("; vul het in")[0]
    asked = QUOTED.match(message)
    names = _ends_of(asked[1]) if asked else set()
    is_known = any(one.level in (FAULT, WARNING) and names & _ends_of(one.message) for one in known)
    return remark(
        Place("", -1, where), TRIAL, WARNING if is_known else FAULT, f"met {name} lukt het document niet: {message}"
    )


def _ends_of(text: str) -> set[str]:
    """The first and the last name of every path in a message, or of a path."""
    paths = [NAMES.findall(path) for path in QUOTED.findall(text) or [text]]
    return {end for path in paths if path for end in (path[0], path[-1])}
