"""
Er is geen trekker, er is er meer dan één, of de trekker heeft geen vervanger.

Borging gaat niet vanzelf: iemand moet eraan trekken en erop letten dat afspraken worden nagekomen. Die trekker heeft
ook een vervanger nodig, anders valt de aanpak stil bij de eerste ziekte of nieuwe baan. Twee trekkers wachten op elkaar; de
documenten noemen alleen de eerste. Wie op de peildatum niet meedoet, telt niet. Bron: Loket Gezond Leven,
Continuïteit van alcoholbeleid (een trekker die aanjaagt en bewaakt); Wijzer in de Wijk, Borging (de kartrekker).

Herstel: zet bij één rol `trekker: true` en vul bij die rol `vervanger` in met een andere rol.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import is_active
from docgen.domain.queries import by_id, reference_date
from docgen.domain.types import CompleteDossier

CODE = "ROL-04"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    roles = by_id(dossier["rollen"])
    today = reference_date(dossier)
    leaders = [(i, rol) for i, rol in enumerate(dossier["rollen"]) if rol["trekker"] and is_active(rol, today)]
    if not leaders:
        message = (
            f"geen van de {len(roles)} rollen is trekker" if len(roles) > 1 else "de aanpak heeft nog geen trekker"
        )
        place = ("rollen", 0, "trekker") if len(dossier["rollen"]) == 1 else ("rollen",)
        yield Finding(place, message, hint="zet bij één rol trekker: true")
    for i, rol in leaders[1:]:
        message = f"{rol['naam']} is ook trekker; de documenten noemen alleen {leaders[0][1]['naam']}"
        hint = "houd trekker: true bij één rol"
        yield Finding(("rollen", i, "trekker"), message, kind="meer", about=rol["id"] or "", hint=hint)
    for i, rol in leaders:
        if rol["vervanger"] not in roles or rol["vervanger"] == rol["id"]:
            yield Finding(
                ("rollen", i, "vervanger"),
                f"trekker {rol['naam']} heeft geen vervanger",
                kind="vervanger",
                about=rol["id"],
                hint="voeg toe: vervanger: met het kenmerk van een andere rol",
            )
