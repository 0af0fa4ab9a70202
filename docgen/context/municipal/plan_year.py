"""What the year of an annual plan means for the budget of a municipality, beside the year before."""

from __future__ import annotations

from docgen.context.municipal import sentences
from docgen.context.municipal.budget import municipal_parties
from docgen.context.municipal.budget_rows import AFTER_RESERVES, PART, SUM, Row, cell, rows_of
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import Amounts, PartyBudget, books
from docgen.domain.names import party_names, viewer, whole_dossier
from docgen.domain.queries import council_party, section
from docgen.domain.types import CompleteDossier, TableRow

DIFFERENCE = "Verschil"


@memoized
def plan_budgets(dossier: CompleteDossier) -> list[TableRow]:
    """The budget of the municipality whose plan it is: in a part that of its party, else that of the council of the dossier,
    and of every municipality when nobody can tell which."""
    whole, seen_by, year = whole_dossier(dossier), viewer(dossier), section(dossier, "jaarplan").get("jaar")
    if not year:
        return []
    council = council_party(whole)
    only = {seen_by["id"]} if seen_by else {council} if council else set()
    parties = [party for party in municipal_parties(whole) if not only or party in only]
    found = [PartyBudget(whole, party, years=plan_years(whole, party, year)) for party in parties]
    return [_table(budget, year) for budget in found if budget.has_costs]


def plan_years(dossier: CompleteDossier, party: str, year: int) -> list[int]:
    """The year before, when anything is booked in it, and the year of the plan."""
    return [year - 1, year] if books(dossier, party, year - 1).has_amounts else [year]


def _table(budget: PartyBudget, year: int) -> TableRow:
    rows = [row for row in rows_of(budget) if row.kind == SUM or any(row.amounts.values())]
    end = next(place for place, row in enumerate(rows) if row.label == AFTER_RESERVES)
    end += next((place for place, row in enumerate(rows[end + 1 :]) if row.kind != PART), 0)
    return {
        "partij": budget.party,
        "naam": party_names(budget.dossier).get(budget.party, budget.party),
        "zinnen": list(sentences.sentences(budget)),
        "noten": list(sentences.notes(budget)),
    } | beside_each_other(rows[: end + 1], budget.years)


def beside_each_other(rows: list[Row], years: list[int]) -> TableRow:
    """Rows with a column for the last of the years, and for the one before it and the difference when that is there."""
    listed = [(row, _columns(row.amounts, years)) for row in rows]
    cents = any(amount % 100 for _, columns in listed for amount in columns)
    return {
        "koppen": [str(years[-1]), *([str(years[0]), DIFFERENCE] if years[1:] else [])],
        "regels": [
            {"naam": row.label, "soort": row.kind, "cellen": [cell(amount, cents) for amount in columns]}
            for row, columns in listed
        ],
    }


def _columns(amounts: Amounts, years: list[int]) -> list[int]:
    now = amounts[years[-1]]
    return [now, amounts[years[0]], now - amounts[years[0]]] if years[1:] else [now]
