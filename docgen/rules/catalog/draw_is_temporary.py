"""
Een onttrekking aan een reserve heet structureel, maar loopt korter dan drie jaar.

Wat aan een reserve wordt onttrokken, is incidenteel. Dat is alleen anders als een reserve die groot genoeg is, ten minste drie jaar lang
structurele lasten betaalt. Deze regel telt de jaren met een bedrag. Bron: notities van de commissie BBV over structureel en incidenteel;
begrotingen van gemeenten.

Herstel: zet bij de bron `aard: incidenteel`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.reserves import years_of_short_draw
from docgen.domain.types import CompleteDossier

CODE = "GEM-05"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, row in enumerate(dossier["financiering"]):
        if years := years_of_short_draw(dossier, row):
            yield Finding(
                ("financiering", i, "aard"),
                f"{row['bron']} heet structureel, maar loopt {years} jaar; een onttrekking is dan incidenteel",
                about=row["id"],
                hint="zet aard: incidenteel",
            )
