"""
Er gaat geld tussen partijen, maar niet nakomen van een afspraak is niet geregeld.

Wie geld geeft of krijgt, wil weten hoe lang de ander krijgt om iets te herstellen, en wat daarna kan. Zonder afspraak geldt alleen de
wet. Deze regel geldt als er in de jaren van de overeenkomst geld van een partij naar een andere gaat. Bron: Burgerlijk Wetboek,
boek 6 (niet nakomen en ontbinding). Een model, geen juridisch advies.

Herstel: vul onder `overeenkomst` het onderdeel `tekortkoming` in, met `hersteltermijn_weken`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.agreement.transfers import transfers
from docgen.domain.types import CompleteDossier

CODE = "OVK-13"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own = agreement(dossier)
    if own and not own.get("tekortkoming") and transfers(dossier):
        message = (
            "er gaat geld tussen partijen, maar er staat niet wat er gebeurt als een partij een afspraak niet nakomt"
        )
        hint = "voeg toe onder overeenkomst: tekortkoming: {hersteltermijn_weken: 6}"
        yield Finding(("overeenkomst", "tekortkoming"), message, hint=hint)
