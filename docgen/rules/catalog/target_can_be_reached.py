"""
Een doel voor de borging wil er meer dan er zijn.

Zeven partners die het opnemen in hun jaarplan, terwijl er zes partijen zijn: zo'n doel is niet te halen. Deze regel telt partners, partijen,
organisaties, rollen, taken en kerntaken, en alleen als de eenheid precies zo heet. Is er van het getelde nog niets, dan zwijgt zij, en ook over
partijen bij een lijst met partners. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (haalbare doelen).

Herstel: verlaag de `streefwaarde`, of voeg toe wat er nog bij komt.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import has_section
from docgen.domain.types import CompleteDossier
from docgen.text.characters import alike
from docgen.text.dutch import number

CODE = "DOE-07"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

PARTIES = ("partners", "partijen", "organisaties")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    counts = {unit: count for unit, count in _counts(dossier).items() if count}
    for i, doel in enumerate(dossier["doelen"]):
        target, count = doel["streefwaarde"], counts.get(alike(doel["eenheid"] or ""))
        if doel["soort"] == "borging" and doel["id"] and count and target is not None and target > count:
            message = f"doel {doel['id']} wil {number(target)} {doel['eenheid']}, maar er zijn er {count}"
            hint = f"schrijf streefwaarde: {count}"
            yield Finding(("doelen", i, "streefwaarde"), message, about=doel["id"], hint=hint)


def _counts(dossier: CompleteDossier) -> dict[str, int]:
    """How many there are of what a goal may count; of parties none when every partner of a list is one more."""
    tasks, has_list = dossier["taken"], has_section(dossier, "partner") or has_section(dossier, "kolommen")
    core = sum(1 for taak in tasks if taak["kerntaak"])
    counts = {"taken": len(tasks), "kerntaken": core, "rollen": len(dossier["rollen"])}
    return counts | dict.fromkeys(PARTIES, 0 if has_list else len(dossier["partijen"]))
