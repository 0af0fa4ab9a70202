"""
Een tekst die midden in een zin komt, begint met een hoofdletter.

Sommige velden komen in een zin die docgen maakt: ‘De stuurgroep vergadert …’. Een hoofdletter leest daar als een fout. Namen van partijen,
wijken en organen, afkortingen en wetten houden hun hoofdletter. Hoe een veld in de zin komt, staat bij docgen fields en in uw editor. Bron:
schrijfwijzer voor begrijpelijke overheidsteksten.

Herstel: begin met een kleine letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings, in_one_line
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
    yield from in_one_line(dossier, fields)
