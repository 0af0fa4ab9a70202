"""Puts the limits of the sandbox into a parsed template: on its loops, its filters and the text it puts together."""

from __future__ import annotations

from typing import cast

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeVisitor

from docgen.word.sandbox import TAKES_NOTHING
from docgen.word.writing import written

FORBIDDEN_NODES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class _Metered(NodeVisitor):
    """Put the limits into a parsed template, in place."""

    def visit_For(self, node: nodes.For) -> None:
        self.generic_visit(node)
        node.iter = _named(node.iter, "_counted")

    def visit_Filter(self, node: nodes.Filter) -> None:
        self.generic_visit(node)
        if node.node is not None and node.name not in TAKES_NOTHING and not node.name.startswith("_"):
            node.node = _named(node.node, "_given")

    def visit_CondExpr(self, node: nodes.CondExpr) -> None:
        """An `if` without `else` inside a tag is empty when it does not hold."""
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)

    def visit_Concat(self, node: nodes.Concat) -> None:
        self.generic_visit(node)
        node.nodes = [_filtered(_named(part, "_shown"), "_bounded") for part in node.nodes]

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> None:
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, "_bounded", [], [], None, None, lineno=node.lineno)


def _filtered(expression: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, expression), name, list(args), [], None, None, lineno=expression.lineno)


def _named(expression: nodes.Node, filter_name: str) -> nodes.Expr:
    """Pass an expression through a filter that may have to name it."""
    return _filtered(expression, filter_name, nodes.Const(written(expression), lineno=expression.lineno))


def metered(tree: nodes.Template) -> nodes.Template:
    """Return the parsed template with limits on its loops and its text. Raises `SecurityError` on includes."""
    if next(tree.find_all(FORBIDDEN_NODES), None):
        raise SecurityError("een sjabloon kan geen andere bestanden invoegen (include, import of extends)")
    if next(tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)), None):
        raise SecurityError("een sjabloon kan autoescape niet uitzetten")
    _Metered().visit(tree)
    return tree
