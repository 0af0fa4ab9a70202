"""Who has signed the agreement, in one sentence instead of one for every party."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.domain.proven import put_its_signature
from docgen.domain.queries import reference_date
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, in_words

MOST_NAMED = 6


def unsigned(dossier: CompleteDossier, parties: Sequence[TableRow]) -> list[TableRow]:
    """The parties that have not signed yet."""
    return [party for party in parties if not put_its_signature(dossier, party)]


def nobody_bound(dossier: CompleteDossier) -> str:
    """That no party has bound itself: none has signed, or none of those that did on a level that decides."""
    parties = dossier["partijen"]
    where = "op beslisniveau " if reference_date(dossier) and len(unsigned(dossier, parties)) < len(parties) else ""
    if len(parties) == 1:
        return f"{parties[0]['naam']} heeft nog niet {where}getekend"
    return f"nog geen van de {in_words(len(parties))} partijen heeft {where}getekend"


def signing_in_words(dossier: CompleteDossier, parties: Sequence[TableRow]) -> str:
    """How far the signing is: "vijf van de zeven partijen hebben getekend; de GGD en Welzijn nog niet"; "" without parties."""
    names = [party["naam"] for party in unsigned(dossier, parties)]
    whole, signed = len(parties), len(parties) - len(names)
    if whole < 2:
        state = "heeft nog niet getekend" if names else "heeft getekend"
        return f"{parties[0]['naam']} {state}" if whole else ""
    if not names:
        return f"{'beide' if whole == 2 else f'alle {in_words(whole)}'} partijen hebben getekend"
    if not signed:
        return f"nog geen van de {in_words(whole)} partijen heeft getekend"
    have = "hebben" if signed > 1 else "heeft"
    return f"{in_words(signed)} van de {in_words(whole)} partijen {have} getekend; {_named(names)} nog niet"


def _named(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return enumeration(names if more <= 1 else [*names[:MOST_NAMED], f"{in_words(more)} andere"])
