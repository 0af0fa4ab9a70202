"""
Een beslispunt is geen besluit met ‘te’ en een werkwoord.

In het raadsbesluit staat boven de punten ‘besluit:’. Elk punt moet daarop volgen als een besluit dat de raad los kan
lezen en wijzigen: vast te stellen, beschikbaar te stellen, in te stemmen met. Deze regel meldt een punt waarin het woord
‘te’ niet voorkomt; of het werkwoord goed is gekozen, moet u zelf beoordelen. Bron: beoordelingskaart voor raadsleden;
gangbare opbouw van raadsvoorstellen.

Herstel: herschrijf het punt. Van ‘Subsidie voor de wijkaanpak’ maakt u ‘Een subsidie van € 10.000 beschikbaar te stellen
voor de wijkaanpak’.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "RVS-05"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, punt in enumerate(section(dossier, "raadsvoorstel").get("beslispunten") or []):
        if "te" not in (punt["tekst"] or "").casefold().split():
            message = f"beslispunt {punt['nr']} leest niet als besluit: er staat geen ‘te’ met een werkwoord in"
            hint = "schrijf bijvoorbeeld: … vast te stellen, of: … beschikbaar te stellen"
            yield Finding(("raadsvoorstel", "beslispunten", i, "tekst"), message, about=str(punt["nr"]), hint=hint)
