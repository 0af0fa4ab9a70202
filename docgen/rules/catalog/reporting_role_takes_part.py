"""
Een rol meldt uren in een tijdvak waarin zij niet meedeed.

De rol was al gestopt, of nog niet begonnen. De uren zijn dan van een andere rol, of het begin of einde van deze rol klopt
niet; in beide gevallen wordt het verkeerde vergeleken. Bron: Loket Gezond Leven, Borg uw project (wisseling van personeel).

Herstel: zet de uren bij de rol die ze leverde, of verbeter `tijdvak`, of `begin` of `einde` van de rol.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.periods import ReportingPeriod, in_sentence
from docgen.domain.delivery.reported import ROLE, reports, row_of
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "REA-05"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for report in reports(dossier):
        rol = row_of(dossier, report.thing) if report.thing[0] == ROLE else None
        why = _why(rol, report.period) if rol else ""
        if rol and why:
            message = f"{rol['naam']} deed niet mee in {in_sentence(report.period)}: {why}"
            hint = "zet de uren bij een andere rol, of verbeter het tijdvak of het begin of einde van de rol"
            yield Finding(("realisatie", report.place, "rol"), message, about=rol["id"], hint=hint)


def _why(rol: TableRow, period: ReportingPeriod) -> str:
    if rol["einde"] and rol["einde"] < period.begin:
        return f"de rol liep tot en met {long_date(rol['einde'])}"
    return f"de rol begint op {long_date(rol['begin'])}" if rol["begin"] and rol["begin"] > period.end else ""
