"""
Een besluit staat nog als gepland, maar die dag is voorbij.

Een gepland besluit is een belofte voor later. Is de dag voorbij, dan is het besluit genomen, uitgesteld of afgewezen; zolang er gepland
staat, weet niemand dat. De regel vergelijkt de datum met de peildatum; de dag zelf mag. Zonder peildatum zwijgt zij. Wat de raad over het
eigen voorstel besloot (`raadsvoorstel.uitslag`), bewaakt RVS-18. Bron: eigen ervaring met dossiers; Loket Gezond Leven, Continuïteit van
alcoholbeleid (formele besluiten).

Herstel: zet `status` op genomen, uitgesteld of afgewezen, of geef het besluit een nieuwe datum.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import outcome
from docgen.domain.organs import is_council, organ_in_sentence
from docgen.domain.queries import reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "BSL-02"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today = reference_date(dossier)
    meeting = section(dossier, "raadsvoorstel").get("raadsvergadering") if outcome(dossier) else None
    for i, row in enumerate(dossier["besluitvorming"]):
        day = row["datum"]
        is_told = day == meeting and is_council(row["orgaan"])
        if today and day and day < today and row["status"] == "gepland" and not is_told:
            message = f"{_decision(row)} stond gepland op {long_date(day)}; dat is voorbij"
            hint = "schrijf status: genomen, of een nieuwe datum"
            yield Finding(("besluitvorming", i, "status"), message, about=row["id"] or "", hint=hint)


def _decision(row: TableRow) -> str:
    organ = row["in_zin"] or organ_in_sentence(row["orgaan"] or "")
    return f"het besluit van {organ}" if organ else "dit besluit"
