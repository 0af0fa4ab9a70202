"""
Een partij tekent, maar doet niets.

Wie tekent, doet mee: met een rol, met kosten of met geld. Een partij zonder een van die drie is vergeten, of hoort niet in de
overeenkomst. Een rol zonder uren is genoeg, ook die van vrijwilligers; geld dat door de begroting van de partij loopt telt ook. Deze regel
geldt als er een onderdeel `overeenkomst` is, en rollen, kosten of geld. Bron: Loket Gezond Leven, Borg uw project (maak afspraken over taken
en geld); Werkblad 4, blok organisaties.

Herstel: voeg een rol, kosten of een bron toe voor deze partij, of haal de partij weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.queries import cost_items
from docgen.domain.types import CompleteDossier

CODE = "OVK-10"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    rows = [*dossier["rollen"], *cost_items(dossier), *dossier["financiering"]]
    active = {row.get(field) for row in rows for field in ("partij", "via")}
    for i, party in enumerate(dossier["partijen"] if agreement(dossier) and rows else ()):
        if party["id"] not in active:
            message = f"{party['naam']} tekent, maar heeft geen rol, kosten of geld in dit dossier"
            hint = "voeg een rol of bron toe, of haal de partij weg"
            yield Finding(("partijen", i), message, about=party["id"] or "", hint=hint)
