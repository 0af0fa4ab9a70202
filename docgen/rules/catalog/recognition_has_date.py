"""
Erkenning van de aanpak is van belang, maar heeft geen datum.

Een landelijke erkenning vraagt voorbereiding: een handleiding, een procesevaluatie, een eigenaar die vragen beantwoordt.
Zonder datum komt het er niet van. Bron: Werkblad 4, blok randvoorwaarden; Loket Gezond Leven, het erkenningstraject.

Herstel: vul onder `interventie.erkenning` `uiterlijk` in, met de `actie` en de `rol`. Is erkenning nu niet belangrijk, zet
dan `van_belang: later` of `nee`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "ERK-01"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    recognition = section(dossier, "interventie").get("erkenning") or {}
    if recognition.get("van_belang") == "ja" and not recognition.get("uiterlijk"):
        message = "erkenning is van belang, maar er staat geen uiterste datum"
        hint = "voeg toe: uiterlijk: met een datum"
        yield Finding(("interventie", "erkenning", "uiterlijk"), message, hint=hint)
