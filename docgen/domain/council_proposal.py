"""What a proposal asks of its council: its decision points, the money in them, and what changes in a budget that was adopted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from docgen.domain.memo import memoized
from docgen.domain.municipal_books import Books, books
from docgen.domain.queries import (
    CERTAIN,
    asked_names,
    by_id,
    council_party,
    counts,
    municipalities,
    proposal_points,
    reference_date,
    section,
    setting,
)
from docgen.domain.types import CompleteDossier, TableRow

CHANGE = re.compile(r"\b(ge)?wijzig", re.IGNORECASE)
AMOUNT = re.compile(r"€\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?(?:\s*(miljoen|mln|duizend))?")
LARGER = {"miljoen": 1_000_000, "mln": 1_000_000, "duizend": 1_000}
SMALLEST = 1000  # euros: a smaller amount may be about something else
AmountsByName = dict[str, dict[int, Decimal]]


class PointAmounts(NamedTuple):
    """How the text of a decision point differs from its sources: amounts it does not name, each with the first year that has
    it, and amounts that none of them have."""

    unnamed: list[tuple[int, Decimal]]
    foreign: list[Decimal]


def amounts_in(text: str) -> Iterator[Decimal]:
    """The amounts in euros that a text names."""
    for whole, cents, larger in AMOUNT.findall(text):
        yield Decimal(f"{whole.replace('.', '')}.{cents or 0}") * LARGER.get(larger, 1)


def compare_amounts(known: AmountsByName, within: range, text: str, names: Iterable[str]) -> PointAmounts:
    """The amounts in the text of a decision point beside those of the sources and reserves that it is about: what they come
    to in each year of the horizon (`within`), their amounts per year and their totals."""
    rows = [known[name] for name in dict.fromkeys(names) if name in known]
    if not rows:
        return PointAmounts([], [])
    sums = {
        year: sum((row.get(year, Decimal(0)) for row in rows), Decimal(0))
        for year in sorted({year for row in rows for year in row})
    }
    told = {*amounts_in(text)}
    asked: dict[Decimal, int] = {}
    for year, amount in sums.items():
        if amount and (not within or year in within):
            asked.setdefault(amount, year)
    own = {*sums.values(), sum(sums.values())}
    own |= {amount for row in rows for amount in (*row.values(), sum(row.values()))}
    unnamed = [(year, amount) for amount, year in asked.items() if amount not in told]
    return PointAmounts(unnamed, [amount for amount in sorted(told - own) if amount >= SMALLEST])


@memoized
def amounts_by_name(dossier: CompleteDossier) -> AmountsByName:
    """What every source brings and every reserve gets per year, by its id."""
    known = {name: row["bedragen"] or {} for name, row in by_id(dossier["financiering"]).items()}
    filled = by_id(section(dossier, "begroting").get("reserves") or [])
    return known | {name: row["toevoegingen"] or {} for name, row in filled.items()}


def with_number(point: TableRow, place: int) -> TableRow:
    """A decision point; in a draft one that has no number yet has that of its place."""
    return point if point["nr"] is not None else {**point, "nr": place + 1}


@memoized
def names_beyond_asking(dossier: CompleteDossier) -> frozenset[str]:
    """The sources about which there is nothing to ask the council: an idea, what was refused, and money of a municipality
    that is certain before the meeting."""
    today, meeting = reference_date(dossier), section(dossier, "raadsvoorstel").get("raadsvergadering")
    early = municipalities(dossier) if today and meeting and today < meeting else ()
    return frozenset(
        row["id"]
        for row in dossier["financiering"]
        if row["id"] and (not counts(row) or (row["partij"] in early and row["status"] in CERTAIN))
    )


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
