"""Filters that a template may use beside Jinja's own: Dutch notation and the names behind ids."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from docgen import dutch
from docgen.word.missing import shown


def _passing_missing(show: Callable[..., str]) -> Callable[..., Any]:
    """Let an absent value through, so that the place that prints it is where it is reported."""

    def filtered(value: Any, *args: Any, **kwargs: Any) -> Any:
        if value is None or isinstance(value, Undefined):
            return value
        return show(value, *args, **kwargs)

    return filtered


def _name_in(table: str) -> Callable[..., Any]:
    @pass_context
    def name(context: Context, value: Any) -> Any:
        names = context.get(table) or {}
        return names.get(value, value) if isinstance(value, str) else value

    return name


_euro = _passing_missing(dutch.euro)


@pass_context
def _table_euro(context: Context, value: Any) -> Any:
    return _euro(value, cents=bool(context.get("centen")))


def _enumeration(values: Any, word: str = "en") -> str:
    return dutch.enumeration((shown(value, "opsomming") for value in values), word)


FILTERS: dict[str, Callable[..., Any]] = {
    "euro": _euro,  # € 89.520 in running text
    "bedrag": _table_euro,  # the same in a table: decimals everywhere or nowhere
    "getal": _passing_missing(dutch.number),
    "uren": _passing_missing(dutch.hours),
    "procent": _passing_missing(dutch.percentage),
    "datum": _passing_missing(dutch.long_date),
    "opsomming": _passing_missing(_enumeration),
    "hoofdletter": _passing_missing(dutch.capital),
    "zonder_punt": _passing_missing(dutch.without_full_stop),
    "rol": _name_in("rolnaam"),
    "partij": _name_in("partijnaam"),
    "partij_kort": _name_in("partij_kort"),
}
