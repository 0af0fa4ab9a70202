"""
Van toegezegd geld van de gemeente is niet bekend of het al in de begroting staat.

Alleen de raad kan geld in de begroting zetten. Is eigen geld toegezegd door het college of door iemand anders, dan kan de raad er nog over
moeten besluiten. docgen rekent het nu als al besloten. Deze regel zwijgt als `in_begroting` er staat, als een raad besloot, en over
inzet in natura. Bron: Gemeentewet (budgetrecht van de raad).

Herstel: zet bij de bron `in_begroting: true` of `in_begroting: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.organs import is_council
from docgen.domain.queries import IN_KIND, council_party
from docgen.domain.types import CompleteDossier

CODE = "GEM-09"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council = council_party(dossier)
    for i, row in enumerate(dossier["financiering"]):
        is_own = bool(council) and row["partij"] == council and row["vorm"] != IN_KIND and row["status"] == "toegezegd"
        body = (row.get("besluit") or {}).get("orgaan") or ""
        if is_own and row.get("in_begroting") is None and not is_council(body):
            yield Finding(
                ("financiering", i, "status"),
                f"van {row['bron']} is niet bekend of het al in de begroting staat; nu telt het als al besloten",
                about=row["id"],
                hint="zet in_begroting: true, of in_begroting: false",
            )
