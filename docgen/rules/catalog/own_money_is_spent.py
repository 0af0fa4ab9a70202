"""
Geld van de gemeente is hoger dan de kosten die het dekt.

De raad zet dan geld in de begroting waar geen kosten tegenover staan. In de tabel voor de gemeentebegroting staat dat als ‘Budget zonder
kostenpost’. Deze regel kijkt per jaar van de horizon naar eigen geld van de gemeente dat overblijft als alle posten zijn betaald die het mag
betalen. Een verschil tot € 1 of een duizendste telt niet. Bron: Gemeentewet (de begroting raamt lasten en baten); eigen domeinstudie.

Herstel: verlaag het bedrag, noem bij `voor` ook de andere posten, of voeg de kosten toe.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.municipal_books import division
from docgen.domain.queries import council_party, horizon_years, is_more_than_rounding
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "GEM-15"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council = council_party(dossier)
    places = {row["id"]: i for i, row in enumerate(dossier["financiering"])}
    own = [row for row in dossier["financiering"] if council and row["partij"] == council]
    for year in horizon_years(dossier) if own else ():
        divided = division(dossier, year)
        for source, left in zip(divided.sources, divided.left, strict=True):
            row = dossier["financiering"][places[source.id]]
            if source.payer == council and is_more_than_rounding(left, (row["bedragen"] or {}).get(year)):
                amount = Decimal(left) / 100
                yield Finding(
                    ("financiering", places[source.id], "bedragen", year),
                    f"{row['bron']} is in {year} {euro(amount)} hoger dan de kosten die het dekt",
                    about=source.id,
                    year=year,
                    amount=amount,
                    hint="verlaag het bedrag, of noem bij voor ook de andere posten",
                )
