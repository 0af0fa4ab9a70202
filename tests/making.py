"""Many documents of one dossier, as a command makes them: its tables are worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from docgen.documents.production import complete, make_document
from docgen.documents.request import DocumentRequest
from docgen.documents.templates import template_for
from docgen.documents.variables import complete_for_report
from docgen.dossier import Dossier


def draft_maker(dossier: Dossier) -> Callable[..., bytes]:
    """A function that makes a draft of a document of this dossier, for one party or for nobody in particular."""
    full, for_report = (
        cache(partial(complete, dossier)),
        cache(partial(complete_for_report, dossier.data, dossier.library)),
    )

    def make(request: DocumentRequest, party: str | None = None) -> bytes:
        template = template_for(request.kind, dossier.library, None, True)
        made = make_document(dossier, request, template, True, party, full=full(), for_report=for_report)
        return made.data

    return make
