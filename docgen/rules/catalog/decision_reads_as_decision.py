"""
Een beslispunt is geen besluit met ‘te’ en een werkwoord.

In het raadsbesluit staat boven de punten ‘besluit:’. Elk punt moet daarop volgen als een besluit dat de raad los kan
lezen en wijzigen: vast te stellen, beschikbaar te stellen, in te stemmen met. Deze regel meldt een punt waarin geen ‘te’ met
een werkwoord staat; ‘te Heidrecht’ is dat niet. Of het werkwoord goed is gekozen, moet u zelf beoordelen. Zij kijkt niet meer
als de raad heeft besloten. Bron: beoordelingskaart voor raadsleden; gangbare opbouw van raadsvoorstellen.

Herstel: herschrijf het punt. Van ‘Subsidie voor de wijkaanpak’ maakt u ‘Een subsidie van € 10.000 beschikbaar te stellen
voor de wijkaanpak’.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.decision_points import decision_verbs, open_points
from docgen.domain.types import CompleteDossier

CODE = "RVS-05"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for place, punt, text in open_points(dossier):
        if not decision_verbs(text):
            message = f"beslispunt {punt['nr']} leest niet als besluit: er staat geen ‘te’ met een werkwoord in"
            hint = "schrijf bijvoorbeeld: … vast te stellen, of: … beschikbaar te stellen"
            yield Finding(place, message, about=str(punt["nr"]), hint=hint)
