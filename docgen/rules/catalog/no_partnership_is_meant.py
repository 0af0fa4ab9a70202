"""
Partijen hebben samen geld, maar er staat niet dat zij geen maatschap vormen.

Wie samen kosten draagt of geld van anderen doorgeeft, kan ongewild samen aansprakelijk lijken. Deze regel geldt als in de jaren van de
overeenkomst twee of meer partijen een post zonder partij betalen, of als een partij geld van anderen aan een partij doorbetaalt. Bron:
Burgerlijk Wetboek, boek 7A (maatschap). Een model, geen juridisch advies.

Herstel: zet onder `overeenkomst` de regel `geen_maatschap: true`, of `geen_maatschap: false` als u daar bewust niet voor kiest.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.agreement.transfers import has_shared_purse
from docgen.domain.types import CompleteDossier

CODE = "OVK-14"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own = agreement(dossier)
    if own and own.get("geen_maatschap") is None and has_shared_purse(dossier):
        message = "partijen betalen samen kosten of geven geld door, maar er staat niet dat zij geen maatschap vormen"
        yield Finding(
            ("overeenkomst", "geen_maatschap"), message, hint="voeg toe onder overeenkomst: geen_maatschap: true"
        )
