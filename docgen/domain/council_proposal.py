"""What a proposal asks of its council: its decision points, the money in them, and what changes in a budget that was adopted."""

from __future__ import annotations

import re
from datetime import date

from docgen.domain.memo import memoized
from docgen.domain.municipal_books import Books, books
from docgen.domain.queries import council_party, section, setting
from docgen.domain.types import CompleteDossier, TableRow

CHANGE = re.compile(r"\b(ge)?wijzig", re.IGNORECASE)


def proposal_points(dossier: CompleteDossier) -> list[TableRow]:
    """The decision points, as they stand in the dossier."""
    return section(dossier, "raadsvoorstel").get("beslispunten") or []


@memoized
def asked_names(dossier: CompleteDossier) -> frozenset[str]:
    """The sources and reserves that a decision point of the proposal names."""
    points = proposal_points(dossier)
    return frozenset(name for point in points for key in ("financiering", "reserves") for name in point.get(key) or ())


def points_that_change(dossier: CompleteDossier, year: int) -> list[TableRow]:
    """The decision points that change the budget of a year: with that word, the year and ‘begroting’ in their text."""
    texts = [(point, point["tekst"] or "") for point in proposal_points(dossier)]
    wanted = re.compile(rf"\b{year}\b")
    return [
        point for point, text in texts if CHANGE.search(text) and "begroting" in text.casefold() and wanted.search(text)
    ]


@memoized
def adopted_years(dossier: CompleteDossier) -> range:
    """The years from that of the meeting whose budget was adopted by then: that year, and the next once its budget was."""
    day: date | None = section(dossier, "raadsvoorstel").get("raadsvergadering")
    if not day:
        return range(0)
    return range(day.year, day.year + 1 + (day.month >= setting(dossier, "begroting_vastgesteld_maand")))


@memoized
def budget_change(dossier: CompleteDossier) -> dict[int, Books]:
    """What changes in budgets that were adopted already, by year: what the proposal asks, and money of others through the
    municipality that stands in none yet. Only years in which something changes."""
    party, years = council_party(dossier), adopted_years(dossier)
    if not party or not years:
        return {}
    asked = asked_names(dossier)
    passing = {
        row["id"]
        for row in dossier["financiering"]
        if row["partij"] != party and row.get("via") == party and row.get("in_begroting") is False
    }
    found = {year: books(dossier, party, year, asked, asked | passing) for year in years}
    return {year: own for year, own in found.items() if own.has_amounts}
