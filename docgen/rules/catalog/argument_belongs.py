"""
Een argument of kanttekening hoort bij geen beslispunt, of de nummers slaan over.

Word nummert de beslispunten en argumenten zelf: 2.1 is het eerste argument bij beslispunt 2. Een nummer in het
dossier dat niet klopt, zou in het raadsvoorstel een ander nummer worden. En een beslispunt zonder argument vraagt de
raad iets zonder te zeggen waarom. Omdat deze regel het papier zelf bewaakt, is er geen afwijking mogelijk. Bron:
gangbare opbouw van raadsvoorstellen; beoordelingskaart voor raadsleden.

Herstel: nummer de beslispunten vanaf 1 en de argumenten per beslispunt vanaf 1, zonder gaten en zonder dubbele nummers.
Geef elk beslispunt ten minste één argument.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow

CODE = "RVS-01"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    proposal = section(dossier, "raadsvoorstel")
    points, arguments = proposal.get("beslispunten") or [], proposal.get("argumenten") or []
    for i, punt in enumerate(points):
        if punt["nr"] not in (None, i + 1):
            message = f"beslispunt {i + 1} van boven heeft nummer {punt['nr']}"
            place = ("raadsvoorstel", "beslispunten", i, "nr")
            yield Finding(place, message, about=str(punt["nr"]), hint=f"schrijf nr: {i + 1}")
    numbers = {str(punt["nr"]) for punt in points}
    if numbers != {str(i + 1) for i in range(len(points))}:
        return  # arguments follow from the numbers of the points
    for name in ("argumenten", "kanttekeningen"):
        yield from _wrong_numbers(name, proposal.get(name) or [], numbers)
    argued = {(note["nr"] or "").partition(".")[0] for note in arguments}
    if points and not arguments:
        message = "er staan nog geen argumenten bij de beslispunten"
        yield Finding(("raadsvoorstel", "argumenten"), message, "leeg", hint="voeg toe: argumenten: met nr en kop")
    for i, punt in enumerate(points if arguments else ()):
        if punt["nr"] and str(punt["nr"]) not in argued:
            message = f"beslispunt {punt['nr']} heeft geen argument"
            hint = f'voeg een argument toe met nr: "{punt["nr"]}.1"'
            yield Finding(("raadsvoorstel", "beslispunten", i), message, "argument", str(punt["nr"]), hint=hint)


def _wrong_numbers(name: str, notes: list[TableRow], numbers: set[str]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for i, note in enumerate(notes):
        if not note["nr"]:
            continue
        point, _, order = note["nr"].partition(".")
        seen[point] += 1
        place = ("raadsvoorstel", name, i, "nr")
        if point not in numbers:
            message = f"{note['nr']} hoort bij geen beslispunt: er is geen beslispunt {point}"
            yield Finding(place, message, about=note["nr"])
        elif order != str(seen[point]):
            message = f"hier hoort nummer {point}.{seen[point]}, niet {note['nr']}; nummer zonder gaten"
            yield Finding(place, message, about=note["nr"])
