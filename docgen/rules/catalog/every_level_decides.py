"""
Op een van de vier niveaus is geen besluit met een datum.

Een aanpak blijft als op elk niveau is besloten: waar het werk gebeurt (uitvoering), waar tijd en geld worden verdeeld
(tijd_en_geld), waar steun wordt geregeld (ondersteuning) en waar het bestuur beslist (besluit). Bron: Loket Gezond
Leven, Continuïteit van alcoholbeleid (vier niveaus); Routekaart Borging en Inbedding (betrokkenheid op alle niveaus).

Herstel: voeg onder `besluitvorming` een regel toe met het `niveau`, het `orgaan`, het `besluit` en een `datum`. Een
gepland besluit met een datum telt mee.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import DECISION_LEVELS
from docgen.domain.types import CompleteDossier

CODE = "BSL-01"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if not dossier["besluitvorming"]:
        message = "er staan nog geen besluiten, op geen van de vier niveaus"
        yield Finding(("besluitvorming",), message, "leeg", hint="voeg toe: besluitvorming: met per niveau een besluit")
        return
    dated = {besluit["niveau"] for besluit in dossier["besluitvorming"] if besluit["datum"]}
    for level, name in DECISION_LEVELS.items():
        if level not in dated:
            message = f"op het niveau {name.lower()} staat geen besluit met een datum"
            hint = f"voeg een besluit toe met niveau: {level} en een datum"
            yield Finding(("besluitvorming",), message, about=level, hint=hint)
