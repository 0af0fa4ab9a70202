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
from docgen.schema.field import Field
from docgen.schema.schema import Schema
from docgen.syntax import parser
from docgen.text.dutch import enumeration
from docgen.validation.structure import yaml_example

MOST_NAMES = 12
BLANK: Json = {"$ref": "#/definitions/leeg"}
FILLED: Json = {"$ref": "#/definitions/gevuld"}
ROW: Json = {"$ref": "#/definitions/punt"}
TEXT = Field({"type": "string"})
ONE = {"text": "string", "map": "object"}  # how one value is written that may stand where a list belongs
FIELDS: Json = {"$ref": "#/definitions/velden"}


def described(name: str, field: Field) -> Json:
    """A value with its title, description and example; every value may also be left empty."""
    return {**_about(name, field), **_value(field)}


def _about(name: str, field: Field) -> Json:
    told = {
        "title": field.title,
        "description": " ".join(filter(None, [field.help, _refers(field), _years(field)])),
        "examples": [_example(name, field)] if field.example and not _years(field) else None,
    }
    return {word: value for word, value in told.items() if value}


def _years(field: Field) -> str:
    """An example with years: as a value of JSON it would get quotes around the years, which docgen refuses."""
    return f"Bijvoorbeeld {field.example}." if field.has_years and field.example else ""


def _refers(field: Field) -> str:
    if not field.reference:
        return ""
    targets = [f"‘{name}’" for name in (field.reference, *field.also)]
    return f"Kenmerk uit {enumeration([*targets, *['vrije tekst'] * field.may_be_prose], 'of')}."


def _example(name: str, field: Field) -> Any:
    written = parser.parse(f"{name}: {field.example}".encode(), "voorbeeld")
    return _as_json(loader.read(written, Schema({name: field.rules}, {})).data.get(name))


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _value(field: Field) -> Json:
    """What a value must be, and what to tell when it is not."""
    if field.choices:
        return choice(field)
    found = KINDS[field.kind](field)
    if field.takes_one and field.row:
        found = {"if": {"type": ONE[field.kind_of_one]}, "then": _value(field.row), "else": found}
    return next(({"$ref": f"#/definitions/{name}"} for name, shared in SHARED.items() if shared == found), found)


def _list(field: Field) -> Json:
    """A list without gaps; one of empty items only is a list that is not there."""
    items = {"items": described("punt", field.row)} if field.row else {}
    least = field.rules.get("minlength", 0)
    rows = at_least(least, f"verwacht ten minste {least}; vul de lijst aan") if least else {}
    return {**typed(field, "array"), **items, "if": BLANK, "else": {"items": ROW, **rows}}


def at_least(least: int, message: str) -> Json:
    """A list of so many rows; else the message."""
    return {"if": {"minItems": least}, "else": fault(message)}


def fields_of(field: Field) -> Json:
    """A map with the children of a field and no others; what is required is asked only when something is filled in."""
    if not field.has_fixed_names:
        return _free_map(field)
    fields = field.children
    names = f"{', '.join([*fields][:MOST_NAMES])}{', …' * (len(fields) > MOST_NAMES)}"
    needed = {name: fields[name] for name in field.required}
    return {
        "allOf": [FIELDS],
        "properties": {name: described(name, child) for name, child in fields.items()},
        "additionalProperties": False,
        "errorMessage": f"dit veld bestaat hier niet; bekend zijn: {names}",
        **({"if": BLANK, "else": required_fields(needed)} if needed else {}),
    }


def _free_map(field: Field) -> Json:
    """Names of the writer's own with a value each: years with an amount, roles with hours."""
    value = described("waarde", field.value or TEXT)
    pattern, message = _names(field.key or TEXT)
    return {
        "allOf": [FIELDS],
        "patternProperties": {pattern: {"allOf": [value, FILLED]}},
        "additionalProperties": False,
        "errorMessage": message,
    }


def _names(key: Field) -> tuple[str, str]:
    """A pattern for the names: numbers from `min` to `max` a row of tens at a time (199[0-9]|200[0-9]|…), or any text."""
    if key.kind != "integer":
        return r"\S", "hier mist de naam voor de dubbele punt"
    first, last = key.min or 0, 9999 if key.max is None else key.max
    tens = range(first // 10, last // 10 + 1)
    rows = [f"{ten or ''}[{max(first, ten * 10) % 10}-{min(last, ten * 10 + 9) % 10}]" for ten in tens]
    return f"^(?:{'|'.join(rows)})$", f"verwacht een getal van {first} tot en met {last}, zonder aanhalingstekens"


def required_fields(fields: dict[str, Field], why: str = "") -> Json:
    """These fields must be there and filled in."""
    each = [{"required": [name], "errorMessage": _missing(name, field, why)} for name, field in fields.items()]
    return {"allOf": each, "properties": dict.fromkeys(fields, FILLED)}


def _missing(name: str, field: Field, why: str) -> str:
    return f"‘{name}’ ontbreekt{why}. {field.description} Voeg toe: {yaml_example(name, field)}"


KINDS: dict[str, Callable[[Field], Json]] = {
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
    "tekst": text(Field({"type": "string", "empty": False})),
    "datum": calendar_date(Field({"type": "date"})),
    "ja_nee": boolean(Field({"type": "boolean"})),
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
    "velden": typed(Field({"type": "dict"}), "object"),
    **SHARED,
}
