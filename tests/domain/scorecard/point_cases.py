"""Pieces of a dossier, and what a point says of them on 30 June 2028."""

from __future__ import annotations

from docgen.domain.scorecard.points import verdict
from tests.complete_dossier import HEAD, full

YEARS = HEAD.replace("peildatum", "horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")
PARTIES = "partijen: [{id: p, naam: P}, {id: q, naam: Q}]\n"


def said(nr, text, head=HEAD, *more):
    """The state and line of a point, with plain spaces."""
    found = verdict(full(text, head), nr, *more)
    return found.state, found.line.replace("\u00a0", " ")
