"""What parties and roles are called, in a table and in a sentence; also in the part of a dossier that one party sees."""

from __future__ import annotations

from docgen.domain.memo import memoized_by_value
from docgen.domain.types import CompleteDossier, TableRow

OUTSIDE = "extern"
PARTIES = "partijen"  # the list that a party is named from
PARTNER = "partner"  # names, beside a list of partners, the one of the row
WHOLE_DOSSIER, VIEWED_BY = "geheel", "gezien_vanuit"  # in what one party sees: all of which it is a part, and the party


def whole_dossier(dossier: CompleteDossier) -> CompleteDossier:
    """The dossier in which every name can be looked up, also when this is only a part of it."""
    return dossier.get(WHOLE_DOSSIER) or dossier


def viewer(dossier: CompleteDossier) -> TableRow | None:
    """The party whose part of the dossier this is, if it is a part."""
    return dossier.get(VIEWED_BY)


@memoized_by_value
def party_names(dossier: CompleteDossier) -> dict[str, str]:
    """Name of every party by id, and of money from outside."""
    names = {partij["id"]: partij["naam"] for partij in whole_dossier(dossier)["partijen"]}
    return names | {OUTSIDE: "externe financier"}


@memoized_by_value
def party_names_in_sentences(dossier: CompleteDossier) -> dict[str, str]:
    """The same as it stands in a sentence: "een externe financier betaalt"."""
    return party_names(dossier) | {OUTSIDE: "een externe financier"}


@memoized_by_value
def party_short_names(dossier: CompleteDossier) -> dict[str, str]:
    """How a party is called after the opening of an agreement: "de GGD"."""
    short = {partij["id"]: partij["hierna"] or partij["naam"] for partij in whole_dossier(dossier)["partijen"]}
    return short | {OUTSIDE: "een externe financier"}


@memoized_by_value
def role_names(dossier: CompleteDossier) -> dict[str, str]:
    """Name of every role by id."""
    return {rol["id"]: rol["naam"] for rol in whole_dossier(dossier)["rollen"]}
