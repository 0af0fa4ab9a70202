"""
Het is tijd voor contact met een groep.

Draagvlak moet u onderhouden. Het laatste contact is meer dan 12 maanden voor de peildatum geweest, of een groep is
kritisch en er staat geen actie bij. Het aantal maanden staat in `dossier.instellingen.contact_max_maanden`. Zonder
peildatum of zonder datum van het laatste contact let deze regel alleen op kritische groepen. Bron: Wijzer in de Wijk,
Borging (draagvlak is een doorlopend proces).

Herstel: maak een afspraak, en vul daarna `laatste_contact` in. Schrijf bij een kritische groep in `actie` wat u doet.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import is_longer_than, reference_date, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "DRG-02"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today, months = reference_date(dossier), setting(dossier, "contact_max_maanden")
    for i, groep in enumerate(dossier["draagvlak"]):
        last, reasons = groep["laatste_contact"], {}
        if today and last and is_longer_than(months, last, today):
            reasons["laatste_contact"] = f"het laatste contact was op {long_date(last)}"
        if groep["houding"] == "kritisch" and not groep["actie"]:
            reasons["houding"] = "de groep is kritisch en staat zonder actie"
        if reasons:
            message = f"neem contact op met {groep['groep']}: {' en '.join(reasons.values())}"
            hint = "maak een afspraak en vul actie en laatste_contact in"
            yield Finding(("draagvlak", i, next(iter(reasons))), message, about=groep["groep"], hint=hint)
