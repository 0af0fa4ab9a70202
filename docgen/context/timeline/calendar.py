"""What a successor or a new board meets: what has to be checked, what comes, what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.context.timeline.days import day_rows, thing
from docgen.context.timeline.moment import DONE
from docgen.context.timeline.moments import Seen, seen_from
from docgen.domain import proven
from docgen.domain.memo import memoized
from docgen.domain.names import party_names
from docgen.domain.organs import is_same_organ
from docgen.domain.queries import council_party, reference_date, section
from docgen.domain.types import CompleteDossier, TableRow

DECIDING = ("besluit", "uiterste dag")
ASKING = (*DECIDING, "geld stopt", "wissel", "mijlpaal")  # what a board wants to know of
MOST_DAYS = 3  # for a board


@memoized
def calendar(dossier: CompleteDossier) -> TableRow:
    """What lies before and after the day of the handover (`overdracht`), and the reference date (`peildatum`)."""
    today = reference_date(dossier)
    handed: date | None = section(dossier, "overdracht").get("datum")
    return {"overdracht": _view(dossier, handed or today), "peildatum": _view(dossier, today)}


def _view(dossier: CompleteDossier, day: date | None) -> TableRow:
    """`eerder`: what has to be checked; `komend` what is not done yet; `besluit`, `uiterste_dag` and `moment` the first of
    these; `keuzes` and `wissels` for a board, `keuzes_later` how many days more; `genomen` the decisions that were taken, in order of date. Handovers are not
    among them: it is one itself, or that of someone else."""
    before, after = seen_from(dossier, day)
    coming = [one for one in after if one.moment.state != DONE and one.moment.kind != "overdracht"]
    dated = [one for one in coming if one.moment.day]
    return {
        "dag": day,
        "eerder": day_rows(before),
        "komend": day_rows(coming),
        "besluit": _first(one for one in dated if one.moment.kind == "besluit"),
        "uiterste_dag": _first(one for one in dated if one.moment.kind == "uiterste dag"),
        "moment": _first(one for one in dated if one.moment.kind not in DECIDING),
        **_choices(dossier, day_rows(one for one in dated if one.moment.kind in ASKING)),
        "wissels": day_rows(one for one in dated if one.moment.kind == "wissel"),
        "genomen": proven.taken_decisions(dossier),
    }


def _first(found: Iterator[Seen]) -> TableRow | None:
    one = next(found, None)
    return thing(one) | {"datum": one.moment.day} if one else None


def _choices(dossier: CompleteDossier, days: list[TableRow]) -> TableRow:
    """The days on which its own council decides; then, up to so many, the first on which another does, and on which
    something else happens; and how many days are left."""
    own = _days_of_own_council(dossier)

    def weight(row: TableRow) -> int:
        if row["datum"] in own:
            return 0
        return 1 if any(one["soort"] in DECIDING for one in row["dingen"]) else 2

    most = max(MOST_DAYS, sum(row["datum"] in own for row in days))
    shown = sorted(days, key=weight)[:most]
    return {"keuzes": sorted(shown, key=lambda row: row["datum"]), "keuzes_later": len(days) - len(shown)}


def _days_of_own_council(dossier: CompleteDossier) -> set[date | None]:
    """On which days the council of the municipality that the dossier is of decides."""
    name = party_names(dossier).get(council_party(dossier) or "") or ""
    council = f"gemeenteraad van {name}" if name else "gemeenteraad"
    decided = {row["datum"] for row in dossier["besluitvorming"] if is_same_organ(row["orgaan"], council)}
    return decided | {section(dossier, "raadsvoorstel").get("raadsvergadering")}
