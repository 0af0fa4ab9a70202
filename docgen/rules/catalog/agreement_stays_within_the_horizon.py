"""
De overeenkomst loopt langer dan de afspraken over geld.

Kosten en dekking staan er voor de jaren van de horizon. Loopt de overeenkomst langer, dan beloven partijen iets waarvoor geen geld is
afgesproken. Begint zij eerder, dan is dat meestal een tikfout. Een overeenkomst die korter is dan de horizon mag. Deze regel zwijgt over een
dag die al niet bij de titel past (OVK-06), en zonder horizon. Bron: Werkblad 4, blok financiën (geld voor de hele periode); eigen ervaring met dossiers.

Herstel: zet `dossier.horizon` gelijk aan de overeenkomst en vul de bedragen aan, of verbeter `ingang` en `einde`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.term import Term, days_unlike_title, term
from docgen.domain.queries import Period, horizon
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "OVK-07"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    period = horizon(dossier)
    told = days_unlike_title(dossier)
    for finding in _outside(term(dossier), period) if period else ():
        if finding.path[-1] not in told:
            yield finding


def _outside(days: Term, period: Period) -> Iterator[Finding]:
    begin, end = days
    if begin and begin > period.einde:
        message = (
            f"de overeenkomst begint op {long_date(begin)}, maar de bedragen lopen tot en met {long_date(period.einde)}"
        )
        yield Finding(("overeenkomst", "ingang"), message, hint="zet horizon.einde later, of ingang eerder")
        return
    if begin and begin < period.begin:
        message = f"de overeenkomst begint op {long_date(begin)}, maar de bedragen pas op {long_date(period.begin)}"
        yield Finding(("overeenkomst", "ingang"), message, "vroeg", hint="zet horizon.begin eerder, of ingang later")
    if end and end > period.einde:
        message = (
            f"de overeenkomst loopt tot en met {long_date(end)}, maar de bedragen tot en met {long_date(period.einde)}"
        )
        yield Finding(("overeenkomst", "einde"), message, hint="zet horizon.einde later, of einde eerder")
