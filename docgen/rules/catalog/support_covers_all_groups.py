"""
Een groep ontbreekt in het draagvlak.

Steun is nodig van bewoners (wijk), van wie het werk doet (uitvoering), van wie tijd en geld verdeelt (tijd_en_geld) en
van het bestuur. Elke groep heeft een eigen belang; ontbreekt er een, dan hapert de aanpak daar. Bron: Loket Gezond
Leven, Borg uw project (draagvlak op elke laag); Wijzer in de Wijk, Borging (ook bewoners doen mee).

Herstel: voeg onder `draagvlak` een regel toe met `groep`, `niveau`, `belang` en `actie`. Zit een groep nog niet aan
tafel, vraag dan onder welke voorwaarde wel.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "DRG-01"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"

GROUPS = {
    "wijk": "bewoners van de wijk",
    "uitvoering": "mensen die het werk doen",
    "tijd_en_geld": "leidinggevenden die over tijd en geld gaan",
    "bestuur": "het bestuur",
}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if not dossier["draagvlak"]:
        message = "er staat nog niet welke groepen achter de aanpak moeten staan"
        yield Finding(("draagvlak",), message, "leeg", hint="voeg toe: draagvlak: met groep, niveau, belang en actie")
        return
    named = {groep["niveau"] for groep in dossier["draagvlak"]}
    for level, who in GROUPS.items():
        if level not in named:
            message = f"in het draagvlak ontbreekt een groep: {who}"
            yield Finding(("draagvlak",), message, about=level, hint=f"voeg een groep toe met niveau: {level}")
