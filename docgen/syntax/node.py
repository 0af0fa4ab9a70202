"""A YAML value with its place, as raw text: what it means its field says."""

from __future__ import annotations

from copy import copy
from typing import Any

EMPTY = {"", "~", "null", "Null", "NULL"}


class Node:
    """A YAML value of one of three kinds: "text" (raw, in `text`), "list" (`items`) or "map" (`pairs`)."""

    __slots__ = (
        "blank", "column", "end", "flow", "items", "kind", "line", "lost", "pairs", "plain", "size", "text", "width",
    )  # fmt: skip

    def __init__(self, kind: str, mark: Any, end: Any, text: str = "", plain: bool = False) -> None:
        self.kind = kind
        self.line: int = mark.line + 1
        self.column: int = mark.column + 1
        self.width: int = max(1, end.column - mark.column) if end.line == mark.line else 1
        self.end: tuple[int, int] = (end.line + 1, end.column + 1)
        self.text = text
        self.plain = plain  # text without quotes
        self.flow = False  # a list or map between brackets
        self.blank = kind != "text" or (plain and text in EMPTY)  # nothing is filled in here or anywhere below
        self.lost = ""  # what YAML takes for an anchor, in front of a text that nothing refers to
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []
        self.size = 1  # nodes in it, those behind an alias counted each time

    def and_text(self, more: str) -> Node:
        """The same node with more text behind it."""
        longer = copy(self)
        longer.text += more
        longer.width += len(more)
        return longer

    def as_list(self) -> Node:
        """A list at the same place with this node as its only item."""
        around = copy(self)
        around.kind, around.text, around.plain, around.items = "list", "", False, [self]
        return around


BOOLEANS = {"true": True, "false": False, "True": True, "False": False, "TRUE": True, "FALSE": False}
