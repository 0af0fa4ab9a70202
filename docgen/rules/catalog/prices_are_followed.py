"""
Een partij betaalt jaren aan een andere, maar er staat niets over indexering.

Lonen en prijzen stijgen. Zonder afspraak wordt een bijdrage elk jaar minder waard, of komt er elk jaar opnieuw een gesprek over. Deze
regel geldt als in twee of meer jaren van de overeenkomst geld van een partij naar een andere gaat. Bron: Werkblad 4, blok geld
(structurele middelen); overeenkomsten van gemeenten. Een model, geen juridisch advies.

Herstel: vul onder `overeenkomst` de regel `indexering` in, bijvoorbeeld: elk jaar met het percentage dat de gemeente ook voor haar
subsidies gebruikt. Blijven de bedragen gelijk, schrijf dat dan ook.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.agreement.transfers import transfers
from docgen.domain.types import CompleteDossier

CODE = "OVK-16"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own = agreement(dossier)
    if own and not own.get("indexering") and len({step.year for step in transfers(dossier)}) > 1:
        message = "er gaat jaren achter elkaar geld tussen partijen, maar er staat niets over indexering"
        hint = "voeg toe onder overeenkomst: indexering: elk jaar met het percentage dat de gemeente ook voor haar subsidies gebruikt"
        yield Finding(("overeenkomst", "indexering"), message, hint=hint)
