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
    present = [rol for rol in roles if takes_part_in(rol, year)]
    if any(rol["uren"] is None or (rol["uren"] and rol["tarief"] is None) for rol in present):
        return None
    return sum((hours_in_year(rol, year) * Fraction(rol["tarief"]) for rol in present if rol["uren"]), Fraction(0))


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
