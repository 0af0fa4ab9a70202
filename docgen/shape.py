"""Shape: what Cerberus finds, missing fields and references that lead nowhere, each as a finding in Dutch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.dutch import enumeration
from docgen.problem import did_you_mean
from docgen.reading import Reading
from docgen.schema import Fault, Path, Rules, Schema, values_with


def report(reading: Reading, schema: Schema) -> None:
    """Add to a reading all that is wrong with its shape, its ids and its references."""
    if reading.data:
        _report_shape(reading, schema)
        _report_double_ids(reading, schema)
        _report_references(reading, schema)


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
Say = Callable[[Fault, Rules], tuple[str, str]]


def _kind(value: Any) -> str:
    return "velden" if isinstance(value, dict) else "een lijst" if isinstance(value, list) else f"‘{value}’"


def _wrong_type(fault: Fault, _rules: Rules) -> tuple[str, str]:
    return f"verwacht {TYPES.get(fault.constraint, fault.constraint)}, kreeg {_kind(fault.value)}", ""


def _not_allowed(fault: Fault, _rules: Rules) -> tuple[str, str]:
    return f"verwacht {enumeration(fault.constraint, 'of')}, kreeg ‘{fault.value}’", did_you_mean(
        fault.value, fault.constraint
    )


def _wrong_pattern(fault: Fault, rules: Rules) -> tuple[str, str]:
    meta = rules.get("meta", {})
    example = f"bijvoorbeeld {meta['voorbeeld']}" if "voorbeeld" in meta else ""
    return f"‘{fault.value}’ heeft niet de goede vorm. {meta.get('omschrijving', '')}".strip(), example


# rule of Cerberus -> code of the finding, message and hint
MESSAGES: dict[str, tuple[str, Say]] = {
    "type": ("type", _wrong_type),
    "allowed": ("keuze", _not_allowed),
    "regex": ("vorm", _wrong_pattern),
    "min": ("bereik", lambda f, _r: (f"{f.value} is te klein; het kleinste is {f.constraint}", "")),
    "max": ("bereik", lambda f, _r: (f"{f.value} is te groot; het grootste is {f.constraint}", "")),
    "minlength": ("aantal", lambda f, _r: (f"verwacht ten minste {f.constraint}, maar er staan er {len(f.value)}", "")),
    "maxlength": ("lengte", lambda f, _r: (f"is te lang: ten hoogste {f.constraint} tekens", "")),
    "empty": ("leeg", lambda _f, _r: ("mag niet leeg zijn", "vul een waarde in of haal de regel weg")),
}


def _report_shape(reading: Reading, schema: Schema) -> None:
    for fault in schema.faults(reading.data):
        if fault.rule == "unknown":
            _report_unknown(reading, schema, fault.path)
        elif fault.rule == "required":
            report_missing(reading, schema, fault.path)
        else:
            _report_value(reading, schema, fault)


def _report_value(reading: Reading, schema: Schema, fault: Fault) -> None:
    rules = schema.rules_at(fault.path[:-1] if fault.in_key else fault.path) or {}
    rules = rules.get("keysrules", rules) if fault.in_key else rules
    code, say = MESSAGES.get(fault.rule, ("vorm", lambda f, _r: (f"voldoet niet aan het schema ({f.rule})", "")))
    message, hint = say(fault, rules)
    node = reading.keys.get(fault.path) if fault.in_key else reading.place(fault.path)
    reading.add(node, fault.path, code, message, hint)


def _report_unknown(reading: Reading, schema: Schema, path: Path) -> None:
    if _is_cut_off(reading, path):
        message = (
            f"‘{path[-1]}’ hoort bij de tekst ervoor, maar valt weg: na een komma begint tussen {{ }} een nieuw veld"
        )
        reading.add(
            reading.keys.get(path),
            path[:-1],
            "komma",
            message,
            "zet de hele tekst tussen aanhalingstekens",
            "waarschuwing",
        )
        return
    around = schema.rules_at(path[:-1]) or {}
    known = [name for name in around.get("schema", {}) if (*path[:-1], name) not in reading.keys] or list(
        around.get("schema", {})
    )
    hint = did_you_mean(path[-1], known) or did_you_mean(path[-1], around.get("schema", {}))
    elsewhere = [
        name
        for name, rules in schema.fields.items()
        if path[-1] in (rules.get("schema") or {}) and rules["type"] == "dict"
    ]
    if not hint and elsewhere:
        hint = f"dit veld hoort onder ‘{elsewhere[0]}’; kijk naar de inspringing"
    reading.add(
        reading.keys.get(path),
        path,
        "onbekend",
        "dit veld bestaat niet",
        hint or f"bekend zijn hier: {', '.join(known[:12])}",
    )


def _is_cut_off(reading: Reading, path: Path) -> bool:
    """Whether an unknown field is the rest of a text with a comma: `{a: eerst, dan}`."""
    around, value = reading.places[path[:-1]], reading.places[path]
    return around.flow and value.kind == "text" and value.plain and value.text == "" and " " in str(path[-1])


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
                reading.add(
                    reading.places.get(place),
                    place,
                    "dubbel",
                    f"kenmerk ‘{key}’ is al gebruikt op regel {earlier}",
                    "geef elk onderdeel een eigen kenmerk",
                )
            elif isinstance(key, str):
                first[key] = i
