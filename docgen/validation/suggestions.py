"""Remedies for a field that is not as the schema wants it: what the writer probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.loading import text_checks
from docgen.loading.loaded_data import LoadedData
from docgen.schema.matching import is_match
from docgen.schema.schema import Schema
from docgen.schema.traversal import is_free_text
from docgen.schema.types import FieldPath, Rules
from docgen.syntax.explain.context import BULLET, copyable
from docgen.syntax.node import Node
from docgen.text.characters import without_invisible
from docgen.text.dutch import enumeration
from docgen.text.numbers import UNKNOWN
from docgen.validation.corrections import ONE, TYPE_AGAIN, words

GLUED = regex(r"([\w-]+) ?[:=](?! )\s*(\S.*)", re.DOTALL)
NOT_THERE = regex(rf"{UNKNOWN}|nee|ja|niet van toepassing|nvt\.?")
QUOTED = "zet tekst met een dubbele punt, {{ }} of [ ] tussen aanhalingstekens: '…'"
EACH = "begin elk punt op een eigen regel met een streepje"


def for_wrong_type(loaded: LoadedData, wanted: str, value: Any, node: Node | None, rules: Rules, name: str) -> str:
    """The remedy for a value of another kind than `wanted`, or an empty string."""
    if wanted == "dict" and "keysrules" in rules:
        return _free_map(node, name)
    if wanted == "dict":
        return _part(value, rules, name)
    if wanted == "list" and isinstance(value, dict):
        first = next(iter(value), "")
        return (
            f"begin elk onderdeel met een streepje: - {first}: …" if first else "begin elk onderdeel met een streepje"
        )
    if wanted == "list" and isinstance(value, str):
        return _points(loaded, value, node, rules, name)
    if wanted == "string" and isinstance(value, list):
        return _one(value, node, rules, name)
    return QUOTED.format() if wanted == "string" and is_free_text(rules) and isinstance(value, dict) else ""


def _free_map(node: Node | None, name: str) -> str:
    """The line with years and amounts as it should be, with the writer's own figures."""
    from docgen.syntax.explain import year_maps  # only for a mistake

    return year_maps.line(name, ", ".join(_as_written(node))) if node else ""


def _as_written(node: Node) -> Iterator[str]:
    """What stands in a value, as `name: value` where it has names."""
    if node.kind == "text":
        yield node.text
    for item in node.items:
        yield from _as_written(item)
    for key, value in node.pairs:
        yield f"{key.text}: {value.text}" if value.kind == "text" else key.text


def _part(value: Any, rules: Rules, name: str) -> str:
    """What to write where a part with fields has a text or a list."""
    glued = GLUED.match(value) if isinstance(value, str) else None
    if glued and glued[1] in rules.get("schema", {}):
        remedy = f"schrijf {glued[1]}: {glued[2]}, met een spatie na de dubbele punt"
        return copyable(remedy, f"zet een spatie na {glued[1]}:")
    if isinstance(value, list):
        return "haal de streepjes weg en laat de namen recht onder elkaar beginnen"
    if isinstance(value, str) and name and NOT_THERE.fullmatch(value.strip()):
        return f"haal de regel {name}: weg als dit er niet is"
    if name and "voorbeeld" in rules.get("meta", {}):
        return ""
    if name:
        return f"zet eronder, twee spaties dieper: {expected_form(rules)}"
    return row_example(rules, value if isinstance(value, str) else "")


def expected_form(rules: Rules) -> str:
    """The first fields of a part as they can be typed in, the needed ones in front: "naam: … en datum: …"."""
    fields = rules.get("schema", {})
    needed = [name for name, own in fields.items() if own.get("required")]
    shown = (needed + [name for name in fields if name not in needed])[: max(2, len(needed))]
    return enumeration([f"{name}: {_example(fields[name])}" for name in shown])


def _example(rules: Rules) -> str:
    kinds = {"date": "2027-03-15", "integer": "…", "boolean": "true"}
    example = rules.get("meta", {}).get("voorbeeld", kinds.get(rules.get("type", ""), "…"))
    return "…" if rules.get("type") == "string" and is_free_text(rules) else str(example)


def row_example(rules: Rules, text: str) -> str:
    """How to write a row of a list, with the writer's text in the field that it is meant for."""
    fields = rules.get("schema", {})
    needed = [name for name, own in fields.items() if own.get("required")] or list(fields)[:1]
    pattern = fields.get(needed[0], {}).get("regex", "") if needed else ""
    if text and pattern and is_match(pattern, text):
        return f"schrijf - {needed[0]}: {text}, met de andere velden eronder"
    texts = [name for name in needed if is_free_text(fields[name])]
    own = {texts[0]: text} if texts and text and len(text) <= 60 and ": " not in text else {}
    shown = [f"{name}: {own.get(name, '…')}" for name in needed]
    return f"begin elk punt zo: - {shown[0]}" + (f", met daaronder {enumeration(shown[1:])}" if shown[1:] else "")


def _points(loaded: LoadedData, text: str, node: Node | None, rules: Rules, name: str) -> str:
    """The remedy for a text where a list belongs."""
    inside = rules.get("schema", {})
    first = _first(text, node, loaded.source.lines)
    if inside.get("type") == "dict":
        return row_example(inside, first)
    if "ref" in inside.get("meta", {}):
        named = words(text)
        is_named = all(re.fullmatch(r"[\w-]+", word) for word in named)
        return (
            copyable(f"schrijf {name}: [{', '.join(named)}]", EACH)
            if is_named
            else "noem elk kenmerk apart, elk achter een streepje"
        )
    return copyable(f"{EACH}: - {first}", EACH)


def _first(text: str, node: Node | None, lines: list[str]) -> str:
    """The first point in a text that should have been a list."""
    if node and node.plain and node.end[0] > node.line:
        text = lines[node.line - 1][node.column - 1 :].strip()
    bullet = BULLET.match(text)
    text = bullet[2] if bullet else text.lstrip("-–— ")
    return re.split(r",\s|;\s|\s[•·▪–—-]\s?|\s\d[.)]\s", text)[0].rstrip(" ;,")


def _one(value: list[Any], node: Node | None, rules: Rules, name: str) -> str:
    """The remedy for a list where one text, id or choice belongs."""
    items = [item for item in value if isinstance(item, str)]
    if len(items) == len(value) and not is_free_text(rules) and items:
        kind = "keuze" if "allowed" in rules else "kenmerk"
        chosen = f"{', '.join(items[:-1])} of {items[-1]}"
        return ONE.format(kind=kind, words=chosen) if len(items) > 1 else f"schrijf {name}: {items[0]}"
    if node and node.flow and len(items) == 1 and text_checks.is_not_filled_in(items[0]):
        return text_checks.FILL_IN
    if node and not node.flow:
        return "haal één streepje weg" if len(value) == 1 else "hier past één tekst: maak er één zin van"
    return QUOTED.format() if is_free_text(rules) else ""


def for_unknown_field(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The remedy for a field that the schema does not have at this place."""
    name, fields = path[-1], _fields(schema.rules_at(path[:-1]))
    seen, glued = without_invisible(str(name)), GLUED.match(str(name))
    if seen in fields:
        return TYPE_AGAIN.format(name=seen)
    if glued and glued[1] in fields:
        return copyable(
            f"schrijf {glued[1]}: {glued[2]}, met een spatie na de dubbele punt", f"zet een spatie na {glued[1]}:"
        )
    titled = _with_title(seen, fields)
    if titled:
        about = fields[titled].get("meta", {}).get("omschrijving", "")
        is_help = bool(about) and loaded.value_nodes[path].text.strip().startswith(about[:30])
        return f"dit is de uitleg bij ‘{titled}’: zet er weer # voor" if is_help else f"bedoel je ‘{titled}’?"
    plural = next((many for many, one in schema.singular.items() if one == name and many in fields), "")
    if plural and loaded.value_nodes[path].kind == "list":
        return f"bedoel je ‘{plural}’?"
    if len(path) > 1 and name in schema.fields:
        return f"‘{name}’ hoort helemaal links te beginnen; kijk naar de inspringing"
    free = [field for field in fields if (*path[:-1], field) not in loaded.key_nodes] or list(fields)
    listed = f"bekend zijn hier: {', '.join(free[:12])}"
    if len(path) == 1:
        listed += "; hoort het bij uw eigen bibliotheek, geef die dan mee met --library"
    likely = did_you_mean(name, free) or did_you_mean(name, fields)
    return _section_of(loaded, schema, path) or likely or _own_section(schema, name) or listed


def _with_title(name: str, fields: dict[str, Rules]) -> str:
    """The field with that title: `KvK-nummer`, `Titel (verplicht)`."""
    seen = name.partition("(")[0].rstrip().lower()
    return next(
        (field for field, rules in fields.items() if rules.get("meta", {}).get("titel", "").lower() == seen), ""
    )


def continued_text(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The text field above of which an unknown field is the rest: `kern: Ouderen bewegen in` and then `Oost: elke week`."""
    around, node = loaded.value_nodes[path[:-1]], loaded.key_nodes.get(path)
    keys = [key for key in loaded.key_nodes if key[:-1] == path[:-1] and len(key) == len(path)]
    above = keys[keys.index(path) - 1] if path in keys and keys.index(path) else None
    rules = schema.rules_at(above) if above else None
    text = loaded.value_nodes[above] if above and above in loaded.value_nodes else None
    if not (rules and text and node and is_free_text(rules) and text.plain and not around.flow):
        return ""
    is_next = node.line == text.end[0] + 1 and " " in text.text and not re.search(r"[.!?;:]$", text.text)
    fields, name = _fields(schema.rules_at(path[:-1])), str(path[-1])
    is_known = name in schema.fields or bool(_with_title(name, fields) or did_you_mean(name, fields, 0.75))
    is_text = {"lopend", "genummerd"} & rules.get("meta", {}).keys() or " " in name
    if not is_text or loaded.value_nodes[path].kind != "text":
        return ""
    return f"{above[-1]}" if above and is_next and not is_known else ""


def _fields(rules: Rules | None) -> dict[str, Rules]:
    return (rules or {}).get("schema", {}) if (rules or {}).get("type") == "dict" else {}


def _own_section(schema: Schema, name: Any) -> str:
    homes = [section for section, rules in schema.fields.items() if name in _fields(rules)]
    return f"dit veld hoort onder ‘{homes[0]}’" if len(homes) == 1 else ""


def _section_of(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """Where a field belongs that stands too far to the left: the section above it, or the first that has it."""
    if len(path) > 1:
        return ""
    above = [key[0] for key in loaded.key_nodes if len(key) == 1]
    above = above[above.index(path[0]) :: -1] if path[0] in above else []
    for section in (*above, *schema.fields):
        rules = schema.fields.get(section, {})
        rows = rules.get("schema", {}) if rules.get("type") == "list" else {}
        if path[-1] in _fields(rules) or (section in above and path[-1] in _fields(rows)):
            return f"dit veld hoort onder ‘{section}’; kijk naar de inspringing"
    return ""


def resembles(unknown: Any, missing: Any, title: str = "") -> bool:
    """Whether an unknown field is probably the missing one, misspelt or by its title."""
    stem = re.match(r"[\w-]+", without_invisible(str(unknown)))
    is_titled = bool(title) and _with_title(str(unknown), {str(missing): {"meta": {"titel": title}}}) == missing
    return bool((stem and stem[0] == missing) or is_titled or did_you_mean(unknown, [missing]))
