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

from collections.abc import Iterator, Sequence

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.signatures import signing_in_words, unsigned
from docgen.domain.proven import DECIDING
from docgen.domain.queries import has_section
from docgen.domain.types import CompleteDossier, TableRow

CODE = "OVK-01"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    parties = dossier["partijen"] if has_section(dossier, "overeenkomst") else []
    for i, partij in enumerate(parties):
        name, who, level = partij["naam"], partij["ondertekenaar"] or "de ondertekenaar", partij["niveau"]
        if level is None:
            message = f"{name}: er staat niet op welk niveau {who} tekent"
            hint = "voeg toe: niveau: management, directie, bestuur of college"
            yield Finding(("partijen", i, "niveau"), message, "open", about=partij["id"], hint=hint)
        elif level not in DECIDING:
            message = f"{name}: {who} tekent op het niveau {level} en dat beslist niet over uren en geld"
            hint = "laat management, directie, bestuur of college tekenen"
            yield Finding(("partijen", i, "niveau"), message, "niveau", about=partij["id"], hint=hint)
    yield from _unsigned(dossier, parties)


def _unsigned(dossier: CompleteDossier, parties: Sequence[TableRow]) -> Iterator[Finding]:
    """One finding for all, but for a party that a waiver names: its waiver holds for it alone."""
    hint = "laat tekenen en vul de dag in bij getekend_op"
    waived = {(row["geldt_voor"] or {}).get("object") for row in dossier["afwijkingen"] if row["regel"] == CODE}
    lacking = {party["id"] for party in unsigned(dossier, parties)}
    missing = [(i, party) for i, party in enumerate(parties) if party["id"] in lacking]
    others = [party for _, party in missing if party["id"] not in waived]
    for i, party in missing:
        if len(others) < 2 or party["id"] in waived:
            message = f"{party['naam']} heeft nog niet getekend"
            yield Finding(("partijen", i, "getekend_op"), message, "getekend", about=party["id"], hint=hint)
    if len(others) > 1:
        yield Finding(("partijen",), signing_in_words(dossier, parties), "getekend", hint=hint)
