"""Whether a value surely keeps the rules of its field: yes or no, many times faster than Cerberus says what is wrong.

A yes is as good as one of Cerberus. A no may also mean that a rule is not known here: then ask Cerberus.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.schema.matching import is_match
from docgen.schema.types import Rules

NO_FORMER_VALUE = object()
# asked of a value and of what stood in its place `before` and was accepted, or `NOTHING`: what is the same is sure
Predicate = Callable[[Any, Any], bool]


def compile_predicate(rules: Rules, gaps: bool = False) -> Predicate:
    """What says whether a value keeps these rules; with `gaps` it may lack fields that are required."""
    kind = KINDS.get(rules.get("type", ""))
    names = [name for name in rules if name not in SILENT]
    if kind is None or any(name not in CHECKS for name in names):
        return _no
    steps = [CHECKS[name](rules[name], rules, gaps) for name in names]
    of_nothing = [step for name, step in zip(names, steps, strict=True) if name not in NOT_OF_NOTHING]
    may_be_none, may_be_empty = bool(rules.get("nullable")), bool(rules.get("empty", False))

    def accepts(value: Any, before: Any) -> bool:
        if value is before:
            return True
        if value is None:
            return may_be_none
        if not kind(value):
            return False
        is_nothing = may_be_empty and isinstance(value, str | list | dict) and not value
        for step in of_nothing if is_nothing else steps:  # noqa: SIM110
            if not step(value, before):
                return False
        return True

    return accepts


def _no(_value: Any, _before: Any) -> bool:
    return False


# our types, no wider than Cerberus takes them; a number that is not finite is left to Cerberus
KINDS: dict[str, Callable[[Any], bool]] = {
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
NOT_OF_NOTHING = {"allowed", "forbidden", "minlength", "maxlength", "regex"}  # where `empty: true` says it may be
Make = Callable[[Any, Rules, bool], Predicate]


def _on(kinds: set[str], make: Callable[[Any], Callable[[Any], bool]]) -> Make:
    """A rule that is known here for values of some kinds."""

    def predicate_for(asked: Any, rules: Rules, _gaps: bool) -> Predicate:
        keeps = make(asked)
        return (lambda value, _before: keeps(value)) if rules["type"] in kinds else _no

    return predicate_for


def _inside(inner: Rules, rules: Rules, gaps: bool) -> Predicate:
    if rules["type"] == "list":
        return _rows(compile_predicate(inner, gaps))
    return _fields(inner, gaps) if rules["type"] == "dict" else _no


def _rows(row: Predicate) -> Predicate:
    def accepts(value: list[Any], before: Any) -> bool:
        known = before if type(before) is list else []
        pairs = zip(value, [*known, *[NO_FORMER_VALUE] * (len(value) - len(known))], strict=False)
        return all(row(one, old) for one, old in pairs)

    return accepts


def _fields(fields: dict[str, Rules], gaps: bool) -> Predicate:
    known = {name: compile_predicate(rules, gaps) for name, rules in fields.items()}
    needed = {name for name, rules in fields.items() if rules.get("required") is True and not gaps}

    def accepts(value: dict[Any, Any], before: Any) -> bool:
        old = before if type(before) is dict else {}
        return (
            needed <= value.keys()
            and value.keys() <= known.keys()
            and all(known[name](inner, old.get(name, NO_FORMER_VALUE)) for name, inner in value.items())
        )

    return accepts


def _keys(inner: Rules, rules: Rules, gaps: bool) -> Predicate:
    key = compile_predicate(inner, gaps)
    return (lambda value, _before: all(key(one, NO_FORMER_VALUE) for one in value)) if rules["type"] == "dict" else _no


def _values(inner: Rules, rules: Rules, gaps: bool) -> Predicate:
    keeps = compile_predicate(inner, gaps)

    def accepts(value: dict[Any, Any], before: Any) -> bool:
        old = before if type(before) is dict else {}
        return all(keeps(one, old.get(name, NO_FORMER_VALUE)) for name, one in value.items())

    return accepts if rules["type"] == "dict" else _no


SINGLE = {"string", "integer", "number", "amount", "date", "boolean"}
NUMBERS, SIZED = {"integer", "number", "amount"}, {"string", "list", "dict"}
CHECKS: dict[str, Make] = {
    "allowed": _on(SINGLE, lambda options: lambda value: value in options),
    "forbidden": _on(SINGLE, lambda options: lambda value: value not in options),
    "regex": _on({"string"}, lambda pattern: lambda value: is_match(pattern, value)),
    "min": _on(NUMBERS, lambda least: lambda value: bool(value >= least)),
    "max": _on(NUMBERS, lambda most: lambda value: bool(value <= most)),
    "minlength": _on(SIZED, lambda least: lambda value: len(value) >= least),
    "maxlength": _on(SIZED, lambda most: lambda value: len(value) <= most),
    "empty": _on(SIZED, lambda may_be: lambda value: bool(may_be or value)),
    "schema": _inside,
    "keysrules": _keys,
    "valuesrules": _values,
}
