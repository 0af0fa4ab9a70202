"""
De titel van de overeenkomst noemt andere jaren dan de overeenkomst zelf.

De titel staat op de voorkant en in elk stuk dat naar de overeenkomst verwijst. Noemt hij 2028–2031 terwijl de overeenkomst tot en met 2032
loopt, dan weet een ondertekenaar niet waarvoor hij tekent. Deze regel leest twee jaren met een streepje, t/m of tot en met ertussen; één
jaar zegt niets. Zonder `ingang` of `einde` wordt dat jaar niet vergeleken. Bron: overeenkomsten van gemeenten. Een model, geen juridisch
advies.

Herstel: zet de jaren van de overeenkomst in de titel, of verbeter `ingang` en `einde`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.term import Term, days_unlike_title, term, titled_years
from docgen.domain.types import CompleteDossier

CODE = "OVK-06"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    titled, days = titled_years(dossier), term(dossier)
    if titled and days_unlike_title(dossier):
        message = f"de titel noemt {titled[0]}–{titled[1]}, maar de overeenkomst {_runs(days)}"
        yield Finding(("overeenkomst", "titel"), message, hint=_remedy(days))


def _runs(days: Term) -> str:
    if days.begin and days.einde:
        return f"loopt van {days.begin.year} tot en met {days.einde.year}"
    return f"begint in {days.begin.year}" if days.begin else f"stopt in {days.einde.year}" if days.einde else ""


def _remedy(days: Term) -> str:
    if days.begin and days.einde and days.begin.year < days.einde.year:
        return f"schrijf de titel met {days.begin.year}-{days.einde.year}, of verbeter ingang en einde"
    return "verbeter de titel, of ingang en einde"
