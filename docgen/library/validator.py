"""Do the schemas of a library fit docgen's own and each other: parts, paths and references; and the fields they add.

A part of docgen is not described again: a schema adds fields to it (`aanvulling`), or replaces a whole file of docgen
that keeps all that docgen's own has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from docgen.library.checklists import RESERVED
from docgen.library.extensions import ADD, Extensions, rows_of, rules_of
from docgen.schema.metaschema.keywords import PATHS, Steps, Unsound, known_as, quoted_name
from docgen.schema.metaschema.validator import check_fields, check_fragments, check_keys
from docgen.schema.schema import fill_in
from docgen.schema.types import Rules

CORE = "dossier"
ONLY_ADDS = {"aanvulling", "fragmenten", "omschrijving"}
MOST_ROWS = 100
SAME_META = ("ref", "ook", "vrije_tekst", "uniek")
Contents = Mapping[str, Mapping[str, Any]]  # of schema files, by their names
Fields = dict[str, Rules]


class UnsoundFile(Exception):
    """What is wrong in a file of a library: its name without `.yaml`, the path to it in the file, and the words."""

    def __init__(self, name: str, steps: Steps, what: str) -> None:
        super().__init__(what)
        self.name, self.steps = name, steps


def is_type(content: Mapping[str, Any]) -> bool:
    """Whether a schema file describes a document; else it only adds fields."""
    return not ("aanvulling" in content and content.keys() <= ONLY_ADDS)


def joined_fields(shipped: Contents, own: Contents) -> Fields:
    """The fields of docgen with those of a library. Raises `UnsoundFile` for the first thing that does not fit."""
    shared = shipped[CORE].get("fragmenten") or {}
    fields: Fields = {name: fill_in(rules, shared) for content in _in_force(shipped, own)
                      for name, rules in content["schema"].items()}  # fmt: skip
    new: dict[str, Fields] = {}
    for name, content in own.items():
        with _in_file(name):
            _check_file(name, content, shared)
            fragments = {**shared, **content.get("fragmenten", {})}
            new[name] = check_fields(content.get("schema", {}), fragments, ("schema",))
            replaced = shipped.get(name, {}) if is_type(content) else {}
            _check_replaced(replaced.get("schema", {}), new[name], shared)
            _check_parts(name, new, fields)
    fields |= {part: rules for parts in new.values() for part, rules in parts.items()}
    extensions = Extensions(fields, {part for content in shipped.values() for part in content["schema"]})
    for name, content in own.items():
        with _in_file(name):
            extensions.add(name, content.get("aanvulling", {}), {**shared, **content.get("fragmenten", {})})
    extensions.share_with_partner()
    for name, content in own.items():
        with _in_file(name):
            _check_names(name, content, fields)
    return fields


def _in_force(shipped: Contents, own: Contents) -> Iterator[Mapping[str, Any]]:
    """The files of docgen that a library does not replace, the core first."""
    yield shipped[CORE]
    yield from (content for name, content in shipped.items() if name != CORE and name not in _types(own))


def _types(own: Contents) -> set[str]:
    return {name for name, content in own.items() if is_type(content)}


@contextmanager
def _in_file(name: str) -> Iterator[None]:
    try:
        yield
    except Unsound as fault:
        raise UnsoundFile(name, fault.steps, str(fault)) from None


def _check_file(name: str, content: Mapping[str, Any], shared: Mapping[str, Any]) -> None:
    check_keys(content)
    if is_type(content):
        if name == CORE:
            add = ADD.format(part="partner", field="straat")
            raise Unsound((), f"de kern van docgen kan niet vervangen worden; houd alleen over wat u toevoegt: {add}")
        if "titel" not in content:
            raise Unsound((), "‘titel’ ontbreekt; schrijf bovenaan titel: met de naam van het document")
        if "schema" not in content:
            what = "‘schema’ ontbreekt; beschrijf de velden, of schrijf schema: {} als het document geen eigen velden heeft"
            raise Unsound((), what)
    check_fragments(content.get("fragmenten", {}), shared)
    fragments = {**shared, **content.get("fragmenten", {})}
    check_fields(content.get("fragmenten", {}), fragments, ("fragmenten",))


def _check_replaced(shipped: Mapping[str, Any], own: Fields, shared: Mapping[str, Any]) -> None:
    """What a library puts in the place of a file of docgen has all that docgen's own has."""
    for part, rules in shipped.items():
        if part not in own:
            raise Unsound(("schema",), f"‘{part}’ van docgen ontbreekt hier; {_TAKE_OVER}")
        _check_keeps(own[part], fill_in(rules, shared), ("schema", part), part)


def _check_parts(name: str, new: Mapping[str, Fields], fields: Fields) -> None:
    """The parts that a file describes are no parts of docgen, and the same as those of that name in other files."""
    for part, rules in new[name].items():
        at = ("schema", part)
        if part in fields:
            what = f"‘{part}’ is een onderdeel van docgen en kan hier niet opnieuw staan; haal het weg"
            raise Unsound(at, f"{what}; eigen velden voegt u toe met {ADD.format(part=part, field='veld')}")
        if part in RESERVED:
            raise Unsound(at, f"‘{part}’ heeft in sjablonen al een betekenis; kies een andere naam")
        other = next((file for file, parts in new.items() if file != name and parts.get(part, rules) != rules), None)
        if other:
            raise Unsound(
                at, f"‘{part}’ staat ook in {other}.yaml, met andere velden; maak ze gelijk of kies een andere naam"
            )


_TAKE_OVER = "neem het over uit het schema van docgen; extra velden mogen, ook met aanvulling in een ander schema"


def _check_keeps(own: Any, shipped: Any, steps: Steps, at: str) -> None:
    """A replaced part has all that docgen's own has: rules and tables of docgen count on it."""
    if not isinstance(own, dict):
        raise Unsound(steps, f"‘{at}’ is hier anders dan in docgen; {_TAKE_OVER}")
    for key, value in shipped.items():
        if key in ("schema", "keysrules", "valuesrules") and isinstance(own.get(key), dict):
            if key == "schema" and shipped["type"] == "dict":
                for name, inner in value.items():
                    _check_keeps(own[key].get(name), inner, (*steps, key, name), f"{at} › {name}")
            else:
                _check_keeps(own[key], value, (*steps, key), at)
        elif key == "meta":
            different = [name for name in SAME_META if value.get(name) != own.get("meta", {}).get(name)]
            if different:
                raise Unsound(
                    (*steps, "meta"),
                    f"‘{at}’ heeft hier onder meta een andere {different[0]} dan in docgen; {_TAKE_OVER}",
                )
        elif own.get(key) != value:
            raise Unsound(steps, f"bij ‘{at}’ is {key} hier anders dan in docgen; {_TAKE_OVER}")


def _check_names(name: str, content: Mapping[str, Any], fields: Fields) -> None:
    """Every name in a file of what stands in other files."""
    if is_type(content):
        section = content.get("sectie", name)
        if section not in fields:
            raise Unsound(("sectie",), _no_section(name, content, section, fields))
    for key in PATHS:
        for i, dotted in enumerate(content.get(key, ())):
            rules_of(dotted, fields, (key, i))
    for part, least in content.get("minstens", {}).items():
        _check_least(part, least, fields)
    for part in content.get("schema", {}):
        _check_references(fields[part], fields, ("schema", part))
    for dotted, added in content.get("aanvulling", {}).items():
        inside = rows_of(rules_of(dotted, fields, ("aanvulling", dotted), loose=True))["schema"]
        for field in added:
            _check_references(inside[field], fields, ("aanvulling", dotted, field))


def _no_section(name: str, content: Mapping[str, Any], section: str, fields: Fields) -> str:
    """What to say of a document that no part of a dossier asks for."""
    first = next(iter(content["schema"]), "")
    if "sectie" in content:
        return f"er is geen onderdeel ‘{quoted_name(section)}’; {known_as(section, fields)}"
    hint = (
        f"schrijf sectie: {first}"
        if first
        else f"beschrijf ‘{name}’ onder schema, of schrijf sectie: met een onderdeel"
    )
    return f"er is geen onderdeel ‘{quoted_name(name)}’ dat om dit document vraagt; {hint}"


def _check_least(part: Any, least: Any, fields: Fields) -> None:
    steps = ("minstens", part)
    if part not in fields:
        raise Unsound(steps, f"er is geen onderdeel ‘{quoted_name(part)}’; {known_as(part, fields)}")
    if fields[part]["type"] != "list":
        raise Unsound(steps, f"‘{part}’ is geen lijst; haal het weg bij minstens")
    if type(least) is not int or not 1 <= least <= MOST_ROWS:
        raise Unsound(steps, f"bij ‘{part}’ hoort een heel getal van 1 tot en met {MOST_ROWS}")


def _check_references(rules: Rules, fields: Fields, steps: Steps) -> None:
    """Every `ref` leads to a list of which the rows have an id."""
    target = rules.get("meta", {}).get("ref")
    if target is not None:
        _check_target(target, fields, (*steps, "meta", "ref"))
    for key in ("keysrules", "valuesrules"):
        if key in rules:
            _check_references(rules[key], fields, (*steps, key))
    inside = rules.get("schema", {})
    if rules["type"] == "list" and inside:
        _check_references(inside, fields, (*steps, "schema"))
    elif rules["type"] == "dict":
        for name, inner in inside.items():
            _check_references(inner, fields, (*steps, "schema", name))


def _check_target(target: str, fields: Fields, steps: Steps) -> None:
    rules = rules_of(target, fields, steps)
    row = rules.get("schema", {}) if rules["type"] == "list" else {}
    has_id = row.get("type") == "string" or "id" in (row.get("schema", {}) if row.get("type") == "dict" else {})
    if not has_id:
        raise Unsound(
            steps, f"‘{quoted_name(target)}’ is geen lijst met een id in elke rij; noem een lijst zoals rollen"
        )
