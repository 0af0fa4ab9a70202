"""
De kern van de aanpak is geen hele zin.

De kern staat als eigen zin in de overeenkomst en in het raadsvoorstel. ‘Vaste wijkaanpak waarin een team ophaalt wat nodig is’ heeft geen
werkwoord in de hoofdzin. Deze regel meldt een tekst met ‘waarin’ voordat er een werkwoord staat. Bron: schrijfwijzer voor begrijpelijke
overheidsteksten.

Herstel: schrijf wie wat doet voor wie.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.findings import findings
from docgen.domain.types import CompleteDossier
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

CODE = "ZIN-10"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier, fields: FramedFields = NO_FRAMES) -> Iterator[Finding]:
    yield from findings(dossier, fields, CODE)
