"""
Bij een doel staat niet wie waarmee meet, of vanaf welk getal.

Meten gaat pas door als bekend is wat het begingetal is (nulmeting), waar het getal vandaan komt (bron) en wie het
ophaalt (rol). Bron: Loket Gezond Leven, Borg uw project (duidelijk is hoe u volgt en evalueert).

Herstel: vul bij het doel `nulmeting` met `waarde` en `jaar` in, en `bron` en `rol`. Is er nog geen nulmeting, plan die
dan als mijlpaal.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration, without_full_stop

CODE = "DOE-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


NEEDED = {"nulmeting": "een nulmeting", "bron": "een bron", "rol": "iemand die meet"}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    roles = by_id(dossier["rollen"])
    for i, doel in enumerate(dossier["doelen"]):
        absent = [field for field in NEEDED if not doel[field] or (field == "rol" and doel[field] not in roles)]
        if absent:
            message = (
                f"doel ‘{without_full_stop(doel['tekst'] or '')}’ mist {enumeration(NEEDED[field] for field in absent)}"
            )
            hint = "schrijf op wie meet, waarmee en vanaf welk getal"
            yield Finding(("doelen", i), message, about=doel["id"], hint=hint)
