"""Dossiers with something wrong in them, made at random from sound ones, as YAML that docgen and an editor both read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath, Rules


@dataclass(frozen=True)
class Plain:
    """A value as it is written without quotes, and what YAML 1.2 makes of it."""

    written: str
    read: Any


WRITTEN = [
    Plain("12.500", 12.5), Plain("1e4", 10000.0), Plain("08", 8), Plain("+5", 5), Plain(".5", 0.5), Plain("0x1F", 31),
    Plain("1_000", "1_000"), Plain("12:30", "12:30"), Plain("01234567", 1234567), Plain("2.10", 2.1), Plain("~", None),
    Plain("ja", "ja"), Plain("no", "no"), Plain("TRUE", True), Plain("2027-03-15", "2027-03-15"), Plain("2027-3-5", "2027-3-5"),
    Plain("€ 12", "€ 12"), Plain("2.0", 2.0), Plain("12.505", 12.505), Plain("0.1234567891", 0.1234567891), Plain("-0", 0),
]  # fmt: skip
DATES = ["2027-02-30", "15-03-2027", "1899-12-31", "1900-01-01", "2200-12-31", "2201-01-01", "2028-02-29", "2100-02-29", "2027-13-01", "2027-04-31", "2027-03-15T00:00"]  # fmt: skip
TEXTS = ["", "   ", "tekst", "A b!", "x" * 60, "x" * 61, "extern", "5", "12.50", "true", "12345678", "1.1", "ja", "gm0003", "a\u0001b", "é"]  # fmt: skip
NUMBERS = [0, 5, -3, 2.5, 840, 2028, 1989, 2101, 10**17, 10**18, 10**20, 12345678, True, False]
PARTS = [None, [], {}, [None], [[]], [{}], {"naam": None}, {"naam": [None]}, ["x"], {"a": "b"}, {2028: None}]
JUNK: list[Any] = [*WRITTEN, *DATES, *TEXTS, *NUMBERS, *PARTS]


def as_yaml(value: Any) -> str:
    """A value as YAML on one line: text between quotes, years without."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{as_yaml(key)}: {as_yaml(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_yaml, value))}]"
    return value.written if isinstance(value, Plain) else json.dumps(value, ensure_ascii=False)


def as_json(value: Any) -> Any:
    """The same value as an editor hands it to JSON Schema."""
    if isinstance(value, dict):
        return {str(as_json(key)): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.read if isinstance(value, Plain) else value


def as_written(value: Any) -> Any:
    """Data that docgen read, as plain values that can be written again."""
    if isinstance(value, dict):
        return {key: as_written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_written(inner) for inner in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def paths(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Every place in the data."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, key)
        yield from paths(value, (*path, key))


def at(data: Any, path: FieldPath) -> Any:
    """What stands at a path."""
    for step in path:
        data = data[step]
    return data


def sound(rules: Rules, random: Random) -> Any:
    """A value that these rules allow, with some of the fields that may be left out."""
    if rules["type"] == "dict" and "schema" in rules:
        fields = rules["schema"].items()
        return {name: sound(inner, random) for name, inner in fields if inner.get("required") or random.random() < 0.4}
    if rules["type"] == "dict":
        keys = [2028, 2029] if rules["keysrules"]["type"] == "integer" else ["een", "twee"]
        return {key: sound(rules["valuesrules"], random) for key in keys}
    if rules["type"] == "list":
        return [sound(rules["schema"], random) for _ in range(random.randint(rules.get("minlength", 0), 2))]
    if "allowed" in rules:
        return random.choice(rules["allowed"])
    return _scalar(rules)


def _scalar(rules: Rules) -> Any:
    if rules["type"] != "string":
        numbers = {"boolean": True, "date": "2028-03-01"}
        return numbers.get(rules["type"], max(rules.get("min", 1), 1))
    shapes = {r"\d{8}": "01234567", r"gm\d{4}": "gm0003", r"[1-9]\d?\.[1-9]\d?": "1.1"}
    return shapes.get(rules.get("regex", ""), "kenmerk-1")


Change = Callable[[Any, FieldPath, Random], None]


def _replace(data: Any, path: FieldPath, random: Random) -> None:
    at(data, path[:-1])[path[-1]] = deepcopy(random.choice(JUNK))


def _delete(data: Any, path: FieldPath, _random: Random) -> None:
    del at(data, path[:-1])[path[-1]]


def _empty(data: Any, path: FieldPath, _random: Random) -> None:
    def emptied(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: emptied(inner) for key, inner in value.items()}
        return [emptied(inner) for inner in value] if isinstance(value, list) else None

    at(data, path[:-1])[path[-1]] = emptied(at(data, path))


def _add(data: Any, path: FieldPath, random: Random) -> None:
    """A name or a row that does not belong there."""
    part = at(data, path)
    if isinstance(part, dict):
        part[random.choice(["onbekend", "naaam", "tekst", 1989, 2030, 2101, -5, 7, "2031", "2028-2029"])] = random.choice([None, 5, "x", {}])  # fmt: skip
    elif isinstance(part, list):
        part.insert(random.randint(0, len(part)), deepcopy(random.choice([*PARTS, *part])))


def _rename(data: Any, path: FieldPath, _random: Random) -> None:
    """A year between quotes, a slip in a name."""
    part, name = at(data, path[:-1]), path[-1]
    if isinstance(part, dict):
        part[f"{name}x" if isinstance(name, str) else str(name)] = part.pop(name)


def _turn_over(data: Any, path: FieldPath, _random: Random) -> None:
    """A list for a map, a map for a list, text for a number."""
    part = at(data, path)
    turned = {"a": part} if isinstance(part, list) else [part] if isinstance(part, dict) else str(part)
    at(data, path[:-1])[path[-1]] = turned


CHANGES: list[Change] = [_replace, _replace, _replace, _delete, _empty, _add, _rename, _turn_over]


def mutants(bases: list[Any], schema: Schema, count: int, seed: int) -> Iterator[Any]:
    """So many dossiers: a sound one, with a section or two more, and one or two things changed."""
    random = Random(seed)
    for _ in range(count):
        data = deepcopy(random.choice(bases))
        for name in random.sample(sorted(schema.fields), random.randint(0, 2)):
            data.setdefault(name, sound(schema.fields[name].rules, random))
        for _ in range(random.randint(1, 2)):
            places = list(paths(data))
            if places:
                random.choice(CHANGES)(data, random.choice(places), random)
        yield data
