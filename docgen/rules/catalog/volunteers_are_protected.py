"""
Vrijwilligers hebben geen vergoeding en geen grens aan hun uren.

Vrijwilligers haken af als er steeds meer bij komt en niemand hun kosten vergoedt. Spreek daarom ten minste één van de
twee af: een vergoeding, of een aantal uren per jaar. Bron: Wijzer in de Wijk, Borging (bewoners in het netwerk); Alles
over Sport, Borging (blijvende inzet van mensen).

Herstel: vul bij de rol `vergoeding` in (euro per vrijwilliger per jaar), of `uren` (de uren per jaar waarop u rekent).
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "VRW-01"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, rol in enumerate(dossier["rollen"]):
        if rol["vrijwillig"] and not rol["uren"] and not rol.get("vergoeding"):
            message = f"{rol['naam']} (vrijwillig) heeft geen vergoeding en geen grens aan de uren"
            yield Finding(("rollen", i), message, about=rol["id"], hint="voeg toe: vergoeding of uren")
