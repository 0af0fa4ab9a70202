"""
Een bron heet subsidie, maar staat op naam van een partij die geen gemeente is.

Een subsidie is geld van een overheid. Betaalt de gemeente haar, dan is het een last van de gemeente; staat zij op naam van wie haar ontvangt,
dan is de tabel voor de gemeentebegroting te laag. Deze regel kijkt naar geld waarvan de naam of de voorwaarden het woord subsidie noemen. Bron:
Algemene wet bestuursrecht (subsidies); Besluit begroting en verantwoording (BBV).

Herstel: zet bij de bron als `partij` wie betaalt, of noem het geld anders.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.names import OUTSIDE, party_names
from docgen.domain.queries import IN_KIND, council_party, counts, municipalities
from docgen.domain.types import CompleteDossier

SUBSIDY = "subsidie"

CODE = "GEM-16"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council, names = council_party(dossier), party_names(dossier)
    others = {*names} - municipalities(dossier) - {council, OUTSIDE}
    for i, row in enumerate(dossier["financiering"] if council else ()):
        said = f"{row['bron'] or ''} {row.get('voorwaarden') or ''}".casefold()
        if row["partij"] in others and row["vorm"] != IN_KIND and counts(row) and SUBSIDY in said:
            yield Finding(
                ("financiering", i, "partij"),
                f"{row['bron']} heet subsidie maar staat op naam van {names[row['partij']] or row['partij']}",
                about=row["id"],
                hint=f"betaalt de gemeente dit, zet dan partij: {council}",
            )
