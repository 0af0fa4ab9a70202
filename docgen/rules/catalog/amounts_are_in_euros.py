"""
Een bedrag staat in duizenden, of heeft een nul te veel of te weinig.

Bedragen staan in hele euro's. Een jaar dat een factor tien, honderd of duizend afwijkt van de andere jaren van dezelfde post of bron is meestal een slip, en
twee cijfers die van plaats wisselden ook. Een
hele rij in duizenden ziet deze regel alleen aan de kosten ernaast: die van de posten die de bron dekt en die geld missen, of uren keer tarief. Bedragen die groeien of krimpen
meldt zij niet. Bron: eigen domeinstudie (begrotingen staan vaak in duizenden euro's); Werkblad 4, blok financiën.

Herstel: schrijf het bedrag in euro's. Klopt het zo, leg dat dan vast als afwijking.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any, NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.personnel import cost_of_roles, roles_of_parties
from docgen.domain.consistency.surplus import Costs, costs_of_items
from docgen.domain.delivery.agreed import STAFF
from docgen.domain.municipal_books import uncovered
from docgen.domain.queries import counts, money_rows, to_cents
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import all_or_some, euro, rounded
from docgen.text.numbers import as_written

CODE = "FIN-14"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

THOUSAND = Decimal(1000)
FACTORS = (Decimal(10), Decimal(100), Decimal("0.1"), Decimal("0.01"))
NEAR = Decimal("0.005")
OF_COSTS = (Decimal("0.0005"), Decimal("0.002"))  # what a source is of its costs when it stands in thousands
OF_HOURS = (Decimal("0.0008"), Decimal("0.00125"))
NAMED = 3  # items in a sentence
Path = tuple[Any, ...]


class Beside(NamedTuple):
    """What stands beside the amounts of a row: what every item costs by year, and the roles of every party."""

    costs: Costs
    roles: dict[str, list[TableRow]]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    beside = Beside(costs_of_items(dossier), roles_of_parties(dossier))
    for path, row in money_rows(dossier):
        amounts = {year: amount for year, amount in (row["bedragen"] or {}).items() if amount}
        slips = list(_slips(path, row, amounts))
        yield from slips
        if amounts and not slips:
            yield from _whole_row(dossier, beside, path, row, amounts)


def _slips(path: Path, row: TableRow, amounts: dict[int, Decimal]) -> Iterator[Finding]:
    name = row.get("bron") or row.get("naam")
    for year, amount in amounts.items():
        others = [other for when, other in amounts.items() if when != year]
        meant = _meant(amount, others) if others else None
        if meant is not None:
            about = "" if len(set(others)) == 1 else "ongeveer "
            place = (*path, "bedragen", year)
            yield Finding(
                place,
                f"{name}: {euro(amount)} in {year}, in de andere jaren {about}{euro(median(others))}",
                about=row["id"] or "",
                year=year,
                amount=amount,
                hint=f"schrijf {year}: {as_written(meant)} als het zo bedoeld is",
                remedy=((place, meant),),
            )


def _meant(amount: Decimal, others: list[Decimal]) -> Decimal | None:
    """What an amount must be to be like the others, when it surely is a slip: a factor, or two digits the wrong way round."""
    usual = median(others)
    if amount < THOUSAND and 9 * usual <= 10000 * amount <= 11 * usual:
        return to_cents(amount * THOUSAND)
    if len(others) < 2 or len(set(others)) > 1:
        return None
    if _is_swapped(as_written(amount), as_written(usual)):
        return usual
    factor = next((factor for factor in FACTORS if abs(amount * factor - usual) <= NEAR * usual), None)
    return to_cents(amount * factor) if factor else None


def _is_swapped(typed: str, meant: str) -> bool:
    """Whether two digits beside each other changed places."""
    wrong = [i for i, pair in enumerate(zip(typed, meant, strict=False)) if pair[0] != pair[1]]
    is_pair = len(typed) == len(meant) and len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return is_pair and sorted(typed) == sorted(meant)


def _whole_row(
    dossier: CompleteDossier, beside: Beside, path: Path, row: TableRow, amounts: dict[int, Decimal]
) -> Iterator[Finding]:
    """A row that is a thousandth of what stands against it; not when others pay that."""
    told, cost, (least, most) = _costs_beside(beside, row, amounts)
    total = sum(amounts.values(), Decimal(0))
    if not cost or not least * cost <= total <= most * cost or not _is_lacking(dossier, row, amounts, total):
        return
    meant = {year: to_cents(amount * THOUSAND) for year, amount in row["bedragen"].items()}
    in_euros = ", ".join(f"{year}: {as_written(amount)}" for year, amount in meant.items())
    yield Finding(
        (*path, "bedragen"),
        f"{row.get('bron') or row.get('naam')}: {euro(total)}, maar {told} {euro(cost)}; staan deze bedragen in duizenden?",
        about=row["id"] or "",
        amount=total,
        hint=f"schrijf bedragen: {{{in_euros}}}",
        remedy=tuple(((*path, "bedragen", year), amount) for year, amount in meant.items()),
    )


def _is_lacking(dossier: CompleteDossier, row: TableRow, amounts: dict[int, Decimal], total: Decimal) -> bool:
    """Whether the costs of a source lack at least half of what it would be in thousands; a cost item pays nothing."""
    if "voor" not in row:
        return True
    open_costs = [uncovered(dossier, year).get(item, Decimal(0)) for year in amounts for item in {*row["voor"]}]
    return sum(open_costs, Decimal(0)) >= total * THOUSAND / 2


def _costs_beside(
    beside: Beside, row: TableRow, amounts: dict[int, Decimal]
) -> tuple[str, Decimal, tuple[Decimal, Decimal]]:
    """What stands against a row in the same years, in words and in euros: the items that a source pays, or hours times rate."""
    if "voor" in row:
        costs, named = beside.costs, row["voor"] or ()
        paid = [costs[item].get(year, Decimal(0)) for item in dict.fromkeys(named) if item in costs for year in amounts]
        verb = "kost" if len(named) == 1 else "kosten"
        return f"{all_or_some(named, NAMED)} {verb}", sum(paid, Decimal(0)) if counts(row) else Decimal(0), OF_COSTS
    roles = beside.roles.get(row["partij"], []) if row["soort"] == STAFF and row["partij"] else []
    by_year = [cost_of_roles(roles, year) for year in amounts]
    known = Fraction(0) if None in by_year else sum((cost for cost in by_year if cost), Fraction(0))
    return "uren keer tarief is", rounded(known, 2), OF_HOURS
