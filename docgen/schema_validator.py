"""Is the schema of a document type sound in itself: every key, field, rule and pattern; the first fault with its place.

What is known is listed by name (`KEYS`, `RULES`, `META`); the rest is refused. What a schema says about other schemas is
in `library_validator`.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from docgen.patterns import why_not_linear
from docgen.problem import did_you_mean
from docgen.schema import PER_PARTY, Rules, fill_in

Steps = tuple[Any, ...]
FIELD_NAME = re.compile(r"\w[\w -]{0,59}")
MOST_FIELDS, DEEPEST, LAST_KEY = 20_000, 60, 9_999
TYPES = ("string", "integer", "number", "amount", "boolean", "date", "dict", "list")
# what people write for a type
MEANT = {"text": "string", "tekst": "string", "str": "string", "int": "integer", "float": "number", "getal": "number", "bool": "boolean", "datum": "date", "bedrag": "amount", "lijst": "list", "map": "dict", "datetime": "date"}  # fmt: skip
ALL, TEXT = frozenset(TYPES), frozenset({"string"})
NUMBERS, SIZED = frozenset({"integer", "number", "amount"}), frozenset({"string", "list", "dict"})


class Unsound(Exception):
    """What is wrong in a schema, with a remedy, and the path of names and numbers to it in the file."""

    def __init__(self, steps: Steps, what: str) -> None:
        super().__init__(what)
        self.steps = steps


class Asked(NamedTuple):
    """What a value in a schema must be: a test, and in words. `kinds`: the types of field that may have this rule."""

    holds: Callable[[Any], bool]
    words: str
    kinds: frozenset[str] = ALL


def is_text(value: Any) -> bool:
    """Whether a value is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: Any) -> bool:
    return type(value) is int


def _is_number(value: Any) -> bool:
    return type(value) in (int, float)


def _is_size(value: Any) -> bool:
    return _is_whole(value) and 0 <= value <= 1_000_000


def _all(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(map(test, value))


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)


YES_NO = Asked(_is(bool), "true of false")
NAMES = Asked(_is(list), "een lijst met onderdelen, zoals [dossier, organisatie]")
FIELDS = Asked(_is(dict), "een beschrijving per veld")
NAMES_OF_FIELDS = Asked(
    lambda value: is_text(value) or _all(is_text)(value), "de naam van een veld ernaast, of een lijst daarvan"
)
# what a schema file may hold
KEYS: dict[str, Asked] = {
    "titel": Asked(is_text, "tekst"),
    "omschrijving": Asked(is_text, "tekst"),
    "sectie": Asked(is_text, "de naam van een onderdeel"),
    "nodig": NAMES,
    "gebruikt": NAMES,
    "oordeel": YES_NO,
    "rapport": YES_NO,
    "werkblad": YES_NO,
    "vergelijkt": YES_NO,
    "per_rol": YES_NO,
    "per_partij": Asked(lambda value: value in PER_PARTY, f"een keuze: {', '.join(PER_PARTY)}"),
    "minstens": Asked(_is(dict), "een aantal per lijst, zoals {partijen: 2}"),
    "varianten": Asked(_is(dict), "een titel per variant"),
    "fragmenten": Asked(_is(dict), "een beschrijving per fragment"),
    "aanvulling": Asked(_is(dict), "nieuwe velden per onderdeel, zoals {partner: {straat: {type: string}}}"),
    "schema": FIELDS,
}
CHOICES = Asked(
    lambda value: _all(is_text)(value) or _all(_is_whole)(value), "een lijst met waarden, zoals [open, klaar]"
)
ALTERNATIVES = Asked(_all(_is(dict)), "een lijst met regels, zoals [{regex: '[0-9]+'}]", TEXT | NUMBERS)
# the rules of a field
RULES: dict[str, Asked] = {
    "type": Asked(lambda value: value in TYPES, f"een soort waarde: {', '.join(TYPES)}"),
    "required": YES_NO,
    "nullable": YES_NO,
    "empty": YES_NO._replace(kinds=SIZED),
    "allowed": CHOICES._replace(kinds=TEXT | NUMBERS),
    "forbidden": Asked(_all(is_text), "een lijst met waarden, zoals [extern]", TEXT),
    "regex": Asked(is_text, "een patroon tussen enkele aanhalingstekens, zoals '[0-9]{8}'", TEXT),
    "min": Asked(lambda value: _is_number(value) or type(value) is date, "een getal of een datum", NUMBERS | {"date"}),
    "max": Asked(lambda value: _is_number(value) or type(value) is date, "een getal of een datum", NUMBERS | {"date"}),
    "minlength": Asked(_is_size, "een heel getal", SIZED),
    "maxlength": Asked(_is_size, "een heel getal", SIZED),
    "schema": Asked(_is(dict), "een beschrijving van wat erin staat", frozenset({"dict", "list"})),
    "keysrules": Asked(_is(dict), "een beschrijving van de namen, zoals {type: string}", frozenset({"dict"})),
    "valuesrules": Asked(_is(dict), "een beschrijving van de waarden, zoals {type: number}", frozenset({"dict"})),
    "meta": Asked(_is(dict), "een titel en een omschrijving"),
    "anyof": ALTERNATIVES,
    "allof": ALTERNATIVES,
    "noneof": ALTERNATIVES,
    "oneof": ALTERNATIVES,
    "contains": Asked(
        lambda value: is_text(value) or _all(is_text)(value), "tekst, of een lijst met teksten", TEXT | {"list"}
    ),
    "dependencies": NAMES_OF_FIELDS,
    "excludes": NAMES_OF_FIELDS,
}
META: dict[str, Asked] = {
    "titel": Asked(is_text, "tekst"),
    "omschrijving": Asked(is_text, "tekst"),
    "voorbeeld": Asked(lambda value: value is not None and not isinstance(value, list | dict), "één waarde; zet { } en [ ] tussen aanhalingstekens"),
    "enkelvoud": Asked(is_text, "tekst", frozenset({"list"})),
    "ref": Asked(is_text, "de naam van een lijst, zoals rollen", TEXT),
    "ook": Asked(_all(is_text), "een lijst met woorden, zoals [extern]", TEXT),
    "vrije_tekst": YES_NO._replace(kinds=TEXT),
    "lopend": YES_NO._replace(kinds=TEXT),
    "genummerd": YES_NO._replace(kinds=TEXT),
    "uniek": Asked(_all(is_text), "een lijst met velden, zoals [punt, wijk]", frozenset({"list"})),
}  # fmt: skip
IN_ALTERNATIVE = ("type", "allowed", "forbidden", "regex", "min", "max", "minlength", "maxlength", "empty")
PAIRS = (("min", "max"), ("minlength", "maxlength"))


def check_keys(content: Mapping[Any, Any]) -> None:
    """The keys of a file are known and hold what they should. Raises `Unsound`, as all checks here do."""
    for key, value in content.items():
        if key not in KEYS:
            raise Unsound((key,), f"‘{shown(key)}’ bestaat niet; {known_as(key, KEYS)}")
        if not KEYS[key].holds(value):
            raise Unsound((key,), f"bij ‘{key}’ hoort {KEYS[key].words}")
    for key in ("nodig", "gebruikt"):
        for i, name in enumerate(content.get(key, ())):
            if not is_text(name):
                raise Unsound((key, i), f"‘{shown(name)}’ is geen naam; zet hem tussen aanhalingstekens")
    for name, title in content.get("varianten", {}).items():
        if not (is_text(name) and re.fullmatch(r"[\w-]+", name) and is_text(title)):
            raise Unsound(
                ("varianten", name), "bij een variant hoort een naam van letters en streepjes, met een titel als tekst"
            )


def check_fragments(own: Mapping[Any, Any], shared: Mapping[str, Any]) -> None:
    """Fragments of a file have names of their own, exist, and do not refer to themselves."""
    for name in own:
        if not is_text(name):
            raise Unsound(("fragmenten", name), f"‘{shown(name)}’ is geen naam; zet hem tussen aanhalingstekens")
        if name in shared:
            what = f"het fragment ‘{name}’ bestaat al in docgen; kies een andere naam"
            raise Unsound(("fragmenten", name), what)
    _Sizes({**shared, **own}).check_all(own, ("fragmenten",))


def check_fields(fields: Mapping[Any, Any], fragments: Mapping[str, Any], steps: Steps) -> dict[str, Rules]:
    """Fields and their rules are sound; the fields with their fragments filled in."""
    _Sizes(fragments).check_all(fields, steps)
    filled: dict[str, Rules] = {}
    _check_field_names(fields, steps)
    for name, rules in fields.items():
        filled[name] = fill_in(rules, fragments)
        _check_rules(filled[name], (*steps, name), (name,), fields)
    return filled


class _Sizes:
    """How many descriptions rules become when fragments are filled in; what is too much is refused before that is done."""

    def __init__(self, fragments: Mapping[str, Any]) -> None:
        self.fragments = fragments
        self.known: dict[str, tuple[int, int]] = {}
        self.busy: list[str] = []

    def check_all(self, rules: Mapping[Any, Any], steps: Steps) -> None:
        """Every reference to a fragment leads to one, and together they are not too many or too deep."""
        total = 0
        for name, inner in rules.items():
            total += self._size(inner, (*steps, name))[0]
            if total > MOST_FIELDS:
                raise Unsound((*steps, name), f"te veel velden (meer dan {MOST_FIELDS}); splits het schema")

    def _size(self, rules: Any, steps: Steps) -> tuple[int, int]:
        """The number of descriptions in rules, and how deep they go."""
        if not isinstance(rules, dict | list):
            return 0, 0
        size, depth = 1, 0
        pairs = rules.items() if isinstance(rules, dict) else enumerate(rules)
        for key, value in pairs:
            more, deeper = (
                self._fragment(value, (*steps, key)) if key == "fragment" else self._size(value, (*steps, key))
            )
            size, depth = size + more, max(depth, deeper)
        if isinstance(rules, dict) and "fragment" in rules and not isinstance(rules.get("meta", {}), dict):
            raise Unsound((*steps, "meta"), f"{_at(steps)} hoort onder meta: {RULES['meta'].words}")
        if depth + len(self.busy) >= DEEPEST:
            raise Unsound(steps, "te diep genest; haal een niveau weg")
        return size, depth + 1

    def _fragment(self, name: Any, steps: Steps) -> tuple[int, int]:
        if not is_text(name):
            raise Unsound(steps, "achter ‘fragment’ hoort de naam van een fragment; een veld kan niet zo heten")
        if name not in self.fragments:
            hint = did_you_mean(name, self.fragments) or f"bekend zijn: {', '.join(map(str, [*self.fragments][:20]))}"
            raise Unsound(steps, f"het fragment ‘{shown(name)}’ bestaat niet; {hint}")
        if name in self.busy or len(self.busy) >= DEEPEST:
            raise Unsound(steps, f"het fragment ‘{shown(name)}’ verwijst naar zichzelf; schrijf de velden uit")
        if not isinstance(self.fragments[name], dict):
            raise Unsound(
                ("fragmenten", name), f"bij het fragment ‘{shown(name)}’ hoort een beschrijving, zoals {{type: string}}"
            )
        if not isinstance(self.fragments[name].get("meta", {}), dict):
            raise Unsound(
                ("fragmenten", name, "meta"),
                f"bij het fragment ‘{shown(name)}’ hoort onder meta: {RULES['meta'].words}",
            )
        if name not in self.known:
            self.busy.append(name)
            self.known[name] = self._size(self.fragments[name], ("fragmenten", name))
            self.busy.pop()
            if self.known[name][0] > MOST_FIELDS:
                raise Unsound(steps, f"te veel velden (meer dan {MOST_FIELDS}); splits het schema")
        return self.known[name]


def _check_field_names(fields: Mapping[Any, Any], steps: Steps) -> None:
    first: dict[str, str] = {}
    for name in fields:
        if not isinstance(name, str):
            raise Unsound((*steps, name), f"‘{shown(name)}’ is geen naam; zet hem tussen aanhalingstekens")
        if not FIELD_NAME.fullmatch(name):
            what = f"‘{shown(name)}’ kan geen naam van een veld zijn; gebruik letters, cijfers en _"
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
        for name in _listed(rules.get(key, ())):
            if name not in beside:
                what = f"{at} noemt {key} ‘{shown(name)}’, maar dat veld staat er niet naast"
                raise Unsound((*steps, key), f"{what}; {known_as(name, beside)}")


def _listed(value: Any) -> Iterable[Any]:
    return (value,) if isinstance(value, str) else value


def _check_inside(rules: Rules, steps: Steps, names: Steps) -> None:
    at = _at(names)
    if "schema" in rules and rules["type"] == "dict":
        if "keysrules" in rules or "valuesrules" in rules:
            raise Unsound(steps, f"{at} staan schema en keysrules of valuesrules; kies één van de twee")
        _check_field_names(rules["schema"], (*steps, "schema"))
        for name, inner in rules["schema"].items():
            _check_rules(inner, (*steps, "schema", name), (*names, name), rules["schema"])
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


def _check_unique(rules: Rules, steps: Steps, at: str) -> None:
    fields = rules["schema"].get("schema", {}) if rules["schema"]["type"] == "dict" else {}
    for i, name in enumerate(rules.get("meta", {}).get("uniek", ())):
        if name not in fields:
            raise Unsound(
                (*steps, "meta", "uniek", i),
                f"{at} noemt uniek ‘{shown(name)}’, maar een rij heeft dat veld niet; {known_as(name, fields)}",
            )


def _check_type(kind: Any, steps: Steps, at: str) -> None:
    if not isinstance(kind, str) or kind not in TYPES:
        meant = MEANT.get(kind.lower()) if isinstance(kind, str) else None
        hint = f"bedoel je ‘{meant}’?" if meant else known_as(kind, TYPES)
        raise Unsound(steps, f"{at} bestaat het soort ‘{shown(kind)}’ niet; {hint}")


def _check_rule(key: Any, value: Any, kind: str, table: Mapping[str, Asked], steps: Steps, at: str) -> None:
    asked = table.get(key) if isinstance(key, str) else None
    if asked is None:
        raise Unsound(steps, f"{at} bestaat ‘{shown(key)}’ niet; {known_as(key, table)}")
    if kind not in asked.kinds:
        raise Unsound(steps, f"{at} kan {key} niet bij een veld van het soort {kind}; haal het weg")
    if not asked.holds(value):
        raise Unsound(steps, f"{at} hoort achter {key}: {asked.words}")
    if key in ("allowed", "min", "max") and not _fits_kind(value, kind):
        raise Unsound(steps, f"{at} passen de waarden achter {key} niet bij het soort {kind}; schrijf {EXAMPLES[kind]}")


EXAMPLES = {"string": "teksten, getallen tussen aanhalingstekens", "date": "een datum, zoals 2027-03-15"}
EXAMPLES |= dict.fromkeys(NUMBERS, "een getal zonder aanhalingstekens")


def _fits_kind(value: Any, kind: str) -> bool:
    values = value if isinstance(value, list) else [value]
    tests: dict[str, Callable[[Any], bool]] = {
        "string": is_text,
        "date": lambda one: type(one) is date,
        "integer": _is_whole,
    }
    return all(tests.get(kind, _is_number)(one) for one in values)


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
        raise Unsound((*steps, other), f"{at} kan hier ‘{shown(other)}’ niet; {known_as(other, IN_ALTERNATIVE)}")
    if "type" in rules:
        _check_type(rules["type"], (*steps, "type"), at)
    _check_table(rules, rules.get("type", kind), RULES, steps, at)
    if "regex" in rules:
        check_pattern(rules["regex"], (*steps, "regex"), at)


def _at(names: Steps) -> str:
    return f"bij ‘{' › '.join(shown(name) for name in names)}’"


def shown(name: Any) -> str:
    """A name as a message shows it."""
    return str(name)[:60]


def known_as(name: Any, options: Iterable[Any]) -> str:
    """The remedy for a name that is none of the options."""
    names = [str(option) for option in options]
    return did_you_mean(shown(name), names) or f"bekend zijn: {', '.join(names[:20]) or 'geen'}"
