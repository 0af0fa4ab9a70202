"""
Geld van de gemeente is hoger dan de kosten die het dekt.

De raad zet dan geld in de begroting waar geen kosten tegenover staan. In de tabel voor de gemeentebegroting staat dat als ‘Budget zonder
kostenpost’. Deze regel kijkt per jaar van de horizon naar eigen geld van de gemeente dat overblijft als alle posten zijn betaald die het mag
betalen. Een verschil tot € 1 of een duizendste telt niet.
Wat FIN-13 of FIN-15 al zegt, herhaalt deze regel niet. Bron: Gemeentewet (de begroting raamt lasten en baten); eigen domeinstudie.

Herstel: verlaag het bedrag, noem bij `voor` ook de andere posten, of voeg de kosten toe.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.surplus import is_told, remedy
from docgen.domain.municipal_books import unspent
from docgen.domain.queries import council_party
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "GEM-15"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council = council_party(dossier)
    is_asked = council and any(row["partij"] == council for row in dossier["financiering"])
    for one in unspent(dossier) if is_asked else ():
        if one.source.payer == council and not is_told(dossier, one.source.id, one.year):
            yield Finding(
                ("financiering", one.place, "bedragen", one.year),
                f"{one.row['bron']} is in {one.year} {euro(one.amount)} hoger dan de kosten die het dekt",
                about=one.source.id,
                year=one.year,
                amount=one.amount,
                hint=remedy(dossier, one.year, "verlaag het bedrag, of noem bij voor ook de andere posten"),
            )
