"""
Er is geen afspraak over evalueren of bijsturen.

Meten zonder afspraak over wat u met de uitkomst doet, verandert niets. Spreek af wat er gebeurt als een doel niet wordt
gehaald, en in welk jaar van de horizon u evalueert. Zonder horizon let deze regel alleen op het bijsturen. Bron: Loket
Gezond Leven, Continuïteit van alcoholbeleid (volg en stuur bij); wijkengids, hoofdstuk 6.9 (evalueer tussentijds).

Herstel: schrijf in `monitoring.bijsturen` wie wat doet, en binnen welke tijd. Voeg onder `monitoring.evaluaties` een
jaar toe.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import horizon_years, in_years, section
from docgen.domain.types import CompleteDossier

CODE = "MON-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    within, monitoring = horizon_years(dossier), section(dossier, "monitoring")
    evaluations, adjusting = monitoring.get("evaluaties") or [], monitoring.get("bijsturen")
    if not evaluations and not adjusting and not monitoring.get("reviews"):
        message = "er is nog geen afspraak over evalueren en bijsturen"
        yield Finding(("monitoring",), message, "leeg", hint="voeg toe: monitoring: met bijsturen en evaluaties")
        return
    if not adjusting:
        message = "er staat niet wat er gebeurt als een doel niet wordt gehaald"
        yield Finding(("monitoring", "bijsturen"), message, about="bijsturen", hint="voeg toe: bijsturen: wie doet wat")
    if within and not any(row["jaar"] in within for row in evaluations):
        message = f"{in_years(within)} is er geen evaluatie"
        hint = "voeg onder evaluaties een jaar toe"
        yield Finding(("monitoring", "evaluaties"), message, about="evaluaties", hint=hint)
