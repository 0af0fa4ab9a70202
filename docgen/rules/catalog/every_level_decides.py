"""
Op een van de vier niveaus is geen besluit met een datum.

Een aanpak blijft als op elk niveau is besloten: waar het werk gebeurt (uitvoering), waar tijd en geld worden verdeeld
(tijd_en_geld), waar steun wordt geregeld (ondersteuning) en waar het bestuur beslist (besluit). Bron: Loket Gezond
Leven, Continuïteit van alcoholbeleid (vier niveaus); Routekaart Borging en Inbedding (betrokkenheid op alle niveaus).

Herstel: voeg onder `besluitvorming` een regel toe met het `niveau`, het `orgaan`, het `besluit` en een `datum`. Een
gepland besluit met een datum telt mee; een besluit dat is afgewezen of uitgesteld niet.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import DECISION_LEVELS
from docgen.domain.types import CompleteDossier

CODE = "BSL-01"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


NO_DECISION = ("afgewezen", "uitgesteld")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    rows = dossier["besluitvorming"]
    if not rows:
        message = "er staan nog geen besluiten, op geen van de vier niveaus"
        yield Finding(("besluitvorming",), message, "leeg", hint="voeg toe: besluitvorming: met per niveau een besluit")
        return
    dated = [(row["datum"], i) for i, row in enumerate(rows) if row["datum"]]
    decided = {rows[i]["niveau"] for _, i in dated if rows[i]["status"] not in NO_DECISION}
    last = {rows[i]["niveau"]: i for _, i in sorted(dated)}
    for level, name in DECISION_LEVELS.items():
        if level in decided:
            continue
        if level in last:
            message = f"op het niveau {name.lower()} is het besluit {rows[last[level]]['status']}; dat is geen besluit"
            path, hint = ("besluitvorming", last[level], "status"), f"voeg een besluit toe met niveau: {level}"
            yield Finding(path, message, about=level, hint=hint)
        else:
            message = f"op het niveau {name.lower()} staat geen besluit met een datum"
            hint = f"voeg een besluit toe met niveau: {level} en een datum"
            yield Finding(("besluitvorming",), message, about=level, hint=hint)
