"""Which party pays which, in the years of the agreement: the contributions in the books of `domain/municipal_books`, by source.

Money goes from who pays to the party in whose budget it comes in, and from there to who makes the cost. Each step from one
party to another is a contribution; money from outside is none until a party passes it on.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from docgen.domain.agreement.clauses import agreement
from docgen.domain.cost_division import DIRECT, Division, Source, cents
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import division
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import agreement_years, by_id
from docgen.domain.types import CompleteDossier, TableRow

Pair = tuple[str, str]  # who pays, who receives
NO_SOURCE: TableRow = {"bron": None, "partij": None, "voorwaarden": None, "bedragen": None}


class Transfer(NamedTuple):
    """What one party pays another of one source in a year, in cents."""

    source: str
    payer: str
    receiver: str
    year: int
    amount: int


@memoized
def transfers(dossier: CompleteDossier) -> tuple[Transfer, ...]:
    """Every contribution of a party to another in the years of the agreement, in the order of years and sources."""
    found: Counter[tuple[str, str, str, int]] = Counter()
    for year in agreement_years(dossier):
        divided = division(dossier, year)
        for (place, item), amount in sorted(divided.paid.items()):
            source = divided.sources[place]
            for payer, receiver in _steps(source, divided.items[item].maker) if amount else ():
                found[source.id, payer, receiver, year] += amount
    return tuple(Transfer(*key, amount) for key, amount in found.items())


def _steps(source: Source, maker: str | None) -> list[Pair]:
    if source.is_in_kind:
        return []
    stations = [name for name in (source.payer, source.through, maker) if name not in (None, DIRECT, OUTSIDE)]
    return [(payer, receiver) for payer, receiver in pairwise(map(str, stations)) if payer != receiver]


def flows(dossier: CompleteDossier) -> list[tuple[str, str, str]]:
    """Which source goes from which party to which, in the order of years and sources."""
    return list(dict.fromkeys((step.source, step.payer, step.receiver) for step in transfers(dossier)))


def usual_payer(dossier: CompleteDossier, source: str) -> str | None:
    """Who pays a source when a payment does not say it: its own party, of money from outside the first that passes it on."""
    owner: str | None = by_id(dossier["financiering"]).get(source, NO_SOURCE)["partij"]
    return (
        owner if owner != OUTSIDE else next((step.payer for step in transfers(dossier) if step.source == source), None)
    )


class Payment(NamedTuple):
    """A row of `betalingen` with what the books say of its source: `is_in_books` when the source goes from this payer to these
    receivers, `is_whole` when nothing of it goes elsewhere in the years of the agreement."""

    row: TableRow
    source: TableRow
    payer: str | None
    receivers: list[str]
    is_in_books: bool
    is_whole: bool


@memoized
def payments(dossier: CompleteDossier) -> list[Payment]:
    """Who pays and who receives by each row of `betalingen`: what the row says, else what the books say of its source."""
    sources, years = by_id(dossier["financiering"]), agreement_years(dossier)
    steps: dict[str, Counter[Pair]] = {}
    for step in transfers(dossier):
        steps.setdefault(step.source, Counter())[step.payer, step.receiver] += step.amount
    found = []
    for row in agreement(dossier).get("betalingen") or []:
        source, known = sources.get(row["bron"], NO_SOURCE), steps.get(row["bron"], Counter())
        payer = row["van"] or usual_payer(dossier, row["bron"])
        receivers = [row["aan"]] if row["aan"] else [receiver for one, receiver in known if one == payer]
        paid = [known[payer or "", receiver] for receiver in receivers]
        is_whole = sum(paid) == sum(cents(source, year) for year in years)
        found.append(Payment(row, source, payer, receivers, bool(paid) and all(paid), is_whole))
    return found


@memoized
def has_shared_purse(dossier: CompleteDossier) -> bool:
    """Whether parties hold money together: costs of nobody in particular that two or more of them pay, or a party that passes
    on money of others."""
    return any(_is_shared(division(dossier, year)) for year in agreement_years(dossier))


def _is_shared(divided: Division) -> bool:
    payers: dict[int, set[str]] = {}
    for (place, item), amount in divided.paid.items():
        source, maker = divided.sources[place], divided.items[item].maker
        if not amount or source.is_in_kind:
            continue
        if maker is None and source.payer != OUTSIDE:
            payers.setdefault(item, set()).add(source.payer)
        elif maker is not None and source.through not in (None, DIRECT, OUTSIDE, source.payer, maker):
            return True
    return any(len(some) > 1 for some in payers.values())
