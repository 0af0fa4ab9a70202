"""
De aanpak staat in een plan dat nog moet worden vastgesteld.

Wat in een plan staat, geldt pas als het plan is vastgesteld. Staat er `status: opgenomen` bij een plan met een dag na de peildatum, dan is
de aanpak nog niet geborgd, ook al lijkt dat zo. De dag zelf mag. Zonder peildatum zwijgt deze regel. Bron: Werkblad 4, blok organisaties (in
jaarplannen, beleidsplannen en begrotingen).

Herstel: zet `status` op gepland tot het plan is vastgesteld, of verbeter `vastgesteld`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import reference_date
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "VER-02"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today = reference_date(dossier)
    for i, row in enumerate(dossier["verankering"]):
        day = row["vastgesteld"]
        if today and day and day > today and row["status"] == "opgenomen":
            name = row["document"] or "dit plan"
            message = f"{name} wordt pas op {long_date(day)} vastgesteld; de aanpak kan er nog niet in staan"
            about = row["partij"] or ""
            yield Finding(("verankering", i, "vastgesteld"), message, about=about, hint="schrijf status: gepland")
