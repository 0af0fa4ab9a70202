"""
Wat een opvolger moet weten, is niet vastgelegd.

Kennis in hoofden gaat mee met wie vertrekt. Leg ten minste drie dingen vast: wie u waarvoor bereikt (contacten), hoe u
communiceert (kennis van de soort strategie), en hoe u plant en deelnemers bereikt (twee keer kennis van de soort
werkwijze). Bron: Loket Gezond Leven, Borg uw project (leg kennis vast voor anderen).

Herstel: voeg onder `contacten` functies met een functioneel adres toe, en onder `kennis` per onderwerp de `soort`, de
`vindplaats` en de `rol` die het bijhoudt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "KEN-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

# subject: list it stands in, how many are needed, what it is
NEEDED = {
    "contacten": ("contacten", 1, "wie waarvoor te bereiken is"),
    "strategie": ("kennis", 1, "hoe u communiceert (kennis van de soort strategie)"),
    "werkwijze": ("kennis", 2, "hoe u activiteiten plant en deelnemers bereikt (kennis van de soort werkwijze)"),
}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if not dossier["contacten"] and not dossier["kennis"]:
        message = "er is nog niets vastgelegd voor een opvolger: geen contacten en geen kennis"
        yield Finding(("kennis",), message, "leeg", hint="voeg toe: contacten en kennis")
        return
    written = Counter(row["soort"] for row in dossier["kennis"])
    written["contacten"] = len(dossier["contacten"])
    for subject, (where, least, what) in NEEDED.items():
        if written[subject] < least:
            state = (
                f"er staat er {written[subject]}, nodig zijn er {least}" if written[subject] else "er staat nog niets"
            )
            yield Finding((where,), f"leg vast {what}; {state}", about=subject, hint=f"vul ‘{where}’ aan")
