"""
De eigenaar van een taak besteedt er zelf geen uren aan.

Wie zorgt dat een taak gebeurt, is er bijna altijd ook tijd aan kwijt. Staan er bij de taak wel uren van anderen, dan zijn die van de eigenaar
meestal vergeten, en klopt zijn aantal uren niet. Een taak zonder uren, en een eigenaar die alleen stuurt of vrijwillig meedoet, meldt deze
regel niet. Bron: Loket Gezond Leven, Borg uw project (afspraken over tijd).

Herstel: voeg bij `uren` van de taak de eigenaar toe, of maak een rol die er uren aan besteedt de eigenaar.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id
from docgen.domain.types import CompleteDossier

CODE = "ROL-07"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    roles = by_id(dossier["rollen"])
    for i, taak in enumerate(dossier["taken"]):
        hours, owner = taak["uren"] or {}, roles.get(taak["eigenaar"])
        if not owner or owner["id"] in hours or owner["sturend"] or owner["vrijwillig"] or not any(hours.values()):
            continue
        yield Finding(
            ("taken", i, "uren"),
            f"{owner['naam']} is eigenaar van ‘{taak['naam']}’, maar besteedt er geen uren aan",
            about=taak["id"] or "",
            hint=f"vul aan: {owner['id']}: met het aantal uren",
        )
