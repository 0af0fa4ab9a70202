"""
Een melding over levering kan niet kloppen.

Wat twee keer is gemeld, telt dubbel: hetzelfde tijdvak, of een tijdvak en een deel ervan. Wat is gemeld voordat een tijdvak
voorbij was, is een tussenstand; voordat het begon, is er niets te melden. Buiten de horizon gelden er geen afspraken om mee te vergelijken. En van een post zonder
partij is niet te zien wie de uitgaven meldt. Bron: eigen ervaring met dossiers.

Herstel: houd per tijdvak één melding over, zet `voorlopig: true` bij een tussenstand, verbeter `tijdvak` of `gemeld_op`, of
vul `partij` in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.periods import ReportingPeriod, in_sentence, is_agreed
from docgen.domain.delivery.reported import ITEM, Report, name_of, reports
from docgen.domain.queries import horizon
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "REA-06"
LEVEL = "fout"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    told = reports(dossier)
    for report in told:
        yield from _alone(dossier, report)
    of_one: defaultdict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in told:
        of_one[report.thing, report.party, report.period.year].append(report)
    for rows in of_one.values():
        yield from _together(dossier, rows)


def _alone(dossier: CompleteDossier, report: Report) -> Iterator[Finding]:
    when = in_sentence(report.period)
    if report.day and report.day < report.period.begin:
        message = f"{when} was op {long_date(report.day)} nog niet begonnen"
        yield _finding(report, "gemeld_op", message, "verbeter gemeld_op of tijdvak")
    elif report.day and report.day < report.period.end and not report.is_provisional:
        message = f"{when} was op {long_date(report.day)} nog niet voorbij"
        yield _finding(report, "gemeld_op", message, "zet voorlopig: true bij een tussenstand, of verbeter gemeld_op")
    if horizon(dossier) and not is_agreed(dossier, report.period):
        message = f"{when} valt buiten de afspraken"
        yield _finding(
            report, "tijdvak", message, "verbeter het tijdvak, of de horizon als er ook dan afspraken gelden"
        )
    if report.thing[0] == ITEM and not report.party:
        message = f"van {name_of(dossier, report.thing)} is niet te zien welke partij dit meldt"
        yield _finding(report, "post", message, "voeg partij toe: de partij die het uitgaf")


def _together(dossier: CompleteDossier, rows: list[Report]) -> Iterator[Finding]:
    """What overlaps, each period once: with the same one before it, else with the largest that it is part of."""
    seen = dict[ReportingPeriod, Report]()
    for report in rows:
        called, when = name_of(dossier, report.thing), in_sentence(report.period)
        if report.period in seen:
            message = f"{when} is twee keer gemeld voor {called}"
            yield _finding(report, "tijdvak", message, "maak van de twee meldingen één")
        seen.setdefault(report.period, report)
    periods = sorted(seen, key=lambda period: -len(period.quarters))
    for i, part in enumerate(periods):
        whole = next((one for one in periods[:i] if one.overlaps(part)), None)
        if whole:
            called = name_of(dossier, seen[part].thing)
            message = f"{in_sentence(whole)} en {in_sentence(part)} overlappen voor {called}"
            yield _finding(seen[part], "tijdvak", message, "meld het hele tijdvak of de delen, niet allebei")


def _finding(report: Report, field: str, message: str, hint: str) -> Finding:
    return Finding(("realisatie", report.place, field), message, about=report.thing[1], hint=hint)
