"""Which source of money pays which cost in a year, in whole cents: what is determined exactly, the rest in proportion.

A source that can pay one item only, and an item that one source only can pay, leave no choice. Where there is one, a source is
divided over its items in proportion to what they still need, and then moved until no cent is left that could have paid a cost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from docgen.domain.types import TableRow

DIRECT = "rechtstreeks"
EURO = 100  # cents


class Item(NamedTuple):
    """A cost: its id, who makes it (`None`: several parties together), `personeel` or another kind, and its nature."""

    id: str
    maker: str | None
    kind: str
    nature: str


class Source(NamedTuple):
    """Money or hours: who pays, the party in whose budget it comes in (`DIRECT`: in none; `None`: unknown), its nature."""

    id: str
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
    open_sources: set[int] = field(default_factory=set)  # by their places: what was divided in proportion
    open_items: set[int] = field(default_factory=set)
    in_proportion: set[int] = field(
        default_factory=set
    )  # every item of which more sources could have paid more or less

    @property
    def is_estimated(self) -> bool:
        """Whether it could have come out otherwise, and that matters to a party."""
        return bool(self.open_items)


def divide(items: Sequence[TableRow], sources: Sequence[tuple[Source, TableRow]], year: int) -> Division:
    """What each source pays of each cost in a year; takes time in proportion to the links between them."""
    known = [Item(row["id"], row.get("partij"), row.get("soort") or "", row["aard"]) for row in items]
    found = Division(known, [source for source, _ in sources])
    found.need = [cents(row, year) for row in items]
    found.left = [cents(row, year) for _, row in sources]
    places: dict[str, list[int]] = {}
    for place, item in enumerate(known):
        places.setdefault(item.id, []).append(place)
    may = [_payable(source, row, known, places) for source, row in sources]
    links = _Links(found, may)
    while links.pay():
        pass
    while any(found.left) and any(found.need) and _move(found, may):
        pass
    return found


def cents(row: TableRow, year: int) -> int:
    """An amount of a year in whole cents; amounts have at most two decimals."""
    return int((row["bedragen"] or {}).get(year, Decimal(0)) * 100)


def _payable(source: Source, row: TableRow, items: list[Item], places: Mapping[str, list[int]]) -> list[int]:
    """The places of the items that a source may pay: those it names, else of its own party in kind, and any with money."""
    if named := row.get("voor"):
        return sorted({place for name in named for place in places.get(name, ())})
    return [place for place, item in enumerate(items) if not source.is_in_kind or item.maker == source.payer]


class _Links:
    """Which sources with money can still pay which items with a need, kept while they are paid."""

    def __init__(self, found: Division, may: list[list[int]]) -> None:
        self.found = found
        self.items = [
            {item for item in items if found.need[item] > 0} if found.left[source] > 0 else set()
            for source, items in enumerate(may)
        ]
        self.payers: list[set[int]] = [set() for _ in found.items]
        for source, items in enumerate(self.items):
            for item in items:
                self.payers[item].add(source)
        self.by_choice = [(len(items), source) for source, items in enumerate(self.items) if items]
        self.of_one = [item for item, able in enumerate(self.payers) if len(able) == 1]
        heapify(self.by_choice)

    def pay(self) -> bool:
        """One payment: a source that can pay one item only, else an item that one source only can pay, else a source with the
        fewest items in proportion to what they need; always the first of equals. False when nothing can be paid any more."""
        while self.by_choice and self.by_choice[0][0] != len(self.items[self.by_choice[0][1]]):
            heappop(self.by_choice)
        while self.of_one and len(self.payers[self.of_one[0]]) != 1:
            heappop(self.of_one)
        if not self.by_choice:
            return False
        count, source = self.by_choice[0]
        if count > 1 and self.of_one:
            self._give(next(iter(self.payers[self.of_one[0]])), self.of_one[0])
        elif count > 1:
            self._pay_in_proportion(source)
        else:
            self._give(source, next(iter(self.items[source])))
        return True

    def _pay_in_proportion(self, source: int) -> None:
        items, found = sorted(self.items[source]), self.found
        able = {other for item in items for other in self.payers[item]}
        makers, ways = {found.items[item].maker for item in items}, {found.sources[other].through for other in able}
        found.in_proportion.update(items if len(able) > 1 else ())
        if len(makers) > 1 and len(ways) > 1:
            found.open_sources |= able
            found.open_items.update(items)
        needs = [found.need[item] for item in items]
        shares = in_proportion(min(found.left[source], sum(needs)), needs)
        for item, amount in zip(items, shares, strict=True):
            self._give(source, item, amount)

    def _give(self, source: int, item: int, amount: int | None = None) -> None:
        found = self.found
        _give(found, source, item, min(found.left[source], found.need[item]) if amount is None else amount)
        if not found.need[item]:
            for payer in self.payers[item]:
                self.items[payer].discard(item)
                if self.items[payer]:
                    heappush(self.by_choice, (len(self.items[payer]), payer))
            self.payers[item].clear()
        if not found.left[source]:
            for other in self.items[source]:
                self.payers[other].discard(source)
                if len(self.payers[other]) == 1:
                    heappush(self.of_one, other)
            self.items[source].clear()


def _give(found: Division, source: int, item: int, amount: int) -> None:
    found.paid[source, item] = found.paid.get((source, item), 0) + amount
    found.left[source] -= amount
    found.need[item] -= amount


def in_proportion(amount: int, needs: Sequence[int]) -> list[int]:
    """Cents divided in proportion, in whole euros when all of them are; what is left over goes one by one to the largest
    remainders, the first of equals."""
    unit = 1 if any(one % EURO for one in (amount, *needs)) else EURO
    amount, needs = amount // unit, [need // unit for need in needs]
    whole = sum(needs)
    shares = [amount * need // whole for need in needs]
    by_remainder = sorted(range(len(needs)), key=lambda place: -(amount * needs[place] % whole))
    for place in by_remainder[: amount - sum(shares)]:
        shares[place] += 1
    return [share * unit for share in shares]


def _move(found: Division, may: list[list[int]]) -> bool:
    """Let sources that have money left pay an item of another, which then pays what is still open: along the shortest way."""
    payers: dict[int, set[int]] = {}
    for (source, item), amount in found.paid.items():
        if amount:
            payers.setdefault(item, set()).add(source)
    has_moved = False
    for source in range(len(may)):
        while found.left[source] > 0 and (way := _way_to_need(found, may, payers, source)):
            _move_along(found, payers, way)
            has_moved = True
    return has_moved


Way = list[tuple[int, int]]  # each source in it pays its item, instead of the source after it


def _way_to_need(found: Division, may: list[list[int]], payers: dict[int, set[int]], start: int) -> Way | None:
    ways: deque[Way] = deque([(start, item)] for item in may[start])
    seen: set[int] = set()
    while ways:
        way = ways.popleft()
        item = way[-1][1]
        if found.need[item] > 0:
            return way
        if item in seen:
            continue
        seen.add(item)
        for other in sorted(payers.get(item, ())):
            if all(other != source for source, _ in way):
                ways += [[*way, (other, further)] for further in may[other] if further not in seen]
    return None


def _move_along(found: Division, payers: dict[int, set[int]], way: Way) -> None:
    freed = [found.paid[other, item] for (_, item), (other, _) in pairwise(way)]
    amount = min([found.left[way[0][0]], found.need[way[-1][1]], *freed])
    for (_, item), (other, _) in pairwise(way):
        _give(found, other, item, -amount)
        if not found.paid[other, item]:
            payers[item].discard(other)
    for source, item in way:
        _give(found, source, item, amount)
        payers.setdefault(item, set()).add(source)
