"""
De overeenkomst mist een onderdeel.

Een afspraak die niet kan veranderen, breekt bij de eerste tegenslag; een afspraak zonder einde of opzegging geeft ruzie.
Nodig zijn: ingang, einde, opzegging, stappen bij een geschil, en wie de afspraken mag wijzigen. Deze regel geldt als er
een onderdeel `overeenkomst` is. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (ruimte om afspraken aan te
passen); Werkblad 4, blok organisaties (formeel vastgelegd).

Herstel: vul onder `overeenkomst` in wat mist; wie mag wijzigen staat in `flexibiliteit.wijziging_door`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "OVK-03"
LEVEL = "fout"
ANCHOR = "Draagvlak"

PARTS = {
    ("overeenkomst", "ingang"): "een eerste dag",
    ("overeenkomst", "einde"): "een laatste dag",
    ("overeenkomst", "opzegging"): "een regeling voor opzegging",
    ("overeenkomst", "geschillen"): "stappen bij een geschil",
    ("flexibiliteit", "wijziging_door"): "wie de afspraken mag wijzigen, en hoe",
}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for (part, field), name in PARTS.items() if section(dossier, "overeenkomst") else ():
        if not section(dossier, part).get(field):
            hint = f"voeg onder {part} toe: {field}: met {name}"
            yield Finding((part, field), f"in de overeenkomst ontbreekt: {name}", about=field, hint=hint)
