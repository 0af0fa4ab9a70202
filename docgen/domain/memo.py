"""A complete dossier that works nothing out twice, also not what another dossier that shares its parts worked out.

What rules and tables work out depends on nothing but what they read. So an answer about one dossier holds for another
in which all that was read is the same object; and where an answer is `settled`, in which it came out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, NamedTuple, TypeVar, TypeVarTuple

from docgen.domain.types import CompleteDossier
from docgen.system import reference

Key = tuple[Any, ...]  # a function of a dossier and its other arguments
Source = str | Key | None  # what an answer was made of: a part, another answer, or the names of all parts
Rows = dict[int, tuple[Any, Any]]  # by identity: a row, kept so that its identity stays its own, and what came of it
Given = TypeVarTuple("Given")
Found = TypeVar("Found")

NAMES = None
MOST_KEPT = 100  # rows change the same few parts
ABSENT = object()


def memoized(derive: Callable[[CompleteDossier, *Given], Found]) -> Callable[[CompleteDossier, *Given], Found]:
    """A function of a dossier, asked once of a dossier that remembers. Nobody may change what it returns."""

    @wraps(derive)
    def recalled(dossier: CompleteDossier, *args: *Given) -> Found:
        lookup = getattr(dossier, "lookup", None)
        found: Found = lookup((derive, *args)) if lookup else derive(dossier, *args)
        return found

    return recalled


BY_VALUE: set[Any] = set()


def memoized_by_value(derive: Callable[[CompleteDossier], Found]) -> Callable[[CompleteDossier], Found]:
    """The same for a small answer on which others are built: these hold as long as it comes out the same."""
    BY_VALUE.add(derive)
    return memoized(derive)


def map_rows(
    dossier: CompleteDossier, rows: Iterable[Any], derive: Callable[[Any, *Given], Found], *args: *Given
) -> list[Found]:
    """What a pure function gives for every row: for one that is the same object in the base, what it gave there."""
    known = dossier.of_rows((derive, *args)) if isinstance(dossier, RowMemo | BaseMemo) else {}
    found: list[Found] = []
    for row in rows:
        before = known.get(id(row))
        if before is None:
            before = row, derive(row, *args)
            if isinstance(dossier, BaseMemo):
                known[id(row)] = before
        found.append(before[1])
    return found


class Entry(NamedTuple):
    """What was worked out, what was read for it in order, and all parts on which that rests."""

    value: Any
    read: tuple[Source, ...]
    parts: frozenset[str | None]


class BaseMemo(Mapping[str, Any]):
    """A complete dossier that keeps what is worked out from it, with what was read for it."""

    def __init__(self, full: dict[str, Any]) -> None:
        self.full = full
        self.answers: dict[Key, Entry] = {}
        self.rows: dict[Key, Rows] = {}
        self._reading: list[dict[Source, None]] = []
        self._untouched: dict[frozenset[str | None], dict[Key, Any]] = {}

    def __getitem__(self, name: str) -> Any:
        self._note(name)
        return self.full[name]

    def __iter__(self) -> Iterator[str]:
        self._note(NAMES)
        return iter(self.full)

    def __len__(self) -> int:
        self._note(NAMES)
        return len(self.full)

    def _note(self, source: Source) -> None:
        if self._reading:
            self._reading[-1][source] = None

    def lookup(self, question: Key) -> Any:
        """The answer to a question, worked out when it is asked for the first time."""
        self._note(question)
        if question not in self.answers:
            read: dict[Source, None] = {}
            self._reading.append(read)
            try:
                value = question[0](self, *question[1:])
            finally:
                self._reading.pop()
            if isinstance(value, Iterator):
                raise TypeError(f"{question[0]} gives its answer bit by bit: what it reads later would go unseen")
            self.answers[question] = Entry(value, tuple(read), self._parts(read))
        return self.answers[question].value

    def of_rows(self, question: Key) -> Rows:
        """What a function gave for rows so far; what it gives for more is to be added."""
        return self.rows.setdefault(question, {})

    def untouched_by(self, changed: frozenset[str | None]) -> dict[Key, Any]:
        """The answers that hold in any dossier in which only these parts are another object; a copy to add to."""
        if changed not in self._untouched:
            if len(self._untouched) >= MOST_KEPT:
                self._untouched.clear()
            answers = self.answers.items()
            self._untouched[changed] = {asked: answer.value for asked, answer in answers if not answer.parts & changed}
        return dict(self._untouched[changed])

    def _parts(self, read: dict[Source, None]) -> frozenset[str | None]:
        below = [self.answers[source].parts if isinstance(source, tuple) else {source} for source in read]
        return frozenset().union(*below)


class RowMemo(dict[str, Any]):
    """A complete dossier that works nothing out twice; with a `base`, nor what still holds of that. Not to be changed."""

    def __init__(self, full: Mapping[str, Any], base: BaseMemo | None = None) -> None:
        super().__init__(full)
        base = BaseMemo({}) if base is None else base
        self._answers, self._rows = base.answers, base.rows
        self._changed = _changed_parts(self, base.full)
        self._known = base.untouched_by(self._changed)

    def lookup(self, question: Key) -> Any:
        """The answer to a question: that of the base when it holds here too."""
        if question in self._known:
            return self._known[question]
        before = self._answers.get(question)
        self._known[question] = value = before.value if before and self._holds(before) else self._ask(question, before)
        return value

    def of_rows(self, question: Key) -> Rows:
        """What a function gave for the rows of the base."""
        return self._rows.get(question, {})

    def _ask(self, question: Key, before: Entry | None) -> Any:
        value = question[0](self, *question[1:])
        return before.value if before and question[0] in BY_VALUE and _is_alike(value, before.value) else value

    def _holds(self, answer: Entry) -> bool:
        return all(map(self._is_same, answer.read))

    def _is_same(self, source: Source) -> bool:
        """Whether something that was read is the same here. Asked in the order of reading: what was never reached
        from what is the same so far, is never asked."""
        if isinstance(source, tuple):
            return self.lookup(source) is self._answers[source].value
        return source not in self._changed


def with_memo(dossier: CompleteDossier) -> CompleteDossier:
    """A dossier that remembers: itself when it does, or when nothing may be remembered."""
    return dossier if reference.IS_FORCED or isinstance(dossier, RowMemo | BaseMemo) else RowMemo(dossier)


def changed_sections(data: Mapping[str, Any], base: Mapping[str, Any]) -> set[str]:
    """The names of the parts that are not the same object in both."""
    return {name for name in base.keys() | data.keys() if data.get(name, ABSENT) is not base.get(name, ABSENT)}


def _changed_parts(full: dict[str, Any], base: dict[str, Any]) -> frozenset[str | None]:
    """What reads differently in two dossiers: parts, and the names of all of them."""
    parts = changed_sections(full, base)
    return frozenset(parts if list(full) == list(base) else {*parts, NAMES})


def _is_alike(one: Any, other: Any) -> bool:
    """Whether two plain values are the same to the letter, in the same order: 1 is not true, and 1 is not 1.00."""
    return type(one) is type(other) and repr(one) == repr(other)
