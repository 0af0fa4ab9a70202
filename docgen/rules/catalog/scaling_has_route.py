"""
Opschaling is gewenst, maar er staat niet langs welke weg.

Groter worden gaat niet vanzelf. Bedenk of u aansluit bij een landelijk initiatief of een koepel, of dat de aanpak in een
richtlijn of in beleid moet komen. Bron: Werkblad 4, blok opschaling.

Herstel: vul `interventie.opschaling.route` of `richtlijn` in. Is het nog te vroeg, zet dan `gewenst: later`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "OPS-01"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    scaling = section(dossier, "interventie").get("opschaling") or {}
    if scaling.get("gewenst") == "ja" and not (scaling.get("route") or scaling.get("richtlijn")):
        message = "opschaling is gewenst, maar er staat niet langs welke weg"
        hint = "voeg toe: route: met een landelijk netwerk, of richtlijn: met de richtlijn of het beleid"
        yield Finding(("interventie", "opschaling", "route"), message, hint=hint)
