"""
De kosten zijn in een jaar hoger dan de dekking.

Een plan met een tekort is niet te betalen, en de gemeenteraad mag alleen uitgeven wat in de begroting staat. Vergelijk
per jaar van de horizon alle kosten met alle bronnen; een bron met de status idee telt niet mee. Zonder horizon zwijgt
deze regel. Bron: Werkblad 4, blok financiën; Gemeentewet, het artikel over de begroting.

Herstel: verlaag de kosten in dat jaar, vraag meer aan bij een bron, of zoek een nieuwe bron. Is het geld wel toegezegd,
verander dan de `status` van het idee.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, funding_per_year, horizon_years, per_year
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import amounts_in_words, euro

CODE = "FIN-01"
LEVEL = "fout"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    costs, money = per_year(cost_items(dossier), horizon_years(dossier)), funding_per_year(dossier)
    total = sum(costs.values(), Decimal(0))
    if not dossier["financiering"] and total:
        message, hint = (
            f"er staat nog geen dekking tegenover de kosten: {amounts_in_words(costs)}",
            "voeg toe: financiering:",
        )
        yield Finding(("financiering",), message, "open", amount=total, hint=hint)
        return
    for year, cost in costs.items():
        gap = cost - money.get(year, Decimal(0))
        if gap > 0:
            message = f"tekort in {year}: {euro(gap)} (kosten {euro(cost)}, dekking {euro(cost - gap)})"
            hint = "verlaag de kosten of voeg een bron toe; een idee telt niet mee"
            yield Finding(("financiering",), message, year=year, amount=gap, hint=hint)
