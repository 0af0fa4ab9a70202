"""Nodes to plain data, each scalar read as the schema says, with the place of every value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from docgen import scalars
from docgen.problem import Problem
from docgen.schema import Path, Rules, Schema, below
from docgen.source import EMPTY, ILLEGAL, MOJIBAKE, Node, Source

LONGEST_MESSAGE = 400


@dataclass
class Reading:
    """A dossier as plain data, with the place of every value and key, and what was wrong while reading."""

    source: Source
    singular: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Node] = field(default_factory=dict)
    keys: dict[Path, Node] = field(default_factory=dict)
    broken: set[Path] = field(default_factory=set)
    unknown: list[Path] = field(default_factory=list)
    found: list[tuple[Path, Problem]] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """All that was found so far; the readable paths name things as the whole dossier does."""
        return [*self.source.problems, *(replace(problem, path=self.readable(path)) for path, problem in self.found)]

    def place(self, path: Path) -> Node | None:
        """The node of a value, or of the nearest thing around it that was written."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path)

    def add(self, node: Node | None, path: Path, code: str, message: str, hint: str = "", level: str = "fout") -> None:
        """Keep a finding at a node."""
        self.found.append((path, self.problem(node, path, code, message, hint, level)))

    def problem(
        self, node: Node | None, path: Path, code: str, message: str, hint: str = "", level: str = "fout"
    ) -> Problem:
        """Make a finding at a node, without keeping it."""
        line, column, width = (node.line, node.column, node.width) if node else (0, 0, 1)
        short = message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}…"
        label = self.readable(path)
        return self.source.problem(line, column, label, code, short, hint[:LONGEST_MESSAGE], width, level)

    def readable(self, path: Path) -> str:
        """A path as a writer reads it: "rol 3 (adviseur) › uren"."""
        words: list[str] = []
        data: Any = self.data
        for depth, step in enumerate(path):
            data = _step(data, step)
            around = self.places.get(path[:depth])
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


def read(source: Source, schema: Schema) -> Reading:
    """Read the nodes of a source as `schema` says. What cannot be read is a problem and is left out of the data."""
    reading = Reading(source, schema.singular)
    if source.root is None:
        return reading
    if source.root.kind != "map":
        kind = {"list": "een lijst", "text": "losse tekst"}[source.root.kind]
        reading.add(source.root, (), "vorm", f"een dossier begint met namen als ‘dossier:’, maar hier staat {kind}")
        return reading
    reading.data = _read_map(reading, source.root, schema.rules, ())
    return reading


def _read(reading: Reading, node: Node, rules: Rules | None, path: Path) -> Any:
    """The value of a node; a part in which nothing is filled in counts as not there."""
    reading.places[path] = node
    expected = (rules or {}).get("type")
    if node.kind == "map":
        found = _read_map(reading, node, rules, path)
        is_free = bool(rules and "keysrules" in rules and node.pairs)  # an entry without a value is a finding there
        return None if node.blank and not is_free and expected == "dict" else found
    if node.kind == "list":
        item = (rules or {}).get("schema") if expected == "list" else None
        items = [_read(reading, child, item, (*path, i)) for i, child in enumerate(node.items)]
        return None if node.blank and expected == "list" else items
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
        if value is None and key_rules and here not in reading.broken:
            _report_entry_without_value(reading, key_node, here)
        elif not _is_known(rules, key):
            reading.unknown.append(here)
        elif value is not None:
            data[key] = value
    return data


def _report_entry_without_value(reading: Reading, node: Node, path: Path) -> None:
    """An entry of a free map (amounts per year, hours per role) may not vanish because its value is not there."""
    raw = node.text
    year = re.match(r"(\w+):(.+)", raw)
    if year:
        message, hint = f"na ‘{year[1]}:’ hoort een spatie", f"schrijf {year[1]}: {year[2]}"
    elif re.fullmatch(r"\d{1,2}", raw):
        message = f"‘{raw}’ hoort bij het bedrag ervoor, maar een komma splitst het in tweeën"
        hint = f"schrijf centen met een punt, bijvoorbeeld 12500.{raw}"
    else:
        message, hint = f"bij ‘{raw}’ staat geen waarde", f"vul een getal in of haal ‘{raw}’ weg"
    reading.broken.add(path)
    reading.add(node, path[:-1], "leeg", message, hint)


def _is_known(rules: Rules | None, key: Any) -> bool:
    """Whether a field may stand here."""
    return not rules or "schema" not in rules or key in rules["schema"]


def _read_key(reading: Reading, node: Node, key_rules: Rules, path: Path) -> Any:
    if node.kind != "text":
        hint = "zet tekst die met { of [ begint tussen aanhalingstekens"
        reading.add(node, path, "naam", "een naam voor de dubbele punt is gewone tekst", hint)
        return None
    raw = node.text
    if node.plain and raw == "<<":
        reading.add(node, path, "yaml", "samenvoegen met << kan niet in een dossier", "schrijf de waarden uit")
        return None
    if ILLEGAL.search(raw):
        reading.add(node, path, "teken", "deze naam bevat een onzichtbaar teken", "typ de naam opnieuw")
        return None
    if key_rules.get("type") == "integer" and not (node.plain and re.match(r"\d+:|\d{1,2}$", raw)):
        try:
            return scalars.integer(raw, node.plain)
        except scalars.Unreadable as fault:
            reading.add(node, path, "type", fault.message, fault.hint)
            return None
    return raw


def _read_text(reading: Reading, node: Node, expected: str | None, path: Path) -> Any:
    raw = node.text
    if node.plain and raw in EMPTY:
        _report_comment(reading, node, path)
        return None
    found = ILLEGAL.search(raw)
    if found:
        message = f"de waarde bevat een onzichtbaar teken (U+{ord(found.group()):04X}) dat niet in een document mag"
        reading.add(node, path, "teken", message, "verwijder het teken")
        return reading.broken.add(path)
    reader = scalars.READERS.get(expected or "string")
    if reader is None:
        return raw
    try:
        value = reader(raw, node.plain)
    except scalars.Unreadable as fault:
        reading.add(node, path, "type", fault.message, fault.hint)
        return reading.broken.add(path)
    if isinstance(value, str):
        _report_comment(reading, node, path)
        _report_mojibake(reading, node, path, value)
    return value


def _report_comment(reading: Reading, node: Node, path: Path) -> None:
    """Text that starts with # and no space after it was probably not meant as a comment."""
    line, column = node.end
    text = reading.source.lines[line - 1] if line <= len(reading.source.lines) else ""
    lost = re.match(r"[: ] *(#\S.*)", text[column - 1 - (node.text == "") :])
    if node.plain and lost:
        message = f"‘{lost[1].strip()}’ valt weg: na een spatie begint # commentaar"
        reading.add(node, path, "commentaar", message, "zet de hele waarde tussen aanhalingstekens", "waarschuwing")


def _report_mojibake(reading: Reading, node: Node, path: Path, value: str) -> None:
    if MOJIBAKE.search(value) or "\ufffd" in value:
        message = "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering"
        hint = "typ de letters met accenten of aanhalingstekens opnieuw"
        reading.add(node, path, "codering", message, hint, "waarschuwing")
