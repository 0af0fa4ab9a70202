"""The characters that a piece of a parsed pattern takes, as ranges: never fewer than it really takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from re import _constants as codes  # type: ignore[attr-defined]  # see `patterns`
from typing import Any

LAST = 0x10FFFF
DIGIT, SPACE = ((48, 57),), ((9, 13), (32, 32))
WORD = ((48, 57), (65, 90), (95, 95), (97, 122))
CATEGORIES = {
    codes.CATEGORY_DIGIT: DIGIT,
    codes.CATEGORY_SPACE: SPACE,
    codes.CATEGORY_WORD: WORD,
    codes.CATEGORY_LINEBREAK: ((10, 10),),
}
OPPOSITES = {
    codes.CATEGORY_NOT_DIGIT: DIGIT,
    codes.CATEGORY_NOT_SPACE: SPACE,
    codes.CATEGORY_NOT_WORD: WORD,
    codes.CATEGORY_NOT_LINEBREAK: ((10, 10),),
}
Ranges = tuple[tuple[int, int], ...]  # of characters, in order


def common(left: Ranges, right: Ranges) -> int | None:
    """A character that is in both, one that can be shown when there is one."""
    both = [
        (max(start, other), min(end, last))
        for start, end in left
        for other, last in right
        if max(start, other) <= min(end, last)
    ]
    shown = (c for c in (97, 49, 65, 45, 32) for start, end in both if start <= c <= end)
    return next(shown, both[0][0] if both else None)


@lru_cache(maxsize=512)
def with_case(ranges: Ranges, flags: int) -> Ranges:
    """The characters, those that differ in case alone too where the pattern does not look at it."""
    if not flags & re.IGNORECASE:
        return ranges
    if any(end > 127 for _, end in ranges) and not flags & re.ASCII:
        ranges = (*ranges, (128, LAST))
    other = [(max(start, a) + shift, min(end, z) + shift) for start, end in ranges for a, z, shift in
             ((65, 90, 32), (97, 122, -32)) if max(start, a) <= min(end, z)]  # fmt: skip
    return _union([*ranges, *other])


def characters(code: Any, argument: Any, flags: int) -> Ranges:
    """The characters of one operation of a parsed pattern."""
    if code is codes.ANY:
        return ((0, LAST),) if flags & re.DOTALL else ((0, 9), (11, LAST))
    if code is codes.LITERAL:
        return ((argument, argument),)
    if code is codes.NOT_LITERAL:
        return _others(((argument, argument),))
    ranges: list[tuple[int, int]] = []
    for kind, value in argument:
        if kind is not codes.NEGATE:
            ranges += _in_class(kind, value, flags)
    united = _union(ranges)
    return _others(united) if argument[0][0] is codes.NEGATE else united


def _in_class(kind: Any, value: Any, flags: int) -> Ranges:
    if kind is codes.RANGE:
        return (value,)
    if kind is codes.LITERAL:
        return ((value, value),)
    ranges = CATEGORIES.get(value) or _others(OPPOSITES[value])
    return ranges if flags & re.ASCII else _union([*ranges, (128, LAST)])  # more than it takes: never less careful


def _union(ranges: Iterable[tuple[int, int]]) -> Ranges:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _others(ranges: Ranges) -> Ranges:
    edges = [(-1, -1), *ranges, (LAST + 1, LAST + 1)]
    return tuple((before[1] + 1, after[0] - 1) for before, after in pairwise(edges) if before[1] + 1 <= after[0] - 1)
