"""Findings that only follow from a place that could not be read: those are not told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from docgen._lazy import regex
from docgen.diagnostics.problem import Problem
from docgen.loading.loaded_data import LoadedData
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.syntax.explain.context import KEY, indent
from docgen.syntax.node import Node

OF_A_PART = {"ontbreekt", "aantal", "leeg", "dubbel", "onbekend", "samenhang", "komma"}
OF_A_VALUE = {"ontbreekt", "type", "vorm", "leeg", "aantal", "keuze"}
MOST_DEEP = 1_000  # a line that is no field may belong to the innermost part above it
ID = regex(r"\W*id\b")
Found = list[tuple[FieldPath, Problem]]


class Consequences:
    """What follows from the places in a dossier that were mended or left out."""

    def __init__(self, loaded: LoadedData, schema: Schema) -> None:
        self.source, self.schema = loaded.source, schema
        self.told = self.source.mended | self.source.unread | {problem.line for problem in self.source.problems}

    def without(self, found: Iterable[tuple[FieldPath, Problem]]) -> Found:
        """The findings that stand by themselves."""
        return [(path, problem) for path, problem in found if not self._follows(path, problem)]

    def _follows(self, path: FieldPath, problem: Problem) -> bool:
        if problem.line in self.told:
            return True
        if problem.code == "verwijzing":
            return self._is_reference_to_unread(path, problem)
        if problem.code in OF_A_VALUE and path in self.broken:
            return True
        return problem.code in OF_A_PART and self._lies_in_a_gap(path)

    def _lies_in_a_gap(self, path: FieldPath) -> bool:
        """Whether a part holds a place that was not read, in which what is lacking may stand."""
        if len(path) > 1 and any(path[:length] in self.broken for length in range(1, len(path))):
            around = max((path[:n] for n in range(1, len(path)) if path[:n] in self.broken), key=len)
            return around == path[:-1] or not any(
                other[: len(around)] == around and len(other) > len(around) for other in self.broken
            )
        return bool(path) and bool(re.search(rf"(?<![\w-]){re.escape(str(path[0]))}(?![\w-])", self.text))

    def _is_reference_to_unread(self, path: FieldPath, problem: Problem) -> bool:
        field = self.schema.field_at(path)
        target = tuple(field.reference.split(".")) if field and field.reference else ()
        if (
            target in self.broken
            or target in self.without_ids
            or (target and re.search(rf"(?m)^\s*{re.escape(target[-1])}\s*:", self.text))
        ):
            return True
        value = re.match(r"‘([^’]*)’", problem.message)
        return value is not None and bool(re.search(rf"(?<![\w-]){re.escape(value[1])}(?![\w-])", self.text))

    @cached_property
    def text(self) -> str:
        """What the writer has on the lines that were not read as they stand."""
        lines = self.source.lines
        return "\n".join(lines[n - 1] for n in sorted(self.source.unread | self.source.mended) if n <= len(lines))

    @cached_property
    def without_ids(self) -> set[FieldPath]:
        """The lists of which an id stands on a line that was not read as it is."""
        lines = self.source.lines
        told = (
            n for n in sorted(self.source.unread | self.source.mended) if n <= len(lines) and ID.match(lines[n - 1])
        )
        paths = (_holder(self.source.root, n, MOST_DEEP) for n in told)
        names = [tuple(step for step in path if isinstance(step, str)) for path in paths]
        return {path[:length] for path in names for length in range(1, len(path) + 1)}

    @cached_property
    def broken(self) -> set[FieldPath]:
        """The parts in which lines were left out, and those around them."""
        return {path[:length] for path in self.gaps for length in range(1, len(path) + 1)}

    @cached_property
    def gaps(self) -> dict[FieldPath, int]:
        """The innermost parts in which lines were left out, with the first of those lines."""
        found: dict[FieldPath, int] = {}
        numbers = sorted(n for n in self.source.unread if n <= len(self.source.lines))
        for number in (n for n in numbers if n - 1 not in self.source.unread):
            line = self.source.lines[number - 1]
            is_inside = self.source.read_lines[number - 1].strip() or not KEY.match(line)
            path = _holder(self.source.root, number, len(line) + MOST_DEEP if is_inside else indent(line))
            found.setdefault(path, number)
        return found


def _holder(root: Node | None, line: int, depth: int) -> FieldPath:
    """The path of the innermost part in which a line at that depth stands."""
    path: FieldPath = ()
    node = root
    while node is not None and node.kind != "text":
        inside = None
        if node.kind == "map":
            before = [(key, value) for key, value in node.pairs if key.line <= line]
            key, value = before[-1] if before else (None, None)
            if key is not None and key.column - 1 < depth:
                inside, path = value, (*path, key.text)
        else:
            rows = [i for i, item in enumerate(node.items) if item.line <= line]
            if rows and node.items[rows[-1]].column - 1 <= depth:
                inside, path = node.items[rows[-1]], (*path, rows[-1])
        if inside is node:
            break
        node = inside
    return path
