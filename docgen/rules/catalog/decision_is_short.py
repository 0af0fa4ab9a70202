"""
Een beslispunt bevat uitleg of is lang.

Een beslispunt zegt wat de raad besluit; waarom, staat bij de argumenten. Uitleg in het besluit zelf wordt mee vastgesteld, en een lang
punt leest niemand nog als één besluit. De regel meldt een punt met omdat, want of doordat, of met meer dan 45 woorden. Zij kijkt niet
meer als de raad heeft besloten. Bron: beoordelingskaart voor raadsleden; schrijfwijzers voor raadsvoorstellen.

Herstel: zet de uitleg bij een argument met het nummer van het punt, en houd in het punt wat, wie, hoeveel en wanneer.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.sentences.decision_points import EXPLAINS, open_points
from docgen.domain.types import CompleteDossier

CODE = "RVS-13"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"

MOST_WORDS = 45


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for place, punt, text in open_points(dossier):
        words = len(text.split())
        if words > MOST_WORDS or EXPLAINS.search(text):
            message = (
                f"beslispunt {punt['nr']} bevat uitleg of is lang ({words} woorden); zet de uitleg bij de argumenten"
            )
            hint = f'schrijf de uitleg bij een argument, bijvoorbeeld met nr: "{punt["nr"]}.1"'
            yield Finding(place, message, about=str(punt["nr"]), hint=hint)
