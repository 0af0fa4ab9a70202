"""Remedies for a field that is not as the schema wants it: what the writer probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.loading import text_checks
from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import ANYTHING, Field
from docgen.schema.matching import is_match
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.syntax.explain.context import BULLET, copyable
from docgen.syntax.node import Node
from docgen.text.characters import without_invisible
from docgen.text.dutch import enumeration
from docgen.text.numbers import UNKNOWN
from docgen.validation import placement
from docgen.validation.corrections import ONE, TYPE_AGAIN, words

GLUED = regex(r"([\w-]+) ?[:=](?! )\s*(\S.*)", re.DOTALL)
NOT_THERE = regex(rf"{UNKNOWN}|nee|ja|niet van toepassing|nvt\.?")
QUOTED = "zet tekst met een dubbele punt, {{ }} of [ ] tussen aanhalingstekens: '…'"
EACH = "begin elk punt op een eigen regel met een streepje"


def for_wrong_type(loaded: LoadedData, wanted: str, value: Any, node: Node | None, field: Field, name: str) -> str:
    """The remedy for a value of another kind than `wanted`, or an empty string."""
    if wanted == "dict" and field.key:
        return _free_map(node, name)
    if wanted == "dict":
        return _part(value, field, name)
    if wanted == "list" and isinstance(value, dict):
        first = next(iter(value), "")
        return (
            f"begin elk onderdeel met een streepje: - {first}: …" if first else "begin elk onderdeel met een streepje"
        )
    if wanted == "list" and isinstance(value, str):
        return _points(loaded, value, node, field, name)
    if wanted == "string" and isinstance(value, list):
        return _one(value, node, field, name)
    return QUOTED.format() if wanted == "string" and field.is_free_text and isinstance(value, dict) else ""


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


def _part(value: Any, field: Field, name: str) -> str:
    """What to write where a part with fields has a text or a list."""
    glued = GLUED.match(value) if isinstance(value, str) else None
    if glued and glued[1] in field.children:
        remedy = f"schrijf {glued[1]}: {glued[2]}, met een spatie na de dubbele punt"
        return copyable(remedy, f"zet een spatie na {glued[1]}:")
    if isinstance(value, list):
        return "haal de streepjes weg en laat de namen recht onder elkaar beginnen"
    if isinstance(value, str) and name and NOT_THERE.fullmatch(value.strip()):
        return f"haal de regel {name}: weg als dit er niet is"
    if name and field.example:
        return ""
    if name:
        return f"zet eronder, twee spaties dieper: {expected_form(field)}"
    return row_example(field, value if isinstance(value, str) else "")


def expected_form(field: Field) -> str:
    """The first fields of a part as they can be typed in, the needed ones in front: "naam: … en datum: …"."""
    needed = field.required
    shown = (needed + [name for name in field.children if name not in needed])[: max(2, len(needed))]
    return enumeration([f"{name}: {_example(field.children[name])}" for name in shown])


def _example(field: Field) -> str:
    kinds = {"date": "2027-03-15", "boolean": "true"}
    return "…" if field.is_free_text else field.example or kinds.get(field.kind, "…")


def row_example(field: Field, text: str) -> str:
    """How to write a row of a list, with the writer's text in the field that it is meant for."""
    fields = field.children
    needed = field.required or list(fields)[:1]
    pattern = fields[needed[0]].pattern if needed else ""
    if text and pattern and is_match(pattern, text):
        return f"schrijf - {needed[0]}: {text}, met de andere velden eronder"
    texts = [name for name in needed if fields[name].is_free_text]
    own = {texts[0]: text} if texts and text and len(text) <= 60 and ": " not in text else {}
    shown = [f"{name}: {own.get(name, '…')}" for name in needed]
    return f"begin elk punt zo: - {shown[0]}" + (f", met daaronder {enumeration(shown[1:])}" if shown[1:] else "")


def _points(loaded: LoadedData, text: str, node: Node | None, field: Field, name: str) -> str:
    """The remedy for a text where a list belongs."""
    first = _first(text, node, loaded.source.lines)
    if field.each.kind == "dict":
        return row_example(field.each, first)
    if field.each.reference:
        named = words(text.strip().removeprefix("(").removesuffix(")"))
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


def _one(value: list[Any], node: Node | None, field: Field, name: str) -> str:
    """The remedy for a list where one text, id or choice belongs."""
    items = [item for item in value if isinstance(item, str)]
    if len(items) == len(value) and not field.is_free_text and items:
        kind = "keuze" if field.choices else "kenmerk"
        chosen = f"{', '.join(items[:-1])} of {items[-1]}"
        return ONE.format(kind=kind, words=chosen) if len(items) > 1 else f"schrijf {name}: {items[0]}"
    if node and node.flow and len(items) == 1 and text_checks.is_not_filled_in(items[0]):
        return text_checks.FILL_IN
    if node and not node.flow:
        if field.is_running and not field.is_in_sentence:
            return f"schrijf | achter {name}: en laat de punten eronder staan"
        return "haal één streepje weg" if len(value) == 1 else "hier past één tekst: maak er één zin van"
    return QUOTED.format() if field.is_free_text else ""


def for_unknown_field(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The remedy for a field that the schema does not have at this place."""
    name, fields = path[-1], _children(schema, path[:-1])
    now = (schema.field_at(path[:-1]) or ANYTHING).renamed.get(str(name))
    if now:
        return f"‘{name}’ heet nu ‘{now}’"
    seen, glued = without_invisible(str(name)), GLUED.match(str(name))
    if seen in fields:
        return TYPE_AGAIN.format(name=seen)
    if glued and glued[1] in fields:
        return copyable(
            f"schrijf {glued[1]}: {glued[2]}, met een spatie na de dubbele punt", f"zet een spatie na {glued[1]}:"
        )
    titled = _with_title(seen, fields)
    if titled:
        about = fields[titled].description
        is_help = bool(about) and loaded.value_nodes[path].text.strip().startswith(about[:30])
        return f"dit is de uitleg bij ‘{titled}’: zet er weer # voor" if is_help else f"bedoel je ‘{titled}’?"
    plural = next((many for many, one in schema.singular.items() if one == name and many in fields), "")
    if plural and loaded.value_nodes[path].kind == "list":
        return f"bedoel je ‘{plural}’?"
    if len(path) > 1 and name in schema.fields:
        return f"‘{name}’ hoort helemaal links te beginnen; kijk naar de inspringing"
    home = placement.home_of_row(loaded, schema, path) or placement.section_by_its_fields(loaded, schema, path)
    home = (
        home or placement.beside_or_below(loaded, schema, path) or placement.in_a_part_of_its_own(loaded, schema, path)
    )
    if home:
        return home
    free = [field for field in fields if (*path[:-1], field) not in loaded.key_nodes] or list(fields)
    listed = f"bekend zijn hier: {', '.join(free[:12])}"
    if len(path) == 1:
        listed += "; hoort het bij uw eigen bibliotheek, geef die dan mee met --library"
    likely = did_you_mean(name, free) or did_you_mean(name, fields)
    return placement.section_of(loaded, schema, path) or likely or placement.home_of(loaded, schema, path) or listed


def _with_title(name: str, fields: dict[str, Field]) -> str:
    """The field with that title: `KvK-nummer`, `Titel (verplicht)`."""
    seen = _as_title(name)
    return next((name for name, field in fields.items() if field.title.lower() == seen), "")


def _as_title(name: str) -> str:
    return name.partition("(")[0].rstrip().lower()


def continued_text(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The text field above of which an unknown field is the rest: `kern: Ouderen bewegen in` and then `Oost: elke week`."""
    around, node = loaded.value_nodes[path[:-1]], loaded.key_nodes.get(path)
    keys = [key for key in loaded.key_nodes if key[:-1] == path[:-1] and len(key) == len(path)]
    above = keys[keys.index(path) - 1] if path in keys and keys.index(path) else None
    field = schema.field_at(above) if above else None
    text = loaded.value_nodes[above] if above and above in loaded.value_nodes else None
    if not (field and text and node and field.is_free_text and text.plain and not around.flow):
        return ""
    is_next = node.line == text.end[0] + 1 and " " in text.text and not re.search(r"[.!?;:]$", text.text)
    fields, name = _children(schema, path[:-1]), str(path[-1])
    is_known = name in schema.fields or bool(_with_title(name, fields) or did_you_mean(name, fields, 0.75))
    is_text = {"lopend", "genummerd"} & field.meta.keys() or " " in name
    if not is_text or loaded.value_nodes[path].kind != "text":
        return ""
    return f"{above[-1]}" if above and is_next and not is_known else ""


def _children(schema: Schema, path: FieldPath) -> dict[str, Field]:
    return (schema.field_at(path) or ANYTHING).children


def resembles(unknown: Any, missing: Any, title: str = "") -> bool:
    """Whether an unknown field is probably the missing one, misspelt or by its title."""
    stem = re.match(r"[\w-]+", without_invisible(str(unknown)))
    is_titled = bool(title) and title.lower() == _as_title(str(unknown))
    return bool((stem and stem[0] == missing) or is_titled or did_you_mean(unknown, [missing]))
