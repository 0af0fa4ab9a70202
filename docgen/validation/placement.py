"""Where a field belongs that stands at a place where the schema does not have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import ANYTHING, Field
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.text.dutch import enumeration

MOST_HOMES = 3  # more places say nothing


def home_of(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The only section, or the only list, whose fields have the name; or the section of which it is one row."""
    name, value = path[-1], loaded.value_nodes[path]
    homes = [section for section, field in schema.fields.items() if name in field.children]
    section = next((many for many in schema.fields if schema.singular.get(many) == name), "")
    if section and len(path) > 1:
        return f"dit hoort in een eigen onderdeel: zet het onder ‘{section}’"
    lists = [
        names
        for names, row in _lists(schema)
        if name in row.children
        and names != path[: len(names)]
        and (row.children[name].kind in ("dict", "list")) == (value.kind != "text")
    ]
    there = [names for names in lists if names[:1] in loaded.key_nodes]
    if len(homes) == 1 and ((homes[0],) in loaded.key_nodes or not there):
        return f"dit veld hoort onder ‘{homes[0]}’"
    rows = (
        [one for one in (_in_a_row(schema, names) for names in lists) if one]
        if len(homes) < 2 and len(path) > 1
        else []
    )
    return f"dit veld hoort bij {enumeration(rows, 'of')}" if 0 < len(rows) <= MOST_HOMES else ""


def section_of(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """Where a field belongs that stands too far to the left: the section above it, or the first that has it."""
    if len(path) > 1:
        return ""
    above = [key[0] for key in loaded.key_nodes if len(key) == 1]
    above = above[above.index(path[0]) :: -1] if path[0] in above else []
    for section in (*above, *schema.fields):
        field = schema.fields.get(section, ANYTHING)
        if path[-1] in field.children or (section in above and path[-1] in field.each.children):
            return f"dit veld hoort onder ‘{section}’; kijk naar de inspringing"
    return ""


def section_by_its_fields(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The section that is not there, and whose fields stand under an unknown name: `budget` with posts in it."""
    meant = meant_section(loaded, schema, path)
    return f"bedoel je ‘{meant}’?" if meant else ""


def meant_section(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The only section that is not there and has the fields that stand under an unknown name."""
    own = _names(loaded, path) or _names(loaded, (*path, 0)) if len(path) == 1 else set()
    absent = (name for name in schema.fields if (name,) not in loaded.key_nodes) if len(own) > 1 else ()
    is_list = loaded.value_nodes[path].kind == "list"
    fitting = [
        name
        for name in absent
        if own <= schema.fields[name].each.children.keys() and bool(schema.fields[name].row) == is_list
    ]
    return fitting[0] if len(fitting) == 1 else ""


def beside_or_below(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """A field one part too deep, or a name that belongs in the part above it: hours of a role beside `uren:`."""
    name, around = path[-1], path[:-1]
    outer = schema.field_at(path[:-2]) or ANYTHING
    if len(path) > 2 and isinstance(around[-1], str) and name in outer.children:
        return f"dit veld hoort naast ‘{around[-1]}’, niet erin"
    for other, field in (schema.field_at(around) or ANYTHING).children.items():
        node = loaded.key_nodes.get((*around, other))
        if node and field.key and not _names(loaded, (*around, other)) and _may_stand_in(loaded, field, name):
            return f"zet er twee spaties voor: ‘{name}’ hoort onder ‘{other}’"
    return ""


def in_a_part_of_its_own(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The part beside which a field stands that belongs in it: the decision of a source, a measurement of a goal, years of amounts."""
    around, fields = path[:-1], (schema.field_at(path[:-1]) or ANYTHING).children
    strange = {
        key[-1] for key in loaded.key_nodes if key[:-1] == around and len(key) == len(path) and key[-1] not in fields
    }
    known = {
        name: len(strange & field.each.children.keys())
        for name, field in fields.items()
        if path[-1] in field.each.children
    }
    best = [name for name, count in known.items() if count == max(known.values())]
    if not best and _is_year(path[-1]):
        best = [name for name, field in fields.items() if field.has_years]
    if len(best) != 1 or not around:
        return ""
    row = fields[best[0]].row
    dash = (
        f", en begin de rij met een streepje: - {next(name for name in row.children if name in strange)}: …"
        if row
        else ""
    )
    if (*around, best[0]) in loaded.key_nodes:
        return f"dit veld hoort onder ‘{best[0]}’: zet het daar, twee spaties dieper"
    return f"dit veld hoort onder ‘{best[0]}’: zet er een regel {best[0]}: boven en twee spaties voor{dash}"


def _is_year(name: Any) -> bool:
    return str(name).isdigit() and len(str(name)) == 4


def _may_stand_in(loaded: LoadedData, field: Field, name: Any) -> bool:
    """Whether a name can be a key of a part with names of its own: an id of its list, or a year."""
    key = field.key or ANYTHING
    if key.kind == "integer":
        return _is_year(name)
    rows: Any = loaded.data
    for step in key.reference.split(".") if key.reference else ():
        rows = rows.get(step) if isinstance(rows, dict) else None
    return isinstance(rows, list) and any(isinstance(row, dict) and row.get("id") == name for row in rows)


def home_of_row(loaded: LoadedData, schema: Schema, path: FieldPath) -> str:
    """The list that a row was meant for, when all its fields are of another list than the one it stands in."""
    home = misplaced_row(loaded, schema, path[:-1])
    if not home:
        return ""
    singular = schema.singular.get(home[-1], "")
    what = f"dit lijkt een {singular}; " if singular else ""
    return f"{what}zet de hele rij onder ‘{'.'.join(home)}’"


def misplaced_row(loaded: LoadedData, schema: Schema, row: FieldPath) -> tuple[str, ...]:
    """The list that a row of another list fits, field by field, or nothing."""
    own = _names(loaded, row) if row and isinstance(row[-1], int) else set()
    has_more = len(own - {"id"}) > 1
    fitting = [names for names, field in _lists(schema) if own <= field.children.keys()] if has_more else []
    return fitting[0] if len(fitting) == 1 else ()


def _names(loaded: LoadedData, path: FieldPath) -> set[str]:
    """The names that stand in a part."""
    node = loaded.value_nodes.get(path)
    return {key.text for key, _ in node.pairs} if node and node.kind == "map" else set()


def _lists(schema: Schema) -> Iterator[tuple[tuple[str, ...], Field]]:
    """The lists of rows in the sections of a dossier, by their names, each with what a row is."""
    for name, field in schema.fields.items():
        if field.row and field.row.children:
            yield (name,), field.row
        for inner, child in field.children.items():
            if child.row and child.row.children:
                yield (name, inner), child.row


def _in_a_row(schema: Schema, names: tuple[str, ...]) -> str:
    singular = schema.singular.get(names[-1], "")
    return f"een {singular} (onder ‘{'.'.join(names)}’)" if singular else ""
