"""
Over een onderdeel van de aanpak is niet besloten: doorgaan, aanpassen of stoppen.

Niet alles hoeft te blijven. Scheid het kaf van het koren: kies per onderdeel en schrijf op waarop u dat baseert. Dat
maakt ook de keuze om te stoppen uitlegbaar. Bron: wijkengids, hoofdstuk 6.9 (scheid kaf en koren).

Herstel: vul bij het onderdeel `oordeel` (doorgaan, aanpassen of stoppen) en `bewijs` in, bijvoorbeeld een aantal
deelnemers of een uitkomst van een evaluatie.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "KAF-01"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, onderdeel in enumerate(section(dossier, "interventie").get("onderdelen") or []):
        place, about = ("interventie", "onderdelen", i), onderdeel["id"] or onderdeel["naam"]
        if not onderdeel["oordeel"]:
            message = f"wat doen we met {onderdeel['naam']}: doorgaan, aanpassen of stoppen?"
            yield Finding((*place, "oordeel"), message, about=about, hint="voeg toe: oordeel en bewijs")
        elif not onderdeel["bewijs"]:
            message = f"waarop berust het oordeel ‘{onderdeel['oordeel']}’ over {onderdeel['naam']}?"
            yield Finding((*place, "bewijs"), message, about=about, hint="voeg toe: bewijs: een getal of een uitkomst")
