"""
De afspraken lopen korter dan vier jaar, of er is geen horizon.

Borging is een zaak van jaren: houd een aanpak lang vol en verander niet telkens de naam. Een gemeentebegroting kijkt
bovendien een jaar en ten minste drie jaar daarna vooruit. Het aantal jaren staat in
`dossier.instellingen.min_horizon_jaren`. Zonder horizon kan docgen ook niet zien of er een tekort is. Bron: wijkengids,
hoofdstuk 6.9 (houd het tien jaar vol); Gemeentewet, het artikel over de meerjarenraming.

Herstel: vul `dossier.horizon` in met `begin` en `einde`, en voeg voor elk jaar bedragen toe aan kosten en dekking.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import horizon, horizon_years, setting
from docgen.domain.types import CompleteDossier

CODE = "HOR-01"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    least, count = setting(dossier, "min_horizon_jaren"), len(horizon_years(dossier))
    if horizon(dossier) is None:
        message = "er is geen horizon; daarom is niet te zien of er in een jaar een tekort is"
        yield Finding(("dossier", "horizon"), message, hint="voeg toe: horizon: met begin en einde")
    elif count < least:
        message = f"de horizon is {count} jaar; reken op ten minste {least} jaar"
        yield Finding(("dossier", "horizon"), message, hint="kies een later einde en vul de bedragen aan")
