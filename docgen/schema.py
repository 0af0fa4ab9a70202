"""Shape: nodes read as the schemas say, checked by Cerberus, every finding in Dutch. The only module that knows Cerberus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from cerberus import TypeDefinition, Validator, errors

from docgen import scalars
from docgen.errors import DocgenError
from docgen.problem import Problem
from docgen.source import ILLEGAL, MOJIBAKE, Node, Source

Path = tuple[Any, ...]
Rules = dict[str, Any]
NOT_READ = "(onleesbaar)"


class _Shape(Validator):  # type: ignore[misc]
    """Cerberus with the types of a dossier; `True` is not a number here."""

    types_mapping = Validator.types_mapping | {
        "integer": TypeDefinition("integer", (int,), (bool,)),
        "number": TypeDefinition("number", (int, Decimal), (bool,)),
        "amount": TypeDefinition("amount", (Decimal,), ()),
        "date": TypeDefinition("date", (date,), ()),
    }

    def _validate_meta(self, constraint: Any, field: str, value: Any) -> None:
        """{'type': 'dict'}"""  # noqa: D300, D400, D403 (Cerberus reads this as the schema of the rule)


class Schema:
    """The fields of a dossier, compiled once: fragments filled in, checked by Cerberus itself."""

    def __init__(self, fields: Mapping[str, Any], fragments: Mapping[str, Any]) -> None:
        self.fields: dict[str, Rules] = {name: _filled_in(rules, fragments) for name, rules in fields.items()}
        self.rules: Rules = {"type": "dict", "schema": self.fields}
        self._validator = _Shape(self.fields, allow_unknown=False, require_all=False)

    def errors(self, data: dict[str, Any]) -> list[Any]:
        """Cerberus' findings about plain data, groups opened up."""
        self._validator.validate(data, normalize=False)
        return list(_leaves(self._validator._errors))

    def rules_at(self, path: Path) -> Rules | None:
        """The rules of the field at a path, or `None` when the schema has no such field."""
        rules: Rules | None = self.rules
        for step in path:
            rules = _below(rules, step) if rules else None
        return rules


def _filled_in(rules: Any, fragments: Mapping[str, Any]) -> Any:
    """Replace `fragment: name` by the rules of that name; what stands beside it wins."""
    if not isinstance(rules, dict):
        return rules
    own = {key: _filled_in(value, fragments) for key, value in rules.items() if key != "fragment"}
    name = rules.get("fragment")
    if not isinstance(name, str):
        return own
    if name not in fragments:
        raise DocgenError(f"het schema verwijst naar het fragment ‘{name}’, maar dat bestaat niet")
    base = _filled_in(fragments[name], fragments)
    return base | own | {"meta": base.get("meta", {}) | own.get("meta", {})}


def _below(rules: Rules, step: Any) -> Rules | None:
    if rules.get("type") == "list":
        return rules.get("schema")
    fields = rules.get("schema")
    return fields.get(step) if isinstance(fields, dict) else rules.get("valuesrules")


def _leaves(found: Iterable[Any]) -> Iterator[Any]:
    for error in found:
        if error.is_group_error:
            yield from _leaves(error.child_errors)
        else:
            yield error


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
    """Read the nodes of a source as `schema` says and check their shape; problems are in the reading."""
    reading = Reading(source, problems=list(source.problems))
    if source.root is None:
        return reading
    if source.root.kind != "map":
        kind = {"list": "een lijst", "text": "losse tekst"}[source.root.kind]
        reading.add(source.root, (), "vorm", f"een dossier begint met namen als ‘dossier:’, maar hier staat {kind}")
        return reading
    reading.data = _read_map(reading, source.root, schema.rules, ())
    _report_shape(reading, schema)
    _report_double_ids(reading, schema)
    _report_references(reading, schema)
    return reading


def _read(reading: Reading, node: Node, rules: Rules | None, path: Path) -> Any:
    reading.places[path] = node
    expected = (rules or {}).get("type")
    if node.kind == "map":
        return _read_map(reading, node, rules, path)
    if node.kind == "list":
        item = (rules or {}).get("schema") if expected == "list" else None
        return [_read(reading, child, item, (*path, i)) for i, child in enumerate(_children(node))]
    return _read_text(reading, node, expected, path)


def _children(node: Node) -> list[Node]:
    return node.value  # type: ignore[return-value]


def _read_map(reading: Reading, node: Node, rules: Rules | None, path: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = {}
    reading.places[path] = node
    key_rules = (rules or {}).get("keysrules") or {}
    seen: dict[Any, Node] = {}
    for key_node, value_node in node.value:  # type: ignore[misc]
        key = _read_key(reading, key_node, key_rules, path)
        if key is None:
            continue
        here = (*path, key)
        if key in seen:
            message = f"‘{key}’ staat dubbel; eerder op regel {seen[key].line}"
            reading.add(key_node, here, "dubbel", message, "haal er één weg")
            continue
        seen[key] = reading.keys[here] = key_node
        below = _below(rules, key) if rules and rules.get("type") == "dict" else None
        value = _read(reading, value_node, below, here)
        if value is not None:
            data[key] = value
    return data


def _read_key(reading: Reading, node: Node, key_rules: Rules, path: Path) -> Any:
    if node.kind != "text":
        reading.add(node, path, "naam", "een naam voor de dubbele punt is gewone tekst", "zet tekst met { of [ tussen aanhalingstekens")
        return None
    raw = str(node.value)
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
    raw = str(node.value)
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
        reading.add(node, path, "commentaar", f"‘{lost}’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens", "waarschuwing")
    if MOJIBAKE.search(value):
        reading.add(node, path, "codering", "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering", "typ de letters met accenten of aanhalingstekens opnieuw", "waarschuwing")


# ---------------------------------------------------------------------------------------------- what Cerberus finds

TYPES = {
    "dict": "velden (naam: waarde)",
    "list": "een lijst (regels die beginnen met een streepje)",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "amount": "een bedrag",
    "boolean": "true of false",
    "date": "een datum",
}
Say = Callable[[Any, Rules], tuple[str, str]]


def _kind(value: Any) -> str:
    return "velden" if isinstance(value, dict) else "een lijst" if isinstance(value, list) else f"‘{value}’"


def _wrong_type(error: Any, _rules: Rules) -> tuple[str, str]:
    return f"verwacht {TYPES.get(error.constraint, error.constraint)}, kreeg {_kind(error.value)}", ""


def _not_allowed(error: Any, _rules: Rules) -> tuple[str, str]:
    options = " of ".join(filter(None, [", ".join(map(str, error.constraint[:-1])), str(error.constraint[-1])]))
    return f"verwacht {options}, kreeg ‘{error.value}’", did_you_mean(error.value, error.constraint)


def _wrong_pattern(error: Any, rules: Rules) -> tuple[str, str]:
    meta = rules.get("meta", {})
    example = f"bijvoorbeeld {meta['voorbeeld']}" if "voorbeeld" in meta else ""
    return f"‘{error.value}’ heeft niet de goede vorm. {meta.get('omschrijving', '')}".strip(), example


MESSAGES: dict[int, tuple[str, Say]] = {
    errors.BAD_TYPE.code: ("type", _wrong_type),
    errors.UNALLOWED_VALUE.code: ("keuze", _not_allowed),
    errors.REGEX_MISMATCH.code: ("vorm", _wrong_pattern),
    errors.MIN_VALUE.code: ("bereik", lambda e, _r: (f"{e.value} is te klein; het kleinste is {e.constraint}", "")),
    errors.MAX_VALUE.code: ("bereik", lambda e, _r: (f"{e.value} is te groot; het grootste is {e.constraint}", "")),
    errors.MIN_LENGTH.code: ("aantal", lambda e, _r: (f"verwacht ten minste {e.constraint}, maar er staan er {len(e.value)}", "")),
    errors.MAX_LENGTH.code: ("lengte", lambda e, _r: (f"is te lang: ten hoogste {e.constraint} tekens", "")),
    errors.EMPTY_NOT_ALLOWED.code: ("leeg", lambda _e, _r: ("mag niet leeg zijn", "vul een waarde in of haal de regel weg")),
}


def _report_shape(reading: Reading, schema: Schema) -> None:
    for error in schema.errors(reading.data):
        path = tuple(error.document_path)
        if error.code == errors.UNKNOWN_FIELD.code:
            _report_unknown(reading, schema, path)
        elif error.code == errors.REQUIRED_FIELD.code:
            report_missing(reading, schema, path)
        else:
            key_error = "keysrules" in error.schema_path
            rules = schema.rules_at(path[:-1] if key_error else path) or {}
            rules = rules.get("keysrules", rules) if key_error else rules
            code, say = MESSAGES.get(error.code, ("vorm", lambda e, _r: (f"voldoet niet aan het schema ({e.rule})", "")))
            message, hint = say(error, rules)
            node = reading.keys.get(path) if key_error else reading.place(path)
            reading.add(node, path, code, message, hint)


def _report_unknown(reading: Reading, schema: Schema, path: Path) -> None:
    around = schema.rules_at(path[:-1]) or {}
    known = [name for name in around.get("schema", {}) if (*path[:-1], name) not in reading.keys] or list(around.get("schema", {}))
    hint = did_you_mean(path[-1], known) or did_you_mean(path[-1], around.get("schema", {}))
    elsewhere = [name for name, rules in schema.fields.items() if path[-1] in (rules.get("schema") or {}) and rules["type"] == "dict"]
    if not hint and elsewhere:
        hint = f"dit veld hoort onder ‘{elsewhere[0]}’; kijk naar de inspringing"
    reading.add(reading.keys.get(path), path, "onbekend", "dit veld bestaat niet", hint or f"bekend zijn hier: {', '.join(known[:12])}")


def report_missing(reading: Reading, schema: Schema, path: Path, why: str = "") -> None:
    """Report a field that should be there, at what stands around it."""
    if path in reading.broken:
        return
    rules = schema.rules_at(path) or {}
    meta = rules.get("meta", {})
    about = meta.get("omschrijving", "")
    written = reading.keys.get(path)
    around = path[:-1]
    node = written or reading.keys.get(around) or reading.place(around)
    message = f"‘{path[-1]}’ is nog leeg{why}" if written else f"‘{path[-1]}’ ontbreekt{why}"
    example = f"voeg toe: {path[-1]}: {meta['voorbeeld']}" if "voorbeeld" in meta else f"voeg toe: {path[-1]}: …"
    reading.add(node, around, "ontbreekt", f"{message}. {about}".strip(), example)


# ------------------------------------------------------------------------------------------------------- references


def values_with(data: Any, rules: Rules | None, path: Path = ()) -> Iterator[tuple[Path, Any, Rules, bool]]:
    """Yield path, value, rules and whether it is a key, for all that the schema knows in the data."""
    if rules is None:
        return
    if path:
        yield path, data, rules, False
    if isinstance(data, dict) and rules.get("type") == "dict":
        for key, value in data.items():
            if "keysrules" in rules:
                yield (*path, key), key, rules["keysrules"], True
            yield from values_with(value, _below(rules, key), (*path, key))
    elif isinstance(data, list) and rules.get("type") == "list":
        for i, value in enumerate(data):
            yield from values_with(value, rules.get("schema"), (*path, i))


def ids_at(data: Any, target: str) -> list[str]:
    """The ids of the list at a dotted path: `begroting.posten`."""
    for name in target.split("."):
        data = data.get(name) if isinstance(data, dict) else None
    return [row["id"] for row in data or [] if isinstance(row, dict) and isinstance(row.get("id"), str)]


def _report_references(reading: Reading, schema: Schema) -> None:
    known: dict[str, list[str]] = {}
    for path, value, rules, is_key in values_with(reading.data, schema.rules):
        meta = rules.get("meta", {})
        target = meta.get("ref")
        if not target or not isinstance(value, str) or not value:
            continue
        ids = known.setdefault(target, ids_at(reading.data, target))
        if value in ids or value in meta.get("ook", []) or (meta.get("vrije_tekst") and _is_prose(value)):
            continue
        node = reading.keys.get(path) if is_key else reading.places.get(path)
        options = [*ids, *meta.get("ook", [])]
        listed = f"bekend zijn: {', '.join(options[:12])}" if options else f"vul ‘{target}’ in"
        message = f"‘{value}’ staat niet onder ‘{target}’"
        reading.add(node, path, "verwijzing", message, did_you_mean(value, options) or listed)


def _is_prose(value: str) -> bool:
    return " " in value or value[:1].isupper()


def _report_double_ids(reading: Reading, schema: Schema) -> None:
    for path, value, rules, _ in values_with(reading.data, schema.rules):
        if rules.get("type") != "list" or not isinstance(value, list):
            continue
        first: dict[str, int] = {}
        for i, row in enumerate(value):
            key = row.get("id") if isinstance(row, dict) else None
            if isinstance(key, str) and key in first:
                earlier = reading.places[(*path, first[key], "id")].line
                place = (*path, i, "id")
                reading.add(reading.places.get(place), place, "dubbel", f"kenmerk ‘{key}’ is al gebruikt op regel {earlier}", "geef elk onderdeel een eigen kenmerk")
            elif isinstance(key, str):
                first[key] = i


def did_you_mean(word: Any, options: Iterable[Any]) -> str:
    """"bedoel je ‘uren’?" for the option that looks most like the word, or an empty string."""
    by_lower = {str(option).lower(): str(option) for option in options}
    close = get_close_matches(str(word).lower(), by_lower, n=1, cutoff=0.6)
    return f"bedoel je ‘{by_lower[close[0]]}’?" if close else ""


# ---------------------------------------------------------------------------------------------------- reading a path

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
            words[-1:] = [f"{SINGULAR.get(words[-1], words[-1]) if words else ''} {step + 1}{f' ({name})' if isinstance(name, str) else ''}".strip()]
        else:
            words.append(str(step))
    return " › ".join(words)


def _step(data: Any, step: Any) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


# ------------------------------------------------------------------------------------------------------ completeness


def complete(data: Any, rules: Rules) -> Any:
    """Fill in what is absent, so that a template can ask for every field: a list becomes `[]`, all else `None`."""
    if data is None:
        return [] if rules.get("type") == "list" else None
    if rules.get("type") == "list" and isinstance(data, list):
        return [complete(value, rules.get("schema", {})) for value in data]
    if rules.get("type") == "dict" and isinstance(data, dict) and "schema" in rules:
        return {name: complete(data.get(name), below) for name, below in rules["schema"].items()}
    return data
