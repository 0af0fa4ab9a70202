"""
De peildatum of het prijspeil past niet bij de horizon.

De peildatum is de dag waarop het dossier wordt beoordeeld. Ligt zij na de horizon, of meer dan vier jaar ervoor, dan is het jaar vaak een
tikfout, en oordelen alle regels die naar dagen kijken verkeerd. Het prijspeil hoort bij de bedragen: niet later dan de horizon en ten hoogste
vijf jaar eerder. Zonder horizon zwijgt deze regel. Bron: eigen ervaring met dossiers.

Herstel: verbeter `dossier.peildatum` of `begroting.prijspeil`, of de horizon.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import horizon, reference_date, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "HOR-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

YEARS_OF_PREPARATION, YEARS_OF_PRICES = 4, 5


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    period, today = horizon(dossier), reference_date(dossier)
    if not period:
        return
    first, last = period.begin.year, period.einde.year
    if today and (today > period.einde or today.year < first - YEARS_OF_PREPARATION):
        where = "na" if today > period.einde else "ver voor"
        message = f"de peildatum {long_date(today)} ligt {where} de horizon ({first}–{last})"
        yield Finding(("dossier", "peildatum"), message, hint="controleer dossier.peildatum en dossier.horizon")
    prices = section(dossier, "begroting").get("prijspeil")
    if prices and not first - YEARS_OF_PRICES <= prices <= last:
        where = "na" if prices > last else "ver voor"
        message = f"het prijspeil {prices} ligt {where} de horizon ({first}–{last})"
        hint = "controleer begroting.prijspeil en dossier.horizon"
        yield Finding(("begroting", "prijspeil"), message, "prijspeil", hint=hint)
