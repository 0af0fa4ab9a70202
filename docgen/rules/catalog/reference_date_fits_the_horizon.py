"""
De peildatum of het prijspeil past niet bij de horizon.

De peildatum is de dag waarop het dossier wordt beoordeeld. Ligt zij na de horizon, of meer dan vier jaar ervoor, dan is het jaar vaak een
tikfout, en oordelen alle regels die naar dagen kijken verkeerd. Het prijspeil hoort bij de bedragen: niet later dan de horizon en ten hoogste
vijf jaar eerder. Verdwijnen in een ander jaar meldingen over dagen, dan noemt de regel dat jaar. Zonder horizon zwijgt zij. Bron: eigen ervaring met dossiers.

Herstel: verbeter `dossier.peildatum` of `begroting.prijspeil`, of de horizon.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import Period, horizon, reference_date, section
from docgen.domain.types import CompleteDossier
from docgen.rules.catalog import (
    adopted_plan_is_of_the_past,
    certain_money_is_decided,
    facts_are_of_the_past,
    handbook_is_current,
    planned_decision_is_ahead,
    success_is_shared,
    waiver_expired,
    what_exists_is_of_the_past,
)
from docgen.text.dutch import long_date

CODE = "HOR-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

YEARS_OF_PREPARATION, YEARS_OF_PRICES = 4, 5
# what they find depends on the reference date
OF_DAYS = (
    facts_are_of_the_past,
    what_exists_is_of_the_past,
    certain_money_is_decided,
    success_is_shared,
    handbook_is_current,
    adopted_plan_is_of_the_past,
    planned_decision_is_ahead,
    waiver_expired,
)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    period, today = horizon(dossier), reference_date(dossier)
    if not period:
        return
    first, last = period.begin.year, period.einde.year
    if today and (today > period.einde or today.year < first - YEARS_OF_PREPARATION):
        where = "na" if today > period.einde else "ver voor"
        message = f"de peildatum {long_date(today)} ligt {where} de horizon ({first}–{last})"
        best = _likely(dossier, today, period)
        hint = f"schrijf peildatum: {best}" if best else "controleer dossier.peildatum en dossier.horizon"
        path = ("dossier", "peildatum")
        yield Finding(path, message, hint=hint, remedy=((path, best),) if best else ())
    prices = section(dossier, "begroting").get("prijspeil")
    if prices and not first - YEARS_OF_PRICES <= prices <= last:
        where = "na" if prices > last else "ver voor"
        message = f"het prijspeil {prices} ligt {where} de horizon ({first}–{last})"
        hint = "controleer begroting.prijspeil en dossier.horizon"
        yield Finding(("begroting", "prijspeil"), message, "prijspeil", hint=hint)


def _likely(dossier: CompleteDossier, today: date, period: Period) -> date | None:
    """The same day in the year in which the fewest days are odd, when that is fewer than now."""
    odd, best = min((_odd_days(dossier, day), day) for day in (today, *_days_like(today, period)))
    return best if odd < _odd_days(dossier, today) else None


def _days_like(today: date, period: Period) -> Iterator[date]:
    """The same day in every year that fits the horizon; 29 February is not in all."""
    for year in range(period.begin.year - YEARS_OF_PREPARATION, period.einde.year + 1):
        with suppress(ValueError):
            if (day := today.replace(year=year)) <= period.einde:
                yield day


def _odd_days(dossier: CompleteDossier, day: date) -> int:
    """How many findings depend on the reference date, if it were that day."""
    judged = {**dossier, "dossier": {**section(dossier, "dossier"), "peildatum": day}}
    return sum(1 for rule in OF_DAYS for _ in rule.check(judged))
