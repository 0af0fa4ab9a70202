"""
Het besluit over verlenging valt na de overeenkomst.

Partijen beslissen over verlenging voordat de overeenkomst stopt. Een dag daarna maakt de afspraak onuitvoerbaar: er is dan
niets meer te verlengen. Deze regel geldt als de overeenkomst een einde heeft en een dag voor het besluit over verlenging.
Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (ruimte om afspraken aan te passen); Werkblad 4, blok organisaties.

Herstel: zet `overeenkomst.verlenging.uiterlijk` ruim voor `overeenkomst.einde`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "OVK-05"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    agreement = section(dossier, "overeenkomst")
    end, day = agreement.get("einde"), (agreement.get("verlenging") or {}).get("uiterlijk")
    if end and day and day > end:
        message = (
            f"partijen beslissen op {long_date(day)} over verlenging, maar de overeenkomst stopt op {long_date(end)}"
        )
        yield Finding(("overeenkomst", "verlenging", "uiterlijk"), message, hint="kies een dag voor het einde")
