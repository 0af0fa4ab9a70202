"""Which filters and tests there are and what they take: known when a template is compiled, in whatever branch they stand."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import nodes

from docgen.diagnostics.suggest import did_you_mean
from docgen.word.jinja.sandbox import REMOVED_FILTERS
from docgen.word.values import cell_values, picture_values
from docgen.word.values.filters import FILTERS

OF_DOCGEN = (
    "_rich",
    *cell_values.VALUES,
    picture_values.HAS,
    picture_values.OF,
)  # the filters that docgen itself writes in a template before it is parsed
GIVEN_FIRST = ("environment", "env", "eval_ctx", "context", "names")  # what Jinja passes before the value
NAMING = {"select": (0, "test"), "reject": (0, "test"), "selectattr": (1, "test"), "rejectattr": (1, "test")}
NAMING |= {"map": (0, "filter")}  # filters that get the name of a test or filter -> which argument that is


FILTER, NAME, NEVER = "tag-filter", "tag-naam", "tag-nooit"  # the codes of what can never be filled
EMPTY, BARE = "tag-leeg", "tag-kaal"  # and of what can fail, or read wrong, with some dossiers


class Fault(NamedTuple):
    """What is wrong in a tag, the line of the part, a word that stands near, and the code of such a fault."""

    message: str
    line: int
    near: str
    code: str = FILTER


class Named(NamedTuple):
    """A filter or test as it is called: by a tag, or by its name in an argument of another filter."""

    kind: str
    name: str
    args: list[nodes.Expr]
    kwargs: Sequence[Any]
    is_open: bool  # there may be more arguments than can be seen
    line: int


def faults(every: Sequence[nodes.Node], env: Any) -> Iterator[Fault]:
    """Every filter and test among the nodes of a template that does not exist, or gets what it does not take."""
    asked = {
        node.node.value
        for node in every
        if isinstance(node, nodes.Test) and node.name in ("filter", "test") and isinstance(node.node, nodes.Const)
    }  # a template can look by itself whether there is one: `'datum' is filter`
    for node in every:
        if not isinstance(node, (nodes.Filter, nodes.Test)):
            continue
        for one in _arguments(node):
            if one.name in asked:
                continue
            known: Mapping[str, Callable[..., Any]] = env.filters if one.kind == "filter" else env.tests
            if one.name not in known or (one.name.startswith("_") and one.name not in OF_DOCGEN):
                yield Fault(_unknown(one, known), one.line, one.name)
            elif isinstance(node, nodes.Filter) and one.name in cell_values.VALUES:
                yield from _unfit(node)
            elif wrong := _misfit(one, known[one.name]):
                yield Fault(wrong, one.line, one.name)


def _unfit(node: nodes.Filter) -> Iterator[Fault]:
    """The literals in a tag for a cell that no cell can have."""
    tag, fitted = cell_values.VALUES[node.name]
    for value in _literals(node.node):
        try:
            fitted(value, str(value))
        except cell_values.UnfitValue as fault:
            yield Fault(str(fault), node.lineno, tag)


def _literals(node: nodes.Expr | None) -> Iterator[Any]:
    """The literals that an expression can give."""
    match node:
        case nodes.Const() if node.value is not None:
            yield node.value
        case nodes.Neg(node=nodes.Const(value=int() | float() as number)):
            yield -number
        case nodes.CondExpr():
            yield from (*_literals(node.expr1), *(_literals(node.expr2) if node.expr2 is not None else [""]))
        case nodes.Or() | nodes.And():
            yield from _literals(node.right)


def _arguments(node: Any) -> Iterator[Named]:
    is_open = node.dyn_args is not None or node.dyn_kwargs is not None
    kind = "filter" if isinstance(node, nodes.Filter) else "test"
    yield Named(kind, node.name, node.args, node.kwargs, is_open, node.lineno)
    at, named = NAMING.get(node.name, (0, "")) if kind == "filter" else (0, "")
    name = node.args[at] if named and len(node.args) > at else None
    if isinstance(name, nodes.Const) and isinstance(name.value, str) and not is_open:
        yield Named(named, name.value, node.args[at + 1 :], node.kwargs, False, node.lineno)


WORDS = {"filter": "het filter", "test": "de toets"}
REMEDIES = {
    "filter": f"haal het weg, of kies uit {', '.join(FILTERS)}",
    "test": "haal haar weg, of kies bijvoorbeeld is defined",
}


def _unknown(one: Named, known: Mapping[str, Any]) -> str:
    if one.kind == "filter" and one.name in REMOVED_FILTERS:
        return f"het filter ‘{one.name}’ bestaat niet in een sjabloon van docgen; haal het weg"
    hint = did_you_mean(one.name, [name for name in known if not name.startswith("_")])
    return f"{WORDS[one.kind]} ‘{one.name}’ bestaat niet; {hint or REMEDIES[one.kind]}"


def _misfit(one: Named, function: Callable[..., Any]) -> str:
    """What is wrong with the arguments; empty when nothing is, or when it cannot be known."""
    parameters = None if one.is_open else _parameters(function)
    if parameters is None:
        return ""
    what, names = f"{WORDS[one.kind]} ‘{one.name}’", [keyword.key for keyword in one.kwargs]
    positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters), any(p.kind is p.VAR_KEYWORD for p in parameters)
    known = [p.name for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    if len(one.args) > len(positional) and not takes_any[0]:
        return f"{what} krijgt hier te veel waarden tussen de haakjes; {_room(len(positional))}"
    if strange := [name for name in names if name not in known and not takes_any[1]]:
        hint = did_you_mean(strange[0], known) or (f"bekend is: {', '.join(known)}" if known else "haal het weg")
        return f"{what} kent ‘{strange[0]}=’ niet; {hint}"
    missing = [p for p in positional[len(one.args) :] if p.default is p.empty and p.name not in names]
    return f"{what} mist hier een waarde tussen de haakjes; {_room(len(positional))}" if missing else ""


def _room(count: int) -> str:
    return f"het neemt er {f'ten hoogste {count}' if count > 1 else count or 'geen'}"


@lru_cache(maxsize=512)  # a caller can bring filters of its own each time
def _parameters(function: Callable[..., Any]) -> tuple[inspect.Parameter, ...] | None:
    """What a function takes beside the value; `None` when Python does not know."""
    try:
        found = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return None
    skipped = 2 if found and found[0].name in GIVEN_FIRST else 1
    return tuple(found[skipped:])
