"""What a template may use: the dossier itself plus tables derived from it, computed once.

Every name in `DERIVED` is a name that template authors write. Amounts are `Decimal` euros, hours are per year,
`bedragen` maps a year to an amount and is filled for every year in `jaren`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

Dossier = Mapping[str, Any]
Row = dict[str, Any]

YEARS_PER_TABLE = 5
OUTSIDE = "extern"
LEVELS = {
    "uitvoering": "Uitvoering",
    "tijd_en_geld": "Tijd en geld",
    "ondersteuning": "Ondersteuning",
    "besluit": "Bestuurlijk besluit",
}
QUARTERS = ("Eerste kwartaal", "Tweede kwartaal", "Derde kwartaal", "Vierde kwartaal")


def build(dossier: Dossier, **extra: Any) -> dict[str, Any]:
    """Return all names a template may use: the parts of `dossier`, the derived tables and `extra`.

    `dossier` must have passed `check` and be complete, see `schema.complete`: an absent list is `[]` and
    any other absent field is `None`.
    """
    context: dict[str, Any] = dict(dossier)
    for name, derive in DERIVED.items():
        context[name] = derive(dossier)
    return context | extra


def years(dossier: Dossier) -> list[int]:
    """All years of the horizon, the costs, the funding and the annual plan, without a gap."""
    found = {year for row in _amount_rows(dossier) for year in row["bedragen"] or {}}
    horizon = (dossier["dossier"] or {}).get("horizon")
    if horizon and horizon["begin"] and horizon["einde"]:
        found.update(range(horizon["begin"].year, horizon["einde"].year + 1))
    if dossier["jaarplan"] and dossier["jaarplan"]["jaar"]:
        found.add(dossier["jaarplan"]["jaar"])
    return list(range(min(found), max(found) + 1)) if found else []


def year_blocks(dossier: Dossier) -> list[list[int]]:
    """The years cut into runs of nearly equal length that fit the width of a page: one table per run."""
    return _blocks(years(dossier))


def agreement_years(dossier: Dossier) -> list[int]:
    """The years in which the agreement holds and of which amounts are known; all years without an agreement."""
    agreement = dossier["overeenkomst"] or {}
    start, end = agreement.get("ingang"), agreement.get("einde")
    return [year for year in years(dossier) if (not start or year >= start.year) and (not end or year <= end.year)]


def agreement_year_blocks(dossier: Dossier) -> list[list[int]]:
    """The years of the agreement cut into runs that fit the width of a page."""
    return _blocks(agreement_years(dossier))


def _blocks(some_years: list[int]) -> list[list[int]]:
    count = -(-len(some_years) // YEARS_PER_TABLE)
    edges = [len(some_years) * i // count for i in range(count + 1)] if count else []
    return [some_years[start:end] for start, end in pairwise(edges)]


def party_names(dossier: Dossier) -> dict[str, str]:
    """Name of every party by id, and of money from outside."""
    return {partij["id"]: partij["naam"] for partij in dossier["partijen"]} | {OUTSIDE: "externe financier"}


def party_short_names(dossier: Dossier) -> dict[str, str]:
    """How a party is called after the opening of an agreement: "de GGD"."""
    short = {partij["id"]: partij["hierna"] or partij["naam"] for partij in dossier["partijen"]}
    return short | {OUTSIDE: "een externe financier"}


def role_names(dossier: Dossier) -> dict[str, str]:
    """Name of every role by id."""
    return {rol["id"]: rol["naam"] for rol in dossier["rollen"]}


def leader(dossier: Dossier) -> Row | None:
    """The role that pulls the programme, if one is marked."""
    return next((rol for rol in dossier["rollen"] if rol["trekker"]), None)


def effort(dossier: Dossier) -> Row:
    """Hours, full-time equivalents and personnel costs per year, per role and per party, with totals."""
    names = party_names(dossier)
    roles = [rol | {"partijnaam": names.get(rol["partij"]), "kosten": _role_cost(rol)} for rol in dossier["rollen"]]
    per_fte = ((dossier["dossier"] or {}).get("instellingen") or {}).get("uren_per_fte")
    tasks = task_list(dossier)
    parties = [
        {"id": partij["id"], "naam": partij["naam"]}
        | _effort_totals([rol for rol in roles if rol["partij"] == partij["id"]], per_fte)
        | {"taken": [taak for taak in tasks if partij["id"] in taak["partijen"]]}
        for partij in dossier["partijen"]
    ]
    return _effort_totals(roles, per_fte) | {"partijen": parties}


def _effort_totals(roles: list[Row], per_fte: Decimal | int | None) -> Row:
    paid = sum(rol["uren"] or 0 for rol in roles if not rol["vrijwillig"])
    return {
        "rollen": roles,
        "uren": paid,
        "vrijwillige_uren": sum(rol["uren"] or 0 for rol in roles if rol["vrijwillig"]),
        "fte": round(Decimal(paid) / per_fte, 2).normalize() if per_fte else None,
        "kosten": sum((rol["kosten"] for rol in roles if rol["kosten"]), Decimal(0)),
    }


def _role_cost(rol: Row) -> Decimal | None:
    return None if rol["tarief"] is None or rol["uren"] is None else rol["uren"] * Decimal(rol["tarief"])


def task_list(dossier: Dossier) -> list[Row]:
    """Every task with the names of its people, its hours and costs (hours x rate) in all and who spends them."""
    names = role_names(dossier)
    party_of = {rol["id"]: rol["partij"] for rol in dossier["rollen"]}
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
                    (Decimal(spent) * rates[rol] for rol, spent in hours.items() if rates.get(rol)), Decimal(0)
                ),
                "inzet": [{"rol": rol, "naam": names.get(rol, rol), "uren": spent} for rol, spent in hours.items()],
                "partijen": {party_of[rol] for rol in people if rol in party_of},
            }
        )
    return rows


def costs(dossier: Dossier) -> Row:
    """Cost items per year with totals, structural and incidental."""
    return _money_table(dossier, (dossier["begroting"] or {}).get("posten") or [], "partij")


def funding(dossier: Dossier) -> Row:
    """Sources of money that count as cover (everything but an idea), per year with totals."""
    sources = [bron for bron in dossier["financiering"] if bron["status"] != "idee"]
    items = {post["id"]: post["naam"] for post in (dossier["begroting"] or {}).get("posten") or []}
    names = {bron["id"]: bron["bron"] for bron in dossier["financiering"]}
    table = _money_table(dossier, sources, "partij")
    for row in table["regels"]:
        row["voor_namen"] = [items.get(post, post) for post in row["voor"] or []]
        row["vervolg_naam"] = names.get(row["vervolg"])
    asked = [row for row in table["regels"] if row["status"] == "gevraagd"]
    return table | {"gevraagd": _per_year(dossier, asked)}


def ideas(dossier: Dossier) -> list[Row]:
    """Sources of money that are only an idea: never counted as cover."""
    return [bron for bron in dossier["financiering"] if bron["status"] == "idee"]


def _money_table(dossier: Dossier, rows: Iterable[Row], party: str) -> Row:
    names, all_years = party_names(dossier), years(dossier)
    full = []
    for row in rows:
        amounts = {year: (row["bedragen"] or {}).get(year, Decimal(0)) for year in all_years}
        total = sum(amounts.values(), Decimal(0))
        full.append(row | {"bedragen": amounts, "totaal": total, "partijnaam": names.get(row[party])})
    per_year = _per_year(dossier, full)
    return {
        "regels": full,
        "per_jaar": per_year,
        "structureel": _per_year(dossier, [row for row in full if row["aard"] == "structureel"]),
        "incidenteel": _per_year(dossier, [row for row in full if row["aard"] == "incidenteel"]),
        "totaal": sum(per_year.values(), Decimal(0)),
    }


def _per_year(dossier: Dossier, rows: list[Row]) -> dict[int, Decimal]:
    return {year: sum((row["bedragen"][year] for row in rows), Decimal(0)) for year in years(dossier)}


def balance(dossier: Dossier) -> dict[int, Decimal]:
    """Funding minus costs per year; below zero is a gap."""
    cost, cover = costs(dossier)["per_jaar"], funding(dossier)["per_jaar"]
    return {year: cover[year] - cost[year] for year in cost}


def gaps(dossier: Dossier) -> list[Row]:
    """Years in which the costs are higher than the cover, with the amount that is missing."""
    return [{"jaar": year, "bedrag": -left} for year, left in balance(dossier).items() if left < 0]


def who_pays(dossier: Dossier) -> list[Row]:
    """What every party and every outside source brings in per year, in the order of the parties."""
    names, rows = party_names(dossier), funding(dossier)["regels"]
    table = []
    for party, name in names.items():
        own = [row for row in rows if row["partij"] == party]
        if own:
            amounts = _per_year(dossier, own)
            table.append({"partij": party, "naam": name, "bedragen": amounts, "totaal": sum(amounts.values())})
    return table


def has_cents(dossier: Dossier) -> bool:
    """Whether any amount has cents: then every amount in a table shows two decimals."""
    amounts = [amount for row in _amount_rows(dossier) for amount in (row["bedragen"] or {}).values()]
    amounts += [rol["tarief"] for rol in dossier["rollen"] if rol["tarief"] is not None]
    return any(Decimal(amount) % 1 for amount in amounts)


def _amount_rows(dossier: Dossier) -> list[Row]:
    return [*((dossier["begroting"] or {}).get("posten") or []), *dossier["financiering"]]


def schedule(dossier: Dossier) -> list[Row]:
    """Milestones, decisions and reviews in order of date, with who moves each."""
    names = role_names(dossier)
    rows = [
        {"datum": row["datum"], "wat": row["tekst"], "wie": names.get(row["rol"]), "soort": "mijlpaal"}
        for row in dossier["mijlpalen"]
    ]
    rows += [
        {"datum": row["datum"], "wat": row["besluit"], "wie": row["orgaan"], "soort": "besluit"}
        for row in dossier["besluitvorming"]
        if row["datum"]
    ]
    rows += [
        {"datum": row["datum"], "wat": row["onderwerp"], "wie": names.get(row["rol"]), "soort": "review"}
        for row in (dossier["monitoring"] or {}).get("reviews") or []
    ]
    return sorted(rows, key=lambda row: row["datum"] or date.max)


def decision_levels(dossier: Dossier) -> list[Row]:
    """The four levels of decision, each with its decisions; a level without one has an empty list."""
    by_level = defaultdict(list)
    for besluit in dossier["besluitvorming"]:
        by_level[besluit["niveau"]].append(besluit)
    return [{"niveau": level, "titel": title, "besluiten": by_level[level]} for level, title in LEVELS.items()]


def decision_points(dossier: Dossier) -> list[Row]:
    """The decision points of the council proposal, each with its own arguments and counter-arguments."""
    proposal = dossier["raadsvoorstel"] or {}
    return [
        punt
        | {
            "argumenten": _belonging_to(punt, proposal.get("argumenten")),
            "kanttekeningen": _belonging_to(punt, proposal.get("kanttekeningen")),
        }
        for punt in proposal.get("beslispunten") or []
    ]


def _belonging_to(punt: Row, notes: list[Row] | None) -> list[Row]:
    own = [note for note in notes or [] if (note["nr"] or "").split(".")[0] == str(punt["nr"])]
    return sorted(own, key=lambda note: int(note["nr"].split(".")[1]))


def plan_year(dossier: Dossier) -> Row | None:
    """Costs and cover in the year of the annual plan: only the items that have an amount in that year."""
    if not dossier["jaarplan"] or not dossier["jaarplan"]["jaar"]:
        return None
    year, cost, cover = dossier["jaarplan"]["jaar"], costs(dossier), funding(dossier)
    return {
        "jaar": year,
        "lasten": [row | {"bedrag": row["bedragen"][year]} for row in cost["regels"] if row["bedragen"][year]],
        "baten": [row | {"bedrag": row["bedragen"][year]} for row in cover["regels"] if row["bedragen"][year]],
        "totaal_lasten": cost["per_jaar"][year],
        "totaal_baten": cover["per_jaar"][year],
        "saldo": cover["per_jaar"][year] - cost["per_jaar"][year],
        "structurele_lasten": cost["structureel"][year],
        "structurele_baten": cover["structureel"][year],
    }


def plan_goals(dossier: Dossier) -> list[Row]:
    """Goals with the value aimed at in the year of the annual plan (or `None`), their tasks, and the hours and costs of those."""
    year = (dossier["jaarplan"] or {}).get("jaar")
    tasks = task_list(dossier)
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


def _target(doel: Row, year: int | None) -> Any:
    if year is None:
        return None
    between = doel["tussen"] or {}
    reached = doel["uiterlijk"] is not None and doel["uiterlijk"].year <= year
    return between.get(year, doel["streefwaarde"] if reached else None)


def quarters(dossier: Dossier) -> list[Row]:
    """The schedule of the year of the annual plan by quarter; only quarters in which something happens."""
    year = (dossier["jaarplan"] or {}).get("jaar")
    rows = [row for row in schedule(dossier) if row["datum"] and row["datum"].year == year]
    table = [
        {"naam": name, "regels": [row for row in rows if (row["datum"].month - 1) // 3 == i]}
        for i, name in enumerate(QUARTERS)
    ]
    return [quarter for quarter in table if quarter["regels"]]


def handover_role(dossier: Dossier) -> Row | None:
    """The role that is handed over, with its own tasks, the tasks it deputises for and its part in others."""
    handover = dossier["overdracht"]
    roles = {rol["id"]: rol for rol in effort(dossier)["rollen"]}
    if not handover or handover["rol"] not in roles:
        return None
    rol, tasks = roles[handover["rol"]], task_list(dossier)
    own = [taak for taak in tasks if taak["eigenaar"] == rol["id"]]
    deputy = [taak for taak in tasks if taak["vervanger"] == rol["id"]]
    helps = [taak for taak in tasks if rol["id"] in (taak["uren"] or {}) and taak not in own + deputy]
    handed: Row = rol | {
        "vervanger_naam": role_names(dossier).get(rol["vervanger"]),
        "eigen_taken": own,
        "vervangt_bij": deputy,
        "werkt_mee_aan": helps,
        "uren_per_taak": {taak["id"]: (taak["uren"] or {}).get(rol["id"], 0) for taak in tasks},
    }
    return handed


def coming(dossier: Dossier) -> list[Row]:
    """The schedule from the day of the handover (else the reference date, else all of it) onwards."""
    start = (dossier["overdracht"] or {}).get("datum") or (dossier["dossier"] or {}).get("peildatum") or date.min
    return [row for row in schedule(dossier) if row["datum"] is None or row["datum"] >= start]


DERIVED: dict[str, Callable[[Dossier], Any]] = {
    "jaren": years,
    "jaarblokken": year_blocks,
    "looptijd": agreement_years,
    "looptijdblokken": agreement_year_blocks,
    "centen": has_cents,
    "partijnaam": party_names,
    "partij_kort": party_short_names,
    "rolnaam": role_names,
    "trekker": leader,
    "inzet": effort,
    "takenlijst": task_list,
    "kosten": costs,
    "dekking": funding,
    "ideeen": ideas,
    "saldo": balance,
    "tekorten": gaps,
    "wie_betaalt": who_pays,
    "planning": schedule,
    "niveaus": decision_levels,
    "beslispunten": decision_points,
    "jaarcijfers": plan_year,
    "jaardoelen": plan_goals,
    "kwartalen": quarters,
    "overdrachtsrol": handover_role,
    "komend": coming,
}
