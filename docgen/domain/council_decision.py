"""What the council decided on the proposal: adopted as it was, with other decision points, not, or not yet.

The decision points of the proposal stay as the council got them; what an amendment changed stands in `raadsvoorstel.uitslag`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.domain.council_proposal import with_number
from docgen.domain.memo import memoized
from docgen.domain.queries import HELD, proposal_points, section
from docgen.domain.types import CompleteDossier, TableRow

ADOPTED, AMENDED, REJECTED = "aangenomen", "gewijzigd aangenomen", "verworpen"
SAME, CHANGED, NEW, DROPPED = "ongewijzigd", "gewijzigd", "nieuw", "vervallen"


def outcome(dossier: CompleteDossier) -> TableRow | None:
    """What the council did with the proposal, when it was dealt with."""
    found: TableRow | None = section(dossier, "raadsvoorstel").get("uitslag")
    return found or None


def is_before_council(dossier: CompleteDossier) -> bool:
    """Whether the council still has to decide on the proposal."""
    found = outcome(dossier)
    return not found or found["uitkomst"] == HELD


def is_adopted(dossier: CompleteDossier) -> bool:
    """Whether the council adopted the proposal, changed or not."""
    found = outcome(dossier)
    return bool(found and found["uitkomst"] in (ADOPTED, AMENDED))


def decision_day(dossier: CompleteDossier) -> date | None:
    """The day on which the council decided; else the day of the meeting for which the proposal was made."""
    day: date | None = (outcome(dossier) or {}).get("datum") or section(dossier, "raadsvoorstel").get(
        "raadsvergadering"
    )
    return day


@memoized
def changed_points(dossier: CompleteDossier) -> dict[int, TableRow]:
    """What amendments that were accepted say of a decision point, by its number, each with its `amendement`. The last one holds."""
    amendments = (outcome(dossier) or {}).get("amendementen") or []
    accepted = [one for one in amendments if one["uitkomst"] == ADOPTED]
    return {
        row["nr"]: row | {"amendement": one["nummer"]}
        for one in accepted
        for row in one["beslispunten"] or ()
        if row["nr"]
    }


@memoized
def decided_points(dossier: CompleteDossier) -> list[TableRow]:
    """Every decision point after the amendments, those that are dropped too, with what became of it (`wijziging`): in
    the order of the proposal, and then the new ones."""
    changes = changed_points(dossier)
    points = [_after(point, changes.get(point["nr"])) for point in proposal_points(dossier)]
    known = {point["nr"] for point in points}
    new = [row for number, row in sorted(changes.items()) if number not in known and row["tekst"]]
    return points + [row | {"wijziging": NEW} for row in new]


def _after(point: TableRow, change: TableRow | None) -> TableRow:
    if change is None:
        return point | {"wijziging": SAME, "amendement": None}
    if change["vervalt"]:
        return point | {"wijziging": DROPPED, "amendement": change["amendement"]}
    told: dict[str, Any] = {name: change[name] for name in ("tekst", "financiering", "reserves") if change[name]}
    return point | told | {"wijziging": CHANGED, "amendement": change["amendement"]}


@memoized
def points_in_force(dossier: CompleteDossier) -> list[TableRow]:
    """The decision points of the decision: those of the proposal until the council changed them."""
    return [point for point in decided_points(dossier) if point["wijziging"] != DROPPED]


@memoized
def untouched_points(dossier: CompleteDossier) -> list[tuple[int, TableRow]]:
    """The numbered decision points of the proposal that the council did not change, each with its place."""
    changed = {None, *changed_points(dossier)}
    return [
        (i, with_number(point, i)) for i, point in enumerate(proposal_points(dossier)) if point["nr"] not in changed
    ]
