"""
Een rol heeft een taak, maar geen uren.

Een taak zonder uren is een goed voornemen. Wie alleen stuurt, zoals een wethouder of opdrachtgever, hoeft geen uren te
hebben, net als een rol die voor de peildatum is gestopt. Bron: Loket Gezond Leven, Borg uw project (afspraken over tijd); Routekaart Borging en Inbedding (ruimte in de
agenda).

Herstel: vul bij de rol `uren` per jaar in. Stuurt deze rol alleen, zet dan `sturend: true`. Hoort de taak bij een ander,
verander dan `eigenaar`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import has_ended
from docgen.domain.queries import hours_per_role
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import hours

CODE = "UUR-02"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    owned, asked = Counter(taak["eigenaar"] for taak in dossier["taken"]), hours_per_role(dossier)
    for i, rol in enumerate(dossier["rollen"]):
        tasks, need = owned[rol["id"]], asked.get(rol["id"], 0)
        unknown = rol["uren"] is None and not rol["vrijwillig"]
        has_no_need = rol["sturend"] or rol["uren"] or has_ended(dossier, rol)
        if has_no_need or not (tasks or (need and unknown)):
            continue
        kind = "open" if rol["uren"] is None else ""
        work = f"is eigenaar van {tasks} {'taak' if tasks == 1 else 'taken'}" if tasks else f"doet {hours(need)} werk"
        state = "er staan nog geen uren bij de rol" if kind else f"de rol heeft {hours(0)}"
        yield Finding(
            ("rollen", i, "uren"),
            f"{rol['naam']} {work}, maar {state}",
            kind,
            about=rol["id"],
            hint="vul uren in, of zet sturend: true als deze rol alleen stuurt",
        )
