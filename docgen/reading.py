"""Nodes to plain data, each scalar read as the schema says, with the place of every value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docgen import scalars
from docgen.problem import Problem
from docgen.schema import Path, Rules, Schema, below
from docgen.source import ILLEGAL, MOJIBAKE, Node, Source


@dataclass
class Reading:
    """A dossier as plain data, with the place of every value and key, and what was wrong while reading."""

    source: Source
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Node] = field(default_factory=dict)
    keys: dict[Path, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[Path] = field(default_factory=set)

    def place(self, path: Path) -> Node | None:
        """The node of a value, or of the nearest thing around it that was written."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)

    def add(self, node: Node | None, path: Path, code: str, message: str, hint: str = "", level: str = "fout") -> None:
        """Report a finding at a node."""
        line, column, width = (node.line, node.column, node.width) if node else (0, 0, 1)
        label = readable(path, self.data)
        self.problems.append(self.source.problem(line, column, label, code, message, hint, width, level))


def read(source: Source, schema: Schema) -> Reading:
    """Read the nodes of a source as `schema` says. What cannot be read is a problem and is left out of the data."""
    reading = Reading(source, problems=list(source.problems))
    if source.root is None:
        return reading
    if source.root.kind != "map":
        kind = {"list": "een lijst", "text": "losse tekst"}[source.root.kind]
        reading.add(source.root, (), "vorm", f"een dossier begint met namen als ‘dossier:’, maar hier staat {kind}")
        return reading
    reading.data = _read_map(reading, source.root, schema.rules, ())
    return reading


def _read(reading: Reading, node: Node, rules: Rules | None, path: Path) -> Any:
    reading.places[path] = node
    expected = (rules or {}).get("type")
    if node.kind == "map":
        return _read_map(reading, node, rules, path)
    if node.kind == "list":
        item = (rules or {}).get("schema") if expected == "list" else None
        return [_read(reading, child, item, (*path, i)) for i, child in enumerate(node.items)]
    return _read_text(reading, node, expected, path)


def _read_map(reading: Reading, node: Node, rules: Rules | None, path: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = {}
    reading.places[path] = node
    key_rules = (rules or {}).get("keysrules") or {}
    seen: dict[Any, Node] = {}
    for key_node, value_node in node.pairs:
        key = _read_key(reading, key_node, key_rules, path)
        if key is None:
            continue
        here = (*path, key)
        if key in seen:
            message = f"‘{key}’ staat dubbel; eerder op regel {seen[key].line}"
            reading.add(key_node, here, "dubbel", message, "haal er één weg")
            continue
        seen[key] = reading.keys[here] = key_node
        inner = below(rules, key) if rules and rules.get("type") == "dict" else None
        value = _read(reading, value_node, inner, here)
        if value is not None or not _is_known(rules, key):
            data[key] = value
    return data


def _is_known(rules: Rules | None, key: Any) -> bool:
    """Whether a field may stand here; one without a value that may not is kept, so that it is reported."""
    return not rules or "schema" not in rules or key in rules["schema"]


def _read_key(reading: Reading, node: Node, key_rules: Rules, path: Path) -> Any:
    if node.kind != "text":
        reading.add(
            node,
            path,
            "naam",
            "een naam voor de dubbele punt is gewone tekst",
            "zet tekst met { of [ tussen aanhalingstekens",
        )
        return None
    raw = node.text
    if node.plain and raw == "<<":
        reading.add(node, path, "yaml", "samenvoegen met << kan niet in een dossier", "schrijf de waarden uit")
        return None
    if ILLEGAL.search(raw):
        reading.add(node, path, "teken", "deze naam bevat een onzichtbaar teken", "typ de naam opnieuw")
        return None
    if key_rules.get("type") == "integer":
        try:
            return scalars.integer(raw, node.plain)
        except scalars.Unreadable:
            return raw
    return raw


def _read_text(reading: Reading, node: Node, expected: str | None, path: Path) -> Any:
    raw = node.text
    if node.plain and raw in scalars.NULLS:
        return None
    found = ILLEGAL.search(raw)
    if found:
        message = f"de waarde bevat een onzichtbaar teken (U+{ord(found.group()):04X}) dat niet in een document mag"
        reading.add(node, path, "teken", message, "verwijder het teken")
        return _broken(reading, path)
    reader = scalars.READERS.get(expected or "string")
    if reader is None:
        return raw
    try:
        value = reader(raw, node.plain)
    except scalars.Unreadable as fault:
        reading.add(node, path, "type", fault.message, fault.hint)
        return _broken(reading, path)
    if isinstance(value, str):
        _report_suspect_text(reading, node, path, value)
    return value


def _broken(reading: Reading, path: Path) -> None:
    reading.broken.add(path)


def _report_suspect_text(reading: Reading, node: Node, path: Path, value: str) -> None:
    line = reading.source.lines[node.line - 1] if node.line <= len(reading.source.lines) else ""
    rest = line[node.column - 1 + node.width :]
    if node.plain and re.match(r" +#\S", rest):
        lost = rest.strip()
        reading.add(
            node,
            path,
            "commentaar",
            f"‘{lost}’ valt weg: na een spatie begint # commentaar",
            "zet de hele waarde tussen aanhalingstekens",
            "waarschuwing",
        )
    if MOJIBAKE.search(value):
        reading.add(
            node,
            path,
            "codering",
            "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering",
            "typ de letters met accenten of aanhalingstekens opnieuw",
            "waarschuwing",
        )


SINGULAR = {
    "rollen": "rol", "taken": "taak", "partijen": "partij", "posten": "post", "financiering": "bron", "doelen": "doel",
}  # fmt: skip


def readable(path: Path, data: Any) -> str:
    """A path as a writer reads it: "rol 3 (adviseur) › uren"."""
    words: list[str] = []
    for step in path:
        inside = data
        data = _step(data, step)
        if isinstance(step, int) and isinstance(inside, list):
            name = data.get("id") or data.get("naam") if isinstance(data, dict) else None
            words[-1:] = [
                f"{SINGULAR.get(words[-1], words[-1]) if words else ''} {step + 1}{f' ({name})' if isinstance(name, str) else ''}".strip()
            ]
        else:
            words.append(str(step))
    return " › ".join(words)


def _step(data: Any, step: Any) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
