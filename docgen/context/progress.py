"""How a programme stands on its reference date: goals against their targets, what needs a decision, what moved since.

Nothing here is estimated: a goal is judged by what was measured, the target it should have reached by then, and its start.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.context.money import balance, costs, flows, funding, gaps
from docgen.context.schedule import schedule
from docgen.domain.memo import memoized
from docgen.domain.queries import reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro

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


@memoized
def state(dossier: CompleteDossier) -> TableRow:
    """The programme on its reference date: `doelen` with how many there are of each state (`telling`) and whether one is
    `achter`, `successen` of the last year, `te_besluiten`, `geld`, and what is `te_laat` or comes up (`aanstaand`)."""
    all_goals, schedule_rows = goals(dossier), due(dossier)
    states = [doel["stand"] for doel in all_goals]
    return {
        "doelen": all_goals,
        "telling": [{"stand": state, "aantal": states.count(state)} for state in SIGNS if state in states],
        "achter": bool({BEHIND, MISSED} & set(states)),
        "successen": recent_successes(dossier),
        "te_besluiten": to_decide(dossier),
        "geld": money_now(dossier),
        "te_laat": [row for row in schedule_rows if row["te_laat"]]
        + [row for row in to_decide(dossier) if row["te_laat"] and row["gevraagd"]],
        "aanstaand": schedule_rows,
    }


@memoized
def recent_successes(dossier: CompleteDossier) -> list[TableRow]:
    """The successes of the year before the reference date, and those without a date."""
    day = reference_date(dossier)
    return [row for row in dossier["successen"] if not day or not row["datum"] or _year_ago(day) <= row["datum"] <= day]


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


@memoized
def due(dossier: CompleteDossier) -> list[TableRow]:
    """What of the schedule is still open on the reference date (`te_laat`), and all that comes in the year after."""
    day = reference_date(dossier)
    if not day:
        return []
    rows = [row for row in schedule(dossier) if row["datum"]]
    late = [row | {"te_laat": True} for row in rows if row["datum"] < day and row["open"]]
    return late + [row | {"te_laat": False} for row in rows if day <= row["datum"] <= _year_later(day)]


def _year_later(day: date) -> date:
    return _in_year(day, day.year + 1)


def _year_ago(day: date) -> date:
    return _in_year(day, day.year - 1)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


@memoized
def to_decide(dossier: CompleteDossier) -> list[TableRow]:
    """What needs a decision, with who decides (`wie`), the last day (`uiterlijk`) and whether that is over (`te_laat`): asked
    by the writer (`gevraagd`), decisions that were planned or put off, money that was asked, years without cover, and
    extending the agreement within a year; in order of that day."""
    day = reference_date(dossier)
    rows = sorted(_to_decide(dossier, day), key=lambda row: row["uiterlijk"] or date.max)
    return [row | {"te_laat": bool(day and row["uiterlijk"] and row["uiterlijk"] < day)} for row in rows]


def _to_decide(dossier: CompleteDossier, day: date | None) -> Iterator[TableRow]:
    for row in section(dossier, "voortgang").get("besluiten") or []:
        yield _decision(row["tekst"], row["wie"], row["uiterlijk"], asked=True)
    planned = [row for row in dossier["besluitvorming"] if row["status"] in ("gepland", "uitgesteld", None)]
    for row in planned:
        yield _decision(row["besluit"], row["orgaan"], row["datum"])
    for row in dossier["financiering"]:
        decision = row["besluit"] or {}
        told = any(decision.get("datum") == one["datum"] and decision.get("datum") for one in planned)
        if row["status"] == "gevraagd" and row["bron"] and not told:
            yield _decision(f"bijdrage: {row['bron']}", decision.get("orgaan"), decision.get("datum"))
    for gap in gaps(dossier):
        if not day or gap["jaar"] >= day.year:
            yield _decision(f"dekking voor {gap['jaar']}: er ontbreekt {euro(gap['bedrag'])}")
    extension = section(dossier, "overeenkomst").get("verlenging") or {}
    if extension.get("uiterlijk") and (not day or day <= extension["uiterlijk"] <= _year_later(day)):
        yield _decision("verlenging van de overeenkomst", "alle partijen", extension["uiterlijk"])


def _decision(what: str | None, who: str | None = None, until: date | None = None, asked: bool = False) -> TableRow:
    return {"wat": what, "wie": who, "uiterlijk": until, "gevraagd": asked}


@memoized
def money_now(dossier: CompleteDossier) -> list[TableRow]:
    """Costs, cover, what of it is not certain and what is left, for the year of the reference date and those after it."""
    day = reference_date(dossier)
    cost, cover, unsure = costs(dossier)["per_jaar"], funding(dossier)["per_jaar"], flows(dossier)["onzeker"]
    return [
        {"jaar": year, "kosten": cost[year], "dekking": cover[year], "onzeker": unsure[year], "saldo": left}
        for year, left in balance(dossier).items()
        if not day or year >= day.year
    ]


# ------------------------------------------------------------------------------------------------- what moved since then
