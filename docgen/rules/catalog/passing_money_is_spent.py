"""
Geld van anderen komt bij de gemeente binnen zonder lasten.

Wat de gemeente van Rijk, provincie, fonds of partner ontvangt, is pas een bate als er lasten tegenover staan; anders blijft het op de balans
staan of gaat het terug. Deze regel kijkt naar bronnen met `via` de gemeente die in een jaar van de horizon meer geven dan hun posten nog
nodig hebben. Een verschil tot € 1 of een duizendste telt niet.
Wat FIN-13 of FIN-15 al zegt, herhaalt deze regel niet. Bron: Besluit begroting en verantwoording (BBV), overlopende passiva.

Herstel: noem bij `voor` ook de andere posten waar het geld voor is, of verlaag het bedrag.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.surplus import is_told, remedy
from docgen.domain.municipal_books import unspent
from docgen.domain.queries import council_party
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "GEM-07"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council = council_party(dossier)
    is_asked = council and any(row.get("via") == council != row["partij"] for row in dossier["financiering"])
    for one in unspent(dossier) if is_asked else ():
        if one.source.through == council != one.source.payer and not is_told(dossier, one.source.id, one.year):
            yield Finding(
                ("financiering", one.place, "bedragen", one.year),
                f"van {one.row['bron']} staat in {one.year} {euro(one.amount)} zonder lasten in dit dossier; dat is geen bate",
                about=one.source.id,
                year=one.year,
                amount=one.amount,
                hint=remedy(dossier, one.year, "noem de posten bij voor, of verlaag het bedrag"),
            )
