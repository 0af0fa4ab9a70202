"""The tables about money: years, costs, funding and what is missing.

Amounts are `Decimal` euros; `bedragen` maps a year to an amount and is filled for every one of the `years`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.domain.memo import map_rows, memoized, memoized_by_value
from docgen.domain.names import OUTSIDE, party_names, whole_dossier
from docgen.domain.queries import (
    agreement_years,
    cost_items,
    funding_sources,
    horizon_years,
    in_blocks,
    is_idea,
    table_years,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import amounts_in_words, enumeration

ZERO = Decimal(0)


@memoized
def year_blocks(dossier: CompleteDossier) -> list[list[int]]:
    """The years cut into runs of nearly equal length that fit the width of a page: one table per run."""
    return in_blocks(table_years(dossier))


@memoized
def agreement_year_blocks(dossier: CompleteDossier) -> list[list[int]]:
    """The years of the agreement cut into runs that fit the width of a page."""
    return in_blocks(agreement_years(dossier))


@memoized
def costs(dossier: CompleteDossier) -> TableRow:
    """Cost items per year with totals, structural and incidental."""
    return _money_table(dossier, cost_items(dossier))


@memoized
def funding(dossier: CompleteDossier) -> TableRow:
    """Sources of money that count as cover (everything but an idea), per year with totals."""
    table = _money_table(dossier, funding_sources(dossier))
    items, names = item_names(dossier), _source_names(whole_dossier(dossier))
    rows = [
        row
        | {
            "voor_namen": [items.get(post, post) for post in row["voor"] or []],
            "vervolg_naam": enumeration(names.get(name, name) for name in row["vervolg"] or ()) or None,
            "in_looptijd": not row["totaal"] or any(row["bedragen"][year] for year in agreement_years(dossier)),
        }
        for row in table["regels"]
    ]
    asked = [row for row in rows if row["status"] == "gevraagd"]
    return table | {"regels": rows, "gevraagd": amounts_per_year(dossier, asked)}


@memoized_by_value
def item_names(dossier: CompleteDossier) -> dict[str, str]:
    """The names of the cost items by their ids."""
    return {post["id"]: post["naam"] for post in cost_items(dossier)}


@memoized_by_value
def _source_names(dossier: CompleteDossier) -> dict[str, str]:
    return {bron["id"]: bron["bron"] for bron in dossier["financiering"]}


@memoized_by_value
def _payer_names(dossier: CompleteDossier) -> dict[str, str]:
    """The names of the parties that stand in the budget: one that joins is not among them."""
    payers = {row["partij"] for row in (*cost_items(dossier), *dossier["financiering"])}
    return {party: name for party, name in party_names(dossier).items() if party in payers}


@memoized
def ideas(dossier: CompleteDossier) -> list[TableRow]:
    """Sources of money that are only an idea, with what they might bring per year: never counted as cover."""
    rows = [bron for bron in dossier["financiering"] if is_idea(bron)]
    return map_rows(dossier, rows, _spread, tuple(table_years(dossier)))


def _money_table(dossier: CompleteDossier, rows: Iterable[TableRow]) -> TableRow:
    names, all_years = _payer_names(dossier), table_years(dossier)
    spread = map_rows(dossier, rows, _spread, tuple(all_years))
    full = [row | {"partijnaam": names.get(row["partij"])} for row in spread]
    per_year, counted = amounts_per_year(dossier, full), counted_years(dossier)
    return {
        "regels": full,
        "per_jaar": per_year,
        "structureel": amounts_per_year(dossier, [row for row in full if row["aard"] == "structureel"]),
        "incidenteel": amounts_per_year(dossier, [row for row in full if row["aard"] == "incidenteel"]),
        "totaal": sum((per_year[year] for year in counted), Decimal(0)),
        "ervoor_tekst": amounts_in_words({year: per_year[year] for year in all_years if year < counted[0]}),
    }


@memoized_by_value
def counted_years(dossier: CompleteDossier) -> list[int]:
    """The years of a total: those of the horizon, else every year. What comes before is told apart and never added in."""
    return list(horizon_years(dossier)) or table_years(dossier)


def _spread(row: TableRow, all_years: tuple[int, ...]) -> TableRow:
    given = row["bedragen"] or {}
    amounts = {year: given.get(year, ZERO) for year in all_years}
    return row | {"bedragen": amounts, "totaal": sum(amounts.values(), ZERO)}


def amounts_per_year(dossier: CompleteDossier, rows: list[TableRow]) -> dict[int, Decimal]:
    """What rows are together in every year of the tables."""
    amounts = [row["bedragen"] for row in rows]
    return {year: sum([given[year] for given in amounts], ZERO) for year in table_years(dossier)}


@memoized
def balance(dossier: CompleteDossier) -> dict[int, Decimal]:
    """Funding minus costs per year; below zero is a gap."""
    cost, cover = costs(dossier)["per_jaar"], funding(dossier)["per_jaar"]
    return {year: cover[year] - cost[year] for year in cost}


@memoized
def gaps(dossier: CompleteDossier) -> list[TableRow]:
    """Years in which the costs are higher than the cover, with the amount that is missing."""
    return [{"jaar": year, "bedrag": -left} for year, left in balance(dossier).items() if left < 0]


@memoized
def who_pays(dossier: CompleteDossier) -> list[TableRow]:
    """What every party and every outside source brings in per year: the parties in their order, then each source by name."""
    names, rows = _payer_names(dossier), funding(dossier)["regels"]
    paid = {party: (name, [row for row in rows if row["partij"] == party]) for party, name in names.items()}
    _, outside = paid.pop(OUTSIDE, ("", []))
    gathered = [(party, name, own) for party, (name, own) in paid.items() if own]
    table = []
    for party, name, own in [*gathered, *((OUTSIDE, row["bron"], [row]) for row in outside)]:
        amounts = amounts_per_year(dossier, own)
        table.append({"partij": party, "naam": name, "bedragen": amounts, "totaal": sum(amounts.values())})
    return table


@memoized
def has_cents(dossier: CompleteDossier) -> bool:
    """Whether any amount has cents: then every amount in a table shows two decimals."""
    return _any_cents(dossier, "begroting") or _any_cents(dossier, "financiering") or _any_cents(dossier, "rollen")


@memoized
def _any_cents(dossier: CompleteDossier, part: str) -> bool:
    if part == "rollen":
        return any(Decimal(rol["tarief"]) % 1 for rol in dossier["rollen"] if rol["tarief"] is not None)
    rows = dossier[part] if part == "financiering" else cost_items(dossier)
    return any(map_rows(dossier, rows, _has_cents))


def _has_cents(row: TableRow) -> bool:
    return any(amount % 1 for amount in (row["bedragen"] or {}).values())
