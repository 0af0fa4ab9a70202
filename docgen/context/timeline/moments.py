"""Every moment of a dossier that has a day, or only a year: what it is, how it is marked, and whether it is behind us."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from docgen.context.timeline import money_moments, plan_moments
from docgen.context.timeline.moment import CHECK, DONE, FACT, LATE, OPEN, UNREPORTED, Moment
from docgen.domain.memo import memoized
from docgen.domain.queries import reference_date
from docgen.domain.types import CompleteDossier

FINDERS: tuple[Callable[[CompleteDossier], Iterator[Moment]], ...] = (
    money_moments.endings,
    money_moments.last_days_for_follow_ups,
    money_moments.last_days_for_budgets,
    plan_moments.last_day_for_extension,
    plan_moments.decisions,
    money_moments.decisions,
    plan_moments.proposal_days,
    plan_moments.changes,
    plan_moments.handovers,
    money_moments.beginnings,
    plan_moments.milestones,
    plan_moments.term,
    plan_moments.goals,
    plan_moments.conditions,
    plan_moments.reviews,
    plan_moments.evaluations,
    plan_moments.actions,
    plan_moments.waivers,
)


@memoized
def moments(dossier: CompleteDossier) -> list[Moment]:
    """All moments in order of day, those of one day in order of weight; what has only a year comes after the days of it."""
    found = [moment for find in FINDERS for moment in find(dossier)]
    return sorted(_told_once(found), key=lambda one: (one.year, one.day is None, one.day or date.min, one.order))


def _told_once(found: list[Moment]) -> Iterator[Moment]:
    """A milestone that says what stands there already on its day ("Overeenkomst gaat in") is told once."""
    told: set[tuple[date | None, int, str]] = set()
    for moment in found:
        key = (moment.day, moment.year, f"{moment.word} {moment.text}".casefold().strip(" ."))
        as_text = (moment.day, moment.year, (moment.text or "").casefold().strip(" ."))
        if not told & {key, as_text}:
            yield moment
        told |= {key, as_text}


class Seen(NamedTuple):
    """A moment as it looks from a day: `note` says what is wrong with one that is before it."""

    moment: Moment
    note: str


def seen_from(dossier: CompleteDossier, day: date | None) -> tuple[list[Seen], list[Seen]]:
    """What lies before a day and is not surely done, and what comes from that day on.

    The dossier knows how things stood on its reference date: what was open before that is late; what should happen
    between that date and the day has to be checked.
    """
    today = reference_date(dossier)
    before, after = [], []
    for moment in moments(dossier):
        if day is None or (moment.year >= day.year if moment.day is None else moment.day >= day):
            after.append(Seen(moment, ""))
        elif note := _note(moment, today):
            before.append(Seen(moment, note))
    return before, after


def _note(moment: Moment, today: date | None) -> str:
    """What is wrong with a moment that is over; nothing when it is done, or asked nothing of anyone."""
    if moment.state in (DONE, FACT) or moment.day is None:
        return ""
    if today is None or moment.day >= today:
        return CHECK
    return LATE if moment.state == OPEN else UNREPORTED
