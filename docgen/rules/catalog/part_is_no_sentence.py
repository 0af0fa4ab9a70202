"""
Een tekst die midden in een zin komt, is zelf een hele zin.

Twee zinnen in elkaar leest niemand. Deze regel ziet een zin aan een werkwoord dat buiten een bijzin staat. Zij kent niet alle werkwoorden:
dat zij zwijgt, zegt niet dat een tekst past. Bron: schrijfwijzer voor begrijpelijke overheidsteksten.

Herstel: maak er een deel van een zin van, zoals het voorbeeld in de melding.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-04"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
