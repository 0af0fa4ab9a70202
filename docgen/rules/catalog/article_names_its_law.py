"""
Een wettelijk kader noemt de wet vóór het artikel.

In het besluit staat ‘gelet op’ met uw tekst erachter: ‘gelet op artikel 189 van de Gemeentewet’. ‘Gemeentewet artikel 189’ leest daar niet
goed. Bron: gangbare opbouw van raadsbesluiten; aanwijzingen voor de regelgeving.

Herstel: begin met het artikel: ‘artikel 189 van de Gemeentewet’.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-11"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
