"""Reading a raw YAML scalar as the field it stands in: text stays text, numbers and dates are strict.

Each reader returns the value or raises `Unreadable` with what was expected and a remedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

FIRST_YEAR, LAST_YEAR = 1900, 2200
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


class Unreadable(Exception):
    """A scalar that is not what its field asks for: what is wrong and how to repair it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def text(raw: str, plain: bool) -> str:
    """Text is what is written; white space alone is empty."""
    return raw if raw.strip() else ""


ALONE = "verwacht alleen het getal, kreeg ‘{raw}’"
Remedy = Callable[[re.Match[str]], str]
# (pattern, message, remedy); the first that fits explains why something is not a number
NUMBER_FAULTS: list[tuple[str, str, Remedy]] = [
    (
        r"(-?\d{1,3})\.(\d{3})",
        "{raw} is dubbelzinnig: {0}{1} of {0},{1}?",
        lambda m: f"schrijf {m[1]}{m[2]} of {_cents(m[0])}",
    ),
    (
        r"-?\d{1,3}(\.\d{3})+(,\d+)?",
        "verwacht een getal zonder punten voor duizendtallen, kreeg ‘{raw}’",
        lambda m: f"schrijf {_plain_number(m[0])}",
    ),
    (
        r"-?\d+,\d+",
        "verwacht een getal met een punt voor decimalen, kreeg ‘{raw}’",
        lambda m: f"schrijf {_plain_number(m[0])}",
    ),
    (r"(?:€|EUR|eur)\s*(-?[\d., ]*\d)(?:,-)?", ALONE, lambda m: f"schrijf {_plain_number(m[1].replace(' ', ''))}"),
    (r"(-?[\d.]+),-", ALONE, lambda m: f"schrijf {_plain_number(m[1])}"),
    (r"0+(\d+)", "verwacht een getal, kreeg ‘{raw}’ met een nul ervoor", lambda m: f"schrijf {m[1]}"),
    (r"(\d+):(\d\d)", "verwacht een getal, kreeg ‘{raw}’", lambda m: f"schrijf uren met een punt: {_clock(m)}"),
    (
        r"[\d_]*_[\d_]*",
        "verwacht een getal zonder liggende streepjes, kreeg ‘{raw}’",
        lambda m: f"schrijf {m[0].replace('_', '')}",
    ),
    (
        r"\d{1,3}( \d{3})+",
        "verwacht een getal zonder spaties, kreeg ‘{raw}’",
        lambda m: f"schrijf {m[0].replace(' ', '')}",
    ),
    (r"(-?[\d.,]*\d)\s*(%|uur|uren|euro|fte|jaar)", ALONE, lambda m: f"schrijf {_plain_number(m[1])}"),
    (r"-?\d{19,}", "dit getal is te groot", lambda m: "controleer het aantal cijfers"),
    (
        r"-?\d+\.\d{3,}",
        "verwacht ten hoogste twee cijfers na de punt, kreeg ‘{raw}’",
        lambda m: f"schrijf {_cents(m[0])}",
    ),
    (
        r"(\d{4}) ?[-–/] ?(\d{4})",
        "verwacht één getal, kreeg ‘{raw}’",
        lambda m: f"schrijf elk jaar apart: {m[1]}, {int(m[1]) + 1}, …",
    ),
]


def _cents(raw: str) -> Decimal:
    return Decimal(raw).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _plain_number(dutch: str) -> str:
    whole, _, decimals = dutch.partition(",")
    whole = whole.replace(".", "") if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", whole) or decimals else whole
    return f"{whole}.{decimals}" if decimals else whole


def _clock(match: re.Match[str]) -> str:
    return f"{Decimal(int(match[1])) + round(Decimal(int(match[2])) / 60, 2)}".rstrip("0").rstrip(".")


def _number(raw: str, plain: bool, pattern: str, expected: str) -> str:
    if not plain:
        raise Unreadable(f"verwacht {expected}, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg")
    if re.fullmatch(pattern, raw, re.ASCII) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", raw, re.ASCII):
        return raw
    raw = re.sub(r"[\u00a0\u2009\u202f]", " ", raw)
    for fault, message, remedy in NUMBER_FAULTS:
        match = re.fullmatch(fault, raw, re.ASCII)
        if match:
            raise Unreadable(message.format(*match.groups(), raw=raw), remedy(match))
    raise Unreadable(f"verwacht {expected}, kreeg ‘{raw}’", "schrijf alleen cijfers")


def integer(raw: str, plain: bool) -> int:
    """A whole number: "2028"."""
    return int(_number(raw, plain, r"-?(0|[1-9]\d{0,17})", "een geheel getal"))


def number(raw: str, plain: bool) -> int | Decimal:
    """A number, with a point for decimals: "66.5"; whole numbers are `int`."""
    found = _number(raw, plain, r"-?(0|[1-9]\d{0,17})(\.\d{1,9})?", "een getal")
    return Decimal(found) if "." in found else int(found)


def amount(raw: str, plain: bool) -> Decimal:
    """An amount in euros with at most two decimals: "12500" or "12500.50"."""
    return Decimal(_number(raw, plain, r"-?(0|[1-9]\d{0,17})(\.\d{1,2})?", "een bedrag in euro’s"))


BOOLEANS = {"true": True, "false": False, "True": True, "False": False, "TRUE": True, "FALSE": False}
YES, NO = {"ja", "yes", "on", "waar", "y", "j", "1"}, {"nee", "no", "off", "onwaar", "n", "0"}


def boolean(raw: str, plain: bool) -> bool:
    """`true` or `false`, nothing else."""
    if plain and raw in BOOLEANS:
        return BOOLEANS[raw]
    meant = "true" if raw.lower() in YES | {"true"} else "false" if raw.lower() in NO | {"false"} else ""
    hint = f"schrijf {meant} in plaats van ‘{raw}’" if meant else "schrijf true (ja) of false (nee)"
    raise Unreadable(f"verwacht true of false, kreeg ‘{raw}’", hint)


def calendar_date(raw: str, plain: bool) -> date:
    """A date as year-month-day: "2027-03-15"."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", raw, re.ASCII):
        try:
            found = date.fromisoformat(raw)
        except ValueError:
            raise Unreadable(f"{raw} is geen bestaande datum", "controleer de maand en de dag") from None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise Unreadable(
                f"het jaar van {raw} kan niet kloppen", f"schrijf een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}"
            )
        return found
    raise Unreadable(f"verwacht een datum als 2027-03-15, kreeg ‘{raw}’", _date_hint(raw))


def _date_hint(raw: str) -> str:
    numeric = re.fullmatch(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})", raw, re.ASCII)
    named = re.fullmatch(r"(\d{1,2}) ([a-z]+) (\d{4})", raw.lower(), re.ASCII)
    parts: tuple[int, int, int] | None = None
    if numeric and len(numeric[1]) == 4:
        parts = int(numeric[1]), int(numeric[2]), int(numeric[3])
    elif numeric and len(numeric[3]) == 4:
        parts = int(numeric[3]), int(numeric[2]), int(numeric[1])
    elif named and named[2] in MONTHS:
        parts = int(named[3]), MONTHS.index(named[2]) + 1, int(named[1])
    if parts is None:
        return "schrijf jaar-maand-dag"
    try:
        return f"schrijf {date(*parts).isoformat()}"
    except ValueError:
        return "deze datum bestaat niet; schrijf jaar-maand-dag"


READERS: dict[str, Callable[[str, bool], Any]] = {
    "string": text,
    "integer": integer,
    "number": number,
    "amount": amount,
    "boolean": boolean,
    "date": calendar_date,
}
