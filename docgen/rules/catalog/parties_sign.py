"""
Een partij heeft nog niet getekend, of tekent niet op het niveau dat beslist.

Uren en geld van een organisatie zijn pas zeker als iemand tekent die daarover gaat: management, directie, bestuur of
college. Zolang het dossier niet is vastgesteld, is een lege datum van tekenen alleen een herinnering. Deze regel geldt
als er een onderdeel `overeenkomst` is. Bron: Werkblad 4, blok organisaties (overeenkomst op het niveau van MT of
directie); Loket Gezond Leven, Continuïteit van alcoholbeleid (het niveau dat beslist).

Herstel: vul bij de partij `niveau` in en, na het tekenen, `getekend_op`. Tekent iemand op een ander niveau en is dat
bewust zo, leg het dan vast als afwijking.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import has_section
from docgen.domain.types import CompleteDossier

CODE = "OVK-01"
LEVEL = "fout"
ANCHOR = "Draagvlak"

DECIDING = ("management", "directie", "bestuur", "college")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, partij in enumerate(dossier["partijen"] if has_section(dossier, "overeenkomst") else ()):
        name, who, level = partij["naam"], partij["ondertekenaar"] or "de ondertekenaar", partij["niveau"]
        if level is None:
            message = f"{name}: er staat niet op welk niveau {who} tekent"
            hint = "voeg toe: niveau: management, directie, bestuur of college"
            yield Finding(("partijen", i, "niveau"), message, "open", about=partij["id"], hint=hint)
        elif level not in DECIDING:
            message = f"{name}: {who} tekent op het niveau {level} en dat beslist niet over uren en geld"
            hint = "laat management, directie, bestuur of college tekenen"
            yield Finding(("partijen", i, "niveau"), message, "niveau", about=partij["id"], hint=hint)
        if partij["getekend_op"] is None:
            message = f"{name} heeft nog niet getekend"
            hint = "laat tekenen en vul de dag in bij getekend_op"
            yield Finding(("partijen", i, "getekend_op"), message, "getekend", about=partij["id"], hint=hint)
