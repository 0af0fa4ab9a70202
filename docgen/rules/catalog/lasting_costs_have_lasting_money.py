"""
Vaste kosten worden betaald met tijdelijk geld.

Structurele kosten horen gedekt te zijn met structureel geld; anders schuift het tekort door naar later. Bedragen die drie
jaar of korter lopen zijn meestal incidenteel. Deze regel vergelijkt per jaar van de horizon de structurele kosten met de
structurele bronnen; een idee telt niet mee. Zonder horizon, of zolang er nog geen enkele bron staat, zwijgt deze regel.
Bron: Loket Gezond Leven, Borg uw project (structureel geld); wijkengids, hoofdstuk 6.9; Gemeentewet (structureel en
reëel evenwicht).

Herstel: vraag structureel geld aan, of maak een deel van de kosten tijdelijk. Is het gat bekend en later gedicht, leg dat
dan vast als afwijking met jaren, een hoogste bedrag en een einddatum.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, horizon_years, per_year, structural, structural_funding_per_year
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "FIN-05"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    within = horizon_years(dossier) if dossier["financiering"] else range(0)
    money = structural_funding_per_year(dossier) if within else {}
    for year, cost in per_year(structural(cost_items(dossier)), within).items():
        gap = cost - money.get(year, Decimal(0))
        if gap > 0:
            yield Finding(
                ("financiering",),
                f"in {year} is {euro(gap)} aan vaste kosten niet gedekt met vast geld (vaste kosten {euro(cost)}, vast geld {euro(cost - gap)})",
                year=year,
                amount=gap,
                hint="zoek structureel geld, of leg het gat vast onder afwijkingen",
            )
