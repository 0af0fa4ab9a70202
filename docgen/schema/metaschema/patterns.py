"""Is a pattern (regex) surely matched in linear time?

`re` backtracks: it may try every way in which a pattern fits a text. So no two ways may lead to the same place in a
pattern: then there are never more of them than the pattern has places. The places and what may follow each are those of
Glushkov's automaton; two walks through it at once find a text that fits in two ways. What is not known here is refused.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]  # there is no public way to a parsed pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from docgen.schema.metaschema.charsets import Ranges, characters, common, with_case

LONGEST_PATTERN = 500
MOST_COPIES = 100  # more of one character than this are taken for any number of them
MOST_PLACES, MOST_PAIRS = 1_500, 100_000
AMBIGUOUS = "‘{text}’ past er op meer dan één manier in"
LARGE = "het is te lang of te ingewikkeld"
WORDS = {
    codes.GROUPREF: r"een verwijzing naar een groep, zoals \1",
    codes.GROUPREF_EXISTS: "een voorwaarde op een groep (?(1)…)",
    codes.ATOMIC_GROUP: "een vaste groep (?>…)",
    codes.POSSESSIVE_REPEAT: "een herhaling die niets teruggeeft, zoals *+",
}


class NotLinear(Exception):
    """A pattern that is not surely linear: why, in Dutch."""


class Part(NamedTuple):
    """A piece of a pattern: the places where it begins and ends, and in how many ways it fits nothing at all."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: int


NOTHING = Part((), (), 1)


def why_not_linear(pattern: str, flags: int = re.ASCII) -> str:
    """Why a pattern may take long, in Dutch; empty when it is surely linear. Raises `re.error` when it is no pattern."""
    if len(pattern) > LONGEST_PATTERN:
        return LARGE
    try:
        parsed = parser.parse(pattern, flags)
        _Places(parsed.state.flags).check(parsed)
    except (RecursionError, OverflowError):
        return LARGE
    except NotLinear as reason:
        return str(reason)
    return ""


class _Places:
    """The places of a pattern: the characters that each takes, and the places that may follow."""

    def __init__(self, flags: int) -> None:
        self.flags = flags
        self.taken: list[Ranges] = []
        self.after: list[dict[int, None]] = []

    def check(self, parsed: Any) -> None:
        """Raise `NotLinear` when two ways through the pattern meet again after the same text."""
        met = _meeting(self.taken, self.after, self._sequence(parsed).first)
        if met is not None:
            raise NotLinear(AMBIGUOUS.format(text=met))

    def _sequence(self, items: Iterable[Any]) -> Part:
        whole = NOTHING
        for code, argument in items:
            whole = self._concatenation(whole, self._part(code, argument))
        return whole

    def _concatenation(self, left: Part, right: Part) -> Part:
        self._follow(left.last, right.first)
        return Part(
            left.first + right.first if left.empty else left.first,
            right.last + left.last if right.empty else right.last,
            left.empty * right.empty,
        )

    def _follow(self, before: Iterable[int], behind: Iterable[int]) -> None:
        for place in before:
            for other in behind:
                self.after[place][other] = None

    def _part(self, code: Any, argument: Any) -> Part:
        known = PARTS.get(code)
        if known is None:
            raise NotLinear(WORDS.get(code, f"een teken dat docgen niet kent ({str(code).lower()})"))
        return known(self, code, argument)

    def _character(self, code: Any, argument: Any) -> Part:
        if len(self.taken) >= MOST_PLACES:
            raise NotLinear(LARGE)
        taken = with_case(characters(code, argument, self.flags), self.flags)
        if not taken:
            raise NotLinear("een verzameling waar geen teken in past")
        self.taken.append(taken)
        self.after.append({})
        place = (len(self.taken) - 1,)
        return Part(place, place, 0)

    def _choice(self, _code: Any, argument: Any) -> Part:
        parts = [self._sequence(branch) for branch in argument[1]]
        if sum(part.empty for part in parts) > 1:
            raise NotLinear("een keuze die op meer dan één manier leeg kan zijn")
        firsts = [place for part in parts for place in part.first]
        lasts = [place for part in parts for place in part.last]
        return Part(tuple(firsts), tuple(lasts), sum(part.empty for part in parts))

    def _group(self, _code: Any, argument: Any) -> Part:
        _, added, removed, inside = argument
        if added or removed:
            raise NotLinear("een groep met eigen opties, zoals (?i:…)")
        return self._sequence(inside)

    def _repetition(self, _code: Any, argument: Any) -> Part:
        least, most, inside = argument
        least, most = min(int(least), MOST_COPIES), int(most)
        whole = NOTHING
        for _ in range(least):
            whole = self._concatenation(whole, self._sequence(inside))
        rest = self._endless(inside) if most > MOST_COPIES else self._at_most(most - least, inside)
        return self._concatenation(whole, rest)

    def _endless(self, inside: Any) -> Part:
        once = self._sequence(inside)
        if once.empty:
            raise NotLinear("een herhaling van iets dat leeg kan zijn")
        self._follow(once.last, once.first)
        return once._replace(empty=1)

    def _at_most(self, times: int, inside: Any) -> Part:
        whole = NOTHING
        for _ in range(times):
            once = self._sequence(inside)
            if once.empty:
                raise NotLinear("een herhaling van iets dat leeg kan zijn")
            whole = self._concatenation(once, whole)._replace(empty=1)
        return whole

    def _position(self, _code: Any, _argument: Any) -> Part:
        return NOTHING

    def _look(self, _code: Any, argument: Any) -> Part:
        """What is looked at without being taken: of a fixed length, so that it costs the same everywhere."""
        inside = argument[1]
        least, most = inside.getwidth()
        if least != most:
            raise NotLinear("een blik vooruit of achteruit (?=…) met een herhaling erin")
        _Places(self.flags).check(inside)
        return NOTHING


PARTS: dict[Any, Callable[[_Places, Any, Any], Part]] = {
    codes.LITERAL: _Places._character,
    codes.NOT_LITERAL: _Places._character,
    codes.ANY: _Places._character,
    codes.IN: _Places._character,
    codes.BRANCH: _Places._choice,
    codes.SUBPATTERN: _Places._group,
    codes.MAX_REPEAT: _Places._repetition,
    codes.MIN_REPEAT: _Places._repetition,
    codes.AT: _Places._position,
    codes.ASSERT: _Places._look,
    codes.ASSERT_NOT: _Places._look,
}


def _meeting(taken: list[Ranges], after: list[dict[int, None]], first: tuple[int, ...]) -> str | None:
    """A text after which two ways are at the same place, `None` when there is none."""
    # each pair of places where two ways may be after one text, with the pair before it and the character between
    seen: dict[tuple[int, int], tuple[tuple[int, int], int] | None] = {}
    waiting: deque[tuple[int, int]] = deque()

    def reach(before: tuple[int, int] | None, left: int, right: int) -> str | None:
        character = common(taken[left], taken[right])
        pair = (min(left, right), max(left, right))
        if character is None or (pair in seen and left != right):
            return None
        if left == right:
            return _text(seen, before, character)
        seen[pair] = (before, character) if before else (pair, character)
        waiting.append(pair)
        if len(seen) > MOST_PAIRS:
            raise NotLinear(LARGE)
        return None

    for left, right in _forks(taken, after, first):
        reach(None, left, right)
    while waiting:
        here = waiting.popleft()
        for left in after[here[0]]:
            for right in after[here[1]]:
                text = reach(here, left, right)
                if text is not None:
                    return text
    return None


def _forks(taken: list[Ranges], after: list[dict[int, None]], first: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Where two ways may part: two places that can both follow one."""
    for options in (list(first), *(list(places) for places in after)):
        for i, left in enumerate(options):
            for right in options[i + 1 :]:
                yield left, right


def _text(seen: Any, before: Any, character: int) -> str:
    letters = [character]
    while before is not None and len(letters) < 20:
        earlier, letter = seen[before]
        letters.append(letter)
        before = None if earlier == before else earlier
    return "".join(map(chr, reversed(letters)))
