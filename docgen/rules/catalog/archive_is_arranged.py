"""
Een vastgesteld dossier mist gegevens voor het archief.

Van een vastgesteld stuk moet bekend zijn of het blijft of later wordt vernietigd, en na hoeveel jaar. Dat hangt af van
het resultaat van het proces in de selectielijst, niet van het soort document; docgen raadt er daarom niet naar. Bron:
Selectielijst gemeenten 2020; Archiefwet.

Herstel: vul onder `archief` `waardering` en `bewaartermijn` in. De informatiebeheerder van de gemeente weet ze.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "ARC-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

NEEDED = ("waardering", "bewaartermijn")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    absent = [field for field in NEEDED if not section(dossier, "archief").get(field)]
    if absent:
        message = f"voor het archief ontbreekt: {enumeration(absent)}"
        yield Finding(("archief",), message, hint="vraag het aan de informatiebeheerder")
