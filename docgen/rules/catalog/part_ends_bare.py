"""
Een tekst die midden in een zin komt, eindigt op een leesteken.

De zin gaat achter uw tekst verder of krijgt van docgen een punt. Een komma, puntkomma, dubbele punt, vraagteken of uitroepteken staat daar
verkeerd. Een punt aan het eind mag: docgen haalt die weg. Bron: schrijfwijzer voor begrijpelijke overheidsteksten.

Herstel: haal het leesteken aan het eind weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-02"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
