"""
In de overeenkomst staat wij, we, ons of onze.

Een overeenkomst is van alle partijen. Wie ‘wij’ zijn, is dan niet duidelijk: alle partijen, één partij of de mensen die het werk doen.
Bron: aanwijzingen voor de regelgeving; eigen ervaring met overeenkomsten.

Herstel: schrijf partijen, of de naam van wie u bedoelt.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-09"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
