"""
Over de participatie staat bijna niets.

Een raadslid wil weten wie er meepraatte, wanneer, wat zij zeiden en wat ermee is gedaan. In minder dan zestig tekens past dat niet.
De regel kijkt niet meer als de raad heeft besloten. Bron: beoordelingskaart voor raadsleden; gangbare opbouw van
raadsvoorstellen.

Herstel: schrijf in twee of drie zinnen wie, wanneer, wat zij zeiden en wat ermee is gedaan.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import is_before_council
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "RVS-15"
LEVEL = "advies"
ANCHOR = "Draagvlak"

LEAST = 60  # characters


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    told = section(dossier, "raadsvoorstel").get("participatie")
    if told and len(told.strip()) < LEAST and is_before_council(dossier):
        message = f"over de participatie staat bijna niets ({len(told.strip())} tekens)"
        hint = "schrijf wie, wanneer, wat zij zeiden en wat ermee is gedaan"
        yield Finding(("raadsvoorstel", "participatie"), message, hint=hint)
