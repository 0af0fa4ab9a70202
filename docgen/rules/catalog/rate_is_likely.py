"""
Een tarief of een aantal uren per fte kan niet kloppen.

Een uur werk met overhead kost meestal tussen € 15 en € 400, en een voltijdbaan telt 1.000 tot 2.000 productieve uren. Wat daarbuiten valt, is meestal een punt
of komma op de verkeerde plaats, en staat in elke berekening. Van rollen die sturen of vrijwillig zijn telt een tarief van nul niet; vrijwilligers met een
tarief spreken zichzelf tegen. Bron: Handleiding Overheidstarieven; Loket Gezond Leven, Borg uw project (tijd en geld).

Herstel: schrijf het tarief in euro per uur, zonder btw.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.personnel import cost_of_roles, is_cost, personnel_costs, roles_of_parties
from docgen.domain.queries import section, to_cents
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro, number
from docgen.text.numbers import as_written

CODE = "UUR-05"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"

LOWEST, HIGHEST = 15, 400
FEWEST_HOURS, MOST_HOURS = 1000, 2000
FACTORS = (Decimal(10), Decimal("0.1"))
UNSURE = "controleer de punt en de komma"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, rol in enumerate(dossier["rollen"]):
        path, rate, about = ("rollen", i, "tarief"), rol["tarief"], rol["id"] or ""
        if rate is None or rol["sturend"]:
            continue
        if rol["vrijwillig"] and rate:
            message = f"{rol['naam']} is vrijwillig, maar kost {euro(rate)} per uur"
            yield Finding(path, message, about=about, hint="schrijf tarief: 0, of haal vrijwillig weg")
        elif not rol["vrijwillig"] and rol["uren"] and not LOWEST <= rate <= HIGHEST:
            message = f"{rol['naam']}: {euro(rate)} per uur kan niet kloppen"
            meant = _likely(dossier, rol)
            hint = UNSURE if meant is None else f"schrijf tarief: {as_written(meant)}"
            yield Finding(path, message, about=about, hint=hint, remedy=() if meant is None else ((path, meant),))
    full_time = (section(dossier, "dossier").get("instellingen") or {}).get("uren_per_fte")
    if full_time is not None and not FEWEST_HOURS <= full_time <= MOST_HOURS:
        field = ("dossier", "instellingen", "uren_per_fte")
        yield Finding(field, f"{number(full_time)} uur per fte kan niet kloppen", hint=UNSURE)


def _likely(dossier: CompleteDossier, rol: TableRow) -> Decimal | None:
    """A rate ten times as high or low, when the hours of the party then cost what is budgeted."""
    budgeted = {year: cost for (party, year), (cost, _) in personnel_costs(dossier).items() if party == rol["partij"]}
    for rate in (to_cents(rol["tarief"] * factor) for factor in FACTORS):
        roles = [one | {"tarief": rate} if one is rol else one for one in roles_of_parties(dossier)[rol["partij"]]]
        costs = {year: cost_of_roles(roles, year) for year in budgeted}
        if costs and all(cost is not None and is_cost(dossier, cost, budgeted[year]) for year, cost in costs.items()):
            return rate
    return None
