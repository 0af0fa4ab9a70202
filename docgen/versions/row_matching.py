"""Which row of a list is which one of an earlier version: by its id, else by what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from docgen.schema.field import Field

ALIKE = 0.5  # of what stands in two rows: then it is one row that changed
ALIKE_WITH_ID = 0.6  # of two rows with another id each
MOST_COMPARED = 40_000  # pairs of rows that nothing else tells apart; of more each is gone or new
Row = Any  # of a list: a dict or a single value


class Pair(NamedTuple):
    """A row in both versions, by its number in each; `None` in the version that lacks it."""

    before: int | None
    now: int | None


def pairs(before: Sequence[Row], now: Sequence[Row], rows: Field) -> list[Pair]:
    """The rows of a list in both versions, in the order of today, those that are gone last.

    A row is the same when the field by which its list tells rows apart is (`meta.uniek`, `id`), or when it has the same values.
    Of what is left the rows that have most in common are one that changed, if that is half of what stands in them.
    """
    found: dict[int, int] = {}  # of today -> of before
    free, new = list(range(len(before))), list(range(len(now)))
    for same in (_same_key(rows), lambda one, other: one == other):
        for at in list(new):
            if (match := next((was for was in free if same(before[was], now[at])), None)) is not None:
                found[at] = match
                free.remove(match)
                new.remove(at)
    for _, was, at in sorted(_resembling(before, now, free, new), key=lambda one: (-one[0], one[2], one[1])):
        if was in free and at in new:
            found[at] = was
            free.remove(was)
            new.remove(at)
    return [*(Pair(found.get(at), at) for at in range(len(now))), *(Pair(was, None) for was in free)]


def order_changed(found: Sequence[Pair]) -> bool:
    """Whether rows that are in both versions stand in another order."""
    both = [one.before for one in found if one.before is not None and one.now is not None]
    return both != sorted(both)


def _same_key(rows: Field) -> Any:
    names = rows.unique_key

    def same(one: Row, other: Row) -> bool:
        if not (isinstance(one, dict) and isinstance(other, dict)):
            return False
        return any(name in one for name in names) and all(one.get(name) == other.get(name) for name in names)

    return same


def _resembling(
    before: Sequence[Row], now: Sequence[Row], free: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    for was in free if len(free) * len(new) <= MOST_COMPARED else ():
        for at in new:
            has_ids = isinstance(now[at], dict) and "id" in now[at]
            if (alike := _alike(before[was], now[at])) >= (ALIKE_WITH_ID if has_ids else ALIKE):
                yield alike, was, at


def _alike(one: Row, other: Row) -> float:
    """How much of two rows is the same, from 0 to 1; the id, which may have been renamed, does not count."""
    if isinstance(one, dict) and isinstance(other, dict):
        names = (one.keys() | other.keys()) - {"id"}
        return sum(_alike(one.get(name), other.get(name)) for name in names) / len(names) if names else 0.0
    if isinstance(one, str) and isinstance(other, str):
        ratio = SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
        return ratio if ratio >= ALIKE else 0.0
    return float(one == other and one is not None)
