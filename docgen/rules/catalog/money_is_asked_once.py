"""
Hetzelfde geld staat in twee beslispunten.

De raad stelt geld één keer beschikbaar. Staat een bron bij twee beslispunten, of twee keer bij een, dan telt wie het besluit uitvoert haar
dubbel, en is niet duidelijk welk punt de raad moet wijzigen. Verschillende bronnen van één betaler mogen wel. Deze regel kijkt niet meer als
de raad heeft besloten. Bron: Gemeentewet (budgetrecht, artikel 189); motie over raadsvoorstellen in Amersfoort (elk besluit is een
beslispunt).

Herstel: laat de bron staan bij het punt dat het geld beschikbaar stelt, en haal haar bij het andere weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import is_before_council
from docgen.domain.council_proposal import with_number
from docgen.domain.queries import by_id, proposal_points
from docgen.domain.types import CompleteDossier

CODE = "RVS-09"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    sources, seen = by_id(dossier["financiering"]), dict[str, int]()
    for i, point in enumerate(proposal_points(dossier) if is_before_council(dossier) else ()):
        number = with_number(point, i)["nr"]
        for j, name in enumerate(point["financiering"] or ()):
            if name in seen and name in sources:
                where = f"beslispunt {seen[name]}" if seen[name] != number else "dit beslispunt"
                bron = sources[name]["bron"] or name
                message = f"{bron} staat al in {where}; het geld wordt zo twee keer gevraagd"
                path = ("raadsvoorstel", "beslispunten", i, "financiering", j)
                others = [*point["financiering"][:j], *point["financiering"][j + 1 :]]
                remedy = ((path[:-1], others),)
                yield Finding(path, message, about=name, hint=f"haal {name} hier weg", remedy=remedy)
            seen.setdefault(name, number)
