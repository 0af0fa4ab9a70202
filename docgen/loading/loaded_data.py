"""Plain data with the node of every value and key, and what was found so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from docgen.pictures.picture_file import PictureFile
from docgen.schema.types import FieldPath
from docgen.syntax.node import Node
from docgen.syntax.source import Source
from docgen.text.dutch import shortened

LONGEST_MESSAGE = 700  # eight names of a usual great length


@dataclass
class LoadedData:
    """A dossier as plain data, with the place of every value and key, and what was wrong while reading."""

    source: Source
    singular: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    value_nodes: dict[FieldPath, Node] = field(default_factory=dict)
    key_nodes: dict[FieldPath, Node] = field(default_factory=dict)
    form: int = (
        0  # the number of the form that the names are of, see `loading/form_version`; 0: none of an earlier one counts
    )
    unusable: set[FieldPath] = field(default_factory=set)
    unknown_keys: list[FieldPath] = field(default_factory=list)
    problems_by_path: list[tuple[FieldPath, Problem]] = field(default_factory=list)
    pictures: dict[FieldPath, PictureFile] = field(default_factory=dict)  # that stand in the data, by their place

    @property
    def problems(self) -> list[Problem]:
        """All that was found so far."""
        return [*self.source.problems, *(problem for _, problem in self.readable_problems())]

    def readable_problems(self) -> list[tuple[FieldPath, Problem]]:
        """What was found in the data so far, by path; the readable paths name things as the whole dossier does."""
        return [(path, replace(problem, path=self.readable(path))) for path, problem in self.problems_by_path]

    def nearest(self, path: FieldPath) -> FieldPath:
        """The path of a value that was written, or of the nearest thing around it."""
        while path and path not in self.value_nodes:
            path = path[:-1]
        return path

    def place(self, path: FieldPath) -> Node | None:
        """The node of a value, or of the nearest thing around it that was written."""
        return self.value_nodes.get(self.nearest(path))

    def add(
        self, node: Node | None, path: FieldPath, code: str, message: str, hint: str = "", level: str = "fout"
    ) -> None:
        """Keep a finding at a node."""
        self.problems_by_path.append((path, self.problem(node, path, code, message, hint, level)))

    def add_findings(self, node: Node | None, path: FieldPath, found: Iterable[Finding]) -> None:
        """Keep findings that have no place yet, at a node."""
        for one in found:
            self.add(node, path, one.code, one.message, one.hint, one.level)

    def problem(
        self, node: Node | None, path: FieldPath, code: str, message: str, hint: str = "", level: str = "fout"
    ) -> Problem:
        """Make a finding at a node, without keeping it."""
        line, column, width = (node.line, node.column, node.width) if node else (0, 0, 1)
        short = shortened(message, LONGEST_MESSAGE)
        label = self.readable(path)
        return self.source.problem(line, column, label, code, short, hint[:LONGEST_MESSAGE], width, level)

    def readable(self, path: FieldPath) -> str:
        """A path as a writer reads it: "rol 3 (adviseur) › uren"."""
        words: list[str] = []
        data: Any = self.data
        for depth, step in enumerate(path):
            data = _step(data, step)
            around = self.value_nodes.get(path[:depth])
            if isinstance(step, int) and around and around.kind == "list":
                name = data.get("id") or data.get("naam") if isinstance(data, dict) else None
                label = f" ({name[:60]})" if isinstance(name, str) else ""
                words[-1] = f"{self.singular.get(words[-1], words[-1])} {step + 1}{label}"
            else:
                words.append(str(step)[:60])
        return " › ".join(words)


def _step(data: Any, step: Any) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _is_blank(loaded: LoadedData, path: FieldPath) -> bool:
    """Whether nothing is filled in in a part that was written."""
    data: Any = loaded.data
    for step in path:
        data = _step(data, step)
    return data is None and loaded.value_nodes[path].kind != "text"


def node_at(loaded: LoadedData, path: FieldPath) -> Node | None:
    """Where a finding points: the value; of a whole section or list its name, or the first field in it when nothing is filled in
    yet; else the nearest thing around it."""
    path = loaded.nearest(path)
    if path and _is_blank(loaded, path):
        path = next(
            (
                one
                for one in loaded.key_nodes
                if len(one) > len(path) and one[: len(path)] == path and loaded.value_nodes[one].kind == "text"
            ),
            path,
        )
        return loaded.key_nodes.get(path)
    node = loaded.value_nodes.get(path)
    return node if node is None or node.kind == "text" else loaded.key_nodes.get(path, node)
