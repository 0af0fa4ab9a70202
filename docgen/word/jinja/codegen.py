"""How the code of a compiled template prints values: escaped, one call each, straight from plain dicts."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

from docgen.word.jinja.undefined import to_printed_text
from docgen.word.values.render_state import NOT_ORDINARY, require_care

NUMBERS = (int, float)


def print_value(value: Any, expression: str) -> str:
    """A value as the text of a part; reports what is not there, naming the `expression`."""
    if type(value) is str:
        if not value.isprintable() and NOT_ORDINARY.search(value):
            require_care()
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    if type(value) in NUMBERS:
        return str(value)
    return escape(to_printed_text(value, expression, 2))


class TemplateCodeGenerator(CodeGenerator):
    """Jinja's own code, with printing and looking up a field of a dict made short."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        """Only text of the template is known before: Jinja prints a literal as it is, also a list or none."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.printed(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f", {expression_path(node)!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A field of a loop variable or section: looked up in place when it is a dict."""
        if isinstance(node.node, nodes.Name) and node.node.ctx == "load":
            name = frame.symbols.ref(node.node.name)
            self.write(f"({name}[{node.attr!r}] if type({name}) is dict and {node.attr!r} in {name} else ")
            super().visit_Getattr(node, frame)
            self.write(")")
        else:
            super().visit_Getattr(node, frame)


def expression_path(expression: nodes.Node) -> str:
    """An expression as a path: `partij.adres`; filters and calls are left away."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{expression_path(expression.node)}.{expression.attr}"
    if isinstance(expression, nodes.Getitem):
        inner = expression.arg.value if isinstance(expression.arg, nodes.Const) else expression_path(expression.arg)
        return f"{expression_path(expression.node)}[{inner}]"
    for child in expression.iter_child_nodes():
        return expression_path(child)
    return str(getattr(expression, "value", "waarde"))
