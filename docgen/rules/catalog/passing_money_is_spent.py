"""
Geld van anderen komt bij de gemeente binnen zonder lasten.

Wat de gemeente van Rijk, provincie, fonds of partner ontvangt, is pas een bate als er lasten tegenover staan; anders blijft het op de balans
staan of gaat het terug. Deze regel kijkt naar bronnen met `via` de gemeente die in een jaar van de horizon meer geven dan hun posten nog
nodig hebben. Een verschil tot € 1 of een duizendste telt niet. Bron: Besluit begroting en verantwoording (BBV), overlopende passiva.

Herstel: noem bij `voor` ook de andere posten waar het geld voor is, of verlaag het bedrag.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.municipal_books import division
from docgen.domain.queries import council_party, horizon_years, is_more_than_rounding
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "GEM-07"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council = council_party(dossier)
    places = {row["id"]: i for i, row in enumerate(dossier["financiering"])}
    passing = [row for row in dossier["financiering"] if council and row.get("via") == council != row["partij"]]
    for year in horizon_years(dossier) if passing else ():
        divided = division(dossier, year)
        for source, left in zip(divided.sources, divided.left, strict=True):
            row = dossier["financiering"][places[source.id]]
            if source.through == council != source.payer and is_more_than_rounding(
                left, (row["bedragen"] or {}).get(year)
            ):
                amount = Decimal(left) / 100
                yield Finding(
                    ("financiering", places[source.id], "bedragen", year),
                    f"van {row['bron']} staat in {year} {euro(amount)} zonder lasten in dit dossier; dat is geen bate",
                    about=source.id,
                    year=year,
                    amount=amount,
                    hint="noem de posten bij voor, of verlaag het bedrag",
                )
