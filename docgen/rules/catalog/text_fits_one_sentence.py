"""
Een tekst is te lang voor de zin waarin hij komt te staan.

Een zin van meer dan dertig woorden leest niemand in één keer. Binnen een zin past 160 tekens zonder lege regel of opsomming; een tekst die
zelf een lid van een artikel is, mag 400 tekens lang zijn. Bron: schrijfwijzer voor begrijpelijke overheidsteksten.

Herstel: maak er hele zinnen van, of splits de tekst over twee velden.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-06"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
