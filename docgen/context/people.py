"""The tables about people: parties, roles, the hours they spend and what those cost. Hours are per year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from docgen.domain.memo import memoized
from docgen.domain.names import party_names, role_names, whole_dossier
from docgen.domain.queries import hours_per_role, rounded_to_add_up, section, split_evenly, to_cents
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import hundredths, number


@memoized
def leader(dossier: CompleteDossier) -> TableRow | None:
    """The role that pulls the programme, if one is marked."""
    return next((rol for rol in whole_dossier(dossier)["rollen"] if rol["trekker"]), None)


@memoized
def effort(dossier: CompleteDossier) -> TableRow:
    """Hours, full-time equivalents and personnel costs per year, per role and per party, with totals."""
    names, fte = party_names(dossier), _fte_per_party(whole_dossier(dossier))
    roles = [rol | {"partijnaam": names.get(rol["partij"]), "kosten": _role_cost(rol)} for rol in dossier["rollen"]]
    tasks = task_list(dossier)
    parties = [
        {"id": partij["id"], "naam": partij["naam"]}
        | _effort_totals([rol for rol in roles if rol["partij"] == partij["id"]], fte.get(partij["id"]))
        | {"taken": [taak for taak in tasks if partij["id"] in taak["partijen"]]}
        for partij in dossier["partijen"]
    ]
    of_all = sum((fte[partij["id"]] for partij in dossier["partijen"]), Decimal(0)) if fte else None
    return _effort_totals(roles, of_all) | {"partijen": parties}


@memoized
def _fte_per_party(dossier: CompleteDossier) -> dict[str, Decimal]:
    """Full-time equivalents of the paid hours of every party, in hundredths that add up to those of all together; nothing
    when the dossier does not say what a full-time equivalent is."""
    per_fte = (section(dossier, "dossier").get("instellingen") or {}).get("uren_per_fte")
    if not per_fte:
        return {}
    hours: dict[str, Decimal] = {partij["id"]: Decimal(0) for partij in dossier["partijen"]}
    for rol in dossier["rollen"]:
        if not rol["vrijwillig"] and rol["partij"] in hours:
            hours[rol["partij"]] += Decimal(rol["uren"] or 0)
    return dict(zip(hours, rounded_to_add_up([spent / Decimal(per_fte) for spent in hours.values()]), strict=True))


def _effort_totals(roles: list[TableRow], fte: Decimal | None) -> TableRow:
    return {
        "rollen": roles,
        "uren": sum(rol["uren"] or 0 for rol in roles if not rol["vrijwillig"]),
        "vrijwillige_uren": sum(rol["uren"] or 0 for rol in roles if rol["vrijwillig"]),
        "fte": fte,
        "fte_tekst": None if fte is None else hundredths(fte),
        "kosten": sum((rol["kosten"] for rol in roles if rol["kosten"]), Decimal(0)),
    }


def _role_cost(rol: TableRow) -> Decimal | None:
    """What the hours of a role cost, to the cent, so that a column of them adds up."""
    return None if rol["tarief"] is None or rol["uren"] is None else to_cents(rol["uren"] * Decimal(rol["tarief"]))


@memoized
def task_list(dossier: CompleteDossier) -> list[TableRow]:
    """Every task with the names of its people, its hours and costs (hours x rate) in all and who spends them."""
    names = role_names(dossier)
    party_of = {rol["id"]: rol["partij"] for rol in whole_dossier(dossier)["rollen"]}
    rates = {rol["id"]: rol["tarief"] for rol in dossier["rollen"]}
    rows = []
    for taak in dossier["taken"]:
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
    roles = {rol["id"]: rol for rol in effort(dossier)["rollen"]}
    if not handover or handover["rol"] not in roles:
        return None
    rol, tasks = roles[handover["rol"]], task_list(dossier)
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
