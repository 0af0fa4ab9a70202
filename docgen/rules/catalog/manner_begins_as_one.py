"""
Een tekst die zegt hoe, wanneer of waar, begint daar niet mee.

‘De stuurgroep vergadert vergadering per kwartaal’ loopt niet. Wat achter het werkwoord komt, begint met een voorzetsel, een getal of een
woord als elke, jaarlijks of schriftelijk. Bron: schrijfwijzer voor begrijpelijke overheidsteksten; eigen ervaring met overeenkomsten.

Herstel: begin met bijvoorbeeld met, bij, in of elke: ‘met een schriftelijk besluit van alle partijen’.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-05"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
