"""
De aanpak hangt aan geen enkel beleidsstuk van de gemeente.

Een aanpak die in beleid staat, overleeft een begrotingsronde makkelijker. Alle plannen van de gemeente onder
`verankering` hebben een `soort`, maar geen daarvan is beleid. Staat bij een plan van de gemeente geen `soort`, dan zwijgt
deze regel; heeft de gemeente nog geen enkel plan, dan zegt VER-01 dat. Bron: Werkblad 4, blok aansluiting op politiek
beleid; Loket Gezond Leven, Borg uw project (een plek in een preventieakkoord of ander beleid).

Herstel: voeg onder `verankering` een beleidsstuk toe met `soort: beleid`, zoals de gezondheidsnota of het lokale
preventieakkoord.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import municipalities
from docgen.domain.types import CompleteDossier

CODE = "POL-01"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    public = municipalities(dossier)
    own = [(i, row.get("soort")) for i, row in enumerate(dossier["verankering"]) if row["partij"] in public]
    if own and all(kind not in (None, "beleid") for _, kind in own):
        message = "de aanpak staat in geen enkel beleidsstuk van de gemeente"
        hint = "voeg een plan toe met soort: beleid, zoals de gezondheidsnota"
        yield Finding(("verankering", own[0][0], "soort"), message, hint=hint)
