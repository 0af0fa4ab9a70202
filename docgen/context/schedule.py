"""The tables about time and decisions: the schedule, who decides what, and the year of the annual plan."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from docgen.context.money import costs, funding
from docgen.context.money_flows import unmatched_in_words
from docgen.context.people import handover_role, plan_tasks
from docgen.context.timeline.once import once_a_day
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import temporary_for_lasting
from docgen.domain.names import role_names
from docgen.domain.organs import COLLEGE, organ_of
from docgen.domain.proven import TAKEN, has_happened, is_taken, taken_decisions
from docgen.domain.queries import CERTAIN, DECISION_LEVELS, ENDED, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date, without_full_stop

OPEN = ("gepland", "uitgesteld", TAKEN)  # of a decision: also one that is said to be taken, on a day still to come
QUARTERS = ("Eerste kwartaal", "Tweede kwartaal", "Derde kwartaal", "Vierde kwartaal")


@memoized
def schedule(dossier: CompleteDossier) -> list[TableRow]:
    """Milestones, decisions, reviews and open actions in order of date, with who moves each; `open` when it surely is not
    done yet."""
    names = role_names(dossier)
    rows = [
        {"datum": row["datum"], "wat": row["tekst"], "wie": names.get(row["rol"]), "soort": "mijlpaal", "open": False}
        for row in dossier["mijlpalen"]
    ]
    rows += [
        {"datum": row["datum"], "wat": row["besluit"], "wie": row["orgaan"], "soort": "besluit"}
        | {"open": row["status"] in OPEN and not is_taken(dossier, row), "genomen": is_taken(dossier, row)}
        for row in dossier["besluitvorming"]
        if row["datum"]
    ]
    rows += [
        {"datum": row["datum"], "wat": row["onderwerp"], "wie": names.get(row["rol"]), "soort": "review", "open": False}
        for row in (dossier["monitoring"] or {}).get("reviews") or []
    ]
    rows += [
        {"datum": row["uiterlijk"], "wat": row["tekst"], "wie": row["wie"], "soort": "actie", "open": True}
        for row in actions(dossier)
        if row["uiterlijk"] and row["status"] not in ENDED
    ]
    return sorted(rows, key=lambda row: row["datum"] or date.max)


@memoized
def actions(dossier: CompleteDossier) -> list[TableRow]:
    """What is still to be done to keep the approach, with the name of who does it; without a status it is open, and
    `te_laat` when its last day is over."""
    names, today = role_names(dossier), (dossier["dossier"] or {}).get("peildatum")
    return [
        row
        | {"wie": names.get(row["rol"]), "status": (status := row["status"] or "open")}
        | {"te_laat": bool(today and row["uiterlijk"] and row["uiterlijk"] < today and status not in ENDED)}
        for row in dossier["acties"]
    ]


@memoized
def agreed(dossier: CompleteDossier) -> list[TableRow]:
    """Milestones, and reviews that were not held yet, from the first day of the agreement onwards."""
    start, reviews = _start(dossier), section(dossier, "monitoring").get("reviews") or []
    held = {(row["datum"], row["onderwerp"]) for row in reviews if has_happened(dossier, row["gehouden_op"])}
    rows = [row for row in schedule(dossier) if row["soort"] in ("mijlpaal", "review")]
    rows = [row for row in rows if row["soort"] == "mijlpaal" or (row["datum"], row["wat"]) not in held]
    return [row for row in rows if not row["datum"] or row["datum"] >= start]


@memoized
def evaluations(dossier: CompleteDossier) -> list[TableRow]:
    """The evaluations from the year in which the agreement begins onwards."""
    rows: list[TableRow] = (dossier["monitoring"] or {}).get("evaluaties") or []
    return [row for row in rows if not row["jaar"] or row["jaar"] >= _start(dossier).year]


def _start(dossier: CompleteDossier) -> date:
    start: date = (dossier["overeenkomst"] or {}).get("ingang") or date.min
    return start


@memoized
def decision_levels(dossier: CompleteDossier) -> list[TableRow]:
    """The four levels of decision, each with its decisions; a level without one has an empty list."""
    by_level = defaultdict(list)
    for besluit in dossier["besluitvorming"]:
        by_level[besluit["niveau"]].append(besluit)
    return [{"niveau": level, "titel": title, "besluiten": by_level[level]} for level, title in DECISION_LEVELS.items()]


@memoized
def decided_before(dossier: CompleteDossier) -> list[TableRow]:
    """Decisions that were taken before the council meeting of the proposal, in order of date. The decision of the college to
    make the proposal is not among them."""
    day = (dossier["raadsvoorstel"] or {}).get("raadsvergadering")
    before = [row for row in taken_decisions(dossier) if not day or row["datum"] < day]
    return [row for row in before if not _is_proposing(dossier, row)]


def _is_proposing(dossier: CompleteDossier, row: TableRow) -> bool:
    """Whether a decision is the one by which the college makes the proposal."""
    own = (dossier["raadsvoorstel"] or {}).get("collegebesluit")
    is_about_it = "raadsvoorstel" in (row["besluit"] or "").casefold()
    return organ_of(row["orgaan"]) == COLLEGE and (is_about_it or bool(own and row["datum"] == own))


@memoized
def plan_year(dossier: CompleteDossier) -> TableRow | None:
    """Costs and cover in the year of the annual plan: only the items that have an amount in that year."""
    if not dossier["jaarplan"] or not dossier["jaarplan"]["jaar"]:
        return None
    year, cost, cover = dossier["jaarplan"]["jaar"], costs(dossier), funding(dossier)
    covering = [row | {"bedrag": row["bedragen"][year]} for row in cover["regels"] if row["bedragen"][year]]
    return {
        "jaar": year,
        "kosten": [row | {"bedrag": row["bedragen"][year]} for row in cost["regels"] if row["bedragen"][year]],
        "dekking": covering,
        "totale_kosten": cost["per_jaar"][year],
        "totale_dekking": cover["per_jaar"][year],
        "onzeker": sum((row["bedrag"] for row in covering if row["status"] not in CERTAIN), Decimal(0)),
        "saldo": cover["per_jaar"][year] - cost["per_jaar"][year],
        "zonder_bron": unmatched_in_words(dossier, [year]),
        "tijdelijk": temporary_for_lasting(dossier).get(year, Decimal(0)),
        "structurele_kosten": cost["structureel"][year],
        "structurele_dekking": cover["structureel"][year],
    }


@memoized
def plan_goals(dossier: CompleteDossier) -> list[TableRow]:
    """Goals with the value aimed at in the year of the annual plan (or `None`), their tasks, and the hours and costs of those."""
    year = (dossier["jaarplan"] or {}).get("jaar")
    tasks = plan_tasks(dossier)
    return [
        doel
        | {
            "doel_dit_jaar": _target(doel, year),
            "taken": (own := [taak for taak in tasks if taak["doel"] == doel["id"]]),
            "uren": sum(taak["uren_totaal"] for taak in own),
            "kosten": sum((taak["kosten"] for taak in own if taak["kosten"]), Decimal(0)),
        }
        for doel in dossier["doelen"]
    ]


def _target(doel: TableRow, year: int | None) -> Any:
    if year is None:
        return None
    between = doel["tussen"] or {}
    reached = doel["uiterlijk"] is not None and doel["uiterlijk"].year <= year
    return between.get(year, doel["streefwaarde"] if reached else None)


@memoized
def quarters(dossier: CompleteDossier) -> list[TableRow]:
    """The schedule of the year of the annual plan by quarter, a day in one row; only quarters in which something happens."""
    year = (dossier["jaarplan"] or {}).get("jaar")
    rows = once_a_day(row for row in schedule(dossier) if row["datum"] and row["datum"].year == year)
    table = [
        {"naam": name, "regels": [row for row in rows if (row["datum"].month - 1) // 3 == i]}
        for i, name in enumerate(QUARTERS)
    ]
    return [quarter for quarter in table if quarter["regels"]]


WEEK, MONTH, QUARTER = "eerste_week", "eerste_maand", "eerste_kwartaal"


@memoized
def settling_in(dossier: CompleteDossier) -> TableRow | None:
    """What a successor does in the first week, month and quarter: as written, else from the dossier (`voorstel`)."""
    role, handover = handover_role(dossier), dossier["overdracht"]
    if not role or not handover:
        return None
    written = {name: handover[name] or [] for name in (WEEK, MONTH, QUARTER)}
    if any(written.values()):
        return written | {"voorstel": False}
    return _proposal(dossier, role, handover["datum"]) | {"voorstel": True}


def _proposal(dossier: CompleteDossier, role: TableRow, start: date | None) -> TableRow:
    handbook = (dossier["interventie"] or {}).get("handboek") or {}
    own = [row for row in dossier["lopend"] if row["rol"] == role["id"] and row["onderwerp"]]
    tasks = [taak for taak in role["eigen_taken"] if taak["naam"]]
    core = [taak for taak in tasks if taak["kerntaak"]] or tasks
    todo = [row for row in actions(dossier) if row["rol"] == role["id"] and row["tekst"] and row["status"] not in ENDED]
    end = start + timedelta(days=92) if start else None
    coming_up = [
        row
        for row in schedule(dossier)
        if row["wat"]
        and row["soort"] != "actie"
        and start
        and row["datum"]
        and row["wie"] == role["naam"]
        and start <= row["datum"] <= end
    ]
    deputy = role["vervanger_naam"]
    return {
        WEEK: [
            *([f"kennismaken met de vervanger: {deputy}"] if deputy else []),
            *([f"{handbook['titel']} lezen"] if handbook.get("titel") else []),
            *(f"lopende zaak overnemen: {row['onderwerp']}" for row in own),
        ],
        MONTH: [
            *(f"overnemen: {taak['naam']}" for taak in core),
            *(f"actie oppakken: {without_full_stop(row['tekst'])}" for row in todo),
        ],
        QUARTER: [f"{long_date(row['datum'])}: {row['wat']}" for row in coming_up],
    }
