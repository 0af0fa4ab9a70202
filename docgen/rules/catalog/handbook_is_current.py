"""
Het handboek is ouder dan twee jaar.

Een handboek dat niet klopt, wordt niet gelezen. Kijk het na en geef het een nieuwe datum, ook als er weinig verandert.
De leeftijd wordt gerekend tot de peildatum; de grens van 24 maanden staat in
`dossier.instellingen.handboek_max_maanden`. Zonder peildatum of zonder datum van het handboek zwijgt deze regel. Bron:
Loket Gezond Leven, Borg uw project (leg vast voor anderen); Werkblad 4, blok interventie.

Herstel: laat de rol onder `onderhoud` het handboek nakijken en pas `versie` en `datum` aan.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import is_longer_than, reference_date, section, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "KEN-02"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    handbook = section(dossier, "interventie").get("handboek") or {}
    today, dated, months = reference_date(dossier), handbook.get("datum"), setting(dossier, "handboek_max_maanden")
    if today and dated and is_longer_than(months, dated, today):
        message = f"{handbook['titel']} is van {long_date(dated)}, meer dan {months} maanden voor {long_date(today)}"
        hint = "kijk het handboek na en pas versie en datum aan"
        yield Finding(("interventie", "handboek", "datum"), message, hint=hint)
