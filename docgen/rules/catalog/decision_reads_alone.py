"""
Een beslispunt verwijst naar een ander punt en is niet los te lezen.

De raad kan een beslispunt met een amendement wijzigen of schrappen, en besluitenlijsten en de begroting nemen een punt los over.
‘Hiervoor’ of ‘deze bedragen’ zegt dan niet meer waar het over gaat. ‘De bedragen voor Wijkkracht Spoordijk’ zegt dat wel. De regel
kijkt niet meer als de raad heeft besloten. Bron: beoordelingskaart voor raadsleden (een beslispunt is zelfstandig te lezen).

Herstel: noem het onderwerp in het punt zelf. Van ‘Hiervoor € 10.000 beschikbaar te stellen’ maakt u ‘Voor de wijkaanpak € 10.000
beschikbaar te stellen in 2028’.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.decision_points import open_points, reference_in
from docgen.domain.types import CompleteDossier

CODE = "RVS-11"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for place, punt, text in open_points(dossier):
        if word := reference_in(dossier, text):
            message = f"beslispunt {punt['nr']} is niet los te lezen: ‘{word}’ verwijst naar een ander punt; noem waar het over gaat"
            yield Finding(
                place, message, about=str(punt["nr"]), hint="schrijf bijvoorbeeld: voor, met de naam van de aanpak"
            )
