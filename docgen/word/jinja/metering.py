"""Puts the limits of the sandbox into a parsed template: on its loops, its filters and the text it puts together."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from typing import Any, cast

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer

from docgen.word.jinja.bindings import LEAVES
from docgen.word.jinja.codegen import expression_path
from docgen.word.jinja.sandbox import ASKING, MAY_BE_EMPTY, TAKES_NOTHING
from docgen.word.values import cell_values, picture_values
from docgen.word.values.apostrophes import has_apostrophe

FORBIDDEN_NODES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class _Metered(NodeTransformer):
    """Put the limits into a parsed template, in place."""

    def __init__(self, takes_nothing: frozenset[str]) -> None:
        self.takes_nothing = takes_nothing

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Go down a tree; what would fetch another file, or print without escaping, is refused."""
        if type(node) in LEAVES:
            return node
        if isinstance(node, FORBIDDEN_NODES):
            raise SecurityError("een sjabloon kan geen andere bestanden invoegen (include, import of extends)")
        if isinstance(node, (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise SecurityError("een sjabloon kan autoescape niet uitzetten")
        return super().visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.For:
        self.generic_visit(node)
        node.iter = _name_of(node.iter, "_counted")
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Filter:
        self.generic_visit(node)
        if node.name in (picture_values.HAS, picture_values.OF):
            path = nodes.Const(expression_path(node), lineno=node.lineno)
            node.node, node.args = _name_of(cast(nodes.Expr, node.node), "_known"), [*node.args, path]
        elif node.name in cell_values.VALUES:
            path = nodes.Const(expression_path(node), lineno=node.lineno)
            node.node, node.args = _name_of(cast(nodes.Expr, node.node), "_present"), [path]
        elif node.node is not None and node.name not in self.takes_nothing and not node.name.startswith("_"):
            node.node = _name_of(node.node, "_given")
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Test:
        """Every test but that whether something is there is of something that is there."""
        self.generic_visit(node)
        if node.name not in ASKING:
            node.node = _name_of(node.node, "_known" if node.name in MAY_BE_EMPTY else "_present")
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Expr:
        """Where both sides may have an apostrophe, it is the same in both."""
        self.generic_visit(node)
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        single = [
            _comparison(left, operand.op, right)
            for left, operand, right in zip(sides, node.ops, sides[1:], strict=False)
        ]
        return reduce(lambda one, more: nodes.And(one, more, lineno=node.lineno), single)

    def visit_Sub(self, node: nodes.Sub) -> nodes.Expr:
        """A `-` between names may have been meant as a part of one."""
        self.generic_visit(node)
        if not all(isinstance(side, (nodes.Name, nodes.Getattr)) for side in (node.left, node.right)):
            return node
        path = nodes.Const(f"{expression_path(node.left)}-{expression_path(node.right)}", lineno=node.lineno)
        return nodes.Filter(node.left, "_minus", [node.right, path], [], None, None, lineno=node.lineno)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:
        """An `if` without `else` inside a tag is empty when it does not hold."""
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:
        self.generic_visit(node)
        node.nodes = [_filter(_name_of(part, "_shown"), "_bounded") for part in node.nodes]
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.AssignBlock:
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, "_bounded", [], [], None, None, lineno=node.lineno)
        return node


def _comparison(left: nodes.Expr, operator: str, right: nodes.Expr) -> nodes.Expr:
    """One comparison of a chain: as it is, or by a test that takes apostrophes for the same."""
    if operator in ("in", "notin"):
        literal = isinstance(right, (nodes.List, nodes.Tuple))
        is_plain = _is_plain(left) or (literal and bool(right.items) and all(map(_is_plain, right.items)))  # type: ignore[attr-defined]
        right = right if literal or isinstance(right, nodes.Const) else _name_of(right, "_given")
    else:
        is_plain = operator not in ("eq", "ne") or _is_plain(left) or _is_plain(right)
    if is_plain:
        return nodes.Compare(left, [nodes.Operand(operator, right)], lineno=left.lineno)
    left = left if isinstance(left, nodes.Const) or operator in ("eq", "ne") else _name_of(left, "_known")
    return nodes.Test(left, f"_{operator}", [right], [], None, None, lineno=left.lineno)


def _is_plain(node: nodes.Expr) -> bool:
    """Whether it is a literal without an apostrophe: it can only be the same as what has none."""
    return isinstance(node, nodes.Const) and not has_apostrophe(node.value)


def _filter(expression: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, expression), name, list(args), [], None, None, lineno=expression.lineno)


def _name_of(expression: nodes.Node, filter_name: str) -> nodes.Expr:
    """Pass an expression through a filter that may have to name it."""
    return _filter(expression, filter_name, nodes.Const(expression_path(expression), lineno=expression.lineno))


def instrumented(tree: nodes.Template, custom: Collection[str] = ()) -> nodes.Template:
    """Return the parsed template with limits on its loops and its text; `custom` are the filters of a caller. Raises
    `SecurityError` on includes."""
    _Metered(frozenset((*TAKES_NOTHING, *custom))).visit(tree)
    return tree
