"""
Een doel verandert niets, of een tussenstand past niet bij begin en einde.

Een streefwaarde die gelijk is aan de nulmeting vraagt niets, tenzij het doel is om iets te behouden. Een tussenstand ligt tussen de nulmeting en
de streefwaarde en gaat nooit terug; anders heet een doel gehaald of achter terwijl dat niet zo is. Een doel mag ook dalen. Bron: Loket Gezond
Leven, Continuïteit van alcoholbeleid (meetbare doelen met een termijn).

Herstel: verbeter het getal, de nulmeting of de streefwaarde.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import Number
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import number

CODE = "DOE-04"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

KEEPS = re.compile(r"behoud|gelijk|stabiel|blijf|niet (lager|hoger|minder|meer)", re.IGNORECASE)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, doel in enumerate(dossier["doelen"]):
        start, target = (doel["nulmeting"] or {}).get("waarde"), doel["streefwaarde"]
        if not doel["id"] or start is None or target is None:
            continue
        if start != target:
            yield from _interim(i, doel, start, target)
        elif not KEEPS.search(f"{doel['tekst']} {doel['indicator']}"):
            message = f"doel {doel['id']}: de streefwaarde is gelijk aan de nulmeting ({number(target)})"
            hint = "verbeter nulmeting of streefwaarde"
            yield Finding(("doelen", i, "streefwaarde"), message, about=doel["id"], hint=hint)


def _interim(i: int, doel: TableRow, start: Number, target: Number) -> Iterator[Finding]:
    sign, name, before = (1 if target > start else -1), doel["id"], (None, start)
    for year, value in sorted((doel["tussen"] or {}).items()):
        path = ("doelen", i, "tussen", year)
        if not sign * start <= sign * value <= sign * target:
            message = f"doel {name}: {number(value)} in {year} ligt niet tussen {number(start)} en {number(target)}"
            yield Finding(path, message, about=name, year=year, hint=f"verbeter {number(value)} of streefwaarde")
            continue
        if sign * value < sign * before[1]:
            message = f"doel {name}: {number(value)} in {year} is een stap terug na {number(before[1])} in {before[0]}"
            hint = f"verbeter het getal van {before[0]} of van {year}"
            yield Finding(path, message, about=name, year=year, hint=hint)
        before = year, value
