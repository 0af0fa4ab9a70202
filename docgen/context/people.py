"""The tables about people: parties, roles, the hours they spend and what those cost. Hours are per year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from docgen.domain.delivery.agreed import hours_in_year, takes_part_in
from docgen.domain.memo import memoized
from docgen.domain.names import party_names, role_names, roles_in_sentences, whole_dossier
from docgen.domain.proven import is_active, lasting_roles, years_to_judge
from docgen.domain.queries import (
    by_id,
    hours_per_role,
    reference_date,
    rounded_to_add_up,
    section,
    split_evenly,
    to_cents,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import all_or_some, amounts_in_words, hours, hundredths, long_date, number, rounded

MOST_NAMED = 6


@memoized
def leader(dossier: CompleteDossier) -> TableRow | None:
    """The role that pulls the programme on the reference date; when none takes part then, the first that is marked."""
    whole = whole_dossier(dossier)
    marked = [rol for rol in whole["rollen"] if rol["trekker"]]
    return next((rol for rol in marked if is_active(rol, reference_date(whole))), next(iter(marked), None))


@memoized
def effort(dossier: CompleteDossier) -> TableRow:
    """The roles that take part on the reference date or later, with their hours in a whole year and what those cost; per
    party and in all the hours, full-time equivalents and personnel costs of a year.

    That is the first year with arrangements from the reference date on: `jaar`, when roles begin or stop in those years;
    `uren_tekst` says the paid hours of all of them.
    """
    years, roles = years_to_judge(dossier), lasting_roles(dossier)
    found = _effort(dossier, roles, years[0] if years else None, of_whole_year=True)
    changes = any(hours_in_year(rol, year) != rol["uren"] for rol in roles if rol["uren"] for year in years)
    found["jaar"] = years[0] if changes else None
    paid = {year: _hours(_paid(roles), year) for year in years} or {0: found["uren"]}
    is_alike = len(set(paid.values())) == 1
    return found | {"uren_tekst": f"{hours(found['uren'])} per jaar" if is_alike else amounts_in_words(paid, hours)}


@memoized
def plan_effort(dossier: CompleteDossier) -> TableRow:
    """The roles that take part in the year of the annual plan, with their hours in that year; and the same totals."""
    year = section(dossier, "jaarplan").get("jaar")
    present = [rol for rol in dossier["rollen"] if year is None or takes_part_in(rol, year)]
    return _effort(dossier, present, year, of_whole_year=False)


def _effort(dossier: CompleteDossier, roles: list[TableRow], year: int | None, of_whole_year: bool) -> TableRow:
    tasks, shown, fte = (
        task_list(dossier),
        None if of_whole_year else year,
        _fte_per_party(dossier, year, of_whole_year),
    )
    parties = []
    for partij in dossier["partijen"]:
        own = [rol for rol in roles if rol["partij"] == partij["id"]]
        works_on = [taak for taak in tasks if partij["id"] in taak["partijen"]]
        totals = _totals(own, year, fte.get(partij["id"])) | {"rollen": [_row(dossier, rol, shown) for rol in own]}
        parties.append({"id": partij["id"], "naam": partij["naam"], **totals, "taken": works_on})
    rows = [_row(dossier, rol, shown) for rol in roles]
    of_all = sum((fte[partij["id"]] for partij in dossier["partijen"]), Decimal(0)) if fte else None
    return _totals(roles, year, of_all) | {"rollen": rows, "partijen": parties, "zonder_uren": _open(dossier, roles)}


def _open(dossier: CompleteDossier, roles: list[TableRow]) -> str | None:
    """In a sentence of which roles the hours are not known: they are in no total. Who only steers needs none."""
    names = roles_in_sentences(dossier)
    unknown = [names[rol["id"]] for rol in roles if rol["uren"] is None and not rol["sturend"]]
    if not unknown:
        return None
    return f"Van {all_or_some(unknown, MOST_NAMED)} staan nog geen uren vast; die tellen niet mee in de totalen."


@memoized
def _fte_per_party(dossier: CompleteDossier, year: int | None, only_lasting: bool) -> dict[str, Decimal]:
    """Full-time equivalents of the paid hours of every party, in hundredths that add up to those of all together; nothing
    when the dossier does not say what a full-time equivalent is."""
    per_fte, whole = (section(dossier, "dossier").get("instellingen") or {}).get("uren_per_fte"), whole_dossier(dossier)
    if not per_fte:
        return {}
    spent: dict[str, Fraction] = {partij["id"]: Fraction(0) for partij in whole["partijen"]}
    for rol in _paid(lasting_roles(whole) if only_lasting else whole["rollen"]):
        if rol["partij"] in spent:
            spent[rol["partij"]] += Fraction(rol["uren"] or 0) if year is None else hours_in_year(rol, year)
    exact = [Decimal(one.numerator) / one.denominator / Decimal(per_fte) for one in spent.values()]
    return dict(zip(spent, rounded_to_add_up(exact), strict=True))


def _totals(roles: list[TableRow], year: int | None, fte: Decimal | None) -> TableRow:
    costs = [_cost(rol, year) for rol in roles]
    return {
        "uren": _hours(_paid(roles), year),
        "vrijwillige_uren": _hours([rol for rol in roles if rol["vrijwillig"]], year),
        "fte": fte,
        "fte_tekst": None if fte is None else hundredths(fte),
        "kosten": sum((cost for cost in costs if cost), Decimal(0)),
    }


def _paid(roles: list[TableRow]) -> list[TableRow]:
    return [rol for rol in roles if not rol["vrijwillig"]]


def _row(dossier: CompleteDossier, rol: TableRow, year: int | None) -> TableRow:
    """A role with its party, when it takes part, and its hours and costs in a year, or in a whole one."""
    told = {"partijnaam": party_names(dossier).get(rol["partij"]), "wanneer": term_in_words(rol)}
    return rol | told | {"uren": None if rol["uren"] is None else _hours([rol], year), "kosten": _cost(rol, year)}


def term_in_words(rol: TableRow) -> str:
    """From when until when a role takes part, when that is not always."""
    begin, end = (long_date(rol[name]) if rol[name] else "" for name in ("begin", "einde"))
    return (
        f"{'van' if end else 'vanaf'} {begin}{f' tot en met {end}' if end else ''}"
        if begin
        else end and f"tot en met {end}"
    )


def _hours(roles: list[TableRow], year: int | None) -> Decimal | int:
    """The hours of roles together, in a whole year or in this one: then with at most one decimal when that differs."""
    whole: Decimal | int = sum(rol["uren"] or 0 for rol in roles)
    exact = Fraction(whole) if year is None else sum((hours_in_year(rol, year) for rol in roles), Fraction(0))
    return whole if exact == Fraction(whole) else rounded(exact, 1)


def _cost(rol: TableRow, year: int | None) -> Decimal | None:
    """What the hours of a role cost, to the cent, so that a column of them adds up."""
    if rol["tarief"] is None or rol["uren"] is None:
        return None
    whole = rol["uren"] * Decimal(rol["tarief"])
    exact = Fraction(whole) if year is None else hours_in_year(rol, year) * Fraction(rol["tarief"])
    return to_cents(whole) if exact == Fraction(whole) else rounded(exact, 2)


@memoized
def task_list(dossier: CompleteDossier) -> list[TableRow]:
    """Every task with the names of its people, its hours and costs (hours x rate) in all and who spends them."""
    return _task_rows(dossier, dossier["taken"])


NOBODY = "nog niemand"  # owns a task in a year in which its role takes no part


@memoized
def plan_tasks(dossier: CompleteDossier) -> list[TableRow]:
    """The tasks as of `task_list`, with what their roles spend on them in the year of the annual plan."""
    year, roles = section(dossier, "jaarplan").get("jaar"), by_id(whole_dossier(dossier)["rollen"])
    if year is None:
        return task_list(dossier)
    rows = []
    for taak in dossier["taken"]:
        spent = {
            name: _hours([roles[name] | {"uren": hours}], year) if name in roles else hours
            for name, hours in (taak["uren"] or {}).items()
        }
        rows.append(taak | {"uren": {name: hours for name, hours in spent.items() if hours or not taak["uren"][name]}})
    absent = {name for name, rol in roles.items() if not takes_part_in(rol, year)}
    table = _task_rows(dossier, rows)
    return [taak | {"eigenaar_naam": NOBODY} if taak["eigenaar"] in absent else taak for taak in table]


def _task_rows(dossier: CompleteDossier, tasks: list[TableRow]) -> list[TableRow]:
    names = role_names(dossier)
    party_of = {rol["id"]: rol["partij"] for rol in whole_dossier(dossier)["rollen"]}
    rates = {rol["id"]: rol["tarief"] for rol in dossier["rollen"]}
    rows = []
    for taak in tasks:
        hours = taak["uren"] or {}
        people = [*hours, taak["eigenaar"]]
        rows.append(
            taak
            | {
                "eigenaar_naam": names.get(taak["eigenaar"]),
                "vervanger_naam": names.get(taak["vervanger"]),
                "uren_totaal": sum(spent or 0 for spent in hours.values()),
                "kosten": sum(
                    (to_cents(Decimal(spent) * rates[rol]) for rol, spent in hours.items() if rates.get(rol)),
                    Decimal(0),
                ),
                "inzet": [{"rol": rol, "naam": names.get(rol, rol), "uren": spent} for rol, spent in hours.items()],
                "partijen": {party_of[rol] for rol in people if rol in party_of},
            }
        )
    return rows


@memoized
def handover_role(dossier: CompleteDossier) -> TableRow | None:
    """The role that is handed over, with its own tasks, the tasks it deputises for and its part in others."""
    handover = dossier["overdracht"]
    roles = {rol["id"]: rol for rol in dossier["rollen"]}
    if not handover or handover["rol"] not in roles:
        return None
    rol, tasks = _row(dossier, roles[handover["rol"]], None), task_list(dossier)
    own = [taak for taak in tasks if taak["eigenaar"] == rol["id"]]
    deputy = [taak for taak in tasks if taak["vervanger"] == rol["id"]]
    helps = [taak for taak in tasks if rol["id"] in (taak["uren"] or {}) and taak not in own + deputy]
    handed: TableRow = rol | {
        "vervanger_naam": role_names(dossier).get(rol["vervanger"]),
        "eigen_taken": own,
        "vervangt_bij": deputy,
        "werkt_mee_aan": helps,
        "uren_per_taak": {taak["id"]: (taak["uren"] or {}).get(rol["id"], 0) for taak in tasks},
    }
    return handed


ROLES_PER_TABLE = 4
OWNER, DEPUTY = "●", "○"


@memoized
def hours_matrix(dossier: CompleteDossier) -> list[TableRow]:
    """Tasks against the roles that work on them, in tables of so many roles as fit a page: hours with a mark.

    A cell is "● 180" for the owner of a task, "○ 20" or "○" for the deputy, "60" for who works along, "" for others.
    """
    needed = hours_per_role(dossier)
    busy = {rol for taak in dossier["taken"] for rol in (taak["eigenaar"], taak["vervanger"], *(taak["uren"] or {}))}
    roles = [rol for rol in dossier["rollen"] if rol["id"] in busy]
    return [_matrix(dossier, run, needed) for run in split_evenly(roles, ROLES_PER_TABLE)]


def _matrix(dossier: CompleteDossier, roles: list[TableRow], needed: Mapping[str, Any]) -> TableRow:
    rows = [{"naam": taak["naam"], "cellen": [_cell(taak, rol["id"]) for rol in roles]} for taak in dossier["taken"]]
    return {
        "rollen": [rol["naam"] for rol in roles],
        "regels": [row for row in rows if any(row["cellen"])],
        "nodig": [needed.get(rol["id"], 0) for rol in roles],
        "beschikbaar": [rol["uren"] for rol in roles],
    }


def _cell(taak: TableRow, rol: str) -> str:
    mark = OWNER if taak["eigenaar"] == rol else DEPUTY if taak["vervanger"] == rol else ""
    spent = (taak["uren"] or {}).get(rol)
    return " ".join(filter(None, [mark, number(spent) if spent else ""]))
