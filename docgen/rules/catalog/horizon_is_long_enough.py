"""
De afspraken lopen korter dan vier jaar.

Borging is een zaak van jaren: houd een aanpak lang vol en verander niet telkens de naam. Een gemeentebegroting kijkt
bovendien een jaar en ten minste drie jaar daarna vooruit. Het aantal jaren staat in
`dossier.instellingen.min_horizon_jaren`. Zonder horizon zwijgt deze regel (zie NAG-01). Bron: wijkengids, hoofdstuk 6.9 (houd
het tien jaar vol); Gemeentewet, het artikel over de meerjarenraming.

Herstel: kies een later `einde` onder `dossier.horizon`, en voeg voor elk jaar bedragen toe aan kosten en dekking.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import horizon_years, setting
from docgen.domain.types import CompleteDossier

CODE = "HOR-01"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    least, count = setting(dossier, "min_horizon_jaren"), len(horizon_years(dossier))
    if 0 < count < least:
        message = f"de horizon is {count} jaar; reken op ten minste {least} jaar"
        yield Finding(("dossier", "horizon"), message, hint="kies een later einde en vul de bedragen aan")
