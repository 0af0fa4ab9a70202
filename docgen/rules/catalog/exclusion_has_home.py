"""
Bij een uitsluiting staat niet wie het wel doet.

Zeggen dat iets er niet bij hoort helpt pas als een bewoner of collega weet waar hij dan wel terechtkan. Bron: Loket
Gezond Leven, Borg uw project (bespreek ook wat erbuiten valt).

Herstel: vul bij de uitsluiting `wie_wel` in met een organisatie of functie. Doet niemand het, schrijf dan: geen.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import without_full_stop

CODE = "UIT-02"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, uitsluiting in enumerate(dossier["uitsluitingen"]):
        if not uitsluiting["wie_wel"]:
            message = f"wie doet dit wel: {without_full_stop(uitsluiting['tekst'] or 'dit punt')}?"
            hint = "voeg toe: wie_wel: een organisatie of functie, of: geen"
            yield Finding(("uitsluitingen", i, "wie_wel"), message, about=uitsluiting["id"] or "", hint=hint)
