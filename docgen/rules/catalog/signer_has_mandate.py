"""
Er staat niet waarop de bevoegdheid van een ondertekenaar berust.

Een handtekening van iemand die niet mag tekenen, bindt de organisatie misschien niet. Bij de gemeente beslist het college
en tekent de burgemeester, of een ander met mandaat of volmacht. Bij andere partijen staat het in de statuten of een
volmacht. Deze regel geldt als er een onderdeel `overeenkomst` is. Bron: Loket Gezond Leven, Continuïteit van
alcoholbeleid (formele besluiten); Gemeentewet (wie de gemeente bindt en vertegenwoordigt).

Herstel: vul bij de partij `bevoegdheid` in, bijvoorbeeld: statuten, of: mandaatregister met datum en nummer. Vraag het zo
nodig aan de jurist of de secretaris.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import has_section, municipalities
from docgen.domain.types import CompleteDossier

CODE = "OVK-02"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    public = municipalities(dossier)
    for i, partij in enumerate(dossier["partijen"] if has_section(dossier, "overeenkomst") else ()):
        if not partij["bevoegdheid"]:
            who = partij["ondertekenaar"] or "de ondertekenaar"
            yield Finding(
                ("partijen", i, "bevoegdheid"),
                f"{partij['naam']}: waarop berust de bevoegdheid van {who} om te tekenen?",
                "gemeente" if partij["id"] in public else "",
                about=partij["id"],
                hint="voeg toe: bevoegdheid: zoals statuten, volmacht of mandaatregister",
            )
