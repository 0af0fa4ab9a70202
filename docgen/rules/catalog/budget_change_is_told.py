"""
Het voorstel verandert een begroting die al is vastgesteld, en zegt dat niet.

Wie in een jaar geld van dat jaar vraagt, wijzigt de begroting van dat jaar; vanaf november (`dossier.instellingen.begroting_vastgesteld_maand`)
is ook de begroting van het jaar erna vastgesteld. Deze regel kijkt naar het geld en de reserves in de beslispunten, en naar geld van anderen
door de gemeente met `in_begroting: false`. Zonder dag van de raadsvergadering is dit niet na te gaan; vraagt het voorstel geld, dan staat
dat hier. Bron: Gemeentewet, de artikelen over vaststellen en wijzigen van de begroting.

Herstel: zet `begrotingswijziging: true`; of vul bij `raadsvergadering` de dag in, ook als die nog gepland is.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_proposal import budget_change
from docgen.domain.queries import asked_names, council_party, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "GEM-11"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    proposal = section(dossier, "raadsvoorstel")
    years = [] if proposal.get("begrotingswijziging") else [*budget_change(dossier)]
    if asked_names(dossier) and council_party(dossier) and not proposal.get("raadsvergadering"):
        yield Finding(
            ("raadsvoorstel", "raadsvergadering"),
            "er staat geen dag van de raadsvergadering; of het voorstel een begroting verandert die al is vastgesteld, is niet nagegaan",
            "open",
            hint="voeg toe: raadsvergadering: met de dag, ook als die nog gepland is",
        )
    if years:
        yield Finding(
            ("raadsvoorstel", "begrotingswijziging"),
            f"het voorstel verandert de begroting {enumeration(years)}, die al is vastgesteld, maar zegt niet dat de raad een begrotingswijziging vaststelt",
            year=years[0],
            hint="zet begrotingswijziging: true",
        )
