"""
Een tekst noemt een bijlage met een getypt nummer.

Docgen maakt de bijlagen en nummert ze. Valt er een weg of komt er een bij, dan klopt een getypt nummer niet meer. Noemt u de bijlage bij
haar titel, dan zet docgen het nummer erbij. Bron: eigen ervaring met overeenkomsten en raadsstukken.

Herstel: schrijf bijlage met de titel, bijvoorbeeld: bijlage Geld.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-08"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
