"""What plain code of a template needs when it runs: no more than the values of a dossier ask for.

Plain code (`word/fast/codegen`) says only the fast yes. Whatever is not what it nearly always is, raises: what exactly does not
matter, as Jinja then fills the part again and finds the right words. So each function here gives for the types it takes
to the letter what its namesake in Jinja gives, and takes no other.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import CodeType, GeneratorType
from typing import Any

from docgen.text.markdown.marked_text import MarkedText
from docgen.word.values import apostrophes, cell_values, filters, picture_values
from docgen.word.values.budget import MAX_STEPS, MAX_TEXT
from docgen.word.values.custom_filters import NONE, CustomFilters
from docgen.word.values.render_state import CURRENT, NOT_ORDINARY, require_care, require_rich_care

LARGE = 100_000  # an argument, a text: more of it is for the one who knows exactly what may be
TEXTS = (str, int, float, Decimal, date, bool)
NUMBERS = (int, float, Decimal)
SEQUENCES = (list, tuple, dict)
GONE = object()  # a name that has no value
MOST_PRINTED, LONG = 5_000, 300  # texts that are remembered, and how long they may be
ESCAPES = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;")]
LEEWAY = 5  # characters too many that `truncate` leaves


class FallBack(Exception):
    """Not what it nearly always is: Jinja has to look."""


class Kept:
    """What the blocks of a part gave for one document, for a next one in which all that they read is the same object.

    Only for data that nobody changes, as a dossier with rows laid over it: a batch has one of these for each part.
    """

    def __init__(self) -> None:
        self._blocks: dict[int, tuple[tuple[Any, ...], bytes, int, list[Any]]] = {}

    def recall(self, block: int, read: tuple[Any, ...], pieces: list[bytes], left: list[int]) -> bool:
        """Whether it is known what a block gives; then that is added, at the same charge."""
        known = self._blocks.get(block)
        if known is None or not all(map(operator.is_, known[0], read)):
            return False
        _, given, charge, pictures = known
        left[0] -= charge
        if left[0] < 0:
            raise FallBack
        pieces.append(given)
        if pictures and (state := CURRENT.get(None)):
            state.pictures += pictures
        return True

    def begin(self, pieces: list[bytes], left: list[int]) -> tuple[int, int, int]:
        """Where a block begins: among the pieces, with how many steps left, and after how many pictures."""
        state = CURRENT.get(None)
        return len(pieces), left[0], len(state.pictures) if state else 0

    def keep(
        self, block: int, read: tuple[Any, ...], pieces: list[bytes], left: list[int], began: tuple[int, int, int]
    ) -> None:
        """Remember what a block gave. What needs care must be found again each time."""
        state = CURRENT.get(None)
        if state and not state.needs_care:
            at, before, shown = began
            pieces[at:] = [b"".join(pieces[at:])]
            self._blocks[block] = read, pieces[at], before - left[0], state.pictures[shown:]


class _KeptNot(Kept):
    """For data that may change: nothing is kept."""

    def keep(self, *_about: Any) -> None:
        """Nothing."""


KEPT_NOT = _KeptNot()
Fill = Callable[[Mapping[str, Any], Callable[[str], Any], list[int], Kept], list[bytes]]


def load(code: CodeType, custom: CustomFilters = NONE) -> Fill:
    """The function in plain code; `custom` are the filters of a caller."""
    names: dict[str, Any] = HELPERS | {f"f_{name}": change for name, change in custom.guarded.items()}
    exec(code, names)  # what `word/fast/codegen` wrote
    return names["filled"]  # type: ignore[no-any-return]


def run(fill: Fill, context: Mapping[str, Any], kept: Kept = KEPT_NOT) -> bytes | None:
    """A part with the values of a document, in UTF-8; `None` when something is not as plain code expects."""
    data = dict(context)
    try:
        pieces = fill(data, lambda name: data.get(name, GONE), [MAX_STEPS], kept)
        return b"".join(pieces) if sum(map(len, pieces)) <= MAX_TEXT else None
    except Exception:  # Jinja tells
        return None


def fall_back(**_about: Any) -> Any:
    """For what is not there."""
    raise FallBack


class _Printed(dict[str, bytes]):
    """Texts as they stand in a part, escaped: looked up, as documents of one batch say mostly the same."""

    def __missing__(self, value: str) -> bytes:
        if not value.isprintable() and NOT_ORDINARY.search(value):
            require_care()
            return _escaped(value)
        if len(self) >= MOST_PRINTED:
            self.clear()
        escaped = _escaped(value)
        if len(value) <= LONG:
            self[value] = escaped
        return escaped


def _escaped(value: str) -> bytes:
    for character, meant in ESCAPES:
        if character in value:
            value = value.replace(character, meant)
    return value.encode()


def to_text(value: Any) -> bytes:
    """What is no text, or one with marks, as text."""
    if type(value) is MarkedText:
        require_rich_care()
        return value.__html__().encode()
    return str(text(value)).encode()


def text(value: Any) -> Any:
    """A value that can be shown as text."""
    if type(value) not in TEXTS:
        raise FallBack
    return value


def field(value: Any, name: str) -> Any:
    """A field of a dict."""
    return value[name] if type(value) is dict else fall_back()


def of_date(value: Any, name: str) -> Any:
    """The year, month or day of a date, or a field of that name."""
    return getattr(value, name) if type(value) is date else field(value, name)


def charged(values: Any, left: list[int], pieces: int) -> Any:
    """What a loop goes over, charged before it starts: every pass, and every piece of text that a pass can add."""
    if type(values) is GeneratorType:
        values = list(values)
    elif type(values) not in SEQUENCES:
        raise FallBack
    left[0] -= (len(values) + 1) * (pieces + 1)
    if left[0] < 0:
        raise FallBack
    return values


class Loop:
    """What a template may ask of a loop."""

    __slots__ = ("index0", "length")
    index0: int
    length: int

    index = property(lambda self: self.index0 + 1)
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self.index0 + 1 == self.length)
    revindex = property(lambda self: self.length - self.index0)
    revindex0 = property(lambda self: self.length - self.index0 - 1)


def iterate(values: Any, _undefined: Any) -> Iterator[tuple[Any, Loop]]:
    """Every value with the state of the loop."""
    loop, rows = Loop(), list(values)
    loop.length = len(rows)
    for loop.index0, value in enumerate(rows):
        yield value, loop


def plus(left: Any, right: Any) -> Any:
    """The sum of two numbers."""
    return left + right if type(left) in NUMBERS and type(right) in NUMBERS else fall_back()


def split(value: Any, left: list[int]) -> list[str]:
    """The words of a text."""
    left[0] -= 1
    return _words(value).split()


def concat(parts: tuple[Any, ...]) -> str:
    """One text of parts that were shown."""
    return "".join(map(str, parts))


def bounded(value: Any) -> Any:
    """A text that has not grown too long."""
    return value if type(value) is not str or len(value) <= MAX_TEXT else fall_back()


# ------------------------------------------------------------------------------------------- filters of Jinja


def _words(value: Any) -> str:
    return value if type(value) is str and len(value) <= LARGE else fall_back()


def _sized(value: Any) -> Any:
    return value if type(value) in (str, *SEQUENCES) else fall_back()


def _rows(values: Any) -> Any:
    return values if type(values) in (GeneratorType, str, *SEQUENCES) else fall_back()


def _key(name: str) -> str:
    return fall_back() if type(name) is not str or not name or "." in name or "," in name or name.isdigit() else name


def _caseless(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _select(values: Any, test: str, /, *others: Any) -> Iterator[Any]:
    holds = TESTS[test]
    return (value for value in _rows(values) if holds(value, *others))


def _by(wanted: bool) -> Callable[..., Iterator[Any]]:
    def chosen(rows: Any, name: str, /, *asked: Any) -> Iterator[Any]:
        holds, key = TESTS[asked[0]] if asked else bool, _key(name)
        return (row for row in _rows(rows) if bool(holds(field(row, key), *asked[1:])) is wanted)

    return chosen


def _map(values: Any, change: Any = GONE, /, *, attribute: Any = GONE) -> Iterator[Any]:
    if attribute is GONE:
        changed = OF_ONE[change]
        return (changed(value) for value in _rows(values))
    key = _key(attribute) if change is GONE else fall_back()
    return (field(row, key) for row in _rows(values))


def _unique(values: Any) -> Iterator[Any]:
    seen = set()
    for value in _rows(values):
        key = _caseless(value)
        if key not in seen:
            seen.add(key)
            yield value


def _sort(rows: Any, *, attribute: str) -> list[Any]:
    key = _key(attribute)
    return sorted(_rows(rows), key=lambda row: [_caseless(field(row, key))])


def _join(values: Any, between: str = "") -> str:
    words = [str(text(value)) for value in _rows(values)]
    size = sum(map(len, words)) + len(words) * len(_words(between))
    return between.join(words) if size <= LARGE else fall_back()


def _replace(value: str, old: str, new: str) -> str:
    size = (len(_words(value)) + 1) * (len(_words(new)) + 1)
    return value.replace(_words(old), new) if size <= LARGE else fall_back()


def _truncate(value: str, length: int = 255, killwords: bool = False, end: str = "...") -> str:
    if type(length) is not int or type(killwords) is not bool or not len(_words(end)) <= length <= LARGE:
        raise FallBack
    if len(_words(value)) <= length + LEEWAY:
        return value
    cut = value[: length - len(end)]
    return (cut if killwords else cut.rsplit(" ", 1)[0]) + end


def _default(value: Any, instead: Any = "", boolean: bool = False) -> Any:
    return instead if boolean and not _require_known(value) else _require_known(value)


def _require_known(value: Any) -> Any:
    return value if value is None or type(value) in (*TEXTS, *SEQUENCES) else fall_back()


OWN = filters.filter_table(lambda value: value is None, text)
OF_ONE: dict[str, Callable[..., Any]] = {
    **{name: show for name, show in OWN.items() if name not in filters.WITH_CONTEXT},
    "length": lambda value: len(_sized(value)),
    "lower": lambda value: _words(value).lower(),
    "upper": lambda value: _words(value).upper(),
    "list": lambda values: list(_rows(values)),
    "first": lambda values: next(iter(_rows(values))),
    "last": lambda values: next(reversed(_sized(values))),
    "max": lambda values: max(_rows(values), key=_caseless),
}
FILTERS: dict[str, Callable[..., Any]] = {
    **OF_ONE,
    **OWN,
    "count": OF_ONE["length"],
    "default": _default,
    "join": _join,
    "map": _map,
    "rejectattr": _by(False),
    "replace": _replace,
    "select": _select,
    "selectattr": _by(True),
    "sort": _sort,
    "truncate": _truncate,
    "unique": _unique,
    "_bounded": bounded,
    "_colour": cell_values.colour,
    picture_values.HAS: picture_values.has_picture,
    picture_values.OF: picture_values.of_picture,
    "_span": cell_values.span,
    "_minus": lambda left, right, _expression: left - right,
    "_shown": lambda value, _expression: text(value),
}
TESTS: dict[str, Callable[..., Any]] = {
    "none": lambda value: value is None,
    "defined": lambda value: _require_known(value) is value,
    "in": apostrophes.within,
    **dict.fromkeys(("==", "eq", "equalto"), apostrophes.same),
    **dict.fromkeys(("!=", "ne"), apostrophes.other),
    **apostrophes.OPERATORS,
    **dict.fromkeys(("<", "lt", "lessthan"), operator.lt),
    **dict.fromkeys(("<=", "le"), operator.le),
    **dict.fromkeys((">", "gt", "greaterthan"), operator.gt),
    **dict.fromkeys((">=", "ge"), operator.ge),
}
HELPERS: dict[str, Any] = {
    "__builtins__": {"type": type, "dict": dict, "str": str},
    "missing": GONE,
    "undefined": fall_back,
    "LoopContext": iterate,
    "printed": _Printed(),
    "tests": TESTS,
    **{function.__name__: function for function in (to_text, of_date, charged, plus, split, concat, fall_back)},
    **{f"f_{name}": change for name, change in FILTERS.items()},
}
