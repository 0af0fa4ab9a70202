"""A value that a template asks for and the dossier lacks: named by its path, never printed as nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.utils import missing as UNSET

from docgen.diagnostics.suggest import did_you_mean
from docgen.text.markdown.marked_text import MarkedText
from docgen.word.values.render_state import CURRENT, NOT_ORDINARY, path_to, require_care, require_rich_care
from docgen.word.values.rich_text import in_order, is_of_docxtpl, is_rich

PLAIN = (str, int, float, Decimal, date)
CONTAINERS = (Mapping, list, tuple, set, frozenset, Iterator)


class MissingValue(UndefinedError):
    """A template asked for something that is not there; the message is its path."""


class UnknownName(MissingValue):
    """A name that the data do not have, which may be a slip; `hint` is what was meant."""

    def __init__(self, path: str, hint: str = "") -> None:
        super().__init__(path)
        self.hint = hint


class NotPrintable(TypeError):
    """A template prints something that is no text, number or date; the message is Dutch."""


def path_of(value: Undefined) -> str:
    """The path of an undefined value: "partijen[welzijn].adres"."""
    parent, name = value._undefined_obj, value._undefined_name
    if parent is UNSET or parent is None:
        return str(name)
    if isinstance(parent, Undefined):
        return f"{path_of(parent)}.{name}"
    state = CURRENT.get(None)
    around = path_to(parent, state.data) if state else None
    return f"{around}.{name}" if around else str(name)


def _absence(around: Any, name: Any, path: str) -> MissingValue:
    """What is said of a name that is not there: in a part that is empty it can be filled in, else nothing has it."""
    if around is None or isinstance(around, Undefined) or name is None:
        return MissingValue(path)
    state = CURRENT.get(None)
    known = around if isinstance(around, Mapping) else state.data if around is UNSET and state else ()
    if isinstance(around, (list, tuple)) and isinstance(name, str):
        return UnknownName(path, f"‘{path.rpartition('.')[0]}’ is een lijst; vraag het van een regel ervan")
    return UnknownName(path, did_you_mean(name, known))


class Missing(StrictUndefined):
    """Undefined in a final document: any use of it is an error."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return path_of(self)

    def __init__(self, hint: Any = None, obj: Any = UNSET, name: Any = None, exc: Any = MissingValue) -> None:
        # Jinja passes its own exception classes; the path is all that our message needs
        keep: Any = exc
        if issubclass(exc, UndefinedError):
            keep = partial(_absence, obj, name)
        super().__init__(None, obj, name if name is not None else "onbekend veld", keep)


class DraftMissing(Undefined):
    """Undefined in a draft: shows its path, counts as empty, and goes on."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return DraftMissing(obj=self, name=name)

    def __getitem__(self, name: Any) -> Any:
        return DraftMissing(obj=self, name=name)

    def __str__(self) -> str:
        state = CURRENT.get(None)
        name = path_of(self) if self._undefined_name is not None else str(self._undefined_hint)
        return state.note(name) if state else f"[ontbreekt: {name}]"

    def __html__(self) -> str:
        from markupsafe import escape

        return str(escape(str(self)))

    def __bool__(self) -> bool:
        self._note()
        return False

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def _note(self) -> None:
        """Remember that a condition asked for it; a part that is not there simply has no such field."""
        if not _is_below_nothing(self):
            str(self)

    def __len__(self) -> int:
        return 0

    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        return self

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Undefined)

    def __hash__(self) -> int:
        return id(type(self))

    def _same(self, *_others: Any) -> Any:
        return self

    def _never(self, _other: Any) -> bool:
        return False

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = _same
    __pos__ = __neg__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = _never  # type: ignore[assignment]


def to_text(value: Any, expression: str) -> Any:
    """Pass a value that becomes part of a text; see `to_printed_text`."""
    return value if type(value) is str else to_printed_text(value, expression, 2)


def to_printed_text(value: Any, expression: str, depth: int = 1) -> Any:
    """Pass a value that a template prints; report what is not there, naming the `expression`; refuse what is no text.

    `depth` is how many calls the template is away, to find the loop it is in.
    """
    if value is None:
        return _report(_path_of(expression, sys._getframe(depth)))
    if isinstance(value, Undefined):
        return _undefined(value, expression, sys._getframe(depth))
    if type(value) is MarkedText:
        require_rich_care()
        return value
    if isinstance(value, PLAIN):
        if isinstance(value, str) and hasattr(value, "__html__"):
            (require_rich_care if "<" in value else require_care)()
        elif isinstance(value, str) and NOT_ORDINARY.search(value):
            require_care()
        return value
    if hasattr(value, "__html__"):
        require_rich_care()
        return in_order(value, expression)
    if isinstance(value, CONTAINERS):
        raise NotPrintable(f"‘{expression}’ is een lijst of groep velden; noem een veld, of gebruik | opsomming")
    if callable(value) or getattr(type(value), "__str__", None) is object.__str__:
        raise NotPrintable(f"‘{expression}’ is geen tekst, getal of datum")
    require_care()
    return value


def require(value: Any, expression: str) -> Any:
    """Pass a value that a filter or loop works on, unless it is not there."""
    if value is None:
        return _report(_path_of(expression, sys._getframe(1)))
    if isinstance(value, Undefined) and _is_below_nothing(value):
        return type(value)(obj=None, name=_path_of(expression, sys._getframe(1)))
    return value


def require_known(value: Any, expression: str) -> Any:
    """Pass a value that is compared or tested, which may be empty, unless there is no such thing."""
    if not isinstance(value, Undefined):
        return value
    return _note_missing(_path_of(expression, sys._getframe(1))) if _is_below_nothing(value) else _raise_or_note(value)


def require_present(value: Any, expression: str) -> Any:
    """Pass a value that is tested, unless there is no such thing or it is empty."""
    if value is None or (isinstance(value, Undefined) and _is_below_nothing(value)):
        return _note_missing(_path_of(expression, sys._getframe(1)))
    return _raise_or_note(value) if isinstance(value, Undefined) else value


def _note_missing(path: str) -> Undefined:
    """In a draft, what is not there under the path that was noted; else it stops."""
    _report(path)
    return DraftMissing(name=path)


def _raise_or_note(value: Undefined) -> Undefined:
    str(value)  # the strict one raises and names itself, that of a draft notes itself
    return value


def _undefined(value: Undefined, expression: str, frame: Any) -> str:
    if value._undefined_name is None or _is_below_nothing(value):
        return _report(_path_of(expression, frame))
    return str(value)  # the strict one raises and names itself


def _is_below_nothing(value: Undefined) -> bool:
    """Whether it is a field of a part that is not there: then only the template knows its path."""
    while isinstance(value._undefined_obj, Undefined):
        value = value._undefined_obj
    return value._undefined_obj is None


def _report(path: str) -> str:
    state = CURRENT.get(None)
    if state is None or not state.draft:
        raise MissingValue(path)
    return state.note(path)


def _path_of(expression: str, frame: Any) -> str:
    """Put the path of a loop variable in front: `partij.adres` becomes "partijen[welzijn].adres"."""
    name, dot, rest = expression.partition(".")
    state = CURRENT.get(None)
    if not state or not dot:
        return expression
    found = [value for key, value in frame.f_locals.items() if key.startswith("l_") and key.split("_", 2)[-1] == name]
    around = path_to(found[-1], state.data) if found and found[-1] is not None else None
    return f"{around}.{rest}" if around else expression


def require_rich_text(value: Any) -> Any:
    """The value of a tag that stands for a run or a paragraph: anything but rich text would not be seen there."""
    if (
        value is None
        or isinstance(value, Undefined)
        or is_of_docxtpl(value)  # told where it is printed
        or is_rich(value)
        or (hasattr(value, "__html__") and "<w:" in value)
    ):
        return value  # rich text, or what a macro or block of the template itself holds
    raise NotPrintable("{{r …}} en {{p …}} zijn alleen voor opgemaakte tekst; haal de r of de p weg")
