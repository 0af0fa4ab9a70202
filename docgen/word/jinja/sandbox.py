"""The Jinja environment of a template: data only, strict, escaped, and within limits on work and memory.

Templates come from others (docxtpl issue 549, CVE-2024-37301): no attribute that starts with `_`, nothing that changes
data, no functions beside `range` and `dict`, and a budget of steps that no document of ours comes near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import wraps
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Undefined, pass_context, pass_environment
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.word.jinja.codegen import TemplateCodeGenerator, print_value
from docgen.word.jinja.undefined import (
    DraftMissing,
    Missing,
    MissingValue,
    NotPrintable,
    require,
    require_known,
    require_present,
    require_rich_text,
    to_text,
)
from docgen.word.values import apostrophes, cell_values, custom_filters, filters, picture_values
from docgen.word.values.budget import MAX_STEPS, MAX_TEXT
from docgen.word.values.custom_filters import CustomFilters

MAX_NUMBER = 100_000  # in an argument that can ask for memory
MAX_BITS = 100_000
REMOVED_GLOBALS = {  # functions of Jinja that no template here has -> what to write instead
    "cycler": 'wissel af met {{ loop.cycle("a", "b") }} in een herhaling',
    "joiner": 'voeg de regels samen met | join(", ") of | opsomming',
    "lipsum": "typ de tekst zelf",
    "namespace": 'tel op met | sum(attribute="veld"), tel regels met | length, of kies ze met | selectattr("veld")',
}
REMOVED_FILTERS = ("pprint", "random", "tojson", "urlize", "xmlattr")  # nothing else here does what they do
TAKES_NOTHING = ("d", "default", *filters.FILTERS)  # filters for which an absent value is not a fault of the filter
ALLOCATING_FILTERS = (
    "batch",
    "center",
    "format",
    "indent",
    "join",
    "replace",
    "slice",
    "truncate",
    "wordwrap",
)
IN_FILTER = "waarde voor een filter"
IN_TEST = "waarde voor een toets"
ASKING = ("defined", "undefined")  # the tests whether something is there at all
MAY_BE_EMPTY = ("none", "==", "eq", "equalto", "!=", "ne", "in")  # an empty field is none, and equal to nothing else
WIDTH = regex(r"\d+")


def of_removed(name: str) -> str:
    """Of a function of Jinja that no template here has."""
    return f"‘{name}’ bestaat niet in een sjabloon van docgen; {REMOVED_GLOBALS[name]}"


class TooMuch(SecurityError):
    """A template asks for more work or memory than a document needs."""

    def __init__(self) -> None:
        super().__init__("het sjabloon vraagt te veel rekenwerk of geheugen")


class Budget:
    """Steps left for one part of one document."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Take steps; raises `TooMuch` when none are left."""
        self.left -= steps
        if self.left < 0:
            raise TooMuch


BUDGET: ContextVar[Budget] = ContextVar("budget")


def _counted(values: Any, expression: str) -> Any:
    """Charge the budget for every pass of a loop before it starts."""
    if isinstance(values, Undefined):
        iter(values)  # the strict one raises and names itself
        return []
    if isinstance(require(values, expression), str) or not hasattr(values, "__len__"):
        values = [] if values is None else list(values)
    budget = BUDGET.get(None)
    if budget:
        budget.spend(len(values) + 1)
    return values


def _bounded(value: Any) -> Any:
    """Refuse a text that has grown too long."""
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise TooMuch
    return value


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes, list, tuple, dict)) else 0


def _present(value: Any) -> Any:
    """A value for a filter with all of it there: what is absent is reported, in a draft marked."""
    if hasattr(value, "__next__"):
        value = list(value)
    if isinstance(value, (list, tuple)) and any(part is None for part in value):
        return [require(part, IN_FILTER) for part in value]
    return require(value, IN_FILTER)


def _careful(function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a function that allocates what its arguments ask for."""

    @wraps(function)
    def bounded(*args: Any, **kwargs: Any) -> Any:
        args = tuple(map(_present, args))
        values = [*args, *kwargs.values()]
        numbers = [value for value in values if isinstance(value, int) and not isinstance(value, bool)]
        product = 1
        for value in values:
            product *= max(1, _size(value))
        if (
            any(abs(number) > MAX_NUMBER for number in numbers)
            or product > 50 * MAX_TEXT
            or sum(map(_size, values)) > MAX_TEXT
        ):
            raise TooMuch
        return _bounded(function(*args, **kwargs))

    return bounded


def _power(base: Any, exponent: Any) -> Any:
    bits = max(1, base.bit_length()) if isinstance(exponent, int) and isinstance(base, int) else 1
    if bits * abs(exponent) > MAX_BITS:
        raise TooMuch
    return base**exponent


def _times(left: Any, right: Any) -> Any:
    for value, times in ((left, right), (right, left)):
        if isinstance(times, int) and _size(value) * times > MAX_TEXT // 10:
            raise TooMuch
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > MAX_BITS:
        raise TooMuch
    return left * right


def _plus(left: Any, right: Any) -> Any:
    if _size(left) + _size(right) > MAX_TEXT:
        raise TooMuch
    return left + right


def _modulo(left: Any, right: Any) -> Any:
    if isinstance(left, str):
        _check_widths(left, right)
    return left % right


def _check_widths(pattern: str, values: Any) -> None:
    """A format pattern may not ask for more text than fits; and nothing in it may be absent."""
    parts = values if isinstance(values, tuple) else (values,)
    if any(part is None for part in parts):
        raise MissingValue("waarde in een tekstpatroon")
    asked = sum(int(width) for width in WIDTH.findall(pattern)) + len(pattern) * max([1, *map(_size, parts)])
    if "*" in pattern or asked > MAX_TEXT:
        raise TooMuch


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {"**": _power, "*": _times, "+": _plus, "%": _modulo}


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget: see the module."""

    intercepted_binops = frozenset(OPERATORS)
    code_generator_class = TemplateCodeGenerator
    custom: CustomFilters = custom_filters.NONE
    printed = staticmethod(print_value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Run an operator within its limits."""
        return OPERATORS[operator](left, right)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function of a template: charged, and bounded when it is a method of plain data."""
        budget = BUDGET.get(None)
        if budget:
            budget.spend(1)
        owner = getattr(__obj, "__self__", None)
        if callable(__obj) and not __self.is_safe_callable(__obj):
            raise SecurityError("deze functie")
        if isinstance(owner, str):
            _check_method(__obj.__name__, owner, args, kwargs)
        elif isinstance(owner, (bytes, int, float)):
            raise SecurityError(f"{__obj.__name__}()")
        return _bounded(super().call(__context, __obj, *args, **kwargs))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of the data comes before a method of the same name: `groep.items` is the field."""
        if (type(obj) is dict or isinstance(obj, Mapping)) and attribute in obj:
            return obj[attribute]
        if type(obj) is LoopContext and attribute in OF_LOOP:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A value by its key, in which every apostrophe is the same."""
        if apostrophes.has_apostrophe(argument) and isinstance(obj, Mapping):
            argument = apostrophes.key_like(argument, obj)
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> Any:
        """Formatting by a method of text: within the same limits as with `%`."""
        formatted = super().wrap_str_format(value)
        if formatted is None:
            return None

        @wraps(formatted)
        def bounded(*args: Any, **kwargs: Any) -> str:
            text = str(value.__self__)
            if re.search(r"\{[^{}]*\{", text.replace("{{", "")):
                raise TooMuch
            _check_widths(text.replace("*", ""), (*args, *kwargs.values()))
            return str(formatted(*args, **kwargs))

        return bounded

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing private, and nothing at all of what a template has no business with."""
        return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)


def _check_method(name: str, owner: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    if name in ("translate", "expandtabs", "encode", "maketrans"):
        raise SecurityError(f"{name}()")
    _careful(lambda *_a, **_k: None)(owner, *args, **kwargs)


def _minus(left: Any, right: Any, expression: str) -> Any:
    """A difference of two names; one that does not exist may be a name with a `-` in it."""
    for side in (left, right):
        if isinstance(side, (Undefined, Mapping, str)) and not isinstance(side, DraftMissing):
            raise NotPrintable(
                f"‘{expression}’ lukt niet: met een streepje trekt u het een van het ander af; een veld heeft een punt of "
                f"een laag streepje, zoals ‘{expression.replace('-', '.')}’"
            )
    return left - right


# what docgen itself writes into a parsed template, and `safe`, which changes nothing
WRITTEN_IN: dict[str, Callable[..., Any]] = {
    "_counted": _counted,
    "_bounded": _bounded,
    "_shown": to_text,
    "_given": require,
    "_known": require_known,
    "_present": require_present,
    "_minus": _minus,
    "_rich": require_rich_text,
    "_span": lambda value, path: 1 if isinstance(value, Undefined) else cell_values.span(value, path),
    "_colour": lambda value, path: "auto" if isinstance(value, Undefined) else cell_values.colour(value, path),
    "safe": lambda value: value,
    picture_values.HAS: lambda value, path="": (
        not isinstance(value, Undefined) and picture_values.has_picture(value, path)
    ),
    picture_values.OF: picture_values.of_picture,
}


def make_environment(draft: bool = False, custom: CustomFilters = custom_filters.NONE) -> Sandbox:
    """A fresh environment for templates, with the filters of a caller; in a draft what is missing shows itself."""
    undefined = DraftMissing if draft else Missing
    # not optimized: working out the constants of a template takes longer than it ever saves
    env = Sandbox(undefined=undefined, autoescape=True, loader=None, optimized=False)
    for name in REMOVED_GLOBALS:
        env.globals.pop(name, None)
    for name in REMOVED_FILTERS:
        env.filters.pop(name, None)
    env.filters |= own_filters()
    for name, function in env.filters.items():
        if name not in TAKES_NOTHING:
            bounded = _careful if name in ALLOCATING_FILTERS else _something
            env.filters[name] = (
                bounded(function) if not hasattr(function, "jinja_pass_arg") else _passing(bounded, function)
            )
    env.filters["groupby"] = _passing(_something, pass_environment(_grouped))
    env.filters |= WRITTEN_IN
    env.tests |= dict.fromkeys(("==", "eq", "equalto"), apostrophes.same)
    env.tests |= dict.fromkeys(("!=", "ne"), apostrophes.other) | {"in": apostrophes.within}
    known_tests: list[tuple[str, Any]] = list(env.tests.items())
    for name, test in known_tests:
        if name not in ASKING and not hasattr(test, "jinja_pass_arg"):
            env.tests[name] = _tested(test, name in MAY_BE_EMPTY)
    env.tests |= apostrophes.OPERATORS
    _add(custom, env)
    return env


def _add(custom: CustomFilters, env: Sandbox) -> None:
    """Give an environment the filters of a caller. Raises `TemplateError` for a name that means something already."""
    for name, function in custom.guarded.items():
        if name in env.filters:
            raise TemplateError(
                f"filters: ‘{name}’ bestaat al in docgen of Jinja; laat het weg, of kies een andere naam"
            )
        env.filters[name] = _asked_of_caller(function)
    env.custom = custom


def _asked_of_caller(function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a filter of a caller, which knows no absent values."""

    @wraps(function)
    def filtered(value: Any, /, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        there = {name: _shown_if_absent(one) for name, one in kwargs.items()}
        return function(value, *map(_shown_if_absent, args), **there)

    return filtered


def _shown_if_absent(value: Any) -> Any:
    return str(value) if isinstance(value, Undefined) else value  # the strict one raises and names itself


def _tested(function: Callable[..., Any], may_be_empty: bool) -> Callable[..., Any]:
    """Wrap a test that would say yes or no of what is not there."""

    @wraps(function)
    def test(value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(require_known(value, IN_TEST) if may_be_empty else require_present(value, IN_TEST), Undefined):
            return False
        return function(value, *args, **kwargs)

    return test


class Group(NamedTuple):
    """Rows with the same value in a field."""

    grouper: Any
    list: list[Any]


def _grouped(
    environment: Any, value: Any, attribute: str | int, default: Any = None, case_sensitive: bool = False
) -> list[Group]:
    """Jinja's `groupby`, with apostrophes equal."""
    shown = make_attrgetter(environment, attribute, default=default)

    def key(row: Any) -> Any:
        found = shown(row)
        text = apostrophes.straight(found) if isinstance(found, str) else found
        return text.lower() if isinstance(text, str) and not case_sensitive else text

    groups = (list(rows) for _, rows in groupby(sorted(value, key=key), key))
    return [Group(shown(rows[0]), rows) for rows in groups]


def own_filters() -> dict[str, Callable[..., Any]]:
    """The filters of docgen as Jinja takes them."""
    own = filters.filter_table(
        lambda value: value is None or isinstance(value, Undefined), lambda value: to_text(value, "opsomming")
    )
    return own | {name: pass_context(own[name]) for name in filters.WITH_CONTEXT}


def _something(function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a filter that would turn an absent value into text or a number."""

    @wraps(function)
    def filtered(value: Any, *args: Any, **kwargs: Any) -> Any:
        return function(require(value, IN_FILTER), *args, **kwargs)

    return filtered


def _passing(bounded: Any, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a filter that Jinja gives its context or environment first."""

    @wraps(function)
    def filtered(first: Any, *args: Any, **kwargs: Any) -> Any:
        return bounded(lambda *a, **k: function(first, *a, **k))(*args, **kwargs)

    return filtered


OF_LOOP = {"first", "last", "index", "index0", "length"}  # asked so often that looking whether it is safe costs time
