"""
Een getal van een doel past niet bij de andere getallen van dat doel.

In een kolom met procenten is 0,55 bijna altijd 55 procent, en een waarde onder 0 of boven 100 bestaat niet. Bij een andere eenheid is een verschil
van een factor 100 meestal een punt of komma op de verkeerde plaats. Zo'n getal komt in elke grafiek en tabel. Een doel dat bij 0 begint, meldt
deze regel niet. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (meetbare doelen).

Herstel: schrijf het getal in dezelfde eenheid als de andere.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.goals import figures_of
from docgen.domain.queries import Number
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.characters import alike
from docgen.text.dutch import number
from docgen.text.numbers import as_written

CODE = "DOE-05"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

PERCENTAGES = ("%", "procent", "percentage")
FACTOR = 100


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, doel in enumerate(dossier["doelen"]):
        if doel["id"]:
            yield from _percentages(i, doel) if alike(doel["eenheid"] or "") in PERCENTAGES else _far_apart(i, doel)


def _percentages(i: int, doel: TableRow) -> Iterator[Finding]:
    figures = figures_of(doel)
    for path, value in figures:
        fraction_of = next((other for _, other in figures if _is_fraction(value, other)), None)
        message = f"doel {doel['id']} is in procenten: {number(value)} "
        if not 0 <= value <= FACTOR:
            yield Finding(("doelen", i, *path), f"{message}kan niet", about=doel["id"], hint="verbeter het getal")
        elif fraction_of is not None:
            told, hint = f"{message}past niet bij {number(fraction_of)}", f"schrijf {as_written(value * FACTOR)}"
            yield Finding(("doelen", i, *path), told, about=doel["id"], hint=hint)


def _is_fraction(value: Number, other: Number) -> bool:
    """Whether a value is like another only as a part of one: as a percentage it is further from it."""
    return 0 < value <= 1 and other >= 2 and 10 * value < other < 1000 * value


def _far_apart(i: int, doel: TableRow) -> Iterator[Finding]:
    start, target = (doel["nulmeting"] or {}).get("waarde"), doel["streefwaarde"]
    if start and target and start * target > 0 and max(start / target, target / start) >= FACTOR:
        yield Finding(
            ("doelen", i, "streefwaarde"),
            f"doel {doel['id']}: de nulmeting is {number(start)} en de streefwaarde {number(target)}",
            about=doel["id"],
            hint="controleer de punt en de komma",
        )
