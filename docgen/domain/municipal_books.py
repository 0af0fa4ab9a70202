"""What a programme means for the budget of one party, a year at a time: lasten, baten, reserves, and who has decided on it.

The dossier holds the costs and the funding of all parties together; a council decides on the budget of its municipality alone.
Money that passes through a party adds the same to its lasten and baten, so its saldo never depends on where money comes in.
Signs: lasten, baten, draws on and additions to reserves are positive; saldo = baten − lasten. Source: Besluit begroting en
verantwoording (BBV) and the notes of its committee, as public municipal budgets apply them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from docgen.domain.cost_division import DIRECT, Division, Item, Source, cents, divide
from docgen.domain.memo import memoized
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import (
    CERTAIN,
    IN_KIND,
    STRUCTURAL,
    TEMPORARY,
    cost_items,
    council_party,
    funding_sources,
    horizon_years,
    is_more_than_rounding,
    table_years,
    undecided_names,
)
from docgen.domain.reserves import filled_reserves, reserve_names
from docgen.domain.types import CompleteDossier, TableRow

STAFF = "personeel"
DECIDED, ASKED, OPEN, UNCOVERED = "besloten", "gevraagd", "onzeker", "gat"
KNOWN_STAFF, NEW_STAFF, OTHER_COSTS = "eigen_personeel_begroot", "eigen_personeel_nieuw", "andere_eigen_kosten"
IN_KIND_FOR_OTHERS, SHARED, WITHOUT_COST = "inzet_voor_anderen", "gedeeld", "zonder_kostenpost"
CONTRIBUTION = "bijdrage"


Rows = Counter[tuple[Any, str]]


@dataclass
class Books:
    """The budget of a party in a year, in cents, by row and nature. `costs` are the lasten; a contribution is the row
    (`CONTRIBUTION`, party). `income` is by source; `draws` and `additions` by reserve; `unknown` is what comes in nobody knows
    where and `unspent` what comes in here without a cost, both by source. `means` is what comes from the general means, by
    what was decided about it, and `budgeted` what of that stands in an adopted budget; `budgeted_income` is what stands there of
    money from outside."""

    costs: Rows = field(default_factory=Counter)
    income: Rows = field(default_factory=Counter)
    draws: Rows = field(default_factory=Counter)
    additions: Rows = field(default_factory=Counter)
    unknown: Rows = field(default_factory=Counter)
    unspent: Rows = field(default_factory=Counter)
    means: Counter[str] = field(default_factory=Counter)
    budgeted: int = 0
    budgeted_income: int = 0
    is_estimated: bool = False

    @property
    def saldo(self) -> int:
        """Baten less lasten."""
        return self.income.total() - self.costs.total()

    @property
    def has_amounts(self) -> bool:
        """Whether anything is booked."""
        return any(rows.total() for rows in (self.costs, self.income, self.draws, self.additions))

    def after_reserves(self, nature: str = "") -> int:
        """The saldo, more what is drawn, less what is added."""
        with_draws = total(self.income, nature) + total(self.draws, nature)
        return with_draws - total(self.costs, nature) - total(self.additions, nature)


def total(rows: Rows, nature: str = "") -> int:
    """The sum of rows, or of those of one nature."""
    return sum(amount for key, amount in rows.items() if not nature or key[1] == nature)


def source_of(row: TableRow, reserve: str = "") -> Source:
    """A source of the dossier with what it does not say filled in: see the specification of each field in the schema."""
    payer, status = row["partij"], row["status"]
    is_outside = payer == OUTSIDE
    in_budget = row.get("in_begroting")
    if in_budget is None and not is_outside:
        in_budget = status in CERTAIN
    through = row.get("via") or (None if is_outside else payer)
    return Source(
        row["id"],
        payer,
        through,
        row.get("vorm") == IN_KIND,
        row["aard"],
        status,
        in_budget,
        reserve,
    )


class Unspent(NamedTuple):
    """What a source brings in a year beyond the costs that it covers, in euros, and the place and row of that source."""

    place: int
    source: Source
    row: TableRow
    year: int
    amount: Decimal


def unspent(dossier: CompleteDossier, years: Iterable[int] | None = None) -> Iterator[Unspent]:
    """The money of the horizon, or of these years, that covers nothing, where that is more than rounding."""
    places = {row["id"]: i for i, row in enumerate(dossier["financiering"])}
    for year in horizon_years(dossier) if years is None else years:
        divided = division(dossier, year)
        for source, left in zip(divided.sources, divided.left, strict=True):
            row = dossier["financiering"][places[source.id]]
            if is_more_than_rounding(left, (row["bedragen"] or {}).get(year)):
                yield Unspent(places[source.id], source, row, year, Decimal(left) / 100)


@memoized
def division(dossier: CompleteDossier, year: int) -> Division:
    """Which source pays which cost in a year."""
    reserves = reserve_names(dossier)
    sources = [(source_of(row, reserves.get(row["id"], "")), row) for row in funding_sources(dossier)]
    return divide(cost_items(dossier), sources, year)


@memoized
def budget_years(dossier: CompleteDossier) -> list[int]:
    """The years that matter for a budget: the horizon and, when it has amounts, the year before; without one every year."""
    shown = list(horizon_years(dossier))
    return [year for year in table_years(dossier) if not shown or shown[0] - 1 <= year <= shown[-1]]


Asked = frozenset[str] | None
StateOf = Callable[[str, str], str]


def books(dossier: CompleteDossier, party: str, year: int, asked: Asked = None, only: Asked = None) -> Books:
    """The budget of a party in a year. `asked` are the sources and reserves that a proposal asks its council for: with it
    those are asked whatever their state, and what is asked elsewhere is open. Without it what its council still has to decide on is asked.
    With `only` the part of these sources and reserves.
    """
    return _books(dossier, party, year, asked, only)


@memoized
def _books(dossier: CompleteDossier, party: str, year: int, asked: Asked, only: Asked) -> Books:
    divided, state = division(dossier, year), _states(dossier, party, asked)
    found = Books(is_estimated=divided.is_estimated)
    for (payer, post), amount in sorted(divided.paid.items()):
        if amount and _is_among(divided.sources[payer].id, only):
            _book_flow(found, party, divided.sources[payer], divided.items[post], amount)
    for item, amount in zip(divided.items, divided.need, strict=True):
        if item.maker == party and amount and only is None:
            found.costs[_own_row(item, None), item.nature] += amount
            found.means[UNCOVERED] += amount
    rows = {row["id"]: row for row in dossier["financiering"]}
    for source, amount in zip(divided.sources, divided.left, strict=True):
        if source.payer == party and _is_among(source.id, only):
            found.costs[WITHOUT_COST, source.nature] += amount
            _book_means(found, source, cents(rows[source.id], year), state)
        elif source.through == party and amount:
            found.unspent[source.id, source.nature] += amount
    _book_additions(found, dossier, party, year, state, only)
    return found


def _is_among(name: str, only: Asked) -> bool:
    return only is None or name in only


def _book_flow(found: Books, party: str, source: Source, item: Item, amount: int) -> None:
    is_own, is_here = source.payer == party, item.maker == party
    if source.is_in_kind and not is_own:
        return  # who works for nothing makes no costs here
    nature = item.nature if is_own or source.nature == STRUCTURAL else TEMPORARY
    if is_own and goes_through_another(source, party):
        found.costs[(CONTRIBUTION, source.through), nature] += amount
    elif is_own or source.through == party:
        found.costs[_row(party, source, item), nature] += amount
        if not is_own:
            _book_income(found, source, amount)
        return
    elif source.through is None and not is_here:
        found.unknown[source.id, source.nature] += amount
    if is_here:
        found.costs[_own_row(item, source if is_own else None), nature] += amount
        _book_income(found, source, amount)


def _book_income(found: Books, source: Source, amount: int) -> None:
    found.income[source.id, source.nature] += amount
    found.budgeted_income += amount if source.payer == OUTSIDE and source.is_in_budget else 0


@memoized
def uncovered(dossier: CompleteDossier, year: int) -> dict[str, Decimal]:
    """What each cost item still lacks in a year when every source pays only what it is for, in euros."""
    divided = division(dossier, year)
    lacking: Counter[str] = Counter()
    for item, amount in zip(divided.items, divided.need, strict=True):
        lacking[item.id] += amount
    return {name: Decimal(amount) / 100 for name, amount in lacking.items() if amount}


@memoized
def unmatched(dossier: CompleteDossier, year: int) -> Decimal:
    """What costs lack in a year although the money as a whole is enough for it: what is left may not pay them."""
    costs, money = (sum(cents(row, year) for row in rows) for rows in (cost_items(dossier), funding_sources(dossier)))
    lacking = sum(division(dossier, year).need) - max(costs - money, 0)
    return Decimal(lacking) / 100 if is_more_than_rounding(lacking, Decimal(costs) / 100) else Decimal(0)


@memoized
def temporary_for_lasting(dossier: CompleteDossier) -> dict[int, Decimal]:
    """What temporary money pays of lasting costs, per year, in euros."""
    found = {}
    for year in table_years(dossier):
        divided = division(dossier, year)
        paid = (
            amount
            for (source, item), amount in divided.paid.items()
            if divided.sources[source].nature == TEMPORARY and divided.items[item].nature == STRUCTURAL
        )
        found[year] = Decimal(sum(paid)) / 100
    return {year: amount for year, amount in found.items() if amount}


def goes_through_another(source: Source, party: str) -> bool:
    """Whether money goes through another party than this one."""
    return not source.is_in_kind and source.through not in (party, DIRECT, None, OUTSIDE)


def is_booked_on_cost(party: str, source: Source, item: Item) -> bool:
    """Whether what a source pays of a cost stands as that cost, or as a contribution to it, in the budget of a party."""
    if source.payer != party and source.is_in_kind:
        return False
    goes_here = source.through == party or (source.payer == party and not goes_through_another(source, party))
    return goes_here or item.maker == party


def _row(party: str, source: Source, item: Item) -> Any:
    if item.maker == party:
        return _own_row(item, source if source.payer == party else None)
    if item.maker is None:
        return SHARED
    return IN_KIND_FOR_OTHERS if source.is_in_kind else (CONTRIBUTION, item.maker)


def _own_row(item: Item, own: Source | None) -> str:
    """The row of a cost of the party itself, paid by money of its `own` or not."""
    if item.kind != STAFF:
        return OTHER_COSTS
    return KNOWN_STAFF if own and own.is_in_budget else NEW_STAFF


def _book_means(found: Books, source: Source, amount: int, state_of: StateOf) -> None:
    if source.reserve:
        found.draws[source.reserve, source.nature] += amount
    else:
        state = state_of(source.id, source.status)
        found.means[state] += amount
        found.budgeted += amount if state == DECIDED and source.is_in_budget else 0


def _book_additions(
    found: Books, dossier: CompleteDossier, party: str, year: int, state_of: StateOf, only: Asked
) -> None:
    names = reserve_names(dossier)
    for reserve in filled_reserves(dossier):
        if reserve["partij"] == party and _is_among(reserve["id"], only):
            amount = cents({"bedragen": reserve["toevoegingen"]}, year)
            found.additions[names[reserve["id"]], TEMPORARY] += amount
            found.means[state_of(reserve["id"], reserve.get("status") or OPEN)] += amount


def _states(dossier: CompleteDossier, party: str, asked: Asked) -> StateOf:
    """How far a decision on money of the party's own is, by the name of that money and its status."""
    named = undecided_names(dossier) if asked is None else asked
    if asked is None and named and party != council_party(dossier):
        named = frozenset()

    def state(name: str, status: str) -> str:
        if name in named:
            return ASKED
        if status in CERTAIN:
            return DECIDED
        return ASKED if status == "gevraagd" and asked is None else OPEN

    return state


Amounts = dict[int, int]  # cents by year


class PartyBudget:
    """The budget of one party in some years, else those that matter. `before` is the year before the horizon, when it has costs."""

    def __init__(
        self, dossier: CompleteDossier, party: str, asked: Asked = None, years: list[int] | None = None
    ) -> None:
        self.dossier, self.party, self.asked = dossier, party, asked
        known, horizon = budget_years(dossier) if years is None else years, horizon_years(dossier)
        before = [year for year in known if horizon and year < horizon[0]]
        self.before = [year for year in before if years or books(dossier, party, year, asked).costs.total()]
        self.years = [year for year in known if year in self.before or year not in before]
        self.books = {year: books(dossier, party, year, asked) for year in self.years}
        self.sources = {row["id"]: row for row in dossier["financiering"]}

    @property
    def has_costs(self) -> bool:
        """Whether the programme costs this party anything in these years."""
        return any(own.costs.total() for own in self.books.values())

    def per_year(self, measure: Callable[[Books], int]) -> Amounts:
        """What is measured, by year."""
        return {year: measure(own) for year, own in self.books.items()}

    def of(self, rows: Callable[[Books], Rows], name: Any) -> Amounts:
        """The amounts of one row, of both natures, by year."""
        return {
            year: sum(amount for (row, _), amount in rows(own).items() if row == name)
            for year, own in self.books.items()
        }

    def names(self, rows: Callable[[Books], Rows]) -> list[Any]:
        """The rows with an amount, in the order of their first year."""
        return list(
            dict.fromkeys(row for own in self.books.values() for (row, _), amount in rows(own).items() if amount)
        )
