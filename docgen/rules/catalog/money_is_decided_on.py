"""
Een beslispunt vraagt geld, maar de raad neemt alleen kennis.

De raad heeft het budgetrecht: geld komt er pas als hij het beschikbaar stelt of de begroting wijzigt. Wie een bron bij een punt zet waarin de
raad alleen kennis neemt, heeft na de vergadering geen besluit over dat geld. De regel kijkt niet meer als de raad heeft besloten.
Bron: Gemeentewet (budgetrecht, artikel 189); beoordelingskaart voor raadsleden.

Herstel: schrijf het besluit over het geld: ‘Voor … structureel € … beschikbaar te stellen in …’. Is er geen besluit nodig, haal dan de bron
weg bij `financiering` of `reserves`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import names_of_money, proposal_points
from docgen.domain.sentences.decision_points import open_points
from docgen.domain.types import CompleteDossier

CODE = "RVS-14"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for place, punt, text in open_points(dossier):
        if "kennis te nemen" in text.casefold() and names_of_money(punt):
            message = f"beslispunt {punt['nr']} vraagt geld maar neemt alleen kennis"
            away = "" if _is_asked_only_here(dossier, names_of_money(punt)) else ", of haal de bron weg"
            yield Finding(place, message, about=str(punt["nr"]), hint=f"schrijf wat de raad beschikbaar stelt{away}")


def _is_asked_only_here(dossier: CompleteDossier, names: list[str]) -> bool:
    """Whether one of these sources is asked of the council and stands in no other decision point."""
    times = Counter(name for punt in proposal_points(dossier) for name in names_of_money(punt))
    waiting = {bron["id"] for bron in dossier["financiering"] if bron["status"] == "gevraagd"}
    return any(times[name] < 2 for name in waiting.intersection(names))
