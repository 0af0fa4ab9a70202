"""
Een rol levert meer uren dan is afgesproken.

Wie steeds meer doet dan afgesproken, raakt overbelast, en de begroting klopt niet meer. Dat geldt ook voor vrijwilligers.
Een verschil van 10% (`dossier.instellingen.max_verschil_levering`) en 8 uur mag. Zijn de uren van het hele jaar op, dan is
het een waarschuwing. Docgen kijkt naar het jaar van de peildatum en het jaar ervoor. Bron: Loket Gezond Leven, Borg uw project
(afspraken over tijd); Alles over Sport, Borging (blijvende inzet van mensen).

Herstel: geef werk aan een andere rol, of maak een nieuwe afspraak over de uren. Is het werk vooral in één seizoen, geef de
rol dan een `spreiding`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.judgement import agreed_in, exceeds_year, goes_over, is_judged, year_limit
from docgen.domain.delivery.periods import in_sentence
from docgen.domain.delivery.reported import ROLE, Report, delivered, last_reports, name_of, row_of
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import hours, number, rounded

CODE = "REA-04"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    told = last_reports(dossier, ROLE)
    last = {(report.thing, report.period.year): report for report in told}
    for report in told:
        is_last = last[report.thing, report.period.year] is report
        of_year, of_period = _of_year(dossier, report) if is_last else "", _of_period(dossier, report)
        message, kind = of_year or of_period, "jaar" if of_year else ""
        if message and is_judged(dossier, report.period.year):
            role = row_of(dossier, report.thing) or {}
            message += "; let op overbelasting" if role.get("vrijwillig") else ""
            hint = "geef werk aan een andere rol, of maak een nieuwe afspraak over de uren"
            place, about = ("realisatie", report.place, "uren"), report.thing[1]
            yield Finding(place, message, kind, about=about, year=report.period.year, hint=hint)


def _of_year(dossier: CompleteDossier, report: Report) -> str:
    limit, so_far = year_limit(dossier, report.thing, report.period.year), report.period.until_here()
    found = delivered(dossier, report.thing, so_far)
    if limit is None or not found or not exceeds_year(dossier, report.thing, report.period):
        return ""
    until = "in" if so_far == report.period else "tot en met"
    told = f"{name_of(dossier, report.thing)} leverde {hours(rounded(found.value, 1))} {until} {in_sentence(report.period)}"
    return f"{told}, meer dan de {hours(rounded(limit, 1))} van het hele jaar"


def _of_period(dossier: CompleteDossier, report: Report) -> str:
    agreed, found = agreed_in(dossier, report.thing, report.period), delivered(dossier, report.thing, report.period)
    if agreed is None or not found or not goes_over(dossier, ROLE, agreed, found.value):
        return ""
    told = f"{name_of(dossier, report.thing)} leverde {hours(rounded(found.value, 1))} in {in_sentence(report.period)}"
    return f"{told}, {number(rounded(agreed, 1))} afgesproken: {number(rounded(found.value - agreed, 1))} meer"
