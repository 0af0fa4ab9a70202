"""Literals that are compared with a field: whether it can ever be that."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes

from docgen.word.typecheck import messages
from docgen.word.typecheck.datatypes import Day, Flag, Number, Rows, Scalar, Text, Type
from docgen.word.values.apostrophes import straight

Tell = Callable[[str, nodes.Expr, str], Type]  # what is wrong, with what, and a word that stands near

# how a test compares -> the operator that is the same
TESTS = {
    **dict.fromkeys(("==", "eq", "equalto"), "eq"),
    **dict.fromkeys(("!=", "ne"), "ne"),
    **dict.fromkeys(("<", "lt", "lessthan"), "lt"),
    **dict.fromkeys(("<=", "le"), "lteq"),
    **dict.fromkeys((">", "gt", "greaterthan"), "gt"),
    **dict.fromkeys((">=", "ge"), "gteq"),
    "in": "in",
}


def check(tell: Tell, left: Type, right: Type, left_node: nodes.Expr, right_node: nodes.Expr, op: str) -> None:
    """Tell a literal on one side that what stands on the other can never be."""
    if op in ("in", "notin"):
        _check_within(tell, left, right, left_node, right_node)
        return
    for field, literal, shown, node in ((left, right, left_node, right_node), (right, left, right_node, left_node)):
        if isinstance(field, Scalar) and field.is_declared and (message := _misfit(field, literal, shown, node, op)):
            tell(message, shown, _near(literal, node))
            return


def _check_within(tell: Tell, left: Type, right: Type, left_node: nodes.Expr, right_node: nodes.Expr) -> None:
    if isinstance(right_node, (nodes.List, nodes.Tuple)):
        for item in right_node.items:
            check(tell, left, _literal(item), left_node, item, "eq")
    elif isinstance(right, Rows):
        check(tell, left, right.row, left_node, right_node, "eq")
    elif (
        isinstance(right, Text)
        and right.is_declared
        and right.choices
        and isinstance(left, Text)
        and not left.is_declared
    ):
        words = [straight(choice) for choice in right.choices]
        lost = [one for one in left.choices or () if not any(straight(one) in word for word in words)]
        if lost and left.choices and len(lost) == len(left.choices):
            tell(messages.never(right_node, lost[0], right.choices), right_node, lost[0])


def _literal(node: nodes.Expr) -> Type:
    """The type of what is written as it is; of all else nothing is known."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return Text(choices=(node.value,))
    is_number = (
        isinstance(node, nodes.Const) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
    )
    return Number() if is_number else Type()


def _misfit(field: Scalar, literal: Type, shown: nodes.Expr, node: nodes.Expr, op: str) -> str:
    """Why a field can never be a literal; empty when it can, or when that is no literal."""
    match field, literal:
        case Text(choices=tuple() as choices), Text(is_declared=False, choices=tuple() as words) if op in ("eq", "ne"):
            known = {straight(choice) for choice in choices}
            lost = [word for word in words if straight(word) not in known]
            return messages.never(shown, lost[0], choices) if lost and len(lost) == len(words) else ""
        case Text(), Number(is_declared=False) if isinstance(node, nodes.Const):
            return messages.is_text(shown, str(node.value))
        case ((Flag() | Number() | Day()), Text(is_declared=False, choices=tuple() as words)) if words:
            return messages.is_no_text(field, shown, words[0])
    return ""


def _near(literal: Type, node: nodes.Expr) -> str:
    words = literal.choices if isinstance(literal, Text) else None
    return words[0] if words else str(getattr(node, "value", ""))
