"""
Een tekst die midden in een zin komt, mist een lidwoord.

‘Bevoegd op grond van procuratieregeling’ is geen Nederlands; ‘bevoegd op grond van de procuratieregeling’ wel. Deze regel kijkt alleen in
velden waar een zelfstandig naamwoord hoort, en niet in lijsten. Een naam of een getal heeft geen lidwoord nodig. Bron: schrijfwijzer voor
begrijpelijke overheidsteksten; eigen ervaring met overeenkomsten.

Herstel: zet de, het of een voor de tekst.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
