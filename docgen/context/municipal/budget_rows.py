"""The rows of the table of a municipal budget, in their order, and how a row is shown.

Amounts in a table are texts without a euro sign: "−197.540", "–" for nothing. A row is `som`, `waarvan` (a part of it) or plain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from docgen.domain.municipal_books import (
    ASKED,
    CONTRIBUTION,
    DECIDED,
    IN_KIND_FOR_OTHERS,
    KNOWN_STAFF,
    NEW_STAFF,
    OPEN,
    OTHER_COSTS,
    SHARED,
    UNCOVERED,
    WITHOUT_COST,
    Amounts,
    Books,
    PartyBudget,
    total,
)
from docgen.domain.names import party_names
from docgen.domain.queries import CERTAIN, STRUCTURAL, TEMPORARY, proposal_points
from docgen.domain.reserves import filled_reserves, reserve_names
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import MINUS, NO_BREAK_SPACE, enumeration, euro

NOTHING = "–"
SUM, PART, PLAIN = "som", "waarvan", "gewoon"
OWN_COSTS = {
    KNOWN_STAFF: "Eigen personeel, al in de begroting",
    NEW_STAFF: "Eigen personeel, nieuw of tijdelijk",
    OTHER_COSTS: "Andere eigen kosten",
    IN_KIND_FOR_OTHERS: "Eigen inzet in natura voor posten van anderen",
}
OTHER = {SHARED: "Gedeelde kosten die de gemeente betaalt", WITHOUT_COST: "Budget zonder kostenpost"}
STATES = {
    DECIDED: "waarvan al besloten",
    ASKED: "waarvan gevraagd aan de raad",
    OPEN: "waarvan nog te besluiten",
    UNCOVERED: "waarvan nog geen dekking",
}
OF_PROPOSAL = STATES | {ASKED: "waarvan met dit voorstel gevraagd"}
AFTER_RESERVES = "Saldo na reserves (saldo plus onttrekkingen min toevoegingen)"


class Row(NamedTuple):
    """A row of a table: what it is called (nothing when a draft lacks that), its kind, and cents by year."""

    label: str | None
    kind: str
    amounts: Amounts


def rows_of(budget: PartyBudget) -> Iterator[Row]:
    """Every row in order, also those without any amount."""
    for name, label in _cost_labels(budget.dossier).items():
        yield Row(label, PLAIN, budget.of(lambda own: own.costs, name))
    yield from _sum(budget, "Lasten", lambda own, nature: total(own.costs, nature))
    for name, source in budget.sources.items():
        unsure = "" if source["status"] in CERTAIN else ", nog niet zeker"
        called = f"{source['bron']}{unsure}" if source["bron"] else None
        yield Row(called, PLAIN, budget.of(lambda own: own.income, name))
    if budget.names(lambda own: own.income):
        yield from _sum(budget, "Baten", lambda own, nature: total(own.income, nature))
    yield Row("Saldo (baten min lasten)", SUM, budget.per_year(lambda own: own.saldo))
    for name in budget.names(lambda own: own.draws):
        words = f"Onttrekking reserve: {name}{_decision_on(budget, name, 'financiering')}"
        yield Row(words, PLAIN, budget.of(lambda own: own.draws, name))
    for name in budget.names(lambda own: own.additions):
        new = " (nieuw)" if name in _new_reserves(budget) else ""
        yield Row(
            f"Toevoeging reserve: {name}{new}{_decision_on(budget, name, 'reserves')}",
            PLAIN,
            budget.of(lambda own: own.additions, name),
        )
    yield from _sum(budget, AFTER_RESERVES, lambda own, nature: own.after_reserves(nature))
    yield Row("Ten laste van de algemene middelen", SUM, budget.per_year(lambda own: own.means.total()))
    for state, label in (STATES if budget.asked is None else OF_PROPOSAL).items():
        yield Row(label, PART, {year: own.means[state] for year, own in budget.books.items()})


def _cost_labels(dossier: CompleteDossier) -> dict[Any, str]:
    labels: dict[Any, str] = {**OWN_COSTS}
    labels |= {(CONTRIBUTION, party): f"Bijdrage aan {name or party}" for party, name in party_names(dossier).items()}
    return labels | OTHER


def _new_reserves(budget: PartyBudget) -> set[str]:
    """The reserves that the council of this municipality still has to set up."""
    names = reserve_names(budget.dossier)
    own = [row for row in filled_reserves(budget.dossier) if row["partij"] == budget.party]
    return {names[row["id"]] for row in own if row.get("nieuw")}


def _decision_on(budget: PartyBudget, reserve: str, key: str) -> str:
    """The decision points of a proposal that draw on a reserve (`financiering`) or fill it (`reserves`)."""
    named = {id for id, name in reserve_names(budget.dossier).items() if name == reserve} & (budget.asked or set())
    points = [str(point["nr"]) for point in proposal_points(budget.dossier) if named & {*(point.get(key) or [])}]
    return f" (beslispunt {enumeration(points)})" if points else ""


def _sum(budget: PartyBudget, label: str, measure: Callable[[Books, str], int]) -> Iterator[Row]:
    """A sum and, when it has both, what of it is structural and what is temporary."""
    yield Row(label, SUM, budget.per_year(lambda own: measure(own, "")))
    parts = [
        Row(f"waarvan {nature}", PART, {year: measure(own, nature) for year, own in budget.books.items()})
        for nature in (STRUCTURAL, TEMPORARY)
    ]
    yield from parts if all(any(part.amounts.values()) for part in parts) else ()


def as_data(rows: Iterable[Row]) -> list[TableRow]:
    """Rows as a template gets them: with cents in all cells when one has them."""
    listed = list(rows)
    cents = any(amount % 100 for row in listed for amount in row.amounts.values())
    return [
        {
            "naam": row.label,
            "soort": row.kind,
            "bedragen": {year: Decimal(amount) / 100 for year, amount in row.amounts.items()},
            "cellen": {year: cell(amount, cents) for year, amount in row.amounts.items()},
        }
        for row in listed
    ]


def cell(amount: int, cents: bool) -> str:
    """An amount in cents as a table shows it."""
    if not amount:
        return NOTHING
    digits = euro(Decimal(abs(amount)) / 100, cents).removeprefix(f"€{NO_BREAK_SPACE}")
    return f"{MINUS if amount < 0 else ''}{digits}"
