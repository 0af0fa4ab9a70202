"""
In een punt van een lijst staat een puntkomma.

Docgen zet zelf een puntkomma tussen de punten van een lijst. Staat er ook een in een punt, dan is niet te zien waar het punt ophoudt. Bij
een uitsluiting hoort wat achter de puntkomma staat in het veld toelichting. Bron: aanwijzingen voor de regelgeving over opsommingen; eigen
ervaring met overeenkomsten.

Herstel: maak er twee punten van, of schrijf een komma.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-07"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
