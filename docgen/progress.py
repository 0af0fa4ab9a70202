"""How a programme stands on its reference date: goals against their targets, what needs a decision, what moved since.

Nothing here is estimated: a goal is judged by what was measured, the target it should have reached by then, and its start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from docgen import dutch
from docgen.dutch import capital, euro, long_date, without_full_stop
from docgen.money import costs, flows, funding, gaps, years
from docgen.people import effort
from docgen.planning import actions, schedule
from docgen.remembering import remembered
from docgen.rules.facts import Dossier, Row, reference_date, section

REACHED, ON_COURSE, UNDER_WAY, BEHIND, MISSED = "gehaald", "op koers", "onderweg", "achter", "niet gehaald"
UNMEASURED, UNKNOWN = "niet gemeten", "niet te beoordelen"
SIGNS = {REACHED: "✓", ON_COURSE: "✓", UNDER_WAY: "→", BEHIND: "!", MISSED: "✗", UNMEASURED: "–", UNKNOWN: "–"}


@remembered
def standing(dossier: Dossier) -> Row:
    """The programme on its reference date: `doelen` with how many there are of each state (`telling`) and whether one is
    `achter`, `successen` of the last year, `te_besluiten`, `geld`, and what is `te_laat` or comes up (`aanstaand`)."""
    all_goals, schedule_rows = goals(dossier), due(dossier)
    states = [doel["stand"] for doel in all_goals]
    return {
        "doelen": all_goals,
        "telling": [{"stand": state, "aantal": states.count(state)} for state in SIGNS if state in states],
        "achter": BEHIND in states or MISSED in states,
        "successen": recent_successes(dossier),
        "te_besluiten": to_decide(dossier),
        "geld": money_now(dossier),
        "te_laat": [row for row in schedule_rows if row["te_laat"]],
        "aanstaand": schedule_rows,
    }


@remembered
def recent_successes(dossier: Dossier) -> list[Row]:
    """The successes of the year before the reference date, and those without a date."""
    day = reference_date(dossier)
    return [row for row in dossier["successen"] if not day or not row["datum"] or _year_ago(day) <= row["datum"] <= day]


@remembered
def goals(dossier: Dossier) -> list[Row]:
    """Every goal with its last measurement (`meting`), what it should have been (`norm`), its `stand` and `teken`.

    Reached: the target is met. Missed: its last day is over. Else a target for a year that is over decides between on
    course and behind; without one, a figure better than the start is under way.
    """
    day = reference_date(dossier)
    return [doel | _standing(doel, day) for doel in dossier["doelen"]]


def _standing(doel: Row, day: date | None) -> Row:
    measured = [row for row in doel["metingen"] or [] if row["datum"] and row["waarde"] is not None]
    last = max((row for row in measured if not day or row["datum"] <= day), key=lambda row: row["datum"], default=None)
    norm = _norm(doel, last["datum"]) if last else None
    state = _state(doel, last, norm, day)
    return {"meting": last, "norm": norm, "stand": state, "teken": SIGNS[state]}


def _norm(doel: Row, measured_on: date) -> Any:
    """The target of the last year that was over when the goal was measured."""
    over = [year for year in doel["tussen"] or {} if date(year, 12, 31) <= measured_on]
    return doel["tussen"][max(over)] if over else None


def _state(doel: Row, last: Row | None, norm: Any, day: date | None) -> str:
    start, target, end = (doel["nulmeting"] or {}).get("waarde"), doel["streefwaarde"], doel["uiterlijk"]
    if last is None:
        return UNMEASURED
    if start is None or target is None:
        return UNKNOWN
    value, sign = last["waarde"], 1 if target >= start else -1  # a goal may be to bring a figure down
    if sign * value >= sign * target:
        return REACHED
    if end and day and end <= day:
        return MISSED
    if norm is not None:
        return ON_COURSE if sign * value >= sign * norm else BEHIND
    return UNDER_WAY if sign * value > sign * start else BEHIND


@remembered
def due(dossier: Dossier) -> list[Row]:
    """What of the schedule should have been done on the reference date, and reviews and decisions of the year after."""
    day = reference_date(dossier)
    if not day:
        return []
    end = _year_later(day)
    open_decisions = {row["besluit"] for row in dossier["besluitvorming"] if row["status"] != "genomen"}
    rows = [row for row in schedule(dossier) if row["datum"] and row["datum"] <= end]
    late = [
        row | {"te_laat": True}
        for row in rows
        if row["datum"] < day
        and (row["soort"] == "actie" or (row["soort"] == "besluit" and row["wat"] in open_decisions))
    ]
    return late + [
        row | {"te_laat": False}
        for row in rows
        if row["datum"] >= day and row["soort"] in ("review", "besluit", "actie")
    ]


def _year_later(day: date) -> date:
    return _in_year(day, day.year + 1)


def _year_ago(day: date) -> date:
    return _in_year(day, day.year - 1)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


@remembered
def to_decide(dossier: Dossier) -> list[Row]:
    """What needs a decision, with who decides (`wie`) and the last day (`uiterlijk`): asked in the dossier, decisions that
    were planned or put off, money that was asked, years without cover, and extending the agreement."""
    return list(_to_decide(dossier))


def _to_decide(dossier: Dossier) -> Iterator[Row]:
    day = reference_date(dossier)
    for row in section(dossier, "voortgang").get("besluiten") or []:
        yield {"wat": row["tekst"], "wie": row["wie"], "uiterlijk": row["uiterlijk"]}
    planned = [row for row in dossier["besluitvorming"] if row["status"] in ("gepland", "uitgesteld", None)]
    for row in sorted(planned, key=lambda row: row["datum"] or date.max):
        yield {"wat": row["besluit"], "wie": row["orgaan"], "uiterlijk": row["datum"]}
    for row in dossier["financiering"]:
        decision = row["besluit"] or {}
        told = any(decision.get("datum") == one["datum"] and decision.get("datum") for one in planned)
        if row["status"] == "gevraagd" and row["bron"] and not told:
            yield {"wat": f"bijdrage: {row['bron']}", "wie": decision.get("orgaan"), "uiterlijk": decision.get("datum")}
    for gap in gaps(dossier):
        if not day or gap["jaar"] >= day.year:
            yield {
                "wat": f"dekking voor {gap['jaar']}: er ontbreekt {euro(gap['bedrag'])}",
                "wie": None,
                "uiterlijk": None,
            }
    extension = section(dossier, "overeenkomst").get("verlenging") or {}
    if extension.get("uiterlijk") and (not day or extension["uiterlijk"] >= day):
        yield {"wat": "verlenging van de overeenkomst", "wie": None, "uiterlijk": extension["uiterlijk"]}


@remembered
def money_now(dossier: Dossier) -> list[Row]:
    """Costs, cover, what of it is not certain and what is left, for the year of the reference date and those after it."""
    day = reference_date(dossier)
    cost, cover, unsure = costs(dossier)["per_jaar"], funding(dossier)["per_jaar"], flows(dossier)["onzeker"]
    return [
        {
            "jaar": year,
            "kosten": cost[year],
            "dekking": cover[year],
            "onzeker": unsure[year],
            "saldo": cover[year] - cost[year],
        }
        for year in years(dossier)
        if not day or year >= day.year
    ]


# ------------------------------------------------------------------------------------------------- what moved since then


def since(before: Dossier) -> Row:
    """Which version an earlier dossier is: `versie` and `peildatum`."""
    about = section(before, "dossier")
    return {"versie": about.get("versie"), "peildatum": about.get("peildatum")}


def moved(before: Dossier, now: Dossier) -> list[Row]:
    """What differs between an earlier version of a dossier and this one: rows with `wat`, `toen` and `nu`, as text."""
    return [
        {"wat": capital(what), "toen": then or "–", "nu": today or "–"}
        for what, then, today in _differences(_facts(before), _facts(now))
    ]


def _differences(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for what in [*now, *(what for what in before if what not in now)]:
        then, today = before.get(what, ""), now.get(what, "")
        if then != today:
            yield what, then, today


def _facts(dossier: Dossier) -> dict[str, str]:
    """What a reader wants to see move, each under a name that both versions give it."""
    return dict(_told(dossier))


def _told(dossier: Dossier) -> Iterator[tuple[str, str]]:
    about = section(dossier, "dossier")
    yield "versie", about.get("versie") or ""
    yield "status", about.get("status") or ""
    for doel in goals(dossier):
        measured = (
            f"{dutch.number(doel['meting']['waarde'])} op {long_date(doel['meting']['datum'])}, "
            if doel["meting"]
            else ""
        )
        yield f"doel {doel['id']}: {_short(doel['tekst'])}", f"{measured}{doel['stand']}"
    for name, table in (("kosten", costs(dossier)), ("dekking", funding(dossier))):
        for year, amount in table["per_jaar"].items():
            yield f"{name} {year}", euro(amount)
    for year, amount in flows(dossier)["onzeker"].items():
        yield f"dekking die nog niet zeker is, {year}", euro(amount)
    yield "betaalde uren per jaar", dutch.number(effort(dossier)["uren"])
    signed = sum(bool(partij["getekend_op"]) for partij in dossier["partijen"])
    yield "organisaties die tekenden", f"{signed} van {len(dossier['partijen'])}" if dossier["partijen"] else ""
    yield from _dated(
        "besluit", ((row, row["besluit"], row["datum"], row["status"]) for row in dossier["besluitvorming"])
    )
    yield from _dated("mijlpaal", ((row, row["tekst"], row["datum"], None) for row in dossier["mijlpalen"]))
    yield from _dated("actie", ((row, row["tekst"], row["uiterlijk"], row["status"]) for row in actions(dossier)))
    for risk in dossier["risicos"]:
        yield f"risico: {_short(risk['tekst'])}", f"kans {risk['kans']}" if risk["kans"] else "staat in het dossier"
    for support in dossier["draagvlak"]:
        yield f"draagvlak: {_short(support['groep'])}", support["houding"] or "onbekend"
    yield "successen", str(len(dossier["successen"])) if dossier["successen"] else ""


def _dated(kind: str, rows: Iterable[tuple[Row, str | None, date | None, str | None]]) -> Iterator[tuple[str, str]]:
    for row, text, day, status in rows:
        name = f"{row['id']}, " if row["id"] else ""
        told = ", ".join(filter(None, [long_date(day) if day else "", status or ""]))
        yield f"{kind} {name}{_short(text)}", told or "zonder datum"


def _short(text: str | None, most: int = 70) -> str:
    text = without_full_stop(text or "")
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
