"""
Het dossier zegt iets anders dan de raad besloot.

De raad nam het voorstel aan, wijzigde het, nam het niet aan of hield het aan (`raadsvoorstel.uitslag`). Wat elders in het dossier over dat
besluit staat, hoort hetzelfde te zeggen: de rij van de raad bij `besluitvorming`, de status van het geld waar de beslispunten over gaan, en
de status van het dossier. Anders spreken het raadsbesluit, de overdracht en het voortgangsbericht elkaar tegen. Deze regel kijkt naar
de dag van het besluit en van de raadsvergadering, en naar geld waarover de raad besluit. Bron: Gemeentewet (budgetrecht); Loket Gezond Leven, Continuïteit van
alcoholbeleid (formele besluiten).

Herstel: geef de rij of de bron de status die bij het besluit past, of verbeter de uitslag.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import (
    ADOPTED,
    AMENDED,
    DROPPED,
    REJECTED,
    decided_points,
    decision_day,
    is_adopted,
    outcome,
)
from docgen.domain.organs import is_council
from docgen.domain.queries import CERTAIN, HELD, UNCERTAIN, council_party, names_of_money, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "RVS-18"
LEVEL = "fout"
ANCHOR = "Draagvlak"

DID = {
    ADOPTED: "nam het voorstel aan",
    AMENDED: "nam het voorstel gewijzigd aan",
    REJECTED: "nam het voorstel niet aan",
    HELD: "hield het voorstel aan",
}
STATUS = {ADOPTED: "genomen", AMENDED: "genomen", REJECTED: "afgewezen", HELD: "uitgesteld"}
FINAL = "vastgesteld"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    found = outcome(dossier)
    if not found or not found["uitkomst"]:
        return
    both = decision_day(dossier), section(dossier, "raadsvoorstel").get("raadsvergadering")
    days = {day for day in both if day}
    yield from _of_decisions(dossier, found["uitkomst"], days)
    asked: defaultdict[str, list[TableRow]] = defaultdict(list)
    for point in decided_points(dossier):
        for name in names_of_money(point):
            asked[name].append(point)
    council = council_party(dossier)
    for i, source in enumerate(dossier["financiering"]):
        decision = source["besluit"] or {}
        is_of_council = is_council(decision.get("orgaan")) if decision else source["partij"] == council
        if is_of_council and source["id"] in asked and decision.get("datum") in {None, *days}:
            yield from _of_source(dossier, i, source, found["uitkomst"], asked[source["id"]])
    yield from _of_status(dossier, found["uitkomst"])


def _of_decisions(dossier: CompleteDossier, result: str, days: set[date]) -> Iterator[Finding]:
    wanted = STATUS[result]
    for i, row in enumerate(dossier["besluitvorming"]):
        if is_council(row["orgaan"]) and row["datum"] in days and row["status"] != wanted:
            message = f"de raad {DID[result]}, maar ‘{row['besluit']}’ heeft {_status(row)}"
            yield Finding(("besluitvorming", i, "status"), message, about=row["id"], hint=f"schrijf status: {wanted}")


def _of_source(
    dossier: CompleteDossier, i: int, source: TableRow, result: str, asked: list[TableRow]
) -> Iterator[Finding]:
    """Money about which the council decided, in these decision points."""
    where, status = ("financiering", i, "status"), source["status"]
    is_given = is_adopted(dossier) and any(point["wijziging"] != DROPPED for point in asked)
    told = DID[result] if is_given or not is_adopted(dossier) else f"liet beslispunt {asked[0]['nr']} vervallen"
    if is_given and status not in CERTAIN:
        hint = "schrijf status: toegezegd"
    elif not is_given and result != HELD and status in (*CERTAIN, *UNCERTAIN):
        hint = "schrijf status: afgewezen, of geef het besluit de dag waarop de raad er opnieuw over besluit"
    elif result == HELD and status in CERTAIN:
        hint = "schrijf status: gevraagd"
    else:
        yield from _of_day(dossier, i, source)
        return
    yield Finding(where, f"de raad {told}, maar {source['bron']} heeft status {status}", about=source["id"], hint=hint)


def _of_day(dossier: CompleteDossier, i: int, source: TableRow) -> Iterator[Finding]:
    """Money that was decided has the day on which the council did."""
    day, decided = (source["besluit"] or {}).get("datum"), decision_day(dossier)
    if is_adopted(dossier) and day and decided and day != decided:
        message = (
            f"de raad besloot op {long_date(decided)}, maar het besluit over {source['bron']} heeft {long_date(day)}"
        )
        yield Finding(
            ("financiering", i, "besluit", "datum"), message, about=source["id"], hint=f"schrijf datum: {decided}"
        )


def _of_status(dossier: CompleteDossier, result: str) -> Iterator[Finding]:
    status = section(dossier, "dossier").get("status")
    where = ("dossier", "status")
    if result != HELD and status in (None, "concept"):
        message = f"de raad {DID[result]}, maar het dossier is nog een concept"
        yield Finding(where, message, hint="schrijf status: ter besluitvorming, of vastgesteld als alles is besloten")
    elif not is_adopted(dossier) and status == FINAL:
        message = f"de raad {DID[result]}, maar het dossier is vastgesteld"
        yield Finding(where, message, hint="schrijf status: ter besluitvorming")


def _status(row: TableRow) -> str:
    return f"status {row['status']}" if row["status"] else "geen status"
