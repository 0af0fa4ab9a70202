"""The reserves of a municipality: what a source draws on, what is filled for the approach, and which two are the same.

One reserve is one name of one party: capitals, articles and spaces do not matter.
"""

from __future__ import annotations

import re

from docgen.domain.memo import memoized
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import (
    IN_KIND,
    STRUCTURAL,
    council_party,
    counts,
    funding_sources,
    municipalities,
    section,
)
from docgen.domain.types import CompleteDossier, TableRow

NO_RESERVE = "geen"
SHORTEST = 3  # years of a draw that may be lasting
RESERVE_WORD = re.compile(r"\w*reserve\b", re.IGNORECASE)
BETWEEN_BRACKETS = re.compile(r"\s*\([^()]*\)")
ARTICLES = frozenset({"de", "het", "een"})
WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words by which a name is known: without capitals, signs and articles."""
    return [word for word in WORD.findall(text.casefold()) if word not in ARTICLES]


def reserve_of(row: TableRow) -> str:
    """The reserve that a source draws on, as it is written there; empty when it is none."""
    given = row.get("reserve")
    if given:
        return "" if given == NO_RESERVE else str(given)
    if row["partij"] == OUTSIDE or row.get("vorm") == IN_KIND or not RESERVE_WORD.search(row["bron"] or ""):
        return ""
    return BETWEEN_BRACKETS.sub("", row["bron"]).strip()


def years_of_short_draw(dossier: CompleteDossier, row: TableRow) -> int:
    """How many years a municipality draws on a reserve with a source that is called lasting and is too short for that, else 0."""
    if row["aard"] != STRUCTURAL or not counts(row) or not reserve_of(row):
        return 0
    years = sum(1 for amount in (row["bedragen"] or {}).values() if amount)
    is_own = row["partij"] in municipalities(dossier) | {council_party(dossier)}
    return years if is_own and years < SHORTEST else 0


def filled_reserves(dossier: CompleteDossier) -> list[TableRow]:
    """The reserves that are filled for the approach, each with whose it is; one that is an idea or was refused is not."""
    rows = section(dossier, "begroting").get("reserves") or []
    return [row | {"partij": row.get("partij") or council_party(dossier)} for row in rows if counts(row)]


@memoized
def reserve_names(dossier: CompleteDossier) -> dict[str, str]:
    """The reserve of every source that draws on one and of every one that is filled, by id: one name for one reserve."""
    known: dict[tuple[str | None, str], str] = {}
    found = {}
    for row in filled_reserves(dossier):
        name = known.setdefault((row["partij"], " ".join(words_of(row["naam"] or ""))), row["naam"] or "")
        known[row["partij"], " ".join(words_of(row["id"] or ""))] = found[row["id"]] = name
    for row in funding_sources(dossier):
        if name := reserve_of(row):
            found[row["id"]] = known.setdefault((row["partij"], " ".join(words_of(name))), name)
    return found
