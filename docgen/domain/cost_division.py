"""Which source of money pays which cost in a year, in whole cents: what is determined exactly, the rest in proportion.

A source that can pay one item only, and an item that one source only can pay, leave no choice. Where there is one, a source is
divided over its items in proportion to what they still need, and then moved until no cent is left that could have paid a cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from docgen.domain.queries import IDEA
from docgen.domain.types import TableRow

IN_KIND = "natura"
NOT_THERE = (IDEA, "afgewezen")  # a source with such a status pays nothing
DIRECT, OUTSIDE = "rechtstreeks", "extern"


class Item(NamedTuple):
    """A cost: its id, who makes it (`None`: several parties together), `personeel` or another kind, and its nature."""

    id: str
    maker: str | None
    kind: str
    nature: str


class Source(NamedTuple):
    """Money or hours: who pays, the party in whose budget it comes in (`DIRECT`: in none; `None`: unknown), its nature."""

    id: str
    name: str
    payer: str
    through: str | None
    is_in_kind: bool
    nature: str
    status: str
    is_in_budget: bool | None
    reserve: str


@dataclass
class Division:
    """Cents by source and item; what items still need and sources still have; whether it could have come out otherwise."""

    items: list[Item]
    sources: list[Source]
    paid: dict[tuple[int, int], int] = field(default_factory=dict)  # by the place of the source and of the item
    need: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    is_estimated: bool = False


def divide(items: Sequence[TableRow], sources: Sequence[tuple[Source, TableRow]], year: int) -> Division:
    """What each source pays of each cost in a year."""
    known = [Item(row["id"], row.get("partij"), row.get("soort") or "", row["aard"]) for row in items]
    found = Division(known, [source for source, _ in sources])
    found.need = [cents(row, year) for row in items]
    found.left = [cents(row, year) for _, row in sources]
    may = [list(_payable(source, row, known)) for source, row in sources]
    while _pay_what_leaves_no_choice(found, may) or _pay_in_proportion(found, may):
        pass
    while _move(found, may):
        pass
    return found


def cents(row: TableRow, year: int) -> int:
    """An amount of a year in whole cents; amounts have at most two decimals."""
    return int((row["bedragen"] or {}).get(year, Decimal(0)) * 100)


def _payable(source: Source, row: TableRow, items: list[Item]) -> Iterable[int]:
    """The items that a source may pay: those it names, else of its own party in kind, and any with money."""
    for place, item in enumerate(items):
        if item.id in row["voor"] if row.get("voor") else not source.is_in_kind or item.maker == source.payer:
            yield place


def _open(found: Division, may: list[list[int]], source: int) -> list[int]:
    return [item for item in may[source] if found.need[item]] if found.left[source] else []


def _give(found: Division, source: int, item: int, amount: int) -> None:
    found.paid[source, item] = found.paid.get((source, item), 0) + amount
    found.left[source] -= amount
    found.need[item] -= amount


def _pay_what_leaves_no_choice(found: Division, may: list[list[int]]) -> bool:
    """One payment of a source that can pay one item only, or else of an item that one source only can pay."""
    by_source = [_open(found, may, source) for source in range(len(may))]
    pairs = [(source, items[0]) for source, items in enumerate(by_source) if len(items) == 1]
    for item in range(len(found.items)) if not pairs else ():
        able = [source for source, items in enumerate(by_source) if item in items]
        pairs += [(able[0], item)] if len(able) == 1 else []
    for source, item in pairs[:1]:
        _give(found, source, item, min(found.left[source], found.need[item]))
    return bool(pairs)


def _pay_in_proportion(found: Division, may: list[list[int]]) -> bool:
    """The source with the fewest items that it can pay, divided over them in proportion to what they need."""
    choices = [(len(items), source, items) for source in range(len(may)) if (items := _open(found, may, source))]
    if not choices:
        return False
    _, source, items = min(choices)
    able = [other for other in range(len(may)) if set(_open(found, may, other)) & set(items)]
    makers, ways = {found.items[item].maker for item in items}, {found.sources[other].through for other in able}
    found.is_estimated |= len(makers) > 1 and len(ways) > 1
    needs = [found.need[item] for item in items]
    for item, amount in zip(items, in_proportion(min(found.left[source], sum(needs)), needs), strict=True):
        _give(found, source, item, amount)
    return True


def in_proportion(amount: int, needs: Sequence[int]) -> list[int]:
    """Cents divided in proportion; those that are left over go one by one to the largest remainders, the first of equals."""
    whole = sum(needs)
    shares = [amount * need // whole for need in needs]
    by_remainder = sorted(range(len(needs)), key=lambda place: -(amount * needs[place] % whole))
    for place in by_remainder[: amount - sum(shares)]:
        shares[place] += 1
    return shares


def _move(found: Division, may: list[list[int]]) -> bool:
    """Let a source that has money left pay an item of another, which then pays what is still open: along the shortest way."""
    for source in range(len(may)):
        path = _way_to_need(found, may, source) if found.left[source] else None
        if path:
            _move_along(found, path)
            return True
    return False


Way = list[
    tuple[int, int]
]  # source and item that it will pay, one after the other: each source pays the next item instead


def _way_to_need(found: Division, may: list[list[int]], start: int) -> Way | None:
    ways: list[Way] = [[(start, item)] for item in may[start]]
    seen: set[int] = set()
    while ways:
        way = ways.pop(0)
        item = way[-1][1]
        if found.need[item]:
            return way
        if item in seen:
            continue
        seen.add(item)
        for other in range(len(may)):
            if found.paid.get((other, item)) and all(other != source for source, _ in way):
                ways += [[*way, (other, further)] for further in may[other] if further not in seen]
    return None


def _move_along(found: Division, way: Way) -> None:
    freed = [found.paid[other, item] for (_, item), (other, _) in pairwise(way)]
    amount = min([found.left[way[0][0]], found.need[way[-1][1]], *freed])
    for (_, item), (other, _) in pairwise(way):
        _give(found, other, item, -amount)
    for source, item in way:
        _give(found, source, item, amount)
