"""What the programme means for the budget of a municipality: a table per year, and what changes in a budget that was adopted."""

from __future__ import annotations

from collections.abc import Callable

from docgen.context.municipal import sentences
from docgen.context.municipal.budget_rows import PLAIN, SUM, Row, as_data, rows_of
from docgen.context.municipal.reconciliation import reconciliation
from docgen.domain.council_proposal import budget_change
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import Books, PartyBudget, books
from docgen.domain.names import party_names, whole_dossier
from docgen.domain.queries import asked_names, council_party, horizon_years, in_blocks, municipalities, table_years
from docgen.domain.types import CompleteDossier, TableRow

CHANGES: dict[str, Callable[[Books], int]] = {
    "Lasten": lambda own: own.costs.total(),
    "Baten": lambda own: own.income.total(),
    "Saldo (baten min lasten)": lambda own: own.saldo,
    "Onttrekkingen aan reserves": lambda own: own.draws.total(),
    "Toevoegingen aan reserves": lambda own: own.additions.total(),
    "Saldo na reserves": lambda own: own.after_reserves(),
}


@memoized
def budgets(dossier: CompleteDossier) -> list[TableRow]:
    """What the programme means for the budget of every municipality that is a party, also of whose council decides on a
    proposal; none without costs. The same for a part of the dossier: a budget is of the whole."""
    dossier = whole_dossier(dossier)
    found = [PartyBudget(dossier, party, years=_all_years(dossier, party)) for party in municipal_parties(dossier)]
    return _with_notes_once([_table(budget) | _origin(budget) for budget in found if budget.has_costs])


def _with_notes_once(tables: list[TableRow]) -> list[TableRow]:
    """The tables with a note that is about more of them below the last one alone."""
    below = [{note for table in tables[at + 1 :] for note in table["noten"]} for at in range(len(tables))]
    return [
        table | {"noten": [note for note in table["noten"] if note not in later]}
        for table, later in zip(tables, below, strict=True)
    ]


def _all_years(dossier: CompleteDossier, party: str) -> list[int]:
    """Every year from the first with an amount in this budget up to the end of the horizon."""
    horizon = horizon_years(dossier)
    years = [year for year in table_years(dossier) if not horizon or year <= horizon[-1]]
    first = next((year for year in years if year in horizon or books(dossier, party, year).has_amounts), None)
    return [year for year in years if first is not None and year >= first]


def _origin(budget: PartyBudget) -> TableRow:
    """How the lasten follow from the costs of the programme."""
    rows = reconciliation(budget)
    return {"aansluiting": as_data(row for row in rows if row.kind == SUM or any(row.amounts.values()))}


def municipal_parties(dossier: CompleteDossier) -> list[str]:
    """The parties with a municipal budget, in their order: the municipalities, and whose council decides on a proposal."""
    council = council_party(dossier) if dossier.get("raadsvoorstel") else None
    parties = municipalities(dossier) | ({council} if council else set())
    return [party["id"] for party in dossier["partijen"] if party["id"] in parties]


@memoized
def proposal_budget(dossier: CompleteDossier) -> TableRow | None:
    """The same for the municipality whose council is asked to decide, with what the proposal asks."""
    dossier = whole_dossier(dossier)
    party = council_party(dossier)
    if not party or not dossier.get("raadsvoorstel"):
        return None
    budget = PartyBudget(dossier, party, asked_names(dossier))
    if not budget.has_costs:
        return None
    told = {"hoofdzinnen": [*sentences.main_sentences(budget)], "aanvullingen": [*sentences.additions(budget)]}
    return _table(budget) | told | {"wijziging": _change(dossier)}


def _table(budget: PartyBudget) -> TableRow:
    """The table as a template gets it."""
    names = party_names(budget.dossier)
    return {
        "partij": budget.party,
        "naam": names.get(budget.party, budget.party),
        "jaren": budget.years,
        "blokken": in_blocks(budget.years),
        "koppen": {year: f"{year}{' (ter vergelijking)' if year in budget.before else ''}" for year in budget.years},
        "regels": as_data(row for row in rows_of(budget) if row.kind == SUM or any(row.amounts.values())),
        "zinnen": list(sentences.sentences(budget)),
        "noten": list(sentences.notes(budget)),
    }


def _change(dossier: CompleteDossier) -> TableRow | None:
    """What changes in a budget that was adopted already, when anything does."""
    changed = budget_change(dossier)
    rows = [
        Row(label, PLAIN, {year: measure(own) for year, own in changed.items()}) for label, measure in CHANGES.items()
    ]
    return (
        {"jaren": [*changed], "regels": as_data(row for row in rows if any(row.amounts.values()))} if changed else None
    )
