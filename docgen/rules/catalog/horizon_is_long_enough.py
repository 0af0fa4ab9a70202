"""
De afspraken lopen korter dan vier jaar, of er is geen horizon.

Borging is een zaak van jaren: houd een aanpak lang vol en verander niet telkens de naam. Een gemeentebegroting kijkt
bovendien een jaar en ten minste drie jaar daarna vooruit. Het aantal jaren staat in
`dossier.instellingen.min_horizon_jaren`. Zonder horizon is niet te zien of een jaar ontbreekt; een tekort in
een jaar met bedragen wordt hier dan genoemd. Bron: wijkengids, hoofdstuk 6.9 (houd het tien jaar vol); Gemeentewet, het
artikel over de meerjarenraming.

Herstel: vul `dossier.horizon` in met `begin` en `einde`, en voeg voor elk jaar bedragen toe aan kosten en dekking.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import years_to_judge
from docgen.domain.queries import cost_items, funding_sources, horizon, horizon_years, per_year, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "HOR-01"
LEVEL = "advies"
ANCHOR = "Financiën"


def _short(dossier: CompleteDossier) -> list[int]:
    """The years with an amount in which costs are higher than the money."""
    years = years_to_judge(dossier)
    costs, money = per_year(cost_items(dossier), years), per_year(funding_sources(dossier), years)
    return [year for year, cost in costs.items() if cost > money.get(year, 0)]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    least, count = setting(dossier, "min_horizon_jaren"), len(horizon_years(dossier))
    if horizon(dossier) is None:
        message = "er is geen horizon; daarom staat nergens voor welke jaren de afspraken gelden"
        if short := _short(dossier):
            message += f"; in {enumeration(map(str, short))} is de dekking lager dan de kosten"
        yield Finding(("dossier", "horizon"), message, hint="voeg toe: horizon: met begin en einde")
    elif count < least:
        message = f"de horizon is {count} jaar; reken op ten minste {least} jaar"
        yield Finding(("dossier", "horizon"), message, hint="kies een later einde en vul de bedragen aan")
