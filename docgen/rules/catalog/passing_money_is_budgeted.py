"""
Van geld dat door de gemeente loopt, is niet bekend of het al in de begroting staat.

Komt geld van een ander dit jaar bij de gemeente binnen en staat het nog niet in de begroting, dan hoort het bij de begrotingswijziging. Deze
regel kijkt naar bronnen met `via` de gemeente en een bedrag in een jaar waarvan de begroting bij de raadsvergadering al is vastgesteld. Bron:
Gemeentewet, de artikelen over wijzigen van de begroting.

Herstel: zet bij de bron `in_begroting: true` of `in_begroting: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_proposal import adopted_years
from docgen.domain.queries import council_party, counts
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "GEM-21"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council, adopted = council_party(dossier), adopted_years(dossier)
    for i, row in enumerate(dossier["financiering"] if council else ()):
        years = [year for year in adopted if (row["bedragen"] or {}).get(year)]
        passes = row.get("via") == council != row["partij"] and counts(row)
        if years and passes and row.get("in_begroting") is None:
            yield Finding(
                ("financiering", i, "via"),
                f"niet bekend is of {row['bron']} al in de begroting {enumeration(years)} staat",
                about=row["id"],
                year=years[0],
                hint="zet in_begroting: true, of in_begroting: false",
            )
