"""The fields of a dossier: fragments filled in, compiled once; and what lies in data where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from docgen.errors import DocgenError

Path = tuple[Any, ...]
Rules = dict[str, Any]
PER_PARTY = ("eigen deel", "geheel", "niet")  # what each party gets of a document in a batch


@dataclass(frozen=True)
class Fault:
    """Something Cerberus found: which rule, at which path, with the value and what the rule asks. `in_key`: in a key."""

    rule: str
    path: Path
    value: Any
    constraint: Any
    in_key: bool


class Schema:
    """The fields of a dossier, compiled once, with fragments filled in. Its rules must be sound, see `schema_validator`."""

    def __init__(self, fields: Mapping[str, Any], fragments: Mapping[str, Any]) -> None:
        self.fields: dict[str, Rules] = {name: fill_in(rules, fragments) for name, rules in fields.items()}
        self.rules: Rules = {"type": "dict", "schema": self.fields}
        self.singular = dict(_singulars(self.fields))

    def faults(self, data: dict[str, Any]) -> list[Fault]:
        """What Cerberus finds wrong in plain data."""
        return [Fault(*found) for found in self._find(data)]

    @cached_property
    def _find(self) -> Callable[[dict[str, Any]], Iterable[tuple[Any, ...]]]:
        from docgen.schema.cerberus_validator import finder  # here, as nothing is wrong with most data: see `acceptor`

        return finder(self.fields)

    def rules_at(self, path: Path) -> Rules | None:
        """The rules of the field at a path, or `None` when the schema has no such field."""
        rules: Rules | None = self.rules
        for step in path:
            rules = below(rules, step) if rules else None
        return rules

    def outline(self, names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The kind of the field at a path of names alone (`text`: free text), and the fields of it or of its rows."""
        rules: Rules | None = self.rules
        for name in names:
            rules = below(_row(rules), name) if rules else None
        if rules is None:
            return "", ()
        inside = _row(rules).get("schema")
        return "text" if is_free_text(rules) else rules["type"], tuple(inside) if isinstance(inside, dict) else ()


def is_free_text(rules: Rules) -> bool:
    """Whether a field holds words of the writer: no choice, no id and no reference."""
    return rules.get("type") == "string" and not ({"allowed", "regex"} & rules.keys() or "ref" in rules.get("meta", {}))


def _row(rules: Rules) -> Rules:
    """The rules of a row of a list; other rules as they are."""
    return rules.get("schema", {}) if rules.get("type") == "list" else rules


def _singulars(fields: Mapping[str, Rules]) -> Iterator[tuple[str, str]]:
    for name, rules in fields.items():
        if "enkelvoud" in rules.get("meta", {}):
            yield name, rules["meta"]["enkelvoud"]
        inside = rules.get("schema", {})
        yield from _singulars(inside if rules.get("type") == "dict" else inside.get("schema", {}))


def fill_in(rules: Any, fragments: Mapping[str, Any]) -> Any:
    """Replace `fragment: name` by the rules of that name; what stands beside it wins."""
    if not isinstance(rules, dict):
        return rules
    own = {key: fill_in(value, fragments) for key, value in rules.items() if key != "fragment"}
    name = rules.get("fragment")
    if not isinstance(name, str):
        return own
    if name not in fragments:
        raise DocgenError(f"het schema verwijst naar het fragment ‘{name}’, maar dat bestaat niet")
    base = fill_in(fragments[name], fragments)
    return base | own | {"meta": base.get("meta", {}) | own.get("meta", {})}


def below(rules: Rules, step: Any) -> Rules | None:
    """The rules one step further: of a field, a row of a list or a value of a free map."""
    if rules.get("type") == "list":
        return rules.get("schema")
    fields = rules.get("schema")
    return fields.get(step) if isinstance(fields, dict) else rules.get("valuesrules")


Known = tuple[Path, Any, Rules, bool]


def values_with(data: Any, rules: Rules | None, path: Path = ()) -> list[Known]:
    """Path, value, rules and whether it is a key, of all that the schema knows in the data."""
    found: list[Known] = []
    _collect(data, rules, path, found)
    return found


def _collect(data: Any, rules: Rules | None, path: Path, found: list[Known]) -> None:
    if rules is None:
        return
    if path:
        found.append((path, data, rules, False))
    if isinstance(data, dict) and rules.get("type") == "dict":
        keys = rules.get("keysrules")
        for key, value in data.items():
            if keys is not None:
                found.append(((*path, key), key, keys, True))
            _collect(value, below(rules, key), (*path, key), found)
    elif isinstance(data, list) and rules.get("type") == "list":
        row = rules.get("schema")
        for i, value in enumerate(data):
            _collect(value, row, (*path, i), found)


def complete(data: Any, rules: Rules, blank: str | None = None) -> Any:
    """Fill in what is absent, so that a template can ask for every field: a list becomes `[]`, all else `None`.

    `blank` stands where text that is required is absent, for sentences about a dossier with gaps."""
    if data is None:
        return [] if rules.get("type") == "list" else blank if _is_required_text(rules) else None
    if rules.get("type") == "list" and isinstance(data, list):
        return [complete(value, rules.get("schema", {}), blank) for value in data]
    if rules.get("type") == "dict" and isinstance(data, dict) and "schema" in rules:
        return {name: complete(data.get(name), inner, blank) for name, inner in rules["schema"].items()}
    return data


def complete_over(data: Any, rules: Rules, before: Any, full: Any) -> Any:
    """`complete` for data that share parts with other data, completed `before` as `full`: shares what was completed."""
    if data is before:
        return full
    if rules.get("type") == "list" and isinstance(data, list) and isinstance(before, list):
        row, known = rules.get("schema", {}), len(before)
        return [
            complete_over(value, row, before[i], full[i]) if i < known else complete(value, row)
            for i, value in enumerate(data)
        ]
    if rules.get("type") == "dict" and isinstance(data, dict) and isinstance(before, dict) and "schema" in rules:
        return {
            name: complete_over(value, inner, old, full[name])
            if (value := data.get(name)) is not (old := before.get(name))
            else full[name]
            for name, inner in rules["schema"].items()
        }
    return complete(data, rules)


def _is_required_text(rules: Rules) -> bool:
    return rules.get("required") is True and is_free_text(rules)
