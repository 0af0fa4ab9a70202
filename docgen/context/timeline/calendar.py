"""What a successor or a new board meets: what has to be checked, what comes, what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from docgen.context.timeline.days import day_rows, thing
from docgen.context.timeline.moment import DONE
from docgen.context.timeline.moments import Seen, seen_from
from docgen.domain import proven
from docgen.domain.memo import memoized
from docgen.domain.names import party_names
from docgen.domain.organs import is_council, is_same_organ
from docgen.domain.queries import council_party, reference_date, section
from docgen.domain.types import CompleteDossier, TableRow

DECIDING = ("besluit", "uiterste dag")
ASKING = (*DECIDING, "geld stopt", "wissel", "mijlpaal")  # what a board wants to know of
MOST_DAYS = 3  # for a board
FEWEST = 2  # of what is over; more when councils decided more


@memoized
def calendar(dossier: CompleteDossier) -> TableRow:
    """What lies before and after the day of the handover (`overdracht`), and the reference date (`peildatum`)."""
    today = reference_date(dossier)
    handed: date | None = section(dossier, "overdracht").get("datum")
    return {"overdracht": _view(dossier, handed or today), "peildatum": _view(dossier, today)}


def _view(dossier: CompleteDossier, day: date | None) -> TableRow:
    """`eerder`: what has to be checked; `komend` what is not done yet; `besluit`, `uiterste_dag` and `moment` the first of
    these; `genomen` the decisions that were taken, in order of date. For a board `keuzes`, `nagaan`, `genomen_kort` and `wissels`, and how many
    days and decisions it is not told (`keuzes_later`, `nagaan_meer`, `genomen_meer`). Handovers are not
    among them: it is one itself, or that of someone else."""
    before, after = seen_from(dossier, day)
    to_check = _to_check(day_rows(before))
    coming = [one for one in after if one.moment.state != DONE and one.moment.kind != "overdracht"]
    dated = [one for one in coming if one.moment.day]
    return {
        "dag": day,
        "eerder": day_rows(before),
        "komend": day_rows(coming),
        "besluit": _first(one for one in dated if one.moment.kind == "besluit"),
        "uiterste_dag": _first(one for one in dated if one.moment.kind == "uiterste dag"),
        "moment": _first(one for one in dated if one.moment.kind not in DECIDING),
        **_choices(dossier, day_rows(one for one in dated if one.moment.kind in ASKING), len(to_check["nagaan"])),
        **to_check,
        **_decided(proven.taken_decisions(dossier)),
        "wissels": day_rows(one for one in dated if one.moment.kind == "wissel"),
    }


def _to_check(days: list[TableRow]) -> TableRow:
    """The days of decisions, with the last of the others when those are few; and how many days are left."""
    shown = _at_least(days, lambda row: any(one["soort"] == "besluit" for one in row["dingen"]))
    return {"nagaan": shown, "nagaan_meer": len(days) - len(shown)}


def _decided(taken: list[TableRow]) -> TableRow:
    """The decisions that were taken; those of councils, with the last of the others when those are few; how many are left."""
    shown = _at_least(taken, lambda row: is_council(row["orgaan"]))
    return {"genomen": taken, "genomen_kort": shown, "genomen_meer": len(taken) - len(shown)}


def _at_least(rows: list[TableRow], is_needed: Callable[[TableRow], bool]) -> list[TableRow]:
    needed = [i for i, row in enumerate(rows) if is_needed(row)]
    others = [i for i in range(len(rows)) if i not in needed]
    few = max(FEWEST - len(needed), 0)
    return [rows[i] for i in sorted([*needed, *others[len(others) - few :]])]


def _first(found: Iterator[Seen]) -> TableRow | None:
    one = next(found, None)
    return thing(one) | {"datum": one.moment.day} if one else None


def _choices(dossier: CompleteDossier, days: list[TableRow], checked: int) -> TableRow:
    """The days on which its own council decides; then, up to so many, the first on which another does, and on which
    something else happens; and how many days are left. One less when there is more to check: it has to stay on two pages."""
    own = _days_of_own_council(dossier)

    def weight(row: TableRow) -> int:
        if row["datum"] in own:
            return 0
        return 1 if any(one["soort"] in DECIDING for one in row["dingen"]) else 2

    most = max(MOST_DAYS - (checked > FEWEST), sum(row["datum"] in own for row in days))
    shown = sorted(days, key=weight)[:most]
    return {"keuzes": sorted(shown, key=lambda row: row["datum"]), "keuzes_later": len(days) - len(shown)}


def _days_of_own_council(dossier: CompleteDossier) -> set[date | None]:
    """On which days the council of the municipality that the dossier is of decides."""
    name = party_names(dossier).get(council_party(dossier) or "") or ""
    council = f"gemeenteraad van {name}" if name else "gemeenteraad"
    decided = {row["datum"] for row in dossier["besluitvorming"] if is_same_organ(row["orgaan"], council)}
    return decided | {section(dossier, "raadsvoorstel").get("raadsvergadering")}
