"""
De meerwaarde van de aanpak is niet benoemd of niet in baten uitgedrukt.

Wie geld geeft, wil weten wat het oplevert vergeleken met nu. Een zin over de meerwaarde is het begin; een bedrag of een
aantal maakt het gesprek over geld makkelijker. Bron: Werkblad 4, blok financiën (kosten en baten zichtbaar).

Herstel: schrijf `interventie.meerwaarde` en voeg onder `interventie.baten` ten minste één regel toe met een `bedrag` of
een `aantal`. Een voorzichtige schatting met bron is beter dan niets.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier

CODE = "FIN-08"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    approach = section(dossier, "interventie")
    benefits = approach.get("baten") or []
    if not approach.get("meerwaarde"):
        message = "er staat niet wat de meerwaarde van de aanpak is"
        hint = "voeg toe: meerwaarde: wat de aanpak toevoegt aan wat er al is"
        yield Finding(("interventie", "meerwaarde"), message, "" if benefits else "leeg", hint=hint)
    elif all(baat["bedrag"] is None and baat["aantal"] is None for baat in benefits):
        message = "de meerwaarde is nog niet uitgedrukt in een bedrag of een aantal"
        hint = "voeg toe: baten: met een bedrag of een aantal"
        yield Finding(("interventie", "meerwaarde"), message, "baten", hint=hint)
