"""YAML of others that is no dossier, as plain data: a schema with typed values, a checklist as text.

What the two versions of YAML read in different ways (`0123`, `1_000`, `12:30`, `1.10`) is refused; `yes`, `no`, `on` and
`off` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docgen._lazy import regex
from docgen.errors import DocgenError
from docgen.syntax.node import BOOLEANS, EMPTY, Node
from docgen.syntax.parser import parse
from docgen.syntax.source import Wording
from docgen.text.characters import illegal_in, without_invisible

SCHEMA = Wording("het", "schema", "begin met titel: en schema:")
CHECKLIST = Wording("de", "checklist", "begin met titel: en bron:")
MERGE = "<<"
QUOTE = "zet de waarde tussen aanhalingstekens als het tekst is"
WHOLE = regex(r"[-+]?(?:0|[1-9]\d*)", re.ASCII)
DECIMAL = regex(r"[-+]?(?:0|[1-9]\d*)\.\d+", re.ASCII)
DAY = regex(r"\d{4}-\d\d-\d\d", re.ASCII)
MOST_DIGITS = 18
# what YAML 1.1 or 1.2 takes for a number and a reader may not
AMBIGUOUS = regex(
    r"[-+]?(?:0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.\d+"
    r"|\.(?:inf|Inf|INF|nan|NaN|NAN))",
    re.ASCII,
)


def read_nodes(data: bytes, path: Path, wording: Wording, merges: bool = False) -> Node:
    """The nodes of a YAML file. Raises `DocgenError` with the line and a remedy for whatever is wrong with it."""
    if not data.strip():
        raise fault(wording, path, 0, f"het bestand is leeg; {wording.begin}")
    source = parse(data, str(path), wording=wording, merges=merges)
    for problem in source.problems:
        raise fault(wording, path, problem.line, "; ".join(filter(None, [problem.message, problem.hint])))
    assert source.root is not None
    return source.root


def fault(wording: Wording, path: Path, line: int, what: str) -> DocgenError:
    """What is wrong with a file: "schema brief.yaml, regel 3: …"."""
    return DocgenError(f"{wording.noun} {path}{f', regel {line}' if line else ''}: {what}")


class Constructor:
    """Makes plain data of nodes; raises `DocgenError` with the line of what cannot be data."""

    def __init__(self, path: Path, wording: Wording) -> None:
        self.path, self.wording = path, wording

    def typed(self, node: Node) -> Any:
        """Every value as YAML types it: text, whole and decimal numbers, dates, true and false."""
        return self._value(node, self._scalar)

    def text(self, node: Node) -> Any:
        """Every value as it was written, on one line; nothing is a number or a date."""
        return self._value(node, lambda one: None if one.blank else " ".join(without_invisible(one.text).split()))

    def refused(self, node: Node, what: str, remedy: str) -> DocgenError:
        """The error that is raised for what is wrong at a node."""
        return fault(self.wording, self.path, node.line, f"{what}; {remedy}")

    def _value(self, node: Node, scalar: Any) -> Any:
        if node.kind == "text":
            self._check(node)
            return scalar(node)
        if node.kind == "list":
            return [self._value(item, scalar) for item in node.items]
        return self._map(node, scalar)

    def _map(self, node: Node, scalar: Any) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in node.pairs:
            if key.kind != "text":
                raise self.refused(key, "een naam voor de dubbele punt is gewone tekst", QUOTE)
            if is_merge(key):
                continue
            self._check(key)
            name = scalar(key)
            if name in found:
                raise self.refused(key, f"‘{key.text[:60]}’ staat er twee keer", "houd er één")
            found[name] = self._value(value, scalar)
        merged: dict[Any, Any] = {}
        for other in merged_maps(node):
            if other.kind != "map":
                raise self.refused(other, "achter << hoort een verwijzing als *naam", "schrijf de velden anders uit")
            merged = self._map(other, scalar) | merged
        return merged | found if merged else found

    def _check(self, node: Node) -> None:
        if node.plain and not node.lost:
            return  # a sign that no file may hold was found before; only in quotes can it be written as \x07
        if node.lost:
            what = f"‘{node.lost}’ valt weg: een waarde mag niet met & beginnen"
            raise self.refused(node, what, "zet de waarde tussen aanhalingstekens")
        illegal = illegal_in(node.text)
        if illegal:
            raise self.refused(node, illegal, "verwijder het teken")

    def _scalar(self, node: Node) -> Any:
        raw = node.text
        if not node.plain:
            return raw
        if raw in EMPTY:
            return None
        if raw in BOOLEANS:
            return BOOLEANS[raw]
        if raw[0] not in "+-.0123456789":
            return raw
        return self._figure(node, raw)

    def _figure(self, node: Node, raw: str) -> Any:
        if WHOLE.fullmatch(raw) and len(raw) <= MOST_DIGITS:
            return int(raw)
        if DECIMAL.fullmatch(raw) and len(raw) <= MOST_DIGITS and repr(float(raw)) == raw.lstrip("+"):
            return float(raw)
        if DAY.fullmatch(raw):
            try:
                return date.fromisoformat(raw)
            except ValueError:
                raise self.refused(node, f"{raw} is geen bestaande datum", QUOTE) from None
        if AMBIGUOUS.fullmatch(raw):
            raise self.refused(
                node, f"‘{raw[:60]}’ is op meer dan één manier te lezen", f"schrijf een gewoon getal, of {QUOTE}"
            )
        return raw


def is_merge(key: Node) -> bool:
    """Whether a name is the `<<` that takes over the fields of another map."""
    return key.plain and key.text == MERGE


def merged_maps(node: Node) -> Iterator[Node]:
    """The maps that a map takes over with `<<`, in order."""
    for key, value in node.pairs:
        if is_merge(key):
            yield from value.items if value.kind == "list" else (value,)


def line_of(root: Node, path: Sequence[Any]) -> int:
    """The line of the value at a path of names and numbers, or of the nearest thing around it that was written."""
    node, line = root, root.line
    for step in path:
        found = _step(node, step)
        if found is None:
            break
        line, node = found
    return line


def _step(node: Node, step: Any) -> tuple[int, Node] | None:
    if node.kind == "list":
        inside = node.items[step : step + 1] if isinstance(step, int) else []
        return (inside[0].line, inside[0]) if inside else None
    for key, value in node.pairs:
        if key.kind == "text" and key.text == str(step) and not is_merge(key):
            return key.line, value
    return next((found for other in merged_maps(node) if (found := _step(other, step))), None)
