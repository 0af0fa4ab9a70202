"""How a programme stands on its reference date: goals against their targets, what needs a decision, what moved since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from docgen.context.money import balance, costs, funding, gaps
from docgen.context.money_flows import flows
from docgen.context.schedule import schedule
from docgen.context.timeline.once import is_same_decision, once_a_day
from docgen.domain.goals import BEHIND, IN_SENTENCE, MISSED, SIGNS, goals
from docgen.domain.memo import memoized
from docgen.domain.queries import UNCERTAIN, cost_items, funding_sources, reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro

ASKED = "gevraagd"


@memoized
def state(dossier: CompleteDossier) -> TableRow:
    """The programme on its reference date: `doelen` with how many there are of each state (`telling`, with how it goes on in
    a sentence) and whether one is `achter`, `successen` of the last year, `te_besluiten`, `geld`, and what is `te_laat` or comes up (`aanstaand`)."""
    all_goals, schedule_rows = goals(dossier), due(dossier)
    states = [doel["stand"] for doel in all_goals]
    return {
        "doelen": all_goals,
        "telling": [
            {"stand": state, "in_zin": IN_SENTENCE.get(state, state), "aantal": states.count(state)}
            for state in SIGNS
            if state in states
        ],
        "achter": bool({BEHIND, MISSED} & set(states)),
        "successen": recent_successes(dossier),
        "te_besluiten": to_decide(dossier),
        "geld": money_now(dossier),
        "te_laat": [row for row in schedule_rows if row["te_laat"]]
        + [row for row in to_decide(dossier) if row["te_laat"] and row["gevraagd"]],
        "aanstaand": once_a_day(schedule_rows),
    }


@memoized
def recent_successes(dossier: CompleteDossier) -> list[TableRow]:
    """The successes of the year before the reference date, and those without a date."""
    day = reference_date(dossier)
    return [row for row in dossier["successen"] if not day or not row["datum"] or _year_ago(day) <= row["datum"] <= day]


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
    asked = section(dossier, "voortgang").get("besluiten") or []
    for row in asked:
        yield _decision(row["tekst"], row["wie"], row["uiterlijk"], asked=True)
    planned = [row for row in dossier["besluitvorming"] if row["status"] in ("gepland", "uitgesteld", None)]
    for row in planned:
        if any(is_same_decision(one["tekst"], one["wie"], one["uiterlijk"], row) for one in asked):
            continue
        yield _decision(row["besluit"], row["orgaan"], row["datum"])
    for row in dossier["financiering"]:
        decision = row["besluit"] or {}
        told = any(is_same_decision(None, decision.get("orgaan"), decision.get("datum"), one) for one in planned)
        if row["status"] in UNCERTAIN and row["bron"] and not told and (row["status"] == ASKED or decision):
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


Part = Callable[[CompleteDossier], Any]
PARTS: tuple[tuple[str, Part], ...] = (
    ("wat moet blijven", lambda dossier: section(dossier, "interventie").get("wat_borgen")),
    (
        "waarom u doorgaat",
        lambda dossier: dossier["waarom_doorgaan"] or section(dossier, "interventie").get("meerwaarde"),
    ),
    ("de onderdelen van de aanpak", lambda dossier: section(dossier, "interventie").get("onderdelen")),
    ("wat erbuiten valt", lambda dossier: dossier["uitsluitingen"]),
    ("doelen van de aanpak", lambda dossier: any(doel["soort"] != "borging" for doel in dossier["doelen"])),
    ("doelen van de borging zelf", lambda dossier: any(doel["soort"] == "borging" for doel in dossier["doelen"])),
    ("besluiten", lambda dossier: dossier["besluitvorming"]),
    ("draagvlak", lambda dossier: dossier["draagvlak"]),
    ("boodschappen per groep", lambda dossier: dossier["communicatie"]),
    ("kosten", cost_items),
    ("dekking", funding_sources),
    ("meten en bijsturen", lambda dossier: section(dossier, "monitoring").get("bijsturen")),
    ("verhalen naast de cijfers", lambda dossier: section(dossier, "monitoring").get("verhalen")),
    ("hoe afspraken kunnen veranderen", lambda dossier: any(section(dossier, "flexibiliteit").values())),
    ("wat is vastgelegd en waar", lambda dossier: dossier["kennis"]),
    ("risico’s", lambda dossier: dossier["risicos"]),
    ("taken", lambda dossier: dossier["taken"]),
)


@memoized
def unsaid(dossier: CompleteDossier) -> list[str]:
    """What a plan to keep an approach should say, and the dossier does not say yet."""
    return [name for name, said in PARTS if not said(dossier)]
