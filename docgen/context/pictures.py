"""The pictures of a dossier as documents show them: with what they are about, in rows of at most three, with a caption for a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.domain.memo import memoized
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import capital, without_full_stop

MOST = 3  # beside each other: with more nobody sees what is on them
SIDES = {1: ("",), 2: ("Links", "Rechts"), 3: ("Links", "Midden", "Rechts")}


@memoized
def series(dossier: CompleteDossier) -> dict[str, list[TableRow]]:
    """The series of pictures by what they show: `bewijs`, `verhalen`, `onderdelen` and `doelen`; each with what it is about
    (`bij`) and its rows: `beelden`, how many stand beside each other (`naast`) and their `bijschrift`."""
    monitoring = section(dossier, "monitoring")
    return {
        "bewijs": _series(section(dossier, "voortgang").get("bewijs"), "tekst"),
        "verhalen": _series([monitoring], "verhalen"),
        "onderdelen": _series(section(dossier, "interventie").get("onderdelen"), "naam"),
        "doelen": _series(dossier["doelen"], "tekst"),
    }


def _series(parts: list[TableRow] | None, name: str) -> list[TableRow]:
    return [
        {"bij": without_full_stop(part.get(name) or ""), "rijen": [*rows_of(part["beeld"])]}
        for part in parts or []
        if part.get("beeld")
    ]


def rows_of(pictures: list[Any]) -> Iterator[TableRow]:
    """Pictures in rows of two or three; one alone only when there is no other."""
    at = 0
    while at < len(pictures):
        left = len(pictures) - at
        count = 2 if left in (2, 4) else min(left, MOST)
        row = pictures[at : at + count]
        yield {"beelden": row, "naast": len(row), "bijschrift": caption(row)}
        at += count


def caption(row: list[Any]) -> str:
    """What stands below a row of pictures: what each of them shows, from left to right."""
    texts = [capital(without_full_stop(one["bijschrift"])) if one.get("bijschrift") else "" for one in row]
    if len(set(texts)) == 1:
        return f"{texts[0]}." if texts[0] else ""
    return " ".join(f"{side}: {text}." for side, text in zip(SIDES[len(row)], texts, strict=True) if text)
