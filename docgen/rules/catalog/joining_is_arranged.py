"""
De aanpak wordt misschien groter, maar er staat niet hoe een nieuwe partij kan meedoen.

Opschalen vraagt vaak om nieuwe partijen. Spreek vooraf af wie daarmee instemt en wat van hen wordt gevraagd. Deze regel geldt als
`interventie.opschaling.gewenst` ja of later is. Bron: Werkblad 4, blok opschaling. Een model, geen juridisch advies.

Herstel: vul onder `overeenkomst` het onderdeel `toetreding` in, met `instemming: alle_partijen` of `instemming: stuurgroep`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "OVK-17"
LEVEL = "advies"
ANCHOR = "Draagvlak"


WANTED = ("ja", "later")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own, scaling = agreement(dossier), section(dossier, "interventie").get("opschaling") or {}
    if own and not own.get("toetreding") and scaling.get("gewenst") in WANTED:
        message = "de aanpak wordt misschien groter, maar er staat niet hoe een nieuwe partij kan meedoen"
        hint = "voeg toe onder overeenkomst: toetreding: {instemming: alle_partijen}"
        yield Finding(("overeenkomst", "toetreding"), message, hint=hint)
