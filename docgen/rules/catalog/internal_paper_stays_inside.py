"""
Bij het raadsvoorstel hoort een stuk dat intern is.

Wat bij een raadsvoorstel zit, is openbaar. Het borgingsplan, de borgingscheck en het overdrachtsdocument zijn dat niet: daarin staat hoe
groepen erover denken en wat nog niet goed gaat. De overdracht voor een nieuw bestuur is wel openbaar. De regel kijkt niet meer als de raad
heeft besloten. Bron: Wet open overheid.

Herstel: haal het stuk weg bij `raadsvoorstel.bijlagen`. Wat de raad eruit moet weten, staat in de bijlagen van het voorstel zelf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import is_before_council
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "RVS-16"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"

INTERNAL = re.compile(r"\b(borgingsplan|borgingscheck|overdrachtsdocument)\b(?!.*\bbestuur\b)", re.IGNORECASE)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    pieces = section(dossier, "raadsvoorstel").get("bijlagen") or []
    for i, piece in enumerate(pieces if is_before_council(dossier) else ()):
        if INTERNAL.search(piece):
            message = f"{piece} is een intern stuk; wat bij een raadsvoorstel zit, is openbaar"
            yield Finding(("raadsvoorstel", "bijlagen", i), message, about=piece, hint="haal het weg uit deze lijst")
