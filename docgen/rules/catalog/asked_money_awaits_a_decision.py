"""
Over geld is besloten, maar de status zegt dat nog niet.

Geld dat gevraagd is of nog een idee, wacht op een besluit. Is de dag van dat besluit voorbij, dan is het geld toegezegd of afgewezen. Deze
regel zwijgt bij geld dat onzeker heet, en als dat orgaan zijn besluit uitstelde (een rij onder `besluitvorming` met status uitgesteld). Wat
de raad over het eigen voorstel besloot (`raadsvoorstel.uitslag`), bewaakt RVS-18. Zonder datum of peildatum zwijgt de regel. Bron: Loket
Gezond Leven, Borg uw project (zekere financiering); eigen ervaring met dossiers.

Herstel: zet `status` op toegezegd of afgewezen, of geef het besluit een nieuwe datum.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import outcome
from docgen.domain.organs import is_same_organ
from docgen.domain.proven import has_happened
from docgen.domain.queries import IDEA, asked_names
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "FIN-12"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

WAITING = ("gevraagd", IDEA)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    told = asked_names(dossier) if outcome(dossier) else ()
    postponed = [row for row in dossier["besluitvorming"] if row["status"] == "uitgesteld"]
    for i, bron in enumerate(dossier["financiering"]):
        decision = bron["besluit"] or {}
        is_over = bron["status"] in WAITING and has_happened(dossier, decision.get("datum"))
        if is_over and bron["id"] not in told and not _is_postponed(decision, postponed):
            day, name = long_date(decision["datum"]), bron["bron"] or "deze bron"
            message = f"over {name} is op {day} besloten, maar de status is nog {bron['status']}"
            hint = "schrijf status: toegezegd of afgewezen, of een nieuwe datum"
            yield Finding(("financiering", i, "status"), message, about=bron["id"] or "", hint=hint)


def _is_postponed(decision: TableRow, rows: list[TableRow]) -> bool:
    """Whether the organ put off a decision on that day or later."""
    day, organ = decision["datum"], decision.get("orgaan")
    return any(is_same_organ(row["orgaan"], organ) and (not row["datum"] or row["datum"] >= day) for row in rows)
