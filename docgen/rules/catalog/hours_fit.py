"""
Een rol heeft minder uren dan de taken vragen.

Wie meer werk krijgt dan uren, laat werk liggen, en vaak is dat het werk voor de lange termijn. Toezeggingen over tijd
moeten daarom optellen. Bron: Loket Gezond Leven, Borg uw project (afspraken over tijd); Loket Gezond Leven,
Continuïteit van alcoholbeleid (het niveau waar tijd en geld worden geregeld).

Herstel: vraag meer uren aan bij de leidinggevende en pas `uren` bij de rol aan, of haal bij de taken uren van deze rol
weg. Een rol die voor de peildatum is gestopt, telt niet mee. Staat bij de rol helemaal geen `uren`, dan zegt UUR-02 daar iets over.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import has_ended
from docgen.domain.queries import hours_per_role
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import hours

CODE = "UUR-01"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    asked = hours_per_role(dossier)
    for i, rol in enumerate(dossier["rollen"]):
        need, have = asked.get(rol["id"], 0), rol["uren"]
        if have is not None and need > have and not has_ended(dossier, rol):
            yield Finding(
                ("rollen", i, "uren"),
                f"{rol['naam']}: {hours(need)} nodig voor de taken, {hours(have)} beschikbaar; er is {hours(need - have)} te weinig",
                about=rol["id"],
                hint=f"zet uren op {need} of geef taken aan een andere rol",
                remedy=((("rollen", i, "uren"), need),),
            )
