"""From the costs of the programme to the lasten of one municipality: what others pay, what nobody pays yet, what comes on top."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.context.municipal.budget_rows import PLAIN, SUM, Row
from docgen.domain.municipal_books import (
    WITHOUT_COST,
    Amounts,
    PartyBudget,
    division,
    goes_through_another,
    is_booked_on_cost,
)
from docgen.domain.names import party_names


def reconciliation(budget: PartyBudget) -> Iterator[Row]:
    """The rows in their order; the first less the next two, with the last ones on top, is the lasten."""
    yield Row("Kosten van het programma", SUM, _per_year(budget, _costs))
    yield Row("Af: door anderen betaald of ingebracht", PLAIN, _per_year(budget, _paid_by_others))
    yield Row("Af: nog geen dekking voor kosten van anderen en gedeelde kosten", PLAIN, _per_year(budget, _uncovered))
    for party, name in party_names(budget.dossier).items():
        through = {year: _through(budget, party, year) for year in budget.years}
        yield Row(f"Bij: betaald via {name or party}", PLAIN, through)
    yield Row("Bij: budget zonder kostenpost", PLAIN, budget.of(lambda own: own.costs, WITHOUT_COST))
    yield Row("Lasten van de gemeente", SUM, budget.per_year(lambda own: own.costs.total()))


def _per_year(budget: PartyBudget, measure: Callable[[PartyBudget, int], int]) -> Amounts:
    return {year: measure(budget, year) for year in budget.years}


def _costs(budget: PartyBudget, year: int) -> int:
    divided = division(budget.dossier, year)
    return sum(divided.paid.values()) + sum(divided.need)


def _paid_by_others(budget: PartyBudget, year: int) -> int:
    divided = division(budget.dossier, year)
    return sum(
        amount
        for (source, item), amount in divided.paid.items()
        if not is_booked_on_cost(budget.party, divided.sources[source], divided.items[item])
    )


def _uncovered(budget: PartyBudget, year: int) -> int:
    divided = division(budget.dossier, year)
    return sum(need for item, need in zip(divided.items, divided.need, strict=True) if item.maker != budget.party)


def _through(budget: PartyBudget, party: str, year: int) -> int:
    """Own money of the municipality that another party pays out."""
    divided = division(budget.dossier, year)
    return sum(
        amount
        for (payer, _), amount in divided.paid.items()
        if (source := divided.sources[payer]).payer == budget.party
        and source.through == party
        and goes_through_another(source, budget.party)
    )
