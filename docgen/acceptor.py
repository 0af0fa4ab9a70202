"""Whether a value surely keeps the rules of its field: yes or no, many times faster than Cerberus says what is wrong.

A yes is as good as one of Cerberus. A no may also mean that a rule is not known here: then ask Cerberus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.schema import Rules

Accepts = Callable[[Any], bool]


def acceptor(rules: Rules, gaps: bool = False) -> Accepts:
    """What says whether a value keeps these rules; with `gaps` it may lack fields that are required."""
    kind = KINDS.get(rules.get("type", ""))
    names = [name for name in rules if name not in SILENT]
    if kind is None or any(name not in CHECKS for name in names):
        return _no
    steps = [CHECKS[name](rules[name], rules, gaps) for name in names]
    may_be_none, may_be_empty = bool(rules.get("nullable")), bool(rules.get("empty", False))
    drops = [step for name, step in zip(names, steps, strict=True) if "empty" not in rules or name not in NOT_IF_EMPTY]

    def accepts(value: Any) -> bool:
        if value is None:
            return may_be_none
        if not kind(value):
            return False
        if may_be_empty and isinstance(value, str | list | dict) and not value:
            return all(step(value) for step in drops)
        return all(step(value) for step in steps)

    return accepts


def _no(_value: Any) -> bool:
    return False


# our types, no wider than Cerberus takes them; a number that is not finite is left to Cerberus
KINDS: dict[str, Accepts] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: type(value) is int,
    "amount": lambda value: type(value) is Decimal and value.is_finite(),
    "number": lambda value: type(value) is int or (type(value) is Decimal and value.is_finite()),
    "date": lambda value: isinstance(value, date),
    "list": lambda value: type(value) is list,
    "dict": lambda value: type(value) is dict,
}
SILENT = {"type", "required", "nullable", "meta"}
NOT_IF_EMPTY = {"allowed", "forbidden", "minlength", "maxlength", "regex"}  # as Cerberus does where `empty` is said
Make = Callable[[Any, Rules, bool], Accepts]


def _scalar(make: Callable[[Any], Accepts]) -> Make:
    """A rule that is known here for one value, not for lists or maps."""
    return lambda asked, rules, _gaps: _no if rules["type"] in ("list", "dict") else make(asked)


def _bound(make: Callable[[Any], Accepts]) -> Make:
    """A rule that compares numbers with a number."""

    def bound(asked: Any, rules: Rules, _gaps: bool) -> Accepts:
        known = rules["type"] in ("integer", "number", "amount") and isinstance(asked, int | Decimal)
        return make(asked) if known else _no

    return bound


def _sized(make: Callable[[int], Accepts]) -> Make:
    """A rule on the length of what has one."""
    return lambda asked, rules, _gaps: make(asked) if rules["type"] in ("string", "list", "dict") else _no


def _matching(pattern: str) -> Accepts:
    match = re.compile(pattern, re.ASCII).fullmatch
    return lambda value: not isinstance(value, str) or match(value) is not None


def _inside(inner: Rules, rules: Rules, gaps: bool) -> Accepts:
    if rules["type"] == "list":
        row = acceptor(inner, gaps)
        return lambda value: all(map(row, value))
    return _fields(inner, gaps) if rules["type"] == "dict" else _no


def _fields(fields: dict[str, Rules], gaps: bool) -> Accepts:
    known = {name: acceptor(rules, gaps) for name, rules in fields.items()}
    needed = {name for name, rules in fields.items() if rules.get("required") is True and not gaps}

    def accepts(value: dict[Any, Any]) -> bool:
        if not needed <= value.keys():
            return False
        for name, inner in value.items():  # noqa: SIM110
            if name not in known or not known[name](inner):
                return False
        return True

    return accepts


def _of_map(part: Callable[[dict[Any, Any]], Collection[Any]]) -> Make:
    """A rule for every key, or every value, of a free map."""

    def every(inner: Rules, rules: Rules, gaps: bool) -> Accepts:
        keeps = acceptor(inner, gaps)
        return (lambda value: all(map(keeps, part(value)))) if rules["type"] == "dict" else _no

    return every


CHECKS: dict[str, Make] = {
    "allowed": _scalar(lambda options: lambda value: value in options),
    "forbidden": _scalar(lambda options: lambda value: value not in options),
    "regex": _scalar(_matching),
    "min": _bound(lambda least: lambda value: bool(value >= least)),
    "max": _bound(lambda most: lambda value: bool(value <= most)),
    "minlength": _sized(lambda least: lambda value: len(value) >= least),
    "maxlength": _sized(lambda most: lambda value: len(value) <= most),
    "empty": _sized(lambda may_be: lambda value: bool(may_be or value)),
    "schema": _inside,
    "keysrules": _of_map(lambda value: value.keys()),
    "valuesrules": _of_map(lambda value: value.values()),
}
