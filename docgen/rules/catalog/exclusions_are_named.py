"""
Er staat niet wat buiten de samenwerking valt.

Partijen verwachten anders verschillende dingen van elkaar, en dat blijkt pas als het misgaat. Spreek daarom ook af wat
er niet bij hoort, en wie dat wel doet. In een overeenkomst die partijen tekenen mag dit niet ontbreken. Bron: Loket
Gezond Leven, Borg uw project (bespreek ook wat erbuiten valt).

Herstel: voeg `uitsluitingen` toe met per punt een `tekst` en `wie_wel`. Denk aan individuele zorg, jeugdhulp, spoed,
andere wijken en het delen van persoonsgegevens.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "UIT-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if not dossier["uitsluitingen"]:
        message = "er staat niet wat buiten de samenwerking valt"
        yield Finding(("uitsluitingen",), message, hint="voeg toe: uitsluitingen: met per punt tekst en wie_wel")
