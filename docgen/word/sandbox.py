"""The Jinja environment of a template: data only, strict, escaped, and within limits on work and memory.

Templates come from others (docxtpl issue 549, CVE-2024-37301): no attribute that starts with `_`, nothing that changes
data, no functions beside `range` and `dict`, and a budget of steps that no document of ours comes near.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, cast

from jinja2 import Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeVisitor

from docgen.word.filters import FILTERS
from docgen.word.missing import DraftMissing, Missing, shown

MAX_STEPS = 3_000_000  # passes of loops plus calls, in one part of one document
MAX_TEXT = 20_000_000  # characters of one value or of one part
MAX_NUMBER = 100_000  # in an argument that can ask for memory
MAX_BITS = 100_000
REMOVED_GLOBALS = ("cycler", "joiner", "lipsum", "namespace")
ALLOCATING_FILTERS = (
    "batch",
    "center",
    "format",
    "indent",
    "join",
    "replace",
    "slice",
    "tojson",
    "truncate",
    "wordwrap",
)
WIDTH = re.compile(r"\d{6,}|\*")


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


def _counted(values: Any) -> Any:
    """Charge the budget for every pass of a loop before it starts."""
    if isinstance(values, Undefined):
        iter(values)  # the strict one raises and names itself
        return []
    if not hasattr(values, "__len__"):
        values = list(values)
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


def _careful(function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a function that allocates what its arguments ask for."""

    @wraps(function)
    def bounded(*args: Any, **kwargs: Any) -> Any:
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
        if any(isinstance(value, str) and "%" in value and WIDTH.search(value) for value in values[:2]):
            raise TooMuch
        return _bounded(function(*args, **kwargs))

    return bounded


def _power(base: Any, exponent: Any) -> Any:
    if isinstance(exponent, int) and isinstance(base, int) and max(1, base.bit_length()) * abs(exponent) > MAX_BITS:
        raise TooMuch
    if abs(exponent) > MAX_BITS:
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
    if isinstance(left, str) and (WIDTH.search(left) or _size(left) > MAX_TEXT):
        raise TooMuch
    return left % right


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {"**": _power, "*": _times, "+": _plus, "%": _modulo}


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a budget: see the module."""

    intercepted_binops = frozenset(OPERATORS)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Run an operator within its limits."""
        return OPERATORS[operator](left, right)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function of a template: charged, and bounded when it is a method of text."""
        budget = BUDGET.get(None)
        if budget:
            budget.spend(1)
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, (str, bytes)):
            _careful(lambda *_a, **_k: None)(owner, *args, **kwargs)
            if getattr(__obj, "__name__", "").startswith("format") and WIDTH.search(str(owner)):
                raise TooMuch
        return _bounded(super().call(__context, __obj, *args, **kwargs))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing private, and nothing at all of what a template has no business with."""
        return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)


def make_environment(draft: bool = False) -> Sandbox:
    """A fresh environment for templates; in a draft what is missing shows itself."""
    env = Sandbox(undefined=DraftMissing if draft else Missing, autoescape=True, loader=None)
    for name in REMOVED_GLOBALS:
        env.globals.pop(name, None)
    env.filters |= FILTERS
    for name in ALLOCATING_FILTERS:
        if not getattr(env.filters[name], "jinja_pass_arg", None):
            env.filters[name] = _careful(env.filters[name])
        else:
            env.filters[name] = _careful_passing(env.filters[name])
    env.filters |= {"_counted": _counted, "_bounded": _bounded, "_shown": shown}
    return env


def _careful_passing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a filter that Jinja gives its context first."""

    @wraps(function)
    def bounded(first: Any, *args: Any, **kwargs: Any) -> Any:
        return _careful(lambda *a, **k: function(first, *a, **k))(*args, **kwargs)

    return bounded


FORBIDDEN_NODES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class _Metered(NodeVisitor):
    """Put the limits into a parsed template, in place."""

    def visit_For(self, node: nodes.For) -> None:
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "_counted")

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> None:
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, "_bounded", [], [], None, None, lineno=node.lineno)

    def visit_Output(self, node: nodes.Output) -> None:
        self.generic_visit(node)
        node.nodes = [part if isinstance(part, nodes.TemplateData) else _printed(part) for part in node.nodes]


def _filtered(expression: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, expression), name, list(args), [], None, None, lineno=expression.lineno)


def _printed(expression: nodes.Expr) -> nodes.Expr:
    return _filtered(expression, "_shown", nodes.Const(written(expression), lineno=expression.lineno))


def written(expression: nodes.Node) -> str:
    """An expression as a path: `partij.adres`; filters and calls are left away."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{written(expression.node)}.{expression.attr}"
    if isinstance(expression, nodes.Getitem):
        inner = expression.arg.value if isinstance(expression.arg, nodes.Const) else written(expression.arg)
        return f"{written(expression.node)}[{inner}]"
    for child in expression.iter_child_nodes():
        return written(child)
    return str(getattr(expression, "value", "waarde"))


def metered(tree: nodes.Template) -> nodes.Template:
    """Return the parsed template with limits on its loops and its text. Raises `SecurityError` on includes."""
    if next(tree.find_all(FORBIDDEN_NODES), None):
        raise SecurityError("een sjabloon kan geen andere bestanden invoegen (include, import of extends)")
    for concat in list(tree.find_all(nodes.Concat)):
        concat.nodes = [_filtered(part, "_bounded") for part in concat.nodes]
    _Metered().visit(tree)
    return tree
