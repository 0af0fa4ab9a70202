"""
Een afwijking past op geen enkele melding.

Het probleem is opgelost, of de afwijking noemt een ander onderdeel, jaar of bedrag dan de melding. Een afwijking geldt
alleen voor wat zij noemt: wie jaren noemt, accepteert geen melding zonder jaar; wie een hoogste bedrag noemt, geen melding
zonder bedrag. Bron: pas toe of leg uit, toegepast op onze eigen regels.

Herstel: haal de afwijking weg als zij niet meer nodig is. Komt de melding wel voor, maak dan `geldt_voor` gelijk aan wat
de melding noemt.
"""

from __future__ import annotations

from docgen.diagnostics.finding import Finding
from docgen.domain.types import TableRow
from docgen.text.dutch import enumeration, euro

CODE = "AFW-02"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def finding(index: int, afwijking: TableRow) -> Finding:
    """What to say about a waiver that accepts nothing."""
    bounds = afwijking["geldt_voor"] or {}
    parts = [bounds.get("object"), enumeration(bounds.get("jaren") or ())]
    parts += [f"tot {euro(bounds['maximaal'])}"] if bounds.get("maximaal") is not None else []
    about = ", ".join(part for part in parts if part)
    message = f"de afwijking voor {afwijking['regel']}{f' ({about})' if about else ''} past op geen enkele melding"
    hint = "haal de afwijking weg of controleer geldt_voor"
    return Finding(("afwijkingen", index, "regel"), message, about=afwijking["regel"], hint=hint)
