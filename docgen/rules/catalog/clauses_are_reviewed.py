"""
De overeenkomst is vastgesteld, maar geen jurist keek de bepalingen na.

De bepalingen die u aanzet zijn een model. Of zij passen bij uw partijen en uw geld, moet een jurist beoordelen voordat er wordt
getekend. Deze regel geldt als de status vastgesteld is en er zo'n bepaling in de overeenkomst staat. Bron: overeenkomsten van gemeenten
(een juridische toets gaat aan ondertekening vooraf). Een model, geen juridisch advies.

Herstel: laat de overeenkomst nakijken en vul bij `overeenkomst.juridische_toets` in: `gedaan_door` (een functie) en `gedaan_op`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import clauses_on, legal_review
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "OVK-19"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    done, titles = legal_review(dossier), clauses_on(dossier)
    if titles and not (done.get("gedaan_op") and done.get("gedaan_door")):
        message = f"geen jurist keek deze bepalingen van de overeenkomst na: {enumeration(titles)}"
        hint = "laat dat doen en vul gedaan_door en gedaan_op in"
        yield Finding(("overeenkomst", "juridische_toets"), message, hint=hint)
