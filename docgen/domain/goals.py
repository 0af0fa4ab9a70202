"""How a goal stands on the reference date: judged by what was measured, the target of its years, and its start."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.domain.memo import memoized
from docgen.domain.queries import Number, reference_date
from docgen.domain.types import CompleteDossier, TableRow

REACHED, ON_COURSE, UNDER_WAY, BEHIND, MISSED = "gehaald", "op koers", "onderweg", "achter", "niet gehaald"
OUTDATED = "meting te oud"
UNMEASURED, UNKNOWN = "niet gemeten", "niet te beoordelen"
SIGNS = {
    REACHED: "✓",
    ON_COURSE: "✓",
    UNDER_WAY: "→",
    BEHIND: "!",
    OUTDATED: "!",
    MISSED: "✗",
    UNMEASURED: "–",
    UNKNOWN: "–",
}
IN_SENTENCE = {  # "twee zijn …", where that is not the state itself
    OUTDATED: "te lang geleden gemeten",
    UNMEASURED: "nog niet gemeten",
}


@memoized
def goals(dossier: CompleteDossier) -> list[TableRow]:
    """Every goal with its last measurement (`meting`), what it should have been (`norm` at the end of `norm_jaar`), its
    `stand` and `teken`.

    Reached: the target is met. Missed: its last day is over. Else the target of the last year that is over decides between
    on course and behind, or finds the measurement too old to say; without one, a figure better than the start is under way.
    """
    day = reference_date(dossier)
    return [doel | _standing(doel, day) for doel in dossier["doelen"]]


def _standing(doel: TableRow, day: date | None) -> TableRow:
    measured = [row for row in doel["metingen"] or [] if row["datum"] and row["waarde"] is not None]
    until_now = sorted((row for row in measured if not day or row["datum"] <= day), key=lambda row: row["datum"])
    last = until_now[-1] if until_now else None
    year = _norm_year(doel, day or last["datum"]) if last else None
    state = _state(doel, last, year, day)
    return {
        "meting": last,
        "norm": doel["tussen"][year] if year else None,
        "norm_jaar": year,
        "stand": state,
        "teken": SIGNS[state],
    }


def _norm_year(doel: TableRow, day: date) -> int | None:
    """The last year with a target that is over on a day."""
    return max((year for year in doel["tussen"] or {} if date(year, 12, 31) <= day), default=None)


def _state(doel: TableRow, last: TableRow | None, norm_year: int | None, day: date | None) -> str:
    start, target, end = (doel["nulmeting"] or {}).get("waarde"), doel["streefwaarde"], doel["uiterlijk"]
    if last is None:
        return UNMEASURED
    if start is None or target is None:
        return UNKNOWN
    value, sign = last["waarde"], 1 if target >= start else -1  # a goal may be to bring a figure down
    if sign * value >= sign * target:
        return REACHED
    if end and day and end < day:
        return MISSED
    if norm_year:
        if sign * value >= sign * doel["tussen"][norm_year]:
            return ON_COURSE
        return BEHIND if last["datum"] >= date(norm_year, 12, 31) else OUTDATED
    return UNDER_WAY if sign * value > sign * start else BEHIND


def figures_of(doel: TableRow) -> list[tuple[tuple[Any, ...], Number]]:
    """Every figure of a goal with its place in it: the start, the target, those of its years and what was measured."""
    start = (("nulmeting", "waarde"), (doel["nulmeting"] or {}).get("waarde"))
    interim = [(("tussen", year), value) for year, value in sorted((doel["tussen"] or {}).items())]
    measured = [(("metingen", i, "waarde"), row["waarde"]) for i, row in enumerate(doel["metingen"] or ())]
    figures = [start, (("streefwaarde",), doel["streefwaarde"]), *interim, *measured]
    return [(path, value) for path, value in figures if value is not None]
