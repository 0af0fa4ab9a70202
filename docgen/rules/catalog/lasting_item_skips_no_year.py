"""
Een structurele post of bron slaat een jaar van de horizon over.

In de tabellen staat in zo'n jaar € 0, en het totaal valt lager uit zonder dat iemand het merkt. Wat structureel is, komt
elk jaar terug; een jaar zonder bedrag is daarom bijna altijd vergeten. Een bron die volgens `begin` of `einde` in dat jaar
niet loopt, telt niet mee. Zonder horizon zwijgt deze regel. Bron: eigen ervaring met dossiers; de Gemeentewet vraagt een
raming voor het begrotingsjaar en ten minste drie jaar daarna.

Herstel: vul bij `bedragen` de genoemde jaren aan. Is er dat jaar echt geen geld, schrijf dan een 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.memo import map_rows
from docgen.domain.queries import counts, horizon_years, money_rows
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration

CODE = "FIN-09"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    within = horizon_years(dossier)
    rows = money_rows(dossier)
    for (path, row), missing in zip(
        rows, map_rows(dossier, (row for _, row in rows), missing_years, within), strict=True
    ):
        if missing:
            yield Finding(
                (*path, "bedragen"),
                f"{row.get('naam') or row.get('bron')} is structureel, maar heeft geen bedrag voor {enumeration(map(str, missing))}; "
                "in de documenten staat daar een streepje",
                about=row["id"] or "",
                hint=f"vul aan: {', '.join(f'{year}: …' for year in missing)}; schrijf 0 als er dat jaar niets is",
            )


def missing_years(row: TableRow, within: range) -> list[int]:
    """The years of the horizon for which something lasting has no amount while it runs."""
    if row["aard"] != "structureel" or not counts(row) or not row["bedragen"]:
        return []
    begin, end, given = row.get("begin"), row.get("einde"), row["bedragen"]
    absent = [year for year in within if year not in given]
    return [year for year in absent if (not begin or begin.year <= year) and (not end or year <= end.year)]
