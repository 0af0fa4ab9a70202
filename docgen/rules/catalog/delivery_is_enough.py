"""
Er is minder geleverd dan is afgesproken.

Wie uren toezegt en ze niet levert, laat het werk bij de anderen, en meestal vertelt niemand het. Een verschil van 10% mag
(`dossier.instellingen.max_verschil_levering`), en wat minder dan 8 uur of € 500 scheelt telt niet. Boven 25% is het een
waarschuwing. Docgen kijkt naar tijdvakken die op de peildatum voorbij zijn, in het jaar van de peildatum en het jaar ervoor.
Wat voorlopig is gemeld, wordt nog niet beoordeeld. Bron: Loket Gezond Leven, Borg uw project (afspraken over tijd en geld);
Wijzer in de Wijk, Borging (blijf volgen of afspraken worden nagekomen).

Herstel: vraag waarom het minder is, en maak een afspraak over de rest van het jaar. Klopt de afspraak niet meer, pas dan
`uren`, `spreiding` of het bedrag aan. Is het verschil uitgelegd, leg het dan vast als afwijking.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.judgement import agreed_in, falls_short, is_judged, is_much
from docgen.domain.delivery.periods import in_sentence
from docgen.domain.delivery.reported import ITEM, NUMBERS, ROLE, Report, delivered, last_reports, name_of
from docgen.domain.proven import has_happened
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro, hours, number, percentage, rounded

CODE = "REA-01"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for kind in (ROLE, ITEM):
        for report in last_reports(dossier, kind):
            if has_happened(dossier, report.period.end) and is_judged(dossier, report.period.year):
                yield from _judge(dossier, report)


def _judge(dossier: CompleteDossier, report: Report) -> Iterator[Finding]:
    kind, name = report.thing
    agreed, found = agreed_in(dossier, report.thing, report.period), delivered(dossier, report.thing, report.period)
    if agreed is None or not found or found.is_provisional or not falls_short(dossier, kind, agreed, found.value):
        return
    yield Finding(
        ("realisatie", report.place, NUMBERS[kind]),
        _message(dossier, report, agreed, found.value),
        "veel" if is_much(agreed, found.value) else "",
        about=name,
        year=report.period.year,
        amount=rounded(agreed - found.value, 2) if kind == ITEM else None,
        hint="vraag waarom, en spreek af hoe het verder gaat",
    )


def _message(dossier: CompleteDossier, report: Report, agreed: Fraction, found: Fraction) -> str:
    called, when = name_of(dossier, report.thing), in_sentence(report.period)
    share = percentage(rounded(100 * (agreed - found) / agreed, 1))
    if report.thing[0] == ROLE:
        less = hours(rounded(agreed - found, 1))
        return f"{called} leverde {number(rounded(found, 1))} van {hours(rounded(agreed, 1))} in {when}: {less} minder ({share})"
    less = euro(rounded(agreed - found, 2))
    return f"aan {called} is {euro(rounded(found, 2))} van {euro(rounded(agreed, 2))} besteed in {when}: {less} minder ({share})"
