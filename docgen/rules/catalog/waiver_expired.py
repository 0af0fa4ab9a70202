"""
Een afwijking is verlopen.

Een afwijking is een keuze voor een tijd, geen vergeten regel. Na de laatste dag (`geldig_tot`) telt zij niet meer en komt
de melding die zij accepteerde terug. De datum wordt vergeleken met de peildatum; zonder peildatum verloopt niets. Bron:
pas toe of leg uit, toegepast op onze eigen regels.

Herstel: is het probleem opgelost, haal de afwijking dan weg. Is het er nog, laat dan opnieuw besluiten en kies een nieuwe
einddatum met een reden die nu geldt.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import reference_date
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "AFW-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def is_expired(afwijking: TableRow, today: date | None) -> bool:
    """Whether a waiver no longer holds on a day; without a day it always does."""
    end: date | None = afwijking["geldig_tot"]
    return bool(today and end and end < today)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today = reference_date(dossier)
    for i, afwijking in enumerate(dossier["afwijkingen"]):
        if today and is_expired(afwijking, today):
            end = long_date(afwijking["geldig_tot"])
            message = (
                f"de afwijking voor {afwijking['regel']} gold tot en met {end}; de peildatum is {long_date(today)}"
            )
            hint = "haal de afwijking weg of laat opnieuw besluiten"
            yield Finding(("afwijkingen", i, "geldig_tot"), message, about=afwijking["regel"], hint=hint)
