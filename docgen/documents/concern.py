"""Which findings concern the documents that are made, for who is not asking about the whole dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem
from docgen.documents.request import DocumentRequest
from docgen.dossier import Dossier
from docgen.library.document_type import DocumentType

# rules about one document, wherever their findings stand: by their group or code, the section that asks for it
OF_DOCUMENT = {"OVK": "overeenkomst", "RVS": "raadsvoorstel", "GEM-14": "jaarplan"}


def concerning(dossier: Dossier, requests: Collection[DocumentRequest], problems: Iterable[Problem]) -> list[Problem]:
    """The findings about what these documents show; a fault, and what stands in a part that no document names, concern all."""
    kinds = [request.kind for request in requests]
    shown = {name for kind in kinds for name in _parts(kind)}
    elsewhere = {name for kind in dossier.library.types.values() for name in _parts(kind)} - shown
    asking = {kind.section for kind in kinds}
    return [
        problem
        for problem in problems
        if problem.level == LEVELS[0]
        or (_section_at(dossier, problem.line) not in elsewhere and _document_of(problem.code) in {"", *asking})
    ]


def _parts(kind: DocumentType) -> set[str]:
    return {kind.section, *kind.uses, *(dotted.split(".")[0].removesuffix("[]") for dotted in kind.needs)}


def _document_of(code: str) -> str:
    return OF_DOCUMENT.get(code) or OF_DOCUMENT.get(code.partition("-")[0], "")


def _section_at(dossier: Dossier, line: int) -> str:
    """The section that holds a line; nothing for the dossier as a whole."""
    before = [
        (node.line, str(path[0]))
        for path, node in dossier.loaded.key_nodes.items()
        if len(path) == 1 and node.line <= line
    ]
    return max(before)[1] if before else ""
