"""Follows the names of a template through its loops, conditions, macros and `set`: a name that nothing knows is told when
the template is compiled, in whatever branch it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from jinja2 import nodes

from docgen.word.jinja.bindings import names_given_values
from docgen.word.jinja.codegen import expression_path
from docgen.word.jinja.sandbox import REMOVED_GLOBALS, of_removed
from docgen.word.typecheck import macro_calls, messages, signatures
from docgen.word.typecheck.datatypes import (
    ANY,
    FLAG,
    NUMBER,
    TEXT,
    Macro,
    Method,
    Pair,
    Record,
    Type,
    joined,
    row_of,
)
from docgen.word.typecheck.inference import Inference, paths_in
from docgen.word.typecheck.scope import Scope
from docgen.word.typecheck.signatures import Fault
from docgen.word.typecheck.vocabulary import ONLY_WITH, Vocabulary

GLOBALS = {"range": Method(ANY, "range"), "dict": Method(ANY, "dict"), "self": ANY, "super": ANY}
IN_MACRO = ("varargs", "kwargs", "caller")
OF_LOOP: dict[str, Type] = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER),
    **dict.fromkeys(("first", "last"), FLAG),
    **dict.fromkeys(("cycle", "changed"), ANY),
}


class Wrong(Exception):
    """Tags that can never be filled, in the order in which they stand in a part."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


class Findings(NamedTuple):
    """What in a part can never be filled, and what can fail or read wrong with some dossiers; in no order."""

    faults: list[Fault]
    doubts: list[Fault]


def check(
    tree: nodes.Template,
    every: Sequence[nodes.Node],
    env: Any,
    vocabulary: Vocabulary | None,
    elsewhere: Mapping[str, str] | None = None,
) -> list[Fault]:
    """Look at the tags of a parsed part; give what can fail or read wrong with some dossiers. `every` is every node of it,
    and `elsewhere` are the names that another part gives a value (`names_elsewhere`).

    Raises `Wrong` for the tags that cannot be filled, whatever data come.
    """
    found = findings(tree, every, env, vocabulary, elsewhere)
    first = {fault.message: fault for fault in sorted(found.faults, key=lambda fault: -fault.line)}
    if first:
        raise Wrong(sorted(first.values(), key=lambda fault: fault.line))
    return found.doubts


def findings(
    tree: nodes.Template,
    every: Sequence[nodes.Node],
    env: Any,
    vocabulary: Vocabulary | None,
    elsewhere: Mapping[str, str] | None = None,
) -> Findings:
    """All of it, at every place where it stands."""
    names = vocabulary.names if vocabulary else None
    found = [*signatures.faults(every, env), *macro_calls.faults(every)]
    if names is None and not any(isinstance(node, nodes.Name) and node.name == "loop" for node in every):
        return Findings(found, [])  # a name at the top can be anything
    walk = _Check(every, names, elsewhere or {})
    walk.body(tree.body, walk.top)
    walk.macros()
    return Findings([*found, *walk.inference.faults], walk.inference.doubts)


class _Check:
    """One walk through a template."""

    def __init__(self, every: Sequence[nodes.Node], names: Record | None, elsewhere: Mapping[str, str]) -> None:
        self.names, self.elsewhere = names, elsewhere
        around = Scope({**GLOBALS, **(names.fields if names else {})}, is_open=names is None)
        self.top = Scope(around=around)
        self.waiting: list[tuple[Macro, Scope]] = []
        asked = (node.node for node in every if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"))
        self.inference = Inference(self._missing, frozenset(map(expression_path, asked)), names is not None)
        self.bound = dict(names_given_values(every))
        defaults = (node.node for node in every if isinstance(node, nodes.Filter) and node.name in ("default", "d"))
        self.defaulted = {node.name for node in defaults if isinstance(node, nodes.Name)} & self.bound.keys()
        macros = [node for node in every if isinstance(node, (nodes.Macro, nodes.CallBlock))]
        self.inner = {expression_path(call) for macro in macros for call in macro.find_all(nodes.Call)}

    def _missing(self, name: str, scope: Scope, line: int) -> Fault | None:
        if self.names is None or name in self.defaulted:
            return None
        if name in self.elsewhere and (name not in self.bound or name == "loop"):
            return Fault(self.elsewhere[name], line, name)
        if name in self.bound:
            return Fault(self.bound[name].format(name), line, name)
        if name in REMOVED_GLOBALS:
            return Fault(of_removed(name), line, name)
        hint = _mark_of_kind(name)
        return Fault(messages.unknown_name(name, scope, hint), line, name)

    def body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Statements one after the other."""
        for node in body:
            work: Callable[[Any, Scope], None] = getattr(self, f"_in_{type(node).__name__}", self._in_other)
            work(node, scope)

    def _in_other(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Expr):
            self.inference.of(node, scope)
        else:
            self.body(node.iter_child_nodes(), scope)

    def _in_Output(self, node: nodes.Output, scope: Scope) -> None:
        for printed in node.nodes:
            if not isinstance(printed, nodes.TemplateData):
                self.inference.prints(printed, scope)

    def _in_If(self, node: nodes.If, scope: Scope) -> None:
        self.inference.of(node.test, scope)
        before = dict(scope.names)
        found: list[dict[str, Type]] = []
        with self.inference.guards(node.test, *(branch.test for branch in node.elif_)):
            for branch in (node.body, node.elif_, node.else_):
                scope.names = dict(before)
                self.body(branch, scope)
                found.append(scope.names)
        names = dict.fromkeys(name for one in found for name in one)
        scope.names = {name: joined(*(one[name] for one in found if name in one)) for name in names}

    def _in_For(self, node: nodes.For, scope: Scope) -> None:
        rows = self.inference.of(node.iter, scope)
        self.inference.need(rows, node.iter)
        row = row_of(rows)
        inner = Scope({"loop": _loop(row, node.recursive)}, scope)
        self._bind(node.target, ANY if node.recursive else row, inner)
        if node.test is not None:
            self.inference.of(node.test, inner)
        with self.inference.guards(node.test):
            self.body(node.body, inner)
        self.body(node.else_, Scope(around=scope))

    def _bind(self, target: nodes.Node, kind: Type, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.names[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            parts = kind.values if isinstance(kind, Pair) and len(kind.values) == len(target.items) else ()
            for i, item in enumerate(target.items):
                self._bind(item, parts[i] if parts else ANY, scope)

    def _in_Assign(self, node: nodes.Assign, scope: Scope) -> None:
        self._bind(node.target, self.inference.of(node.node, scope), scope)
        if isinstance(node.target, nodes.Name):
            self.inference.behind.setdefault(node.target.name, set()).update(paths_in(node.node))

    def _in_AssignBlock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self.body(node.body, Scope(around=scope))
        kind = self.inference.of(node.filter, scope) if node.filter is not None else TEXT
        self._bind(node.target, kind, scope)

    def _in_FilterBlock(self, node: nodes.FilterBlock, scope: Scope) -> None:
        self.body(node.body, Scope(around=scope))
        self.inference.of(node.filter, scope)

    def _in_With(self, node: nodes.With, scope: Scope) -> None:
        inner = Scope(around=scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.inference.of(value, scope), inner)
        self.body(node.body, inner)

    def _in_Block(self, node: nodes.Block, scope: Scope) -> None:
        self.body(node.body, Scope(around=scope))

    def _in_Macro(self, node: nodes.Macro, scope: Scope) -> None:
        macro = Macro(node)
        scope.names[node.name] = macro
        self.waiting.append((macro, scope))

    def _in_CallBlock(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.inference.of(node.call, scope)
        inner = Scope(dict.fromkeys((arg.name for arg in node.args), ANY), scope)
        for default in node.defaults:
            self.inference.of(default, scope)
        self.body(node.body, inner)

    def macros(self) -> None:
        """The bodies of macros, when it is known what they are called with."""
        while self.waiting:
            macro, scope = self.waiting.pop(0)
            node = macro.node
            inner = Scope({**dict.fromkeys(IN_MACRO, ANY)}, scope)
            defaults = dict(zip([arg.name for arg in node.args][::-1], node.defaults[::-1], strict=False))
            for arg in node.args:
                own = self.inference.of(defaults[arg.name], inner) if arg.name in defaults else None
                inner.names[arg.name] = self._argument(macro, arg.name, own)
            self.body(node.body, inner)

    def _argument(self, macro: Macro, name: str, default: Type | None) -> Type:
        """What a macro is called with, when that can be seen: not when it calls itself, or another one calls it."""
        if name not in macro.given or macro.node.name in self.inner:
            return ANY
        return joined(macro.given[name], *([default] if default is not None else []))


def _mark_of_kind(name: str) -> str:
    """What to do with a name that only some documents have."""
    return f"zet {ONLY_WITH[name]} in het schema van deze documentsoort" if name in ONLY_WITH else ""


def _loop(row: Type, recursive: bool) -> Type:
    around = ANY if recursive else row
    return Record({**OF_LOOP, "previtem": around, "nextitem": around})
