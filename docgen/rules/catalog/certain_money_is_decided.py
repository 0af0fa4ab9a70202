"""
Geld heet zeker, maar het besluit moet nog vallen.

Toegezegd, beschikt en ontvangen betekenen dat iemand heeft besloten. Ligt de dag van het besluit na de peildatum, dan is het geld gevraagd;
wie het zeker noemt, rekent zich rijk. Een besluit op de peildatum telt als genomen. Zonder datum of peildatum zwijgt deze regel. Bron: Loket
Gezond Leven, Borg uw project (zekere financiering); motie over raadsvoorstellen in Amersfoort (elk besluit is een beslispunt).

Herstel: zet `status` op gevraagd tot het besluit er is, of verbeter de dag van het besluit.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import is_certain_too_soon
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "FIN-11"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, bron in enumerate(dossier["financiering"]):
        if is_certain_too_soon(dossier, bron):
            day = long_date(bron["besluit"]["datum"])
            message = f"{bron['bron'] or 'deze bron'} heet {bron['status']}, maar het besluit valt pas op {day}"
            path = ("financiering", i, "status")
            hint = "schrijf status: gevraagd, of verbeter de dag van het besluit"
            yield Finding(path, message, about=bron["id"] or "", hint=hint)
