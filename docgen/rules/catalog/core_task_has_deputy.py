"""
Een kerntaak heeft geen vervanger.

Een kerntaak is werk waarzonder de aanpak stilvalt. Hangt zo'n taak aan één persoon, dan stopt de aanpak bij ziekte of
vertrek. Bron: wijkengids, hoofdstuk 6.9 (hang succes niet op aan één persoon); Routekaart Borging en Inbedding (zorg
voor een achterwacht).

Herstel: vul bij de taak `vervanger` in met een andere rol dan de eigenaar, en laat die rol een paar keer meelopen. Valt
de aanpak zonder deze taak niet stil, zet dan `kerntaak: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id
from docgen.domain.types import CompleteDossier

CODE = "ROL-02"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    roles = by_id(dossier["rollen"])
    for i, taak in enumerate(dossier["taken"]):
        owner, deputy = taak["eigenaar"], taak["vervanger"]
        if not taak["kerntaak"] or (deputy in roles and deputy != owner):
            continue
        name = roles[owner]["naam"] if owner in roles else "de eigenaar"
        reason = "de vervanger is de eigenaar zelf" if deputy and deputy == owner else "er is geen vervanger"
        yield Finding(
            ("taken", i, "vervanger"),
            f"kerntaak ‘{taak['naam']}’ ligt stil als {name} uitvalt: {reason}",
            about=taak["id"],
            hint="voeg toe: vervanger: met een andere rol dan de eigenaar",
        )
