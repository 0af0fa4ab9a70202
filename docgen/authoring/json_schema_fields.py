"""The fields of a dossier as JSON Schema says them: lists, maps, what must be there and what is left empty.

A `$ref` and what stands beside it are one to the YAML language server; to others the words beside it are only explanation,
so a constraint may not stand there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.authoring.json_schema_values import (
    Json,
    boolean,
    calendar_date,
    choice,
    fault,
    number,
    text,
    typed,
)
from docgen.loading import loader
from docgen.schema.schema import Schema
from docgen.schema.types import Rules
from docgen.syntax import parser
from docgen.text.dutch import enumeration
from docgen.validation.structure import yaml_example

MOST_NAMES = 12
BLANK: Json = {"$ref": "#/definitions/leeg"}
FILLED: Json = {"$ref": "#/definitions/gevuld"}
ROW: Json = {"$ref": "#/definitions/punt"}
FIELDS: Json = {"$ref": "#/definitions/velden"}


def field(name: str, rules: Rules) -> Json:
    """A value with its title, description and example; every value may also be left empty."""
    return {**_about(name, rules), **_value(rules)}


def _about(name: str, rules: Rules) -> Json:
    meta = rules.get("meta", {})
    told = {
        "title": meta.get("titel"),
        "description": " ".join(filter(None, [meta.get("omschrijving"), _refers(meta), _years(rules)])),
        "examples": [_example(name, rules)] if "voorbeeld" in meta and not _years(rules) else None,
    }
    return {word: value for word, value in told.items() if value}


def _years(rules: Rules) -> str:
    """An example with years: as a value of JSON it would get quotes around the years, which docgen refuses."""
    has_years = rules.get("keysrules", {}).get("type") == "integer" and "voorbeeld" in rules.get("meta", {})
    return f"Bijvoorbeeld {rules['meta']['voorbeeld']}." if has_years else ""


def _refers(meta: Rules) -> str:
    if "ref" not in meta:
        return ""
    targets = [f"‘{name}’" for name in (meta["ref"], *meta.get("ook", []))]
    return f"Kenmerk uit {enumeration([*targets, *['vrije tekst'] * bool(meta.get('vrije_tekst'))], 'of')}."


def _example(name: str, rules: Rules) -> Any:
    written = parser.parse(f"{name}: {rules['meta']['voorbeeld']}".encode(), "voorbeeld")
    return _as_json(loader.read(written, Schema({name: rules}, {})).data.get(name))


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _value(rules: Rules) -> Json:
    """What a value must be, and what to tell when it is not."""
    if "allowed" in rules:
        return choice(rules)
    found = KINDS[rules["type"]](rules)
    return next(({"$ref": f"#/definitions/{name}"} for name, shared in SHARED.items() if shared == found), found)


def _list(rules: Rules) -> Json:
    """A list without gaps; one of empty items only is a list that is not there."""
    items = {"items": field("punt", rules["schema"])} if "schema" in rules else {}
    least = rules.get("minlength", 0)
    rows = at_least(least, f"verwacht ten minste {least}; vul de lijst aan") if least else {}
    return {**typed(rules, "array"), **items, "if": BLANK, "else": {"items": ROW, **rows}}


def at_least(least: int, message: str) -> Json:
    """A list of so many rows; else the message."""
    return {"if": {"minItems": least}, "else": fault(message)}


def fields_of(rules: Rules) -> Json:
    """A map with these fields and no others; what is required is asked only when something is filled in."""
    if "schema" not in rules:
        return _free_map(rules)
    fields: dict[str, Rules] = rules["schema"]
    names = f"{', '.join([*fields][:MOST_NAMES])}{', …' * (len(fields) > MOST_NAMES)}"
    needed = {name: inner for name, inner in fields.items() if inner.get("required")}
    return {
        "allOf": [FIELDS],
        "properties": {name: field(name, inner) for name, inner in fields.items()},
        "additionalProperties": False,
        "errorMessage": f"dit veld bestaat hier niet; bekend zijn: {names}",
        **({"if": BLANK, "else": required_fields(needed)} if needed else {}),
    }


def _free_map(rules: Rules) -> Json:
    """Names of the writer's own with a value each: years with an amount, roles with hours."""
    value = field("waarde", rules.get("valuesrules", {"type": "string"}))
    pattern, message = _names(rules.get("keysrules", {"type": "string"}))
    return {
        "allOf": [FIELDS],
        "patternProperties": {pattern: {"allOf": [value, FILLED]}},
        "additionalProperties": False,
        "errorMessage": message,
    }


def _names(keys: Rules) -> tuple[str, str]:
    """A pattern for the names: numbers from `min` to `max` a row of tens at a time (199[0-9]|200[0-9]|…), or any text."""
    if keys["type"] != "integer":
        return r"\S", "hier mist de naam voor de dubbele punt"
    first, last = keys.get("min", 0), keys.get("max", 9999)
    tens = range(first // 10, last // 10 + 1)
    rows = [f"{ten or ''}[{max(first, ten * 10) % 10}-{min(last, ten * 10 + 9) % 10}]" for ten in tens]
    return f"^(?:{'|'.join(rows)})$", f"verwacht een getal van {first} tot en met {last}, zonder aanhalingstekens"


def required_fields(fields: dict[str, Rules], why: str = "") -> Json:
    """These fields must be there and filled in."""
    each = [{"required": [name], "errorMessage": _missing(name, rules, why)} for name, rules in fields.items()]
    return {"allOf": each, "properties": dict.fromkeys(fields, FILLED)}


def _missing(name: str, rules: Rules, why: str) -> str:
    about = rules.get("meta", {}).get("omschrijving", "")
    return f"‘{name}’ ontbreekt{why}. {about} Voeg toe: {yaml_example(name, rules)}"


KINDS: dict[str, Callable[[Rules], Json]] = {
    "dict": fields_of,
    "list": _list,
    "string": text,
    "integer": number,
    "number": number,
    "amount": number,
    "boolean": boolean,
    "date": calendar_date,
}
SHARED: dict[str, Json] = {
    "tekst": text({"type": "string", "empty": False}),
    "datum": calendar_date({"type": "date"}),
    "ja_nee": boolean({"type": "boolean"}),
}
DEFINITIONS: Json = {
    "leeg": {
        "$comment": "niets ingevuld: dat geldt als niet aanwezig",
        "type": ["null", "object", "array"],
        "additionalProperties": BLANK,
        "items": BLANK,
    },
    "gevuld": {"if": BLANK, "then": fault("dit is nog leeg; vul het in")},
    "punt": {"if": BLANK, "then": fault("dit punt van de lijst is leeg; vul het in of haal het streepje weg")},
    "velden": typed({"type": "dict"}, "object"),
    **SHARED,
}
