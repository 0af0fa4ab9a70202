"""Reading a raw YAML scalar as the field it stands in: text stays text, numbers and dates are strict.

Each reader returns the value or raises `InvalidScalar` with what was expected and a remedy.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from docgen.errors import InvalidScalar
from docgen.syntax.node import BOOLEANS
from docgen.text.characters import without_invisible
from docgen.text.dates import parse_date
from docgen.text.numbers import parse_number

YES, NO = {"ja", "yes", "on", "waar", "y", "j", "1", "true"}, {"nee", "no", "off", "onwaar", "n", "0", "false", "uit"}


def text(raw: str, plain: bool) -> str:
    """Text is what is written, without empty lines around it; white space alone is empty."""
    return raw.strip("\n") if raw.strip() else ""


def integer(raw: str, plain: bool) -> int:
    """A whole number: "2028"."""
    return int(parse_number(raw, plain, r"-?(0|[1-9]\d{0,17})", "een geheel getal"))


def number(raw: str, plain: bool) -> int | Decimal:
    """A number, with a point for decimals: "66.5"; whole numbers are `int`."""
    found = parse_number(raw, plain, r"-?(0|[1-9]\d{0,17})(\.\d{1,9})?", "een getal")
    return Decimal(found) if "." in found else int(found)


def amount(raw: str, plain: bool) -> Decimal:
    """An amount in euros with at most two decimals: "12500" or "12500.50"."""
    return Decimal(parse_number(raw, plain, r"-?(0|[1-9]\d{0,17})(\.\d{1,2})?", "een bedrag in euro’s"))


def boolean(raw: str, plain: bool) -> bool:
    """`true` or `false`, nothing else."""
    if plain and raw in BOOLEANS:
        return BOOLEANS[raw]
    word = without_invisible(raw).lower().rstrip(".,;")
    meant = "true" if word in YES else "false" if word in NO else ""
    if not plain and raw in BOOLEANS:
        raise InvalidScalar(
            "verwacht true of false, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"
        )
    hint = f"schrijf {meant} in plaats van ‘{raw}’" if meant else "schrijf true (ja) of false (nee)"
    raise InvalidScalar(f"verwacht true of false, kreeg ‘{raw}’", hint)


PARSERS: dict[str, Callable[[str, bool], Any]] = {
    "string": text,
    "integer": integer,
    "number": number,
    "amount": amount,
    "boolean": boolean,
    "date": parse_date,
}
