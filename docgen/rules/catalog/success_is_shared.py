"""
Er is al een jaar geen succes gedeeld.

Mensen blijven meedoen als ze zien dat het werkt. Deel daarom geregeld een resultaat of verhaal: op een wijkfeest, in
een nieuwsbrief, in de raad. Deze regel zoekt een succes met `gedeeld_via` in de 12 maanden tot en met de peildatum; het
aantal maanden staat in `dossier.instellingen.succes_max_maanden`. Zonder peildatum zwijgt deze regel. Bron: Loket Gezond
Leven, Continuïteit van alcoholbeleid (maak succes zichtbaar) en Borg uw project (vier successen tussendoor);
wijkengids, hoofdstuk 6.9.

Herstel: voeg onder `successen` een regel toe met `datum`, `tekst` en `gedeeld_via`. Een klein succes telt ook.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import is_longer_than, reference_date, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "COM-01"
LEVEL = "advies"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today, months = reference_date(dossier), setting(dossier, "succes_max_maanden")
    if today is None:
        return
    shared = [
        row["datum"] for row in dossier["successen"] if row["gedeeld_via"] and row["datum"] and row["datum"] <= today
    ]
    last = max(shared, default=None)
    if last is None or is_longer_than(months, last, today):
        since = f"het laatste is van {long_date(last)}" if last else "er is er nog geen gedeeld"
        message = f"deel een succes: {since}, en de peildatum is {long_date(today)}"
        yield Finding(("successen",), message, hint="voeg een succes toe met datum, tekst en gedeeld_via")
