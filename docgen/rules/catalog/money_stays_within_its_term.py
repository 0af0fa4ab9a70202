"""
Een bron heeft een bedrag in een jaar waarin zij niet geldt.

Een bron die eind 2028 stopt, kan in 2029 niets betalen. Staat er toch een bedrag, dan telt het mee in de dekking en lijkt
een tekort gedekt. Deze regel vergelijkt de jaren van `bedragen` met `begin` en `einde` van de bron. Een bron zonder deze
dagen geldt altijd. Bron: Werkblad 4, blok financiën (zijn er genoeg middelen?); Gemeentewet, artikel 189.

Herstel: haal het bedrag weg, of verbeter `begin` of `einde`. Neemt een andere bron het over, noem die dan bij `vervolg`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, long_date

CODE = "FIN-10"
LEVEL = "fout"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, row in enumerate(dossier["financiering"]):
        for term, wrong in _outside(row):
            yield Finding(
                ("financiering", i, "bedragen", wrong[0]),
                f"{row['bron']} {term}, maar heeft een bedrag in {enumeration(map(str, wrong))}",
                about=row["id"] or "",
                year=wrong[0],
                hint=f"{'haal het bedrag weg, of ' if len(wrong) < len(row['bedragen']) else ''}verbeter begin of einde van deze bron",
                remedy=tuple((("financiering", i, "bedragen", year), Decimal(0)) for year in wrong),
            )


def _outside(row: TableRow) -> Iterator[tuple[str, list[int]]]:
    """What a source says of its term, with the years before or after it that have an amount."""
    paid = sorted(year for year, amount in (row["bedragen"] or {}).items() if amount)
    begin, end = row["begin"], row["einde"]
    if begin and (early := [year for year in paid if year < begin.year]):
        yield f"begint op {long_date(begin)}", early
    if end and (late := [year for year in paid if year > end.year]):
        yield f"stopt op {long_date(end)}", late
