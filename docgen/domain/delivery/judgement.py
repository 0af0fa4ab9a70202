"""When what was delivered differs too much from what was agreed: the same for findings and for the state in a table."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from docgen.domain.delivery.agreed import amount_agreed, hours_agreed, year_amount
from docgen.domain.delivery.periods import ReportingPeriod, is_agreed
from docgen.domain.delivery.reported import ITEM, ROLE, Delivered, Thing, delivered, row_of
from docgen.domain.proven import has_happened
from docgen.domain.queries import reference_date, setting
from docgen.domain.types import CompleteDossier

FLOORS = {ROLE: 8, ITEM: 500}  # hours and euros: less is not worth a word
MUCH = 25  # per cent

AS_AGREED, LESS, MORE = "volgens afspraak", "minder", "meer"
UNREPORTED, INCOMPLETE, RUNNING = "niet gemeld", "niet alles gemeld", "loopt nog"
OVER_HOURS, OVER_AMOUNT = "boven jaaruren", "boven jaarbedrag"
SIGNS = {
    AS_AGREED: "✓",
    LESS: "!",
    MORE: "!",
    RUNNING: "→",
    UNREPORTED: "–",
    INCOMPLETE: "–",
    OVER_HOURS: "✗",
    OVER_AMOUNT: "✗",
}
OVER = {ROLE: OVER_HOURS, ITEM: OVER_AMOUNT}


class Compared(NamedTuple):
    """What was agreed for something in a period, what was delivered of it, and the state that this is."""

    agreed: Fraction | None
    delivered: Fraction | None
    state: str  # empty when it is not judged


def falls_short(dossier: CompleteDossier, kind: str, agreed: Fraction, found: Fraction) -> bool:
    """Whether too little was delivered."""
    return found < agreed * (1 - _margin(dossier)) and agreed - found >= FLOORS[kind]


def goes_over(dossier: CompleteDossier, kind: str, agreed: Fraction, found: Fraction) -> bool:
    """Whether too much was delivered."""
    return found > agreed * (1 + _margin(dossier)) and found - agreed >= FLOORS[kind]


def _margin(dossier: CompleteDossier) -> Fraction:
    return Fraction(setting(dossier, "max_verschil_levering")) / 100


def is_much(agreed: Fraction, found: Fraction) -> bool:
    """Whether a difference is more than a quarter of what was agreed."""
    return 100 * abs(agreed - found) > MUCH * agreed


def agreed_in(dossier: CompleteDossier, thing: Thing, period: ReportingPeriod) -> Fraction | None:
    """What was agreed for a role or cost item in a period; nothing when that is not known."""
    row = row_of(dossier, thing)
    if row is None:
        return None
    return hours_agreed(dossier, row, period) if thing[0] == ROLE else amount_agreed(dossier, row, period)


def year_limit(dossier: CompleteDossier, thing: Thing, year: int) -> Fraction | None:
    """The hours or the amount of a whole year."""
    row = row_of(dossier, thing)
    if row is None or thing[0] == ROLE:
        return agreed_in(dossier, thing, ReportingPeriod(year))
    return year_amount(row, year)


def exceeds_year(dossier: CompleteDossier, thing: Thing, period: ReportingPeriod) -> bool:
    """Whether more was delivered at the end of a period than was agreed for the whole year; of hours only when that is
    more than a little, in the period or in the year."""
    found, limit = delivered(dossier, thing, period.until_here()), year_limit(dossier, thing, period.year)
    if not found or limit is None or found.value <= limit:
        return False
    return thing[0] == ITEM or goes_over(dossier, ROLE, limit, found.value) or _is_more(dossier, thing, period)


def _is_more(dossier: CompleteDossier, thing: Thing, period: ReportingPeriod) -> bool:
    agreed, found = agreed_in(dossier, thing, period), delivered(dossier, thing, period)
    return bool(found and agreed is not None and goes_over(dossier, thing[0], agreed, found.value))


def is_judged(dossier: CompleteDossier, year: int) -> bool:
    """Whether a year is looked back on: that of the reference date and the one before, and nothing without arrangements."""
    today = reference_date(dossier)
    return (not today or today.year - 1 <= year <= today.year) and is_agreed(dossier, ReportingPeriod(year))


def compare(dossier: CompleteDossier, thing: Thing, period: ReportingPeriod) -> Compared:
    """What was agreed and delivered in a period, and how that stands."""
    agreed, found = agreed_in(dossier, thing, period), delivered(dossier, thing, period)
    if exceeds_year(dossier, thing, period):
        state = OVER[thing[0]]
    elif agreed is None or (found is None and not agreed):
        state = ""
    elif found is None:
        state = UNREPORTED if has_happened(dossier, period.end) else RUNNING
    else:
        state = _state(dossier, thing[0], agreed, found, has_happened(dossier, period.end))
    return Compared(agreed, found.value if found else None, state)


def _state(dossier: CompleteDossier, kind: str, agreed: Fraction, found: Delivered, has_ended: bool) -> str:
    if goes_over(dossier, kind, agreed, found.value):
        return MORE
    if found.is_provisional or not has_ended:
        return RUNNING
    if found.missing:
        return INCOMPLETE
    return LESS if falls_short(dossier, kind, agreed, found.value) else AS_AGREED
