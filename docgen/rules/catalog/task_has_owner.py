"""
Een taak heeft geen eigenaar.

Een taak zonder eigenaar blijft liggen zodra het druk wordt: ieder denkt dat een ander het doet. Spreek daarom binnen
en buiten het gemeentehuis af wie waarvoor zorgt. Bron: Loket Gezond Leven, Borg uw project; Werkblad 4, de vraag naar
de eigenaar.

Herstel: vul bij de taak `eigenaar` in, met het kenmerk van een rol onder `rollen`. Is het nog niet afgesproken? Begin
met de rol die er de meeste uren in steekt en leg dat voor aan de partijen.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import hours

CODE = "ROL-01"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    roles = by_id(dossier["rollen"])
    for i, taak in enumerate(dossier["taken"]):
        if taak["eigenaar"] not in roles:
            spent = sum((taak["uren"] or {}).values())
            size = f"; er gaat {hours(spent)} per jaar in om" if spent else ""
            yield Finding(
                ("taken", i, "eigenaar"),
                f"taak ‘{taak['naam']}’ heeft geen eigenaar{size}",
                about=taak["id"],
                hint="voeg toe: eigenaar: met het kenmerk van een rol",
            )
