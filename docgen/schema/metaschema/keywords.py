"""What a schema file may hold, by name: its keys, the rules of a field and what stands under `meta`; and what each must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from docgen.diagnostics.suggest import did_you_mean
from docgen.schema.types import PER_PARTY

Steps = tuple[Any, ...]
TYPES = ("string", "integer", "number", "amount", "boolean", "date", "dict", "list")
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


def is_whole(value: Any) -> bool:
    """Whether a value is a whole number."""
    return type(value) is int


def is_number(value: Any) -> bool:
    """Whether a value is a number."""
    return type(value) in (int, float)


def _is_size(value: Any) -> bool:
    return is_whole(value) and 0 <= value <= 1_000_000


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
PATHS = ("nodig", "gebruikt", "verplicht", "aanbevolen")  # keys that name parts and fields
# what a schema file may hold
KEYS: dict[str, Asked] = {
    "titel": Asked(is_text, "tekst"),
    "omschrijving": Asked(is_text, "tekst"),
    "sectie": Asked(is_text, "de naam van een onderdeel"),
    "nodig": NAMES,
    "gebruikt": NAMES,
    "verplicht": NAMES,
    "aanbevolen": NAMES,
    "oordeel": YES_NO,
    "rapport": YES_NO,
    "legt_vast": YES_NO,
    "werkblad": YES_NO,
    "vergelijkt": YES_NO,
    "openbaar": Asked(
        lambda value: type(value) is bool or _all(is_text)(value),
        "true, false, of een lijst met varianten, zoals [bestuur]",
    ),
    "concept": YES_NO,
    "per_rol": YES_NO,
    "per_partij": Asked(lambda value: value in PER_PARTY, f"een keuze: {', '.join(PER_PARTY)}"),
    "minstens": Asked(_is(dict), "een aantal per lijst, zoals {partijen: 2}"),
    "varianten": Asked(_is(dict), "een titel per variant"),
    "secties": Asked(_is(dict), "per onderdeel de kop in het sjabloon, zoals {financien: Financiën}"),
    "fragmenten": Asked(_is(dict), "een beschrijving per fragment"),
    "aanvulling": Asked(_is(dict), "nieuwe velden per onderdeel, zoals {partner: {straat: {type: string}}}"),
    "schema": FIELDS,
}
CHOICES = Asked(
    lambda value: _all(is_text)(value) or _all(is_whole)(value), "een lijst met waarden, zoals [open, klaar]"
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
    "min": Asked(lambda value: is_number(value) or type(value) is date, "een getal of een datum", NUMBERS | {"date"}),
    "max": Asked(lambda value: is_number(value) or type(value) is date, "een getal of een datum", NUMBERS | {"date"}),
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
    "niet_op_papier": Asked(is_text, "tekst: waarom geen document het veld toont"),
    "omschrijving": Asked(is_text, "tekst"),
    "voorbeeld": Asked(lambda value: value is not None and not isinstance(value, list | dict), "één waarde; zet { } en [ ] tussen aanhalingstekens"),
    "zin": Asked(_is(dict), "vorm, raam en voorbeeld", TEXT | {"list"}),
    "enkelvoud": Asked(is_text, "tekst", frozenset({"list"})),
    "ref": Asked(is_text, "de naam van een lijst, zoals rollen", TEXT),
    "ook": Asked(_all(is_text), "een lijst met woorden, zoals [extern]", TEXT),
    "beeld": YES_NO._replace(kinds=TEXT),
    "vrije_tekst": YES_NO._replace(kinds=TEXT),
    "lopend": YES_NO._replace(kinds=TEXT),
    "zinnen": YES_NO._replace(kinds=TEXT),
    "genummerd": YES_NO._replace(kinds=TEXT),
    "heette": Asked(is_text, "de naam die het veld eerder had"),
    "heetten": Asked(_is(dict), "een nieuwe naam per oude keuze, zoals {oud: nieuw}", TEXT),
    "los": YES_NO._replace(kinds=frozenset({"list"})),
    "begin": Asked(is_whole, "een heel getal", frozenset({"integer"})),
    "een_van": Asked(lambda value: isinstance(value, dict) and bool(value) and all(map(is_text, value.values())), "een veld per keuze, zoals {rol: uren, post: bedrag}", frozenset({"dict"})),
    "samen": Asked(is_whole, "een heel getal", frozenset({"dict"})),
    "uniek": Asked(_all(is_text), "een lijst met velden, zoals [punt, wijk]", frozenset({"list"})),
}  # fmt: skip
IN_ALTERNATIVE = ("type", "allowed", "forbidden", "regex", "min", "max", "minlength", "maxlength", "empty")


def quoted_name(name: Any) -> str:
    """A name as a message shows it."""
    return str(name)[:60]


def known_as(name: Any, options: Iterable[Any]) -> str:
    """The remedy for a name that is none of the options."""
    names = [str(option) for option in options]
    return did_you_mean(quoted_name(name), names) or f"bekend zijn: {', '.join(names[:20]) or 'geen'}"
