"""
Een rol is zijn eigen vervanger.

Een vervanger is er voor de dag waarop de rol uitvalt. Wie zichzelf vervangt, heeft dus niemand. Twee rollen die elkaar vervangen, mag wel.
Bij de trekker en bij een kerntaak zegt een andere regel dit al. Bron: Loket Gezond Leven, Borg uw project (wie neemt het over?); Routekaart
Borging en Inbedding.

Herstel: kies bij `vervanger` een andere rol. Is er niemand, laat het veld dan leeg.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.names import role_names
from docgen.domain.types import CompleteDossier

CODE = "ROL-06"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

HINT = "kies een andere rol, of laat vervanger leeg"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    names = role_names(dossier)
    for i, rol in enumerate(dossier["rollen"]):
        if rol["id"] and rol["vervanger"] == rol["id"] and not rol["trekker"]:
            message = f"{rol['naam']} is zijn eigen vervanger"
            yield Finding(("rollen", i, "vervanger"), message, about=rol["id"], hint=HINT)
    for i, taak in enumerate(dossier["taken"]):
        owner = names.get(taak["eigenaar"]) if taak["eigenaar"] and taak["id"] else None
        if owner and taak["vervanger"] == taak["eigenaar"] and not taak["kerntaak"]:
            message = f"{owner} is zijn eigen vervanger bij taak ‘{taak['naam']}’"
            yield Finding(("taken", i, "vervanger"), message, about=taak["id"], hint=HINT)
