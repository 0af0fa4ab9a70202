"""
Het raadsvoorstel noemt geen kanttekeningen of geen alternatieven.

De raad kan pas kiezen als er iets te kiezen is, en mag weten wat er tegen het voorstel pleit. Ontbrekende alternatieven
waren het grootste gebrek in een onderzoek naar raadsvoorstellen. Deze regel geldt als er een onderdeel `raadsvoorstel`
is. Bron: onderzoek van Necker van Naem bij zeven gemeenten; gangbare opbouw van raadsvoorstellen.

Herstel: voeg onder `raadsvoorstel` `kanttekeningen` toe (met de maatregel die het risico kleiner maakt) en
`alternatieven`. Niets doen is ook een alternatief.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "RVS-03"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"

NEEDED = ("kanttekeningen", "alternatieven")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    proposal = section(dossier, "raadsvoorstel")
    for name in NEEDED if proposal else ():
        if not proposal.get(name):
            message = f"het raadsvoorstel noemt geen {name}"
            yield Finding(("raadsvoorstel", name), message, about=name, hint=f"voeg toe: {name}:")
