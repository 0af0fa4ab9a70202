"""
Een jaar van een doel ligt voor het begin of na het einde van dat doel.

Een doel begint bij de nulmeting en stopt op de dag van `uiterlijk`. Een tussenstand of een meting die daarbuiten ligt, en een einddatum van voor
de aanpak zelf, komt in een document als een doel dat niet kan. Hetzelfde jaar mag. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid
(meetbare doelen met een termijn).

Herstel: verbeter het jaar of de dag.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "DOE-06"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

HINT = "verbeter het jaar"
Path = tuple[Any, ...]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    since = section(dossier, "interventie").get("sinds")
    for i, doel in enumerate(dossier["doelen"]):
        for path, told, hint in _faults(doel, since) if doel["id"] else ():
            yield Finding(("doelen", i, *path), f"doel {doel['id']}: {told}", about=doel["id"], hint=hint)


def _faults(doel: TableRow, since: date | None) -> Iterator[tuple[Path, str, str]]:
    """The place of every date that is out of order, what is said of it, and what to do."""
    start, last = (doel["nulmeting"] or {}).get("jaar"), doel["uiterlijk"]
    if last and since and last < since:
        yield (
            ("uiterlijk",),
            f"{long_date(last)} ligt voor de eerste dag van de aanpak ({long_date(since)})",
            "verbeter de dag",
        )
    if start and last and start > last.year:
        yield ("nulmeting", "jaar"), f"{start} ligt na uiterlijk ({long_date(last)})", HINT
        return
    for year in sorted(doel["tussen"] or {}):
        if start and year < start:
            yield ("tussen", year), f"{year} ligt voor de nulmeting ({start})", HINT
        if last and year > last.year:
            yield ("tussen", year), f"{year} ligt na uiterlijk ({long_date(last)})", HINT
    for j, row in enumerate(doel["metingen"] or ()):
        if start and row["datum"] and row["datum"].year < start:
            yield ("metingen", j, "datum"), f"{long_date(row['datum'])} ligt voor de nulmeting ({start})", HINT
