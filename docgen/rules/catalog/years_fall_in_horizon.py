"""
Een bedrag staat bij een jaar na de horizon.

Meestal is dat een tikfout: 2092 in plaats van 2029. Elke tabel krijgt er dan tientallen lege jaren bij, en het bedrag
ontbreekt in het jaar waarvoor het bedoeld was. Jaren voor de horizon mogen: die laten zien waar u vandaan komt. Zonder
horizon zwijgt deze regel. Bron: eigen ervaring met dossiers.

Herstel: verbeter het jaar, of zet `dossier.horizon.einde` later als de afspraken werkelijk zo lang lopen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.suggest import did_you_mean
from docgen.domain.queries import horizon_years, money_rows
from docgen.domain.types import CompleteDossier, TableRow

CODE = "HOR-02"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"
NEAR = 5  # years after the horizon that may be meant: a later one is a slip of the keys


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    within = horizon_years(dossier)
    beyond: dict[int, list[tuple[tuple[Any, ...], TableRow]]] = {}
    for path, row in money_rows(dossier) if within else ():
        for year in row["bedragen"] or ():
            if year >= within.stop:
                beyond.setdefault(year, []).append((path, row))
    for year, found in sorted(beyond.items()):
        path, row = found[0]
        also = f"; zo zijn er {len(found)} posten en bronnen" if len(found) > 1 else ""
        free = [other for other in within if other not in row["bedragen"]]
        yield Finding(
            (*path, "bedragen", year),
            f"{year} ligt na de horizon ({within[0]} tot en met {within[-1]}){also}",
            about=row["id"] or "" if len(found) == 1 else "",
            year=year,
            hint=(year >= within.stop + NEAR and did_you_mean(year, free))
            or f"zet het einde van de horizon op 31 december {year}{', of haal dit jaar weg' if len(row['bedragen']) > 1 else ''}",
        )
