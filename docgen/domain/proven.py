"""What counts as proven on the reference date: what has happened, what is certain, who takes part, what is in force.

Never the clock: without a reference date nothing that has a day has happened yet. Every document and rule that judges asks here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from docgen.domain.memo import memoized
from docgen.domain.queries import (
    CERTAIN,
    IN_KIND,
    STRUCTURAL,
    TEMPORARY,
    by_id,
    cost_items,
    counts,
    funding_sources,
    horizon_years,
    is_longer_than,
    municipalities,
    reference_date,
    setting,
)
from docgen.domain.types import CompleteDossier, TableRow

TAKEN = "genomen"
DECIDING = ("management", "directie", "bestuur", "college")  # the levels on which a party may bind itself


def has_happened(dossier: CompleteDossier, day: date | None) -> bool:
    """Whether a day is there and is not after the reference date."""
    today = reference_date(dossier)
    return bool(today and day and day <= today)


def is_recent(dossier: CompleteDossier, day: date | None, within: str) -> bool:
    """Whether something happened, no more months ago than the setting says."""
    today = reference_date(dossier)
    return bool(today and day and day <= today and not is_longer_than(setting(dossier, within), day, today))


def is_taken(dossier: CompleteDossier, decision: TableRow) -> bool:
    """Whether a decision was taken; one without a day is only planned."""
    return decision["status"] == TAKEN and has_happened(dossier, decision["datum"])


@memoized
def taken_decisions(dossier: CompleteDossier) -> list[TableRow]:
    """The decisions that were taken, in order of date."""
    return sorted((row for row in dossier["besluitvorming"] if is_taken(dossier, row)), key=lambda row: row["datum"])


def is_granted(dossier: CompleteDossier, source: TableRow) -> bool:
    """Whether a source has a decision that was taken."""
    return has_happened(dossier, (source["besluit"] or {}).get("datum"))


def is_certain_too_soon(dossier: CompleteDossier, source: TableRow) -> bool:
    """Whether a source is said to be certain, while its decision is still to come on the reference date."""
    today, day = reference_date(dossier), (source["besluit"] or {}).get("datum")
    return bool(today and day and day > today and source["status"] in CERTAIN)


@memoized
def certain_sources(dossier: CompleteDossier) -> list[TableRow]:
    """The money that is certain."""
    return [source for source in funding_sources(dossier) if source["status"] in CERTAIN]


@memoized
def uncertain_sources(dossier: CompleteDossier) -> list[TableRow]:
    """The money that counts and is not certain yet."""
    return [source for source in funding_sources(dossier) if source["status"] not in CERTAIN]


@memoized
def years_to_judge(dossier: CompleteDossier) -> list[int]:
    """The years of the horizon from the reference date on; without a horizon those with an amount."""
    today = reference_date(dossier)
    years = list(horizon_years(dossier)) or sorted(
        {
            year
            for row in (*cost_items(dossier), *funding_sources(dossier))
            for year, amount in (row["bedragen"] or {}).items()
            if amount
        }
    )
    return [year for year in years if not today or year >= today.year]


def is_active(role: TableRow, day: date | None) -> bool:
    """Whether a role takes part on a day; without a day every role does."""
    begun = not day or not role["begin"] or role["begin"] <= day
    return begun and not (day and role["einde"] and role["einde"] < day)


@memoized
def active_roles(dossier: CompleteDossier) -> list[TableRow]:
    """The roles that take part on the reference date."""
    today = reference_date(dossier)
    return [role for role in dossier["rollen"] if is_active(role, today)]


@memoized
def lasting_roles(dossier: CompleteDossier) -> list[TableRow]:
    """The roles that take part on the reference date or later."""
    return [role for role in dossier["rollen"] if not has_ended(dossier, role)]


def has_ended(dossier: CompleteDossier, role: TableRow) -> bool:
    """Whether a role stopped before the reference date."""
    today = reference_date(dossier)
    return bool(today and role["einde"] and role["einde"] < today)


@memoized
def working_roles(dossier: CompleteDossier) -> list[TableRow]:
    """The active roles with paid hours."""
    return [role for role in active_roles(dossier) if role["uren"] and not role["sturend"] and not role["vrijwillig"]]


def put_its_signature(dossier: CompleteDossier, party: TableRow) -> bool:
    """Whether a party signed by the reference date, on whatever level; without a reference date its day is believed."""
    today = reference_date(dossier)
    return bool(party["getekend_op"] and (not today or party["getekend_op"] <= today))


def has_signed(dossier: CompleteDossier, party: TableRow) -> bool:
    """Whether a party signed, on a level that may bind it."""
    return has_happened(dossier, party["getekend_op"]) and party["niveau"] in DECIDING


def is_in_force(dossier: CompleteDossier, plan: TableRow) -> bool:
    """Whether the approach stands in a plan that was adopted, can be found and is not past its last day."""
    today = reference_date(dossier)
    is_past = bool(today and plan["geldig_tot"] and plan["geldig_tot"] < today)
    there = plan["status"] == "opgenomen" and plan["vindplaats"]
    return bool(there and has_happened(dossier, plan["vastgesteld"]) and not is_past)


def left_behind(dossier: CompleteDossier, source: TableRow) -> list[TableRow]:
    """The structural costs that temporary money pays and that go on after the year in which it ends, when that is not
    over yet."""
    end, today = source["einde"], reference_date(dossier)
    if source["aard"] != TEMPORARY or not counts(source) or not end or (today and end.year < today.year):
        return []
    items = _items(dossier)
    paid = [items[name] for name in source["voor"] or () if name in items]
    return [
        item
        for item in paid
        if item["aard"] == STRUCTURAL
        and any(amount for year, amount in (item["bedragen"] or {}).items() if year > end.year)
    ]


@memoized
def _items(dossier: CompleteDossier) -> dict[str, TableRow]:
    return by_id(cost_items(dossier))


@memoized
def _sources(dossier: CompleteDossier) -> dict[str, TableRow]:
    return by_id(dossier["financiering"])


def follow_ups(dossier: CompleteDossier, source: TableRow) -> list[TableRow]:
    """The sources that take over when this one ends."""
    known = _sources(dossier)
    return [known[name] for name in source["vervolg"] or () if name in known and name != source["id"]]


def without_follow_up(dossier: CompleteDossier, source: TableRow) -> list[TableRow]:
    """The lasting costs that temporary money leaves behind and that no source is named for: none that takes over, and no
    lasting money that was granted for the next year."""
    left = left_behind(dossier, source)
    if not left:
        return []
    granted = [
        later
        for later in certain_sources(dossier)
        if later["aard"] == STRUCTURAL
        and is_granted(dossier, later)
        and (later["bedragen"] or {}).get(source["einde"].year + 1)
    ]
    covered = {post for later in (*follow_ups(dossier, source), *granted) for post in later["voor"] or ()}
    return [item for item in left if item["id"] not in covered]


def last_responsible_day(dossier: CompleteDossier, source: TableRow) -> date | None:
    """The last day on which a decision on what comes after temporary money is in time, when lasting costs depend on it."""
    if not left_behind(dossier, source):
        return None
    return last_day_to_decide(dossier, source["einde"], follow_ups(dossier, source), municipalities(dossier))


def last_day_to_decide(dossier: CompleteDossier, end: date, later: Iterable[TableRow], own: set[str]) -> date:
    """The last day on which a decision on what comes `later` than money that ends is in time.

    That is so many days before its end as a decision takes; when a municipality (one of `own`) takes over, no later than
    the month before it adopts the budget of the year in which that begins.
    """
    days = [date.fromordinal(max(1, end.toordinal() - int(setting(dossier, "doorlooptijd_besluit_dagen"))))]
    if end < date.max and any(is_municipal(source, own) for source in later):
        days.append(before_budget(dossier, (end + timedelta(days=1)).year))
    return min(days)


def is_municipal(source: TableRow, own: set[str]) -> bool:
    """Whether a source is money of a municipality: its council has to put it in a budget."""
    return source["partij"] in own and source["vorm"] != IN_KIND


def before_budget(dossier: CompleteDossier, year: int) -> date:
    """The last day of the month before the one in which a council adopts the budget of a year."""
    month = int(setting(dossier, "begroting_vastgesteld_maand"))
    return date(year - 1, month, 1) - timedelta(days=1)
