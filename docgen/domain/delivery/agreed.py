"""What was agreed for a period: of the hours or the amount of a year the share of the period, for the days that count.

Without a spread over the quarters every quarter is a fourth of the year.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from docgen.domain.delivery.periods import ReportingPeriod, days_in
from docgen.domain.queries import TEMPORARY, Period, horizon
from docgen.domain.types import CompleteDossier, TableRow

UNFORESEEN = "onvoorzien"
STAFF = "personeel"
EVENLY = dict.fromkeys(("K1", "K2", "K3", "K4"), 25)
Bound = Period | tuple[date | None, date | None] | None


def hours_agreed(dossier: CompleteDossier, role: TableRow, period: ReportingPeriod) -> Fraction | None:
    """The hours of a role in a period, for the days on which it takes part; nothing when its hours are not known."""
    if role["uren"] is None:
        return None
    return Fraction(role["uren"]) * _part(role["spreiding"], period, horizon(dossier), _term(role))


def hours_in_year(role: TableRow, year: int) -> Fraction:
    """The hours of a role in a year: as many days as it takes part."""
    spread = role["spreiding"]
    return Fraction(role["uren"] or 0) * _part_of_year(year, *_term(role), spread and tuple(spread.items()))


@lru_cache(maxsize=1000)  # few roles differ in this
def _part_of_year(
    year: int, begin: date | None, end: date | None, spread: tuple[tuple[str, Any], ...] | None
) -> Fraction:
    return _part(dict(spread) if spread else None, ReportingPeriod(year), (begin, end))


def takes_part_in(role: TableRow, year: int) -> bool:
    """Whether a role takes part on any day of a year."""
    return bool(days_in(ReportingPeriod(year), _term(role)))


def _term(role: TableRow) -> tuple[date | None, date | None]:
    return role["begin"], role["einde"]


def amount_agreed(dossier: CompleteDossier, item: TableRow, period: ReportingPeriod) -> Fraction | None:
    """The part of the budget of an item in a period; nothing when it comes somewhere in the course of the year.

    A budget is for the days of the year on which there are arrangements.
    """
    spread, within = item["spreiding"] or EVENLY, horizon(dossier)
    whole = _part(spread, ReportingPeriod(period.year), within)
    if not whole or period.is_year:
        return year_amount(item, period.year) if whole else Fraction(0)
    if not item["spreiding"] and (item["aard"] == TEMPORARY or item["soort"] == UNFORESEEN):
        return None
    return year_amount(item, period.year) * _part(spread, period, within) / whole


def year_amount(row: TableRow, year: int) -> Fraction:
    """What a cost item or source has in a year."""
    return Fraction((row["bedragen"] or {}).get(year) or 0)


def _part(spread: TableRow | None, period: ReportingPeriod, *bounds: Bound) -> Fraction:
    """Which part of a year falls in the days of a period within bounds."""
    if not spread:
        return Fraction(len(period.quarters), 4) * _active(period, *bounds)
    quarters = [(one, period._replace(first=one, last=one)) for one in period.quarters]
    return sum((Fraction(spread[f"K{one}"] or 0) / 100 * _active(part, *bounds) for one, part in quarters), Fraction(0))


def _active(period: ReportingPeriod, *bounds: Bound) -> Fraction:
    return Fraction(days_in(period, *bounds), days_in(period))
