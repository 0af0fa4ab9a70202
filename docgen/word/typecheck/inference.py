"""The type of every expression in a template, from the types of the names in it; what is asked of a value that cannot have
it is told (`Faults`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal

from jinja2 import nodes

from docgen.text import dutch
from docgen.word.jinja.codegen import expression_path
from docgen.word.typecheck import comparisons, messages
from docgen.word.typecheck.datatypes import (
    ANY,
    FLAG,
    NOTHING,
    NUMBER,
    TEXT,
    Day,
    Flag,
    Macro,
    Method,
    Number,
    Pair,
    Record,
    Rows,
    Scalar,
    Table,
    Text,
    Type,
    joined,
    pair_of,
    present,
    row_of,
)
from docgen.word.typecheck.scope import Scope
from docgen.word.typecheck.signatures import BARE, EMPTY, NAME, NEVER, Fault
from docgen.word.values import filters, picture_values

FILLING = ("default", "d")
OF_MAPS = set(dir(dict))
METHODS: list[tuple[type[Type], set[str]]] = [
    (Record, OF_MAPS),
    (Rows, set(dir(list))),
    (Text, set(dir(str))),
    (Number, set(dir(Decimal)) | set(dir(int))),
    (Flag, set(dir(int))),
    (Day, set(dir(date))),
]
CHANGES: dict[str, Callable[[str], str]] = {  # of a text: what it does is known for every choice
    "lower": str.lower,
    "upper": str.upper,
    "capitalize": str.capitalize,
    "trim": str.strip,
    "strip": str.strip,
    "string": str,
    "safe": str,
    "hoofdletter": dutch.capital,
    "zonder_punt": dutch.without_full_stop,
}
SAME = {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"}
ONE_OF = {"first", "last", "min", "max"}
NUMBERS = {"length", "count", "wordcount", "int", "float", "round", "abs", "sum"}
TEXTS = {
    "join", "replace", "truncate", "indent", "format", "escape", "e", "forceescape", "striptags", "wordwrap", "center", "title", "urlencode",
    "filesizeformat", "euro", "getal", "uren", "procent", "datum", "opsomming", "bedrag", "met_lidwoord", "naam", "in_woorden", "kort", *filters.NAMES_IN, *CHANGES,
}  # fmt: skip
BY_ATTRIBUTE = {
    "map": None,
    "sort": None,
    "unique": None,
    "min": None,
    "max": None,
    "sum": 0,
    "groupby": 0,
    "join": None,
}
BY_ATTRIBUTE |= {"selectattr": 0, "rejectattr": 0}  # filters that look at a field -> which argument names it


class Inference:
    """Works out types; what cannot be goes to `fault`, and is then of any type.

    `missing` says what is wrong with a name that no scope knows; `asked` are paths that the template itself asks whether
    they exist. Unless it `is_complete`, names may come that nobody knows yet: then only loops are sure.
    """

    def __init__(
        self, missing: Callable[[str, Scope, int], Fault | None], asked: frozenset[str], is_complete: bool
    ) -> None:
        self.missing = missing
        self.is_complete = is_complete
        self.asked = asked
        self.faults: list[Fault] = []
        self.bare: list[Fault] = []  # what reads wrong in the text
        self.lacking: dict[tuple[int, str], Fault] = {}  # what can fail with some dossiers, by its line and path
        self.guarded: list[set[str]] = []  # the paths that conditions around this place ask about
        self.behind: dict[str, set[str]] = {}  # the paths that a name of the template was worked out from

    def of(self, node: nodes.Node | None, scope: Scope) -> Type:
        """The type of an expression."""
        work = getattr(self, f"_of_{type(node).__name__}", None)
        if work is not None:
            return work(node, scope)  # type: ignore[no-any-return]
        for child in node.iter_child_nodes() if node is not None else ():
            self.of(child, scope)
        return ANY

    def report(self, message: str, node: nodes.Node, near: str, code: str = NAME) -> Type:
        """Remember what is wrong."""
        if expression_path(node) not in self.asked and (self.is_complete or expression_path(node).startswith("loop.")):
            self.faults.append(Fault(message, node.lineno, near, code))
        return ANY

    def report_never(self, message: str, node: nodes.Node, near: str) -> Type:
        """Remember a comparison that never holds."""
        return self.report(message, node, near, NEVER)

    @contextmanager
    def guards(self, *tests: nodes.Node | None) -> Iterator[None]:
        """While what stands under these conditions is worked out."""
        asked = {path for test in tests if test is not None for path in paths_in(test)}
        self.guarded.append(asked.union(*(self.behind.get(path, ()) for path in asked)))
        try:
            yield
        finally:
            self.guarded.pop()

    def _is_guarded(self, path: str) -> bool:
        derived = f"{path}_"  # `taak.eigenaar_naam` is there when `taak.eigenaar` is
        return path in self.asked or any(
            path in paths or any(one.startswith(derived) for one in paths) for paths in self.guarded
        )

    def _as_guarded(self, kind: Type, node: nodes.Expr) -> Type:
        return present(kind) if kind.can_lack and self._is_guarded(expression_path(node)) else kind

    def need(self, kind: Type, node: nodes.Node) -> None:
        """Remember a value that has to be there and can lack."""
        path = expression_path(node)
        if not kind.can_lack or self._is_guarded(path):
            return
        steps = path.split(".")
        around = [".".join(steps[:n]) for n in range(1, len(steps))]
        told = [
            part for part in around if self.lacking.pop((node.lineno, part), None)
        ]  # told once, with the field in it
        message = messages.can_lack(path, " and ".join([*told, path]))
        self.lacking[node.lineno, path] = Fault(message, node.lineno, path, EMPTY)

    def prints(self, node: nodes.Expr, scope: Scope) -> None:
        """A value that a tag puts into the text."""
        kind = self.of(node, scope)
        self.need(kind, node)
        if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)) and (message := messages.bare(kind, node)):
            self.bare.append(Fault(message, node.lineno, expression_path(node), BARE))

    @property
    def doubts(self) -> list[Fault]:
        """What can fail, or read wrong, with some dossiers; in no order."""
        return [*self.lacking.values(), *self.bare]

    # ------------------------------------------------------------------------------------------ names and fields

    def _of_Name(self, node: nodes.Name, scope: Scope) -> Type:
        found = scope.find(node.name)
        if found is None and node.name not in self.asked and (fault := self.missing(node.name, scope, node.lineno)):
            self.faults.append(fault._replace(code=NAME))
        return ANY if found is None else self._as_guarded(found, node)

    def _of_Getattr(self, node: nodes.Getattr, scope: Scope) -> Type:
        around = self.of(node.node, scope)
        if node.attr not in ("get", "items", "keys", "values"):
            self.need(around, node.node)
        return self._as_guarded(self.at(around, node.attr, node), node)

    def _of_Getitem(self, node: nodes.Getitem, scope: Scope) -> Type:
        around, key = self.of(node.node, scope), self.of(node.arg, scope)
        self.need(around, node.node)
        if isinstance(node.arg, nodes.Slice):
            return around if isinstance(around, (Rows, Text)) else ANY
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, (str, int)):
            return self._as_guarded(self._one_of(around, node.node, self.at(around, node.arg.value, node)), node)
        comparisons.check(
            self.report_never, around.keys if isinstance(around, Table) else ANY, key, node.node, node.arg, "eq"
        )
        return row_of(around) if isinstance(around, Rows) else around.values if isinstance(around, Table) else ANY

    def _one_of(self, around: Type, node: nodes.Expr, found: Type) -> Type:
        """What stands at one place of a list of the dossier: it can lack, as that can be empty, unless that is asked first."""
        is_of_dossier = isinstance(around, Rows) and around.about is not None and found is not ANY
        return replace(found, can_lack=True) if is_of_dossier and not self._is_guarded(expression_path(node)) else found

    def at(self, around: Type, name: str | int, node: nodes.Expr) -> Type:
        """The type of a field or item of a value; `node` is the expression that asks for it."""
        found = _item(around, name) if isinstance(name, int) else _field(around, name)
        if found is not None or isinstance(name, int):
            return found or ANY
        if isinstance(around, Table):
            return self._value_of(around, name, node)
        if isinstance(around, Pair) and around.names:
            return self.report(messages.no_field(around, node, name), node, name)
        for kind, methods in METHODS:
            if isinstance(around, kind):
                known = not name.startswith("_") and name in methods
                return Method(around, name) if known else self.report(messages.no_field(around, node, name), node, name)
        return ANY

    def _value_of(self, around: Table, key: str, node: nodes.Expr) -> Type:
        if isinstance(node, nodes.Getattr) and key in OF_MAPS:
            return Method(around, key)
        choices = around.keys.choices if isinstance(around.keys, Text) and around.keys.is_declared else None
        if choices is not None and key not in choices:
            return self.report(messages.unknown_key(node, key, choices), node, key)
        return around.values

    def _of_Call(self, node: nodes.Call, scope: Scope) -> Type:
        function = self.of(node.node, scope)
        given = [self.of(arg, scope) for arg in node.args]
        named = {keyword.key: self.of(keyword.value, scope) for keyword in node.kwargs}
        for more in (node.dyn_args, node.dyn_kwargs):
            if more is not None:
                self.of(more, scope)
        match function:
            case Macro():
                names = [arg.name for arg in function.node.args]
                for name, kind in {**dict(zip(names, given, strict=False)), **named}.items():
                    function.given[name] = joined(function.given.get(name, NOTHING), kind)
                return TEXT
            case Method():
                return _of_call(function, given)
        return ANY

    # ---------------------------------------------------------------------------------------------- values and sums

    def _of_Const(self, node: nodes.Const, _scope: Scope) -> Type:
        match node.value:
            case None:
                return NOTHING
            case bool():
                return FLAG
            case str():
                return Text(choices=(node.value,))
        return NUMBER

    def _of_TemplateData(self, _node: nodes.TemplateData, _scope: Scope) -> Type:
        return TEXT

    def _of_List(self, node: nodes.List, scope: Scope) -> Type:
        return Rows(joined(*(self.of(item, scope) for item in node.items)) if node.items else ANY)

    def _of_Tuple(self, node: nodes.Tuple, scope: Scope) -> Type:
        return Pair(tuple(self.of(item, scope) for item in node.items))

    def _of_Dict(self, node: nodes.Dict, scope: Scope) -> Type:
        pairs = [(item.key, self.of(item.key, scope), self.of(item.value, scope)) for item in node.items]
        if all(isinstance(key, nodes.Const) and isinstance(key.value, str) for key, _, _ in pairs):
            return Record({key.value: kind for key, _, kind in pairs if isinstance(key, nodes.Const)})
        return Table(
            TEXT if all(isinstance(key, Text) for _, key, _ in pairs) else ANY, joined(*(v for _, _, v in pairs))
        )

    def _of_Concat(self, node: nodes.Concat, scope: Scope) -> Type:
        for part in node.nodes:
            self.of(part, scope)
        return TEXT

    def _of_Or(self, node: nodes.BinExpr, scope: Scope) -> Type:
        left = self.of(node.left, scope)
        with self.guards(node.left):
            right = self.of(node.right, scope)
        both = joined(left, right)
        return both if right.can_lack else present(both)

    def _of_And(self, node: nodes.BinExpr, scope: Scope) -> Type:
        left = self.of(node.left, scope)
        with self.guards(node.left):
            return joined(left, self.of(node.right, scope))

    def _of_Not(self, node: nodes.Not, scope: Scope) -> Type:
        self.of(node.node, scope)
        return FLAG

    def _of_CondExpr(self, node: nodes.CondExpr, scope: Scope) -> Type:
        self.of(node.test, scope)
        with self.guards(node.test):
            other = self.of(node.expr2, scope) if node.expr2 is not None else Text(choices=("",))
            return joined(self.of(node.expr1, scope), other)

    def _of_Add(self, node: nodes.BinExpr, scope: Scope) -> Type:
        left, right = self.of(node.left, scope), self.of(node.right, scope)
        match left, right:
            case Text(), Text():
                return TEXT
            case Number(), Number():
                return NUMBER
            case Rows(), Rows():
                return joined(left, right)
        return ANY

    def _of_Sub(self, node: nodes.Sub, scope: Scope) -> Type:
        if message := messages.hyphened(node, scope):
            return self.report(message, node, message.split("‘")[1].split("’")[0])
        left, right = self.of(node.left, scope), self.of(node.right, scope)
        return NUMBER if isinstance(left, Number) and isinstance(right, Number) else ANY

    def _of_Compare(self, node: nodes.Compare, scope: Scope) -> Type:
        left, shown = self.of(node.expr, scope), node.expr
        for operand in node.ops:
            right = self.of(operand.expr, scope)
            comparisons.check(self.report_never, left, right, shown, operand.expr, operand.op)
            left, shown = right, operand.expr
        return FLAG

    # -------------------------------------------------------------------------------------------- filters and tests

    def _of_Test(self, node: nodes.Test, scope: Scope) -> Type:
        kind = self.of(node.node, scope)
        args = [self.of(arg, scope) for arg in node.args]
        if args and node.name in comparisons.TESTS:
            comparisons.check(self.report_never, kind, args[0], node.node, node.args[0], comparisons.TESTS[node.name])
        return FLAG

    def _of_Filter(self, node: nodes.Filter, scope: Scope) -> Type:
        kind = self.of(node.node, scope) if node.node is not None else TEXT
        args = [self.of(arg, scope) for arg in node.args]
        named = {keyword.key: self.of(keyword.value, scope) for keyword in node.kwargs}
        looked = self._looked_at(node, kind)
        self._compare(node, kind, looked, args)
        self._check_picture(node, kind)
        given = _of_filter(node, kind, args or list(named.values()), looked, self)
        if node.name in ("first", "last") and isinstance(node.node, nodes.Expr):
            given = self._one_of(kind, node.node, given)
        if node.name in FILLING:
            return present(given)
        return replace(given, can_lack=True) if kind.can_lack and isinstance(given, Scalar) else given

    def _check_picture(self, node: nodes.Filter, kind: Type) -> None:
        """A list where a template shows one picture."""
        if node.name == picture_values.HAS and isinstance(kind, Rows):
            path = expression_path(node)
            self.report(picture_values.A_LIST.format(path, path), node, path)

    def _looked_at(self, node: nodes.Filter, kind: Type) -> Type | None:
        """The type of the field that a filter looks at in every row; `None` when it looks at the row itself."""
        if node.name not in BY_ATTRIBUTE:
            return None
        at = BY_ATTRIBUTE[node.name]
        named = next((keyword.value for keyword in node.kwargs if keyword.key == "attribute"), None)
        name = named or (node.args[at] if at is not None and len(node.args) > at else None)
        if not isinstance(name, nodes.Const):
            return ANY if name is not None else None
        found = row_of(kind) if kind is not ANY and node.node is not None else ANY
        parts = str(name.value).split(",")
        if isinstance(found, (Text, Number, Flag, Day)) and not found.is_declared:
            return ANY
        kinds = [self._down(found, part.split("."), node) for part in parts]
        return kinds[0] if len(kinds) == 1 else ANY

    def _down(self, kind: Type, names: list[str], node: nodes.Filter) -> Type:
        path: nodes.Expr = node
        for name in names:
            path = nodes.Getattr(path, name, "load", lineno=node.lineno)
            kind = self.at(kind, int(name) if name.isdigit() else name, path)
        return kind

    def _compare(self, node: nodes.Filter, kind: Type, looked: Type | None, args: list[Type]) -> None:
        """`selectattr('status', 'equalto', 'concept')` and the like."""
        at = {"select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1}.get(node.name)
        if at is None or node.node is None or len(args) < at + 2:
            return
        named = node.args[at]
        test, what = named.value if isinstance(named, nodes.Const) else "", looked if at else row_of(kind)
        if test in comparisons.TESTS and what is not None:
            shown: nodes.Expr = node.node
            if at and isinstance(node.args[0], nodes.Const):
                shown = nodes.Getattr(node.node, str(node.args[0].value), "load", lineno=node.lineno)
            comparisons.check(self.report_never, what, args[at + 1], shown, node.args[at + 1], comparisons.TESTS[test])


def paths_in(node: nodes.Node) -> Iterator[str]:
    """The paths of all that an expression asks about."""
    named = (nodes.Name, nodes.Getattr, nodes.Getitem)
    if isinstance(node, named):
        yield expression_path(node)
    yield from map(expression_path, node.find_all(named))


def _item(around: Type, number: int) -> Type | None:
    """The type of what stands at a number."""
    match around:
        case Table():
            return around.values
        case Rows():
            return around.row
        case Pair(values=values) if -len(values) <= number < len(values):
            return values[number]
    return None


def _field(around: Type, name: str) -> Type | None:
    """The type of a field that surely exists."""
    match around:
        case Record(fields=fields) if name in fields:
            return fields[name]
        case Pair(names=names) if name in names:
            return around.values[names.index(name)]
    return ANY if isinstance(around, Pair) and name in ("count", "index") else None


def changed(kind: Type, name: str) -> Type:
    """What a change of a text gives: each of its choices changed."""
    if name in CHANGES and isinstance(kind, Text) and kind.choices is not None:
        return Text(kind.is_declared, tuple(map(CHANGES[name], kind.choices)))
    return TEXT


def _of_call(function: Method, given: list[Type]) -> Type:
    """What a method gives."""
    match function.of, function.name:
        case ((Record() | Table()), "items"):
            return pair_of(function.of)
        case ((Record() | Table()), "keys"):
            return Rows(row_of(function.of))
        case Table(), ("values" | "get"):
            return Rows(function.of.values) if function.name == "values" else joined(function.of.values, *given[1:])
        case Text(), name if name in CHANGES and not given:
            return changed(function.of, name)
        case Text(), ("split" | "rsplit" | "splitlines"):
            return Rows(TEXT)
    return ANY


def _of_filter(node: nodes.Filter, kind: Type, args: list[Type], looked: Type | None, inference: Inference) -> Type:
    """What a filter gives."""
    name = node.name
    if name in SAME:
        return _asked(kind, node) if isinstance(kind, (Rows, Text)) and name != "list" else _list_of(kind)
    if name in ONE_OF:
        return row_of(kind)
    if name == "map":
        return Rows(looked if looked is not None else _of_map(node, row_of(kind), inference))
    if name == "groupby":
        return Rows(Pair((looked or ANY, _list_of(kind)), ("grouper", "list")))
    if name in ("batch", "slice"):
        return Rows(_list_of(kind))
    if name in ("items", "dictsort"):
        return pair_of(kind)
    if name in ("default", "d"):
        return joined(kind, args[0] if args else Text(choices=("",)))
    if name == "safe":
        return kind
    if name in TEXTS:
        return changed(kind, name) if not args else TEXT
    return NUMBER if name in NUMBERS else ANY


def _asked(kind: Type, node: nodes.Filter) -> Type:
    """The same list when `selectattr` looked at a field of every row: as far as it matters that is there now."""
    looked = node.args[0] if node.args and node.name in ("selectattr", "rejectattr") else None
    name, row = looked.value if isinstance(looked, nodes.Const) else "", row_of(kind)
    if not isinstance(row, Record) or name not in row.fields:
        return kind
    return Rows(row.extended(**{name: present(row.fields[name])}))


def _list_of(kind: Type) -> Type:
    return Rows(row_of(kind))


def _of_map(node: nodes.Filter, row: Type, inference: Inference) -> Type:
    """What a filter that is named in `map` gives of a row."""
    if not node.args or not isinstance(node.args[0], nodes.Const):
        return ANY
    inner = nodes.Filter(node.node, str(node.args[0].value), node.args[1:], [], None, None, lineno=node.lineno)
    return _of_filter(inner, row, [ANY for _ in node.args[1:]], None, inference)
