"""Data to show what a template gives when there is no dossier yet: the sample dossiers of docgen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.documents.gate import gate
from docgen.documents.production import document_names
from docgen.documents.request import DocumentRequest, parse_request
from docgen.dossier import Dossier, check, load
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, shipped


def samples_for(kind: DocumentType, library: Library) -> Iterator[Dossier]:
    """The samples that ask for a document of this type, without those with faults; for a type that none asks for all of them."""
    found = [load(path, library) for path in sorted(shipped("samples").glob("*.yaml"))]
    asking = [sample for sample in found if kind in sample.asked_types()]
    for sample in asking or found:
        if not gate(check(sample, [kind]), [parse_request(sample, kind.name)]).stopping:
            yield sample


def sample_values(kind: DocumentType, library: Library) -> dict[str, Any]:
    """The names of a document of this type with the values of the first sample; empty when there is none."""
    sample = next(samples_for(kind, library), None)
    return document_names(sample, parse_request(sample, kind.name)) if sample else {}


def request_of(dossier: Dossier, kind: DocumentType) -> DocumentRequest:
    """The document of a type, whatever template it has."""
    request = parse_request(dossier, kind.name)
    return DocumentRequest(kind, request.variant, request.role)
