"""Money beyond the costs: of sources that together are more than the costs they may pay, and of a year as a whole.

What is too much of sources with the costs they name is told of these; what is too much of a year only where that does not say it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from docgen.domain.memo import memoized
from docgen.domain.municipal_books import division, uncovered
from docgen.domain.queries import cost_items, counts, funding_sources, horizon_years, per_year
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration

Costs = dict[str, dict[int, Decimal]]  # by the id of the item and by year
Set = frozenset[str]  # ids of the items that a source may pay


class Excess(NamedTuple):
    """What sources are more in a year than the items they may pay, in euros; `new` is the part that no fewer items tell.

    The sources stand with their places, in order.
    """

    sources: tuple[tuple[int, TableRow], ...]
    items: Set
    year: int
    amount: Decimal
    new: Decimal


class Surplus(NamedTuple):
    """What a year has more than its costs, and the source to lower, with its place: most of it covers nothing."""

    place: int
    source: TableRow
    year: int
    costs: Decimal
    cover: Decimal

    @property
    def amount(self) -> Decimal:
        """What is too much, in euros."""
        return self.cover - self.costs


def is_too_much(amount: Decimal, costs: Decimal) -> bool:
    """Whether a surplus is more than a euro and more than a thousandth of the costs."""
    return amount > max(Decimal(1), costs / 1000)


def remedy(dossier: CompleteDossier, year: int, when_nothing_lacks: str) -> str:
    """What to do about money that is left: when a cost lacks money, a lower amount would only make that worse."""
    lacking = [item for item in uncovered(dossier, year) if item]
    if not lacking:
        return when_nothing_lacks
    return f"noem bij voor ook een post die in {year} geld mist: {enumeration(lacking)}"


def is_told(dossier: CompleteDossier, source: str, year: int) -> bool:
    """Whether what is left of a source in a year is told of it, or of the year as a whole."""
    if any(source == row["id"] for one in _excesses_by_year(dossier).get(year, ()) for _, row in one.sources):
        return True
    whole = next((one for one in surpluses(dossier) if one.year == year), None)
    return bool(whole and (whole.source["id"] == source or not uncovered(dossier, year)))


@memoized
def surpluses(dossier: CompleteDossier) -> list[Surplus]:
    """The years, but for those after the horizon, in which the cover is more than the costs; nothing as long as there are no costs.

    Outside the horizon a year counts only when it has no costs at all.
    """
    costs, cover = _totals(dossier, cost_items(dossier)), _totals(dossier, funding_sources(dossier))
    within, found = horizon_years(dossier), []
    for year, money in cover.items() if any(costs.values()) else ():
        cost = costs.get(year, Decimal(0))
        is_asked = year in within or not cost
        if is_asked and is_too_much(money - cost, cost) and not _is_told_by_sets(dossier, year, money - cost, cost):
            found.append(Surplus(*_most_left(dossier, year), year, cost, money))
    return found


@memoized
def excesses(dossier: CompleteDossier) -> list[Excess]:
    """The sources that must be too much in a year of the horizon: for the items that one of them names, all that may pay nothing
    else. Not in a year without any costs: then all of them are."""
    costs, years = costs_of_items(dossier), per_year(cost_items(dossier), horizon_years(dossier))
    by_first: defaultdict[str, list[tuple[int, TableRow]]] = defaultdict(list)
    sets: dict[Set, None] = {}
    for i, row in enumerate(dossier["financiering"]):
        if row["id"] and row["voor"] and counts(row) and costs.keys() >= set(row["voor"]):
            by_first[row["voor"][0]].append((i, row))
            sets[frozenset(row["voor"])] = None
    found: list[Excess] = []
    for items in sorted(sets, key=len):
        rows = sorted((pair for item in items for pair in by_first[item] if items >= set(pair[1]["voor"])), key=_place)
        found += _excesses_of(items, rows, costs, [year for year, cost in years.items() if cost], found)
    return found


def costs_of_items(dossier: CompleteDossier) -> Costs:
    """What every item costs, by year."""
    costs: Costs = {}
    for post in cost_items(dossier):
        if not post["id"]:
            continue
        known = costs.setdefault(post["id"], {})
        for year, amount in (post["bedragen"] or {}).items():
            known[year] = known.get(year, Decimal(0)) + amount
    return costs


def _place(pair: tuple[int, TableRow]) -> int:
    return pair[0]


def _excesses_of(
    items: Set, rows: list[tuple[int, TableRow]], costs: Costs, years: list[int], before: list[Excess]
) -> list[Excess]:
    """What the sources of a set of items are too much, year by year, where no smaller set says all of it."""
    found = []
    for year in years:
        paying = tuple((i, row) for i, row in rows if (row["bedragen"] or {}).get(year))
        cost = sum((costs[item].get(year, Decimal(0)) for item in items), Decimal(0))
        amount = sum((row["bedragen"][year] for _, row in paying), Decimal(0)) - cost
        if is_too_much(amount, cost):
            smaller = (one.new for one in before if one.year == year and one.items < items)
            new = amount - sum(smaller, Decimal(0))
            found += [Excess(paying, items, year, amount, new)] if is_too_much(new, cost) else []
    return found


@memoized
def _excesses_by_year(dossier: CompleteDossier) -> dict[int, list[Excess]]:
    by_year: defaultdict[int, list[Excess]] = defaultdict(list)
    for one in excesses(dossier):
        by_year[one.year].append(one)
    return dict(by_year)


def _is_told_by_sets(dossier: CompleteDossier, year: int, amount: Decimal, cost: Decimal) -> bool:
    told = sum((one.new for one in _excesses_by_year(dossier).get(year, ())), Decimal(0))
    return not is_too_much(amount - told, cost)


def _totals(dossier: CompleteDossier, rows: Iterable[TableRow]) -> dict[int, Decimal]:
    """What rows are together in every year that is not after the horizon."""
    within = horizon_years(dossier)
    return per_year(rows, range(within.stop) if within else range(9999))


def _most_left(dossier: CompleteDossier, year: int) -> tuple[int, TableRow]:
    """The source of which most covers nothing in a year, with its place; of equals the largest, then the first."""
    rows = [(i, row) for i, row in enumerate(dossier["financiering"]) if counts(row)]
    left = zip(division(dossier, year).left, rows, strict=True)
    return max(left, key=lambda one: (one[0], (one[1][1]["bedragen"] or {}).get(year, 0)))[1]
