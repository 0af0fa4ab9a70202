"""What a document says of itself on every page: that it is a concept, and that it is not for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.documents.request import DocumentRequest
from docgen.library.document_type import DocumentType

CONCEPT, INTERNAL, CLOSED = "CONCEPT", "INTERN", "NIET OPENBAAR"


def is_concept(kind: DocumentType, data: Mapping[str, Any], draft: bool = False) -> bool:
    """Whether a document is not final: a draft, or of a dossier that is a concept or does not say what it is."""
    status = (data.get("dossier") or {}).get("status")
    return draft or (kind.tells_concept and status in (None, "concept"))


def marks_of(request: DocumentRequest, data: Mapping[str, Any], draft: bool = False) -> tuple[str, ...]:
    """The words for the top of every page. A dossier can close what its type calls public, never the other way round."""
    is_closed = (data.get("dossier") or {}).get("openbaar") is False
    is_internal = request.kind.public is not None and not request.is_public
    reach = INTERNAL if is_internal else CLOSED if is_closed else ""
    return tuple(filter(None, (CONCEPT if is_concept(request.kind, data, draft) else "", reach)))
