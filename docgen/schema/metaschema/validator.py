"""Is the schema of a document type sound in itself: every key, field, rule and pattern; the first fault with its place.

What is known is listed by name (`KEYS`, `RULES`, `META`); the rest is refused. What a schema says about other schemas is
in `library/validator`.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from docgen._lazy import regex
from docgen.schema.metaschema.fragments import FragmentSizes
from docgen.schema.metaschema.keywords import (
    IN_ALTERNATIVE,
    KEYS,
    META,
    NUMBERS,
    PATHS,
    RULES,
    TYPES,
    Asked,
    Steps,
    Unsound,
    is_number,
    is_text,
    is_whole,
    known_as,
    quoted_name,
)
from docgen.schema.metaschema.patterns import why_not_linear
from docgen.schema.schema import fill_in
from docgen.schema.types import Rules
from docgen.text.sentence_frame import why_unsound

FIELD_NAME = regex(r"\w[\w -]{0,59}")
LAST_KEY = 9_999
PAIRS = (("min", "max"), ("minlength", "maxlength"))
# what people write for a type
MEANT = {"text": "string", "tekst": "string", "str": "string", "int": "integer", "float": "number", "getal": "number", "bool": "boolean", "datum": "date", "bedrag": "amount", "lijst": "list", "map": "dict", "datetime": "date"}  # fmt: skip


def check_keys(content: Mapping[Any, Any]) -> None:
    """The keys of a file are known and hold what they should. Raises `Unsound`, as all checks here do."""
    for key, value in content.items():
        if key not in KEYS:
            raise Unsound((key,), f"‘{quoted_name(key)}’ bestaat niet; {known_as(key, KEYS)}")
        if not KEYS[key].holds(value):
            raise Unsound((key,), f"bij ‘{key}’ hoort {KEYS[key].words}")
    for key in PATHS:
        for i, name in enumerate(content.get(key, ())):
            if not is_text(name):
                raise Unsound((key, i), f"‘{quoted_name(name)}’ is geen naam; zet hem tussen aanhalingstekens")
    for name, title in content.get("varianten", {}).items():
        if not (is_text(name) and re.fullmatch(r"[\w-]+", name) and is_text(title)):
            raise Unsound(
                ("varianten", name), "bij een variant hoort een naam van letters en streepjes, met een titel als tekst"
            )
    _check_public(content)
    for name, said in content.get("secties", {}).items():
        _check_section(name, said, content.get("varianten", {}))


def _check_section(name: Any, said: Any, variants: Mapping[Any, Any]) -> None:
    """A section has a name to write in a dossier, its heading or headings, and a variant that is there."""
    steps = ("secties", name)
    if not (isinstance(name, str) and re.fullmatch(r"[a-z][a-z_]{0,40}", name)):
        raise Unsound(steps, f"‘{quoted_name(name)}’ is geen naam; gebruik kleine letters en _, zoals financien")
    if isinstance(said, dict):
        variant = said.get("variant")
        if not is_text(said.get("kop")) or said.keys() - {"kop", "variant"}:
            raise Unsound(steps, f"bij ‘{name}’ hoort kop, en eventueel variant")
        if variant is not None and variant not in variants:
            raise Unsound(steps, f"er is geen variant ‘{quoted_name(variant)}’; {known_as(variant, variants)}")
    elif not (is_text(said) or (isinstance(said, list) and said and all(map(is_text, said)))):
        raise Unsound(steps, f"bij ‘{name}’ hoort de tekst van de kop, of een lijst van koppen")


def _check_public(content: Mapping[Any, Any]) -> None:
    """The variants that are called public are there."""
    variants = content.get("varianten", {})
    public = content.get("openbaar")
    for i, name in enumerate(public if isinstance(public, list) else ()):
        if name not in variants:
            what = f"er is geen variant ‘{quoted_name(name)}’; {known_as(name, variants)}"
            raise Unsound(("openbaar", i), what if variants else "schrijf openbaar: true of false")


def check_fragments(own: Mapping[Any, Any], shared: Mapping[str, Any]) -> None:
    """Fragments of a file have names of their own, exist, and do not refer to themselves."""
    for name in own:
        if not is_text(name):
            raise Unsound(("fragmenten", name), f"‘{quoted_name(name)}’ is geen naam; zet hem tussen aanhalingstekens")
        if name in shared:
            what = f"het fragment ‘{name}’ bestaat al in docgen; kies een andere naam"
            raise Unsound(("fragmenten", name), what)
    FragmentSizes({**shared, **own}).check_all(own, ("fragmenten",))


def check_fields(fields: Mapping[Any, Any], fragments: Mapping[str, Any], steps: Steps) -> dict[str, Rules]:
    """Fields and their rules are sound; the fields with their fragments filled in."""
    FragmentSizes(fragments).check_all(fields, steps)
    filled: dict[str, Rules] = {}
    _check_field_names(fields, steps)
    for name, rules in fields.items():
        filled[name] = fill_in(rules, fragments)
        _check_rules(filled[name], (*steps, name), (name,), fields)
    return filled


def _check_field_names(fields: Mapping[Any, Any], steps: Steps) -> None:
    first: dict[str, str] = {}
    for name in fields:
        if not isinstance(name, str):
            raise Unsound((*steps, name), f"‘{quoted_name(name)}’ is geen naam; zet hem tussen aanhalingstekens")
        if not FIELD_NAME.fullmatch(name):
            what = f"‘{quoted_name(name)}’ kan geen naam van een veld zijn; gebruik letters, cijfers en _"
            raise Unsound((*steps, name), what)
        if first.setdefault(name.casefold(), name) != name:
            raise Unsound((*steps, name), f"‘{name}’ staat er ook als ‘{first[name.casefold()]}’; houd er één")


def _check_rules(rules: Any, steps: Steps, names: Steps, beside: Iterable[str] = ()) -> None:
    """The rules of one field, and of all that is in it."""
    at = _at(names)
    if not isinstance(rules, dict) or "type" not in rules:
        what = f"{at} ontbreekt het soort waarde (type); schrijf {{type: string}} of {{fragment: tekst}}"
        raise Unsound(steps, what)
    _check_type(rules["type"], (*steps, "type"), at)
    _check_table(rules, rules["type"], RULES, steps, at)
    _check_table(rules.get("meta", {}), rules["type"], META, (*steps, "meta"), f"{at}, onder meta,")
    for least, most in PAIRS:
        _check_range(rules, least, most, steps, at)
    if "regex" in rules:
        check_pattern(rules["regex"], (*steps, "regex"), at)
    _check_alternatives(rules, steps, at)
    _check_beside(rules, beside, steps, at)
    _check_inside(rules, steps, names)


def _check_table(rules: Rules, kind: str, table: Mapping[str, Asked], steps: Steps, at: str) -> None:
    for key, value in rules.items():
        _check_rule(key, value, kind, table, (*steps, key), at)


def _check_alternatives(rules: Rules, steps: Steps, at: str) -> None:
    for key in ("anyof", "allof", "noneof", "oneof"):
        for i, inner in enumerate(rules.get(key, ())):
            _check_alternative(inner, rules["type"], (*steps, key, i), at)


def _check_beside(rules: Rules, beside: Iterable[str], steps: Steps, at: str) -> None:
    """The fields that rules name stand beside the field that has them."""
    for key in ("dependencies", "excludes"):
        for name in _as_list(rules.get(key, ())):
            if name not in beside:
                what = f"{at} noemt {key} ‘{quoted_name(name)}’, maar dat veld staat er niet naast"
                raise Unsound((*steps, key), f"{what}; {known_as(name, beside)}")


def _as_list(value: Any) -> Iterable[Any]:
    return (value,) if isinstance(value, str) else value


def _check_inside(rules: Rules, steps: Steps, names: Steps) -> None:
    at = _at(names)
    if "schema" in rules and rules["type"] == "dict":
        if "keysrules" in rules or "valuesrules" in rules:
            raise Unsound(steps, f"{at} staan schema en keysrules of valuesrules; kies één van de twee")
        _check_field_names(rules["schema"], (*steps, "schema"))
        for name, inner in rules["schema"].items():
            _check_rules(inner, (*steps, "schema", name), (*names, name), rules["schema"])
        _check_choices(rules, steps, at)
    elif "schema" in rules:
        _check_rules(rules["schema"], (*steps, "schema"), names)
        _check_unique(rules, steps, at)
    if ("keysrules" in rules) != ("valuesrules" in rules):
        raise Unsound(steps, f"{at} horen keysrules en valuesrules bij elkaar; schrijf ze allebei")
    for key in ("keysrules", "valuesrules"):
        if key in rules:
            _check_rules(rules[key], (*steps, key), names)
    keys = rules.get("keysrules", {})
    if keys.get("type", "string") not in ("string", "integer"):
        raise Unsound((*steps, "keysrules", "type"), f"{at} zijn de namen tekst of een jaar; schrijf string of integer")
    if keys.get("type") == "integer" and not 0 <= keys.get("min", 0) <= keys.get("max", LAST_KEY) <= LAST_KEY:
        raise Unsound(
            (*steps, "keysrules"), f"{at} gaan de namen van 0 tot en met {LAST_KEY}; kies min en max daarbinnen"
        )


def _check_choices(rules: Rules, steps: Steps, at: str) -> None:
    for choice, needed in rules.get("meta", {}).get("een_van", {}).items():
        for name in (choice, needed):
            if name not in rules["schema"]:
                what = f"{at} noemt een_van ‘{quoted_name(name)}’, maar dat veld staat er niet in"
                raise Unsound((*steps, "meta", "een_van", choice), f"{what}; {known_as(name, rules['schema'])}")


def _check_unique(rules: Rules, steps: Steps, at: str) -> None:
    fields = rules["schema"].get("schema", {}) if rules["schema"]["type"] == "dict" else {}
    for i, name in enumerate(rules.get("meta", {}).get("uniek", ())):
        if name not in fields:
            raise Unsound(
                (*steps, "meta", "uniek", i),
                f"{at} noemt uniek ‘{quoted_name(name)}’, maar een rij heeft dat veld niet; {known_as(name, fields)}",
            )


def _check_type(kind: Any, steps: Steps, at: str) -> None:
    if not isinstance(kind, str) or kind not in TYPES:
        meant = MEANT.get(kind.lower()) if isinstance(kind, str) else None
        hint = f"bedoel je ‘{meant}’?" if meant else known_as(kind, TYPES)
        raise Unsound(steps, f"{at} bestaat het soort ‘{quoted_name(kind)}’ niet; {hint}")


def _check_rule(key: Any, value: Any, kind: str, table: Mapping[str, Asked], steps: Steps, at: str) -> None:
    asked = table.get(key) if isinstance(key, str) else None
    if asked is None:
        raise Unsound(steps, f"{at} bestaat ‘{quoted_name(key)}’ niet; {known_as(key, table)}")
    if kind not in asked.kinds:
        raise Unsound(steps, f"{at} kan {key} niet bij een veld van het soort {kind}; haal het weg")
    if not asked.holds(value):
        raise Unsound(steps, f"{at} hoort achter {key}: {asked.words}")
    if key == "zin" and (fault := why_unsound(value, is_list=kind == "list")):
        raise Unsound(steps, f"{at} hoort achter zin: {fault}")
    if key in ("allowed", "min", "max") and not _fits_kind(value, kind):
        raise Unsound(steps, f"{at} passen de waarden achter {key} niet bij het soort {kind}; schrijf {EXAMPLES[kind]}")


EXAMPLES = {"string": "teksten, getallen tussen aanhalingstekens", "date": "een datum, zoals 2027-03-15"}
EXAMPLES |= dict.fromkeys(NUMBERS, "een getal zonder aanhalingstekens")


def _fits_kind(value: Any, kind: str) -> bool:
    values = value if isinstance(value, list) else [value]
    tests: dict[str, Callable[[Any], bool]] = {
        "string": is_text,
        "date": lambda one: type(one) is date,
        "integer": is_whole,
    }
    return all(tests.get(kind, is_number)(one) for one in values)


def _check_range(rules: Rules, least: str, most: str, steps: Steps, at: str) -> None:
    if least in rules and most in rules and rules[least] > rules[most]:
        raise Unsound((*steps, least), f"{at} is {least} groter dan {most}; draai ze om")


def check_pattern(pattern: str, steps: Steps, at: str) -> None:
    """A pattern can be read, and is matched in linear time."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what a next Python reads in another way
            re.compile(pattern, re.ASCII)
        why = why_not_linear(pattern)
    except (re.error, RecursionError, OverflowError, ValueError, Warning):
        raise Unsound(
            steps, f"{at} is het patroon achter regex: niet te lezen; controleer de haakjes, of haal het weg"
        ) from None
    if why:
        raise Unsound(steps, f"{at} kan het patroon achter regex: te lang duren: {why}; {SIMPLER}")


SIMPLER = "maak het eenvoudiger, zoals [^@]+@[^@]+ in plaats van .+@.+, of haal het weg en gebruik maxlength"


def _check_alternative(rules: Rules, kind: str, steps: Steps, at: str) -> None:
    other = next((key for key in rules if key not in IN_ALTERNATIVE), None)
    if other is not None:
        raise Unsound((*steps, other), f"{at} kan hier ‘{quoted_name(other)}’ niet; {known_as(other, IN_ALTERNATIVE)}")
    if "type" in rules:
        _check_type(rules["type"], (*steps, "type"), at)
    _check_table(rules, rules.get("type", kind), RULES, steps, at)
    if "regex" in rules:
        check_pattern(rules["regex"], (*steps, "regex"), at)


def _at(names: Steps) -> str:
    return f"bij ‘{' › '.join(quoted_name(name) for name in names)}’"
