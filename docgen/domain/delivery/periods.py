"""Reporting periods: a year (2028), half a year (2028-H1) or a quarter (2028-K3), with its first and last day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from docgen.domain.queries import Period, horizon, reference_date, section
from docgen.domain.types import CompleteDossier

LENGTHS = {"kwartaal": 1, "halfjaar": 2, "jaar": 4}  # in quarters, by what a dossier calls its reporting rhythm
USUAL = "halfjaar"
WRITTEN = re.compile(r"(\d{4})(?:-([HK])([1-4]))?", re.ASCII)
ORDINALS = ("eerste", "tweede", "derde", "vierde")
NOUNS = {1: "kwartaal", 2: "halfjaar"}
MOST_OF_IT = "eerste drie kwartalen"


class ReportingPeriod(NamedTuple):
    """Some quarters of a year, from the first to the last, counted from 1."""

    year: int
    first: int = 1
    last: int = 4

    @property
    def begin(self) -> date:
        """The first day."""
        return date(self.year, 3 * self.first - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return date(self.year, 3 * self.last, 31 if self.last in (1, 4) else 30)

    @property
    def quarters(self) -> range:
        """The quarters it is made of."""
        return range(self.first, self.last + 1)

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return len(self.quarters) == 4

    @property
    def parts(self) -> list[ReportingPeriod]:
        """The periods that it is made of: halves of a year, quarters of a half; none of a quarter."""
        step = 1 if len(self.quarters) <= 2 else 2
        starts = range(self.first, self.last + 1, step) if len(self.quarters) > 1 else ()
        return [self._replace(first=one, last=min(one + step - 1, self.last)) for one in starts]

    def overlaps(self, other: ReportingPeriod) -> bool:
        """Whether two periods have days in common."""
        return self.year == other.year and self.first <= other.last and other.first <= self.last

    def until_here(self) -> ReportingPeriod:
        """The year up to the end of this period."""
        return self._replace(first=1)


def parse_period(written: str | None) -> ReportingPeriod | None:
    """A period as it is written in a dossier; nothing when it is none."""
    found = WRITTEN.fullmatch(written or "")
    if not found:
        return None
    year, kind, number = int(found[1]), found[2], int(found[3] or 1)
    if not kind:
        return ReportingPeriod(year)
    size = 1 if kind == "K" else 2
    return ReportingPeriod(year, size * number - size + 1, size * number) if size * number <= 4 else None


def in_words(period: ReportingPeriod) -> str:
    """A period as a title has it: "2028", "eerste halfjaar 2028"."""
    noun = _noun(period)
    return f"{noun} {period.year}" if noun else str(period.year)


def in_sentence(period: ReportingPeriod) -> str:
    """A period in a sentence: "2028", "het eerste halfjaar van 2028"."""
    noun = _noun(period)
    return f"{'de' if noun == MOST_OF_IT else 'het'} {noun} van {period.year}" if noun else str(period.year)


def _noun(period: ReportingPeriod) -> str:
    size = len(period.quarters)
    if size > 2:
        return "" if period.is_year else MOST_OF_IT
    return f"{ORDINALS[period.last // size - 1]} {NOUNS[size]}"


def of_quarters(year: int, quarters: Iterable[int]) -> list[ReportingPeriod]:
    """Some quarters of a year as the fewest periods that have a name."""
    left, found = set(quarters), list[ReportingPeriod]()
    for size in sorted(LENGTHS.values(), reverse=True):
        for first in range(1, 5, size):
            period = ReportingPeriod(year, first, first + size - 1)
            if left.issuperset(period.quarters):
                left -= set(period.quarters)
                found.append(period)
    return sorted(found)


def of_year(dossier: CompleteDossier, year: int) -> list[ReportingPeriod]:
    """The periods of a year about which parties report."""
    rhythm = (section(dossier, "dossier").get("instellingen") or {}).get("meldperiode") or USUAL
    size = LENGTHS[rhythm]
    return [ReportingPeriod(year, first, first + size - 1) for first in range(1, 5, size)]


def ended_periods(dossier: CompleteDossier, most: int) -> list[ReportingPeriod]:
    """The last periods about which parties report that are over on the reference date, the first of them first."""
    today = reference_date(dossier)
    if not today:
        return []
    years = range(max(1, today.year - most), today.year + 1)
    over = [period for year in years for period in of_year(dossier, year) if period.end <= today]
    return over[-most:]


def is_agreed(dossier: CompleteDossier, period: ReportingPeriod) -> bool:
    """Whether there are arrangements for any day of a period."""
    return bool(days_in(period, horizon(dossier)))


def days_in(period: ReportingPeriod, *bounds: Period | tuple[date | None, date | None] | None) -> int:
    """How many days of a period lie within bounds; an end that is absent binds nothing."""
    begins = [bound[0] for bound in bounds if bound and bound[0]]
    ends = [bound[1] for bound in bounds if bound and bound[1]]
    return max(0, (min([period.end, *ends]) - max([period.begin, *begins])).days + 1)
