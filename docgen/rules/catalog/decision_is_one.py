"""
Eén beslispunt bevat twee besluiten.

Over een beslispunt wordt in één keer gestemd. Staan er twee besluiten in, dan kan de raad het ene niet wijzigen zonder het andere
te raken. Een vraag of opdracht aan het college telt als één besluit: ‘het college te vragen de raad te informeren’. De regel kijkt
niet meer als de raad heeft besloten. Bron: beoordelingskaart voor raadsleden; gangbare opbouw van raadsvoorstellen.

Herstel: maak er twee beslispunten van, elk met een eigen nummer en een eigen argument.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.decision_points import ASKING, decision_verbs, open_points
from docgen.domain.types import CompleteDossier

CODE = "RVS-12"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for place, punt, text in open_points(dossier):
        verbs = decision_verbs(text)
        if len(verbs) > 1 and verbs[0] not in ASKING:
            message = (
                f"beslispunt {punt['nr']} bevat twee besluiten ({verbs[0]}, {verbs[1]}); maak er twee punten van, dan kan de raad "
                "ze los wijzigen"
            )
            yield Finding(
                place, message, about=str(punt["nr"]), hint="geef het tweede besluit een eigen nummer en argument"
            )
