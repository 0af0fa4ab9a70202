"""
Een groot deel van de dekking is nog niet zeker.

Bij meer dan 25% gevraagd of onzeker geld in het eerste jaar van de horizon geeft docgen advies, bij meer dan 50% een
waarschuwing. De grenzen staan in `dossier.instellingen` (`max_onzeker` en `max_onzeker_waarschuwing`). Zonder horizon
zwijgt deze regel. Bron: wijkengids, hoofdstuk 6.9 (de structurele inzet van partners is nog niet zeker).

Herstel: maak toezeggingen rond en pas de `status` van de bron aan. Kan dat nog niet, zeg dan in de kanttekeningen wat
er gebeurt als het geld niet komt.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import UNCERTAIN, funding_sources, horizon_years, per_year, setting, share_above
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "FIN-04"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    first, sources = horizon_years(dossier)[:1], funding_sources(dossier)
    open_ones = [bron for bron in sources if bron["status"] in UNCERTAIN]
    for year, amount in per_year(open_ones, first).items():
        total = per_year(sources, first).get(year, Decimal(0))
        share = share_above(setting(dossier, "max_onzeker"), amount, total)
        if share:
            much = share_above(setting(dossier, "max_onzeker_waarschuwing"), amount, total)
            largest = max(open_ones, key=lambda bron: (bron["bedragen"] or {}).get(year, Decimal(0)))
            yield Finding(
                ("financiering", dossier["financiering"].index(largest), "status"),
                f"{much or share} van de dekking in {year} is nog niet zeker: {euro(amount)} van {euro(total)}",
                "veel" if much else "",
                year=year,
                amount=amount,
                hint="maak toezeggingen rond, te beginnen met deze bron",
            )
