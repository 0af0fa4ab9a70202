"""
Een argument of kanttekening hoort bij geen beslispunt, of de nummers slaan over.

Word nummert de beslispunten en argumenten zelf: 2.1 is het eerste argument bij beslispunt 2. Een nummer in het
dossier dat niet klopt, zou in het raadsvoorstel een ander nummer worden. Nummer de beslispunten vanaf 1 en de
argumenten per beslispunt vanaf 1, zonder gaten en zonder dubbele nummers.

Bron: gangbare opbouw van raadsvoorstellen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

CODE = "RVS-01"
LEVEL = "fout"


def check(dossier: Mapping[str, Any]) -> Iterator[tuple[tuple[Any, ...], str]]:
    proposal = dossier["raadsvoorstel"] or {}
    points = proposal.get("beslispunten") or []
    for i, punt in enumerate(points):
        if punt["nr"] != i + 1:
            yield (
                ("raadsvoorstel", "beslispunten", i, "nr"),
                f"beslispunt {i + 1} van boven heeft nummer {punt['nr']}; schrijf nr: {i + 1}",
            )
    numbers = {str(punt["nr"]) for punt in points} | {str(i + 1) for i in range(len(points))}  # as they should be
    for name in ("argumenten", "kanttekeningen"):
        seen: dict[str, list[int]] = {}
        for i, note in enumerate(proposal.get(name) or []):
            point, _, order = (note["nr"] or "").partition(".")
            place = ("raadsvoorstel", name, i, "nr")
            if point not in numbers:
                yield place, f"{note['nr']} hoort bij geen beslispunt: er is geen beslispunt {point}"
            elif int(order) != (expected := len(seen.setdefault(point, [])) + 1):
                yield place, f"hier verwacht ik nummer {point}.{expected}, kreeg {note['nr']}; nummer zonder gaten"
            seen.setdefault(point, []).append(i)
