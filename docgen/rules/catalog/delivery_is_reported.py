"""
Over een tijdvak is niet gemeld wat is geleverd.

Alleen als elke partij meldt wat zij leverde, is te zien of afspraken worden nagekomen. Nul is ook een melding. Melden moet
binnen 42 dagen na het tijdvak (`dossier.instellingen.melden_binnen_dagen`); een tijdvak is een half jaar, of wat er bij
`dossier.instellingen.meldperiode` staat. Docgen kijkt naar het jaar van de peildatum en het jaar ervoor. Een melding over
een deel of over het hele jaar is genoeg. Voor personeel zijn de uren genoeg; onvoorziene en eenmalige kosten worden alleen
over het hele jaar bekeken. Zonder peildatum zwijgt deze regel. Bron: Loket Gezond Leven, Borg uw project (afspraken over
tijd en geld); Wijzer in de Wijk, Borging (blijf volgen of afspraken worden nagekomen).

Herstel: vraag de partij om haar uren en uitgaven, en zet ze bij `realisatie`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.agreed import STAFF
from docgen.domain.delivery.judgement import agreed_in, is_judged
from docgen.domain.delivery.periods import ReportingPeriod, in_sentence, is_agreed, of_year
from docgen.domain.delivery.reported import ITEM, ROLE, Thing, is_reported, name_of, party_of, reports
from docgen.domain.names import party_names
from docgen.domain.queries import cost_items, reference_date, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration, euro, hours, long_date, rounded, some_of

CODE = "REA-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"
MOST_NAMED = 6


class Missing(NamedTuple):
    """Something about which nothing was reported, with what was agreed."""

    thing: Thing
    agreed: Fraction


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    due = _due(dossier)
    missing = _missing(dossier, due)
    if missing and not dossier["realisatie"]:
        yield _nothing(dossier, max(period for periods in missing.values() for period in periods))
        return
    told = {(report.party, report.period) for report in reports(dossier)}
    for party, periods in missing.items():
        parts = [_told(dossier, party, period, rows, told) for period, rows in periods.items()]
        hint = "vraag erom en zet het bij realisatie; nul is ook een melding"
        year = next(iter(periods)).year
        yield Finding(("realisatie",), "; ".join(parts), about=party or "", year=year, hint=hint)


def _due(dossier: CompleteDossier) -> list[ReportingPeriod]:
    """The periods about which the reports should be in."""
    today = reference_date(dossier)
    if not today:
        return []
    periods = [
        one
        for year in range(max(1, today.year - 1), today.year + 1)
        if is_judged(dossier, year)
        for one in of_year(dossier, year)
    ]
    return [one for one in periods if today - one.end > _time(dossier) and is_agreed(dossier, one)]


def _time(dossier: CompleteDossier) -> timedelta:
    return timedelta(days=int(setting(dossier, "melden_binnen_dagen")))


def _nothing(dossier: CompleteDossier, period: ReportingPeriod) -> Finding:
    last = long_date(period.end + _time(dossier))
    message = f"over geleverde uren en geld is niets gemeld; over {in_sentence(period)} kon dat tot en met {last}"
    return Finding(
        ("realisatie",), message, "leeg", hint="vraag partijen om hun uren en uitgaven en zet ze bij realisatie"
    )


def _missing(
    dossier: CompleteDossier, due: list[ReportingPeriod]
) -> dict[str | None, dict[ReportingPeriod, list[Missing]]]:
    found: defaultdict[str | None, dict[ReportingPeriod, list[Missing]]] = defaultdict(dict)
    for thing in _things(dossier):
        for period in due:
            agreed = agreed_in(dossier, thing, period)
            if agreed and not is_reported(dossier, thing, period):
                found[party_of(dossier, thing)].setdefault(period, []).append(Missing(thing, agreed))
    return dict(found)


def _things(dossier: CompleteDossier) -> list[Thing]:
    items = [item["id"] for item in cost_items(dossier) if item["soort"] != STAFF]
    return [(ROLE, rol["id"]) for rol in dossier["rollen"]] + [(ITEM, name) for name in items]


def _told(
    dossier: CompleteDossier,
    party: str | None,
    period: ReportingPeriod,
    rows: list[Missing],
    told: set[tuple[str | None, ReportingPeriod]],
) -> str:
    """What was not reported of a period, as a sentence."""
    what = enumeration(filter(None, [_hours(dossier, rows), _money(dossier, rows)]))
    if party is None:
        return f"over {in_sentence(period)} is niet alles gemeld: {what}"
    some = any(of == party and one.overlaps(period) for of, one in told)
    name, about = party_names(dossier).get(party, party), in_sentence(period)
    return f"{name} meldde {f'over {about} niet alles' if some else f'niets over {about}'}: {what}"


def _hours(dossier: CompleteDossier, rows: list[Missing]) -> str:
    roles = [row for row in rows if row.thing[0] == ROLE]
    total = sum((row.agreed for row in roles), Fraction(0))
    return f"{_names(dossier, roles)}, {hours(rounded(total, 1))} afgesproken" if roles else ""


def _money(dossier: CompleteDossier, rows: list[Missing]) -> str:
    items = [row for row in rows if row.thing[0] == ITEM]
    total = sum((row.agreed for row in items), Fraction(0))
    return f"{_names(dossier, items)}, {euro(rounded(total, 2))} begroot" if items else ""


def _names(dossier: CompleteDossier, rows: list[Missing]) -> str:
    return some_of([name_of(dossier, row.thing) for row in rows], MOST_NAMED)
