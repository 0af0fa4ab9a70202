"""
Partijen delen gegevens over personen, maar spreken geen geheimhouding af.

Wie gegevens van bewoners van een ander krijgt, moet weten dat die niet verder gaan. Vraagt iemand een overheid om die informatie, dan
beslist zij volgens de Wet open overheid; de bepaling in de overeenkomst zegt dat. Deze regel geldt als `privacy.herleidbare_gegevens`
is ingevuld. Bron: Algemene verordening gegevensbescherming (AVG); Wet open overheid (Woo). Een model, geen juridisch advies.

Herstel: vul onder `overeenkomst` het onderdeel `geheimhouding` in, of schrijf bij `herleidbare_gegevens` dat partijen ze niet delen: geen.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement, shares_personal_data
from docgen.domain.types import CompleteDossier

CODE = "OVK-11"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if shares_personal_data(dossier) and not agreement(dossier).get("geheimhouding"):
        message = "partijen delen gegevens over personen, maar er staat niets over geheimhouding"
        hint = "voeg toe onder overeenkomst: geheimhouding: {informatie: [de gegevens van bewoners]}"
        yield Finding(("overeenkomst", "geheimhouding"), message, hint=hint)
