"""Filters that a caller of `compile_template` brings: functions of Python, from plain data to plain data.

A filter gets copies and gives plain data, so that it can neither change what a document is filled with nor bring markup
into it. It is called as often as it takes, and has to give the same for the same.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from docgen.errors import TemplateError
from docgen.text.markdown.marked_text import MarkedText
from docgen.word.values.budget import MAX_STEPS, MAX_TEXT

SIMPLE = (str, int, float, bool, Decimal, date, datetime)
MOST_DEEP = 50  # lists and groups in each other
MOST_BITS = 10_000  # of a whole number: Python writes no longer ones
PLAIN = "een filter geeft een tekst, getal, datum, ja of nee, of een lijst of groep daarvan"
LATER = (
    (inspect.iscoroutinefunction, "async def"),
    (inspect.isasyncgenfunction, "async def"),
    (inspect.isgeneratorfunction, "yield"),
)


class FilterFailure(ValueError):
    """A filter of the caller that did not do its work; the message is Dutch."""


@dataclass(frozen=True, eq=False)
class CustomFilters:
    """The filters of one call of `compile_template`, by name."""

    functions: Mapping[str, Callable[..., Any]]

    @cached_property
    def guarded(self) -> dict[str, Callable[..., Any]]:
        """The same, held to plain data; an absent value goes through, so that the place that prints it reports it."""
        return {name: _guarded(name, function) for name, function in self.functions.items()}


NONE = CustomFilters({})


def of_caller(filters: Mapping[str, Callable[..., Any]] | None) -> CustomFilters:
    """The filters that a caller gives. Raises `TemplateError` for one that cannot be a filter."""
    for name, function in (filters or {}).items():
        if fault := _unfit(name, function):
            raise TemplateError(f"filters: {fault}")
    return CustomFilters(dict(filters)) if filters else NONE


def _unfit(name: Any, function: Any) -> str:
    if not isinstance(name, str) or not name.isidentifier() or name.startswith("_"):
        return f"‘{name}’ is geen naam voor een filter; een naam begint met een letter en heeft letters, cijfers en _"
    if not callable(function):
        return f"‘{name}’ is geen functie; geef een functie die de waarde krijgt en geeft wat er komt te staan"
    if hasattr(function, "jinja_pass_arg"):
        return f"‘{name}’ vraagt de omgeving van Jinja (pass_context); een filter krijgt alleen de waarde; geef de rest mee tussen haakjes"
    for is_later, word in LATER:
        if is_later(function):
            return f"‘{name}’ geeft zijn antwoord niet meteen ({word}); schrijf een gewone functie met return"
    return ""


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def filtered(value: Any, /, *args: Any, **kwargs: Any) -> Any:
        if value is None:
            return None
        given = [copy_for(name, one) for one in (value, *args)]
        named = {key: copy_for(name, one) for key, one in kwargs.items()}
        try:
            made = function(*given, **named)
        except (Exception, SystemExit, GeneratorExit) as error:
            what = type(error).__name__
            raise FilterFailure(
                f"het filter ‘{name}’ stopt hier met {what}; verbeter de functie die met filters= is meegegeven, of de waarde die het krijgt"
            ) from error
        if made is None:
            raise FilterFailure(
                f"het filter ‘{name}’ geeft hier niets (None); geef een lege tekst waar niets hoeft te staan"
            )
        return _Result(name).checked(made)

    filtered.__name__ = filtered.__qualname__ = name
    if (signature := _signature(function)) is not None:
        filtered.__signature__ = signature  # type: ignore[attr-defined]
    return filtered


def _signature(function: Callable[..., Any]) -> inspect.Signature | None:
    """What a filter takes, its first under a name that no filter of Jinja has; `None` when Python does not know."""
    try:
        found = inspect.signature(function)
    except (ValueError, TypeError):
        return None
    first, *others = found.parameters.values() or [None]
    if first is None or first.kind not in (first.POSITIONAL_ONLY, first.POSITIONAL_OR_KEYWORD):
        return found
    return inspect.Signature([first.replace(name="_value", kind=first.POSITIONAL_ONLY), *others])


def copy_for(name: str, value: Any, depth: int = 0) -> Any:
    """A value as a filter gets it: plain text, and lists and groups of its own. An object of the caller stays what it is."""
    if depth > MOST_DEEP:
        raise FilterFailure(f"het filter ‘{name}’ krijgt hier lijsten die te diep in elkaar zitten")
    if type(value) in SIMPLE:
        return value
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, Mapping):
        return {key: copy_for(name, one, depth + 1) for key, one in value.items()}
    if isinstance(value, (list, tuple, Iterator)):
        copied = [copy_for(name, one, depth + 1) for one in value]
        return tuple(copied) if type(value) is tuple else copied
    return value


def _text(name: str, value: Any) -> str:
    """The words of a text that is more than words."""
    if not hasattr(value, "__html__") or type(value) is MarkedText:
        return str.__str__(value)
    if "<" in value:
        raise FilterFailure(f"het filter ‘{name}’ krijgt hier opgemaakte tekst; geef het de waarde zelf")
    return str(value.unescape())


class _Result:
    """What one call of a filter gives, while it is looked at."""

    def __init__(self, name: str) -> None:
        self.name, self.size, self.count = name, 0, 0

    def checked(self, value: Any, depth: int = 0) -> Any:
        """The value in lists and groups of its own. Raises `FilterFailure`."""
        kind = type(value)
        self.count += 1
        if kind is str:
            self.size += len(value)
        if (
            depth > MOST_DEEP
            or self.count > MAX_STEPS
            or self.size > MAX_TEXT
            or (kind is int and value.bit_length() > MOST_BITS)
        ):
            raise FilterFailure(f"het filter ‘{self.name}’ geeft hier te veel")
        if kind in SIMPLE or value is None:
            return value
        if kind in (list, tuple):
            return kind(self.checked(one, depth + 1) for one in value)
        if kind is dict:
            return {self.checked(key, depth + 1): self.checked(one, depth + 1) for key, one in value.items()}
        raise FilterFailure(f"het filter ‘{self.name}’ geeft hier iets van de soort ‘{kind.__name__}’; {PLAIN}")
