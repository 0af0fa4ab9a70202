"""
De begroting van een jaar verandert, maar geen beslispunt wijzigt haar.

Een wijziging van de begroting is een eigen besluit van de raad. Deze regel zoekt voor elk jaar waarvan de vastgestelde begroting verandert,
een beslispunt met ‘wijzigen’, ‘begroting’ en dat jaar. Bron: Gemeentewet, de artikelen over wijzigen van de begroting.

Herstel: voeg een beslispunt toe, zoals: De programmabegroting 2028 hiervoor te wijzigen.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_proposal import budget_change, points_that_change
from docgen.domain.types import CompleteDossier

CODE = "GEM-13"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for year in budget_change(dossier):
        if not points_that_change(dossier, year):
            yield Finding(
                ("raadsvoorstel", "beslispunten"),
                f"de begroting {year} verandert, maar geen beslispunt wijzigt haar",
                year=year,
                hint=f"voeg een beslispunt toe: De programmabegroting {year} hiervoor te wijzigen.",
            )
