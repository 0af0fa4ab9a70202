"""What hours times rate of the roles of a party cost, beside what is budgeted for its personnel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from docgen.domain.delivery.agreed import STAFF, hours_in_year, takes_part_in
from docgen.domain.memo import memoized
from docgen.domain.queries import cost_items, horizon_years, setting
from docgen.domain.types import CompleteDossier, TableRow


@memoized
def roles_of_parties(dossier: CompleteDossier) -> dict[str, list[TableRow]]:
    """The roles of every party that has some."""
    roles: defaultdict[str, list[TableRow]] = defaultdict(list)
    for rol in dossier["rollen"]:
        roles[rol["partij"]].append(rol)
    return dict(roles)


def cost_of_roles(roles: Iterable[TableRow], year: int) -> Fraction | None:
    """Hours times rate of roles for the days of a year on which they take part, or nothing when one of them lacks a number."""
    roles = list(roles)
    return None if roles_without_number(roles, year) else known_cost(roles, year)


def known_cost(roles: Iterable[TableRow], year: int) -> Fraction:
    """The same as far as the numbers are known; who only steers or is a volunteer costs nothing without a rate."""
    priced = (rol for rol in roles if takes_part_in(rol, year) and rol["uren"] and rol["tarief"] is not None)
    return sum((hours_in_year(rol, year) * Fraction(rol["tarief"]) for rol in priced), Fraction(0))


def roles_without_number(roles: Iterable[TableRow], year: int) -> list[TableRow]:
    """The roles that take part in a year and of which what they cost is not known."""
    return [rol for rol in roles if lacking_numbers(rol) and takes_part_in(rol, year)]


def lacking_numbers(rol: TableRow) -> list[str]:
    """The fields without which is not known what a role costs; none for who only steers or is a volunteer."""
    if rol["sturend"] or rol["vrijwillig"]:
        return []
    if rol["uren"] is None:
        return ["uren", *(["tarief"] if rol["tarief"] is None else [])]
    return ["tarief"] if rol["uren"] and rol["tarief"] is None else []


def is_cost(dossier: CompleteDossier, cost: Fraction, amount: Decimal) -> bool:
    """Whether what is budgeted is what the hours cost, but for what may differ."""
    margin = Fraction(setting(dossier, "max_verschil_personeel")) / 100
    return abs(cost - Fraction(amount)) <= max(Fraction(1), margin * cost)


@memoized
def personnel_costs(dossier: CompleteDossier) -> dict[tuple[str, int], tuple[Decimal, int]]:
    """Personnel costs of every party in every year of the horizon, with the first item they stand in."""
    within, found = horizon_years(dossier), dict[tuple[str, int], tuple[Decimal, int]]()
    for i, post in enumerate(cost_items(dossier)):
        is_counted = post["soort"] == STAFF and post["partij"]
        for year, amount in (post["bedragen"] or {}).items() if is_counted else ():
            if year in within:
                before, first = found.get(key := (post["partij"], year), (Decimal(0), i))
                found[key] = before + amount, first
    return found


def are_costs_told(dossier: CompleteDossier) -> bool:
    """Whether somebody has begun on personnel costs: a budget without any says nothing of who lacks in it."""
    return bool(personnel_costs(dossier))


def may_be_budgeted(dossier: CompleteDossier, party: str) -> bool:
    """Whether personnel costs of a party may stand in an item that does not say whose it is, or of what kind."""
    return any(
        (post["soort"] == STAFF and not post["partij"]) or (not post["soort"] and post["partij"] in (None, party))
        for post in cost_items(dossier)
    )
