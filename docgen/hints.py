"""Remedies for a field that is not as the schema wants it: what the writer probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docgen.invisible import without_invisible
from docgen.looks import BULLET
from docgen.problem import did_you_mean
from docgen.reading import Reading
from docgen.schema import Path, Rules, Schema
from docgen.source import Node

GLUED = re.compile(r"([\w-]+) ?[:=](?! )\s*(\S.*)", re.DOTALL)
ENGLISH = {"yes": "ja", "no": "nee", "true": "ja", "false": "nee", "on": "ja", "off": "nee", "j": "ja", "n": "nee"}
TYPE_AGAIN = "er staat een onzichtbaar teken of een harde spatie in; typ ‘{name}’ opnieuw"
QUOTED = "zet tekst met een dubbele punt, {{ }} of [ ] tussen aanhalingstekens: '…'"


def wrong_type(wanted: str, value: Any, node: Node | None, rules: Rules) -> str:
    """The remedy for a value of another kind than `wanted`, or an empty string."""
    glued = GLUED.match(value) if isinstance(value, str) else None
    if wanted == "dict" and glued:
        return f"schrijf {glued[1]}: {glued[2][:40]}, met een spatie na de dubbele punt"
    if wanted == "dict" and isinstance(value, str) and "id" in rules.get("schema", {}):
        return f"schrijf - id: {value[:40]}, met de andere velden eronder"
    if wanted == "list" and isinstance(value, dict):
        first = next(iter(value), "")
        return (
            f"begin elk onderdeel met een streepje: - {first}: …" if first else "begin elk onderdeel met een streepje"
        )
    if wanted == "list" and isinstance(value, str):
        return f"begin elk punt op een eigen regel met een streepje: - {_first(value, node)[:40]}"
    free = not ({"allowed", "regex"} & rules.keys() or "ref" in rules.get("meta", {}))
    if wanted == "string" and isinstance(value, list) and node and not node.flow:
        return "haal één streepje weg"
    return QUOTED.format() if wanted == "string" and free and isinstance(value, dict | list) else ""


def _first(text: str, node: Node | None) -> str:
    """The first point in a text that should have been a list."""
    bullet = BULLET.match(text)
    text = bullet[2] if bullet else text.lstrip("-–— ")
    return re.split(r",\s|\s[•·▪–—-]\s?|\s\d[.)]\s", text)[0]


def choice(value: Any, options: Iterable[Any]) -> str:
    """The remedy for a word that is not one of the options."""
    names = list(options)
    seen = without_invisible(str(value))
    if seen in names and seen != value:
        return TYPE_AGAIN.format(name=seen)
    meant = ENGLISH.get(seen.lower(), "")
    return f"bedoel je ‘{meant}’?" if meant in names else did_you_mean(value, names)


def unknown_field(reading: Reading, schema: Schema, path: Path) -> str:
    """The remedy for a field that the schema does not have at this place."""
    name, fields = path[-1], _fields(schema.rules_at(path[:-1]))
    seen, glued = without_invisible(str(name)), GLUED.match(str(name))
    if seen in fields:
        return TYPE_AGAIN.format(name=seen)
    if glued and glued[1] in fields:
        return f"schrijf {glued[1]}: {glued[2][:40]}, met een spatie na de dubbele punt"
    plural = next((many for many, one in schema.singular.items() if one == name and many in fields), "")
    if plural and reading.places[path].kind == "list":
        return f"bedoel je ‘{plural}’?"
    if len(path) > 1 and name in schema.fields:
        return f"‘{name}’ hoort helemaal links te beginnen; kijk naar de inspringing"
    free = [field for field in fields if (*path[:-1], field) not in reading.keys] or list(fields)
    listed = f"bekend zijn hier: {', '.join(free[:12])}"
    likely = did_you_mean(name, free) or did_you_mean(name, fields)
    return _section_of(reading, schema, path) or likely or _own_section(schema, name) or listed


def _fields(rules: Rules | None) -> dict[str, Rules]:
    return (rules or {}).get("schema", {}) if (rules or {}).get("type") == "dict" else {}


def _own_section(schema: Schema, name: Any) -> str:
    homes = [section for section, rules in schema.fields.items() if name in _fields(rules)]
    return f"dit veld hoort onder ‘{homes[0]}’" if len(homes) == 1 else ""


def _section_of(reading: Reading, schema: Schema, path: Path) -> str:
    """Where a field belongs that stands too far to the left: the section above it, or the first that has it."""
    if len(path) > 1:
        return ""
    above = [key[0] for key in reading.keys if len(key) == 1]
    above = above[above.index(path[0]) :: -1] if path[0] in above else []
    for section in (*above, *schema.fields):
        rules = schema.fields.get(section, {})
        rows = rules.get("schema", {}) if rules.get("type") == "list" else {}
        if path[-1] in _fields(rules) or (section in above and path[-1] in _fields(rows)):
            return f"dit veld hoort onder ‘{section}’; kijk naar de inspringing"
    return ""


def explains(unknown: Any, missing: Any) -> bool:
    """Whether an unknown field is probably the missing one, misspelt."""
    stem = re.match(r"[\w-]+", without_invisible(str(unknown)))
    return bool((stem and stem[0] == missing) or did_you_mean(unknown, [missing]))
