"""
Het voorstel verandert een begroting die al is vastgesteld, en zegt dat niet.

Wie in een jaar geld van dat jaar vraagt, wijzigt de begroting van dat jaar; vanaf november (`dossier.instellingen.begroting_vastgesteld_maand`)
is ook de begroting van het jaar erna vastgesteld. Deze regel kijkt naar het geld en de reserves in de beslispunten, en naar geld van anderen
door de gemeente met `in_begroting: false`. Bron: Gemeentewet, de artikelen over vaststellen en wijzigen van de begroting.

Herstel: zet `begrotingswijziging: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_proposal import budget_change
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "GEM-11"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    years = [] if section(dossier, "raadsvoorstel").get("begrotingswijziging") else [*budget_change(dossier)]
    if years:
        yield Finding(
            ("raadsvoorstel", "begrotingswijziging"),
            f"het voorstel verandert de begroting {enumeration(years)}, die al is vastgesteld, maar zegt niet dat de raad een begrotingswijziging vaststelt",
            year=years[0],
            hint="zet begrotingswijziging: true",
        )
