"""
Het besluit valt op een andere dag dan het voorstel zegt.

Het raadsvoorstel noemt de dag waarop de raad besluit, en die waarop het college dat deed. Een bron uit een beslispunt die op een besluit van
de raad op een andere dag wacht, of een gepland besluit van raad of college dat niet op die dag staat, spreekt het voorstel tegen. Eén rij op
de dag is genoeg; besluiten die al genomen zijn tellen niet. Wacht een bron op dezelfde dag als zo'n gepland besluit, dan staat het er één keer. Deze regel kijkt niet meer als de raad heeft besloten (RVS-18), en niet naar
een bron die al een andere status heeft dan het voorstel vraagt (RVS-08). Bron: Gemeentewet (budgetrecht); Loket Gezond Leven,
Continuïteit van alcoholbeleid (formele besluiten).

Herstel: maak de dagen gelijk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import outcome
from docgen.domain.council_proposal import names_beyond_asking
from docgen.domain.organs import COLLEGE, COUNCIL, is_own_organ
from docgen.domain.queries import CERTAIN, asked_names, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "RVS-07"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"

FIELDS = {COUNCIL: "raadsvergadering", COLLEGE: "collegebesluit"}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for organ, field in FIELDS.items() if not outcome(dossier) else ():
        if day := section(dossier, "raadsvoorstel").get(field):
            planned = _planned_elsewhere(dossier, organ, day)
            yield from _of_decisions(planned, organ, field, day)
            yield from _of_money(dossier, {day, *planned}, day) if organ == COUNCIL else ()


def _of_decisions(planned: list[date], organ: str, field: str, day: date) -> Iterator[Finding]:
    who = "de raad" if organ == COUNCIL else "het college"
    for first in planned[:1]:
        other = f"{who} besluit volgens besluitvorming op {long_date(first)}"
        message = f"{other}, maar volgens dit voorstel op {long_date(day)}"
        yield Finding(("raadsvoorstel", field), message, about=field, hint=f"controleer {field} en besluitvorming")


def _planned_elsewhere(dossier: CompleteDossier, organ: str, day: date) -> list[date]:
    """The days of planned decisions of the organ, in order, while it has no decision on the day of the proposal."""
    rows = [row for row in dossier["besluitvorming"] if row["datum"] and is_own_organ(row["orgaan"], organ)]
    planned = sorted(row["datum"] for row in rows if row["status"] == "gepland")
    return planned if all(row["datum"] != day for row in rows) else []


def _of_money(dossier: CompleteDossier, told: set[date], meeting: date) -> Iterator[Finding]:
    """Money that is asked of the council and is decided on another day than one that was told."""
    asked = asked_names(dossier) - names_beyond_asking(dossier) - {None}
    for i, bron in enumerate(dossier["financiering"]):
        decision = bron["besluit"] or {}
        day, is_of_council = decision.get("datum"), is_own_organ(decision.get("orgaan"), COUNCIL)
        if bron["id"] in asked and day and day not in told and is_of_council:
            message = f"{_waits(bron)} {long_date(day)}, maar dit voorstel is voor {long_date(meeting)}"
            path = ("financiering", i, "besluit", "datum")
            yield Finding(path, message, about=bron["id"], hint=f"schrijf datum: {meeting}")


def _waits(bron: TableRow) -> str:
    is_certain = bron["status"] in CERTAIN
    return f"over {bron['bron']} is besloten op" if is_certain else f"{bron['bron']} wacht op een besluit van"
