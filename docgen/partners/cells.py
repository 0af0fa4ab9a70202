"""A cell of a list as the field it stands in: what Excel and Dutch notation make of text, numbers, dates and yes or no.

In a list, unlike in a dossier, `12500,50`, `24-6-2027` and `ja` are read: that is how Excel writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from docgen._lazy import regex
from docgen.errors import InvalidScalar
from docgen.loading import scalars
from docgen.schema.field import Field
from docgen.schema.types import TYPES
from docgen.spreadsheet.table import CoveredCell, InvalidCell, Number, RawCell
from docgen.text.characters import without_invisible
from docgen.text.dates import parse_date
from docgen.text.numbers import LONGEST

LONGEST_CELL = 32_767  # what a cell of Excel can hold
CENT = Decimal("0.01")
NOISE = Decimal("1e-9")
MAKE_TEXT = "zet de opmaak van de kolom in Excel op Tekst en typ de waarde opnieuw"
MAKE_NUMBER = "zet de opmaak van de cel in Excel op Getal en typ het getal opnieuw"
EXCEL_FAULT = regex(r"#(N/A|N/B|REF!|VERW!|DIV/0!|DEEL/0!|VALUE!|WAARDE!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!|#+)")
YES_NO = {"ja": True, "waar": True, "true": True, "nee": False, "onwaar": False, "false": False}
DIGITS_ONLY = regex(r"General|@|0+")
# a number in Dutch notation that can be read in one way, and how a dossier writes it
DUTCH: list[tuple[re.Pattern[str], Callable[[str], str]]] = [
    (re.compile(r"-?\d{1,3}(\.\d{3})+,\d+", re.ASCII), lambda raw: raw.replace(".", "").replace(",", ".")),
    (re.compile(r"-?\d{1,3}(\.\d{3}){2,}", re.ASCII), lambda raw: raw.replace(".", "")),
    (re.compile(r"(?!-?[1-9]\d{0,2},\d{3}$)-?\d+,\d+", re.ASCII), lambda raw: raw.replace(",", ".")),
]
DUTCH_DATE = regex(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)


def parse_cell(raw: RawCell, field: Field) -> Any:
    """The value of a cell in its field. Raises `InvalidScalar`."""
    return BY_KIND[type(raw)](raw, field)


def is_percentage(field: Field) -> bool:
    """Whether a field holds a percentage: a number of at most a hundred."""
    return field.kind in ("integer", "number") and field.max == 100


def _text(raw: str, field: Field) -> Any:
    raw = raw.strip(" \t\n")
    if raw[:1] == "#" and EXCEL_FAULT.fullmatch(raw):
        raise InvalidScalar(f"deze cel geeft een fout in Excel: {raw}", "herstel de formule, of typ de waarde zelf")
    if len(raw) > LONGEST_CELL:
        raise InvalidScalar(f"is te lang: ten hoogste {LONGEST_CELL} tekens", "kort de tekst in")
    kind = field.kind
    return raw if kind == "string" else TEXTS[kind](raw, field)


def _number_in_text(raw: str, field: Field) -> Any:
    seen = without_invisible(raw) if len(raw) <= LONGEST else raw
    seen = seen.removeprefix("€").lstrip()
    if is_percentage(field):
        seen = seen.removesuffix("%").rstrip()
    dutch = next((write(seen) for pattern, write in DUTCH if pattern.fullmatch(seen)), seen)
    fits = dutch if dutch != seen or re.fullmatch(r"-?[\d.]+", seen, re.ASCII) else raw
    return scalars.PARSERS[field.kind](fits, True)


def _date_in_text(raw: str, _field: Field) -> date:
    found = DUTCH_DATE.fullmatch(raw)
    return parse_date(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else raw, True)


def _yes_or_no(raw: str, _field: Field) -> bool:
    word = without_invisible(raw).lower()
    if word not in YES_NO:
        raise InvalidScalar(f"verwacht ja of nee, kreeg ‘{raw[:60]}’", "schrijf ja of nee")
    return YES_NO[word]


TEXTS: dict[str, Callable[[str, Field], Any]] = {
    "integer": _number_in_text,
    "number": _number_in_text,
    "amount": _number_in_text,
    "date": _date_in_text,
    "boolean": _yes_or_no,
}


def _number(raw: Number, field: Field) -> Any:
    kind = field.kind
    exact = Decimal(raw.value) if isinstance(raw.value, int) else Decimal(f"{raw.value:.15g}")  # what Excel shows
    if not exact.is_finite() or abs(exact) >= 10**18:
        raise InvalidScalar("dit getal is te groot", "controleer het aantal cijfers")
    if "%" in raw.notation:
        exact = exact * 100
        if kind != "string" and not is_percentage(field):
            raise InvalidScalar(
                f"verwacht {TYPES[kind]}, kreeg een percentage ({_as_excel_shows(exact)}%)", MAKE_NUMBER
            )
    return NUMBERS[kind](exact, raw.notation, field)


def _as_excel_shows(number: Decimal) -> str:
    """A number as a Dutch Excel shows it."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _digits(number: Decimal, notation: str, _field: Field) -> str:
    """A number in a field of text, as the user sees it; a notation of noughts fills up with noughts."""
    if "%" in notation:
        return f"{_as_excel_shows(number)}%"
    if number != number.to_integral_value() or not DIGITS_ONLY.fullmatch(notation):
        raise InvalidScalar(f"Excel heeft van deze tekst een getal gemaakt ({_as_excel_shows(number)})", MAKE_TEXT)
    return f"{int(number):0{notation.count('0')}d}"


def _whole(number: Decimal, _notation: str, _field: Field) -> int:
    if number != number.to_integral_value():
        raise InvalidScalar(f"verwacht een geheel getal, kreeg ‘{_as_excel_shows(number)}’", "rond het getal af")
    return int(number)


def _decimal(number: Decimal, _notation: str, _field: Field) -> int | Decimal:
    if number == number.to_integral_value():
        return int(number)
    number = number.normalize()
    if int(number.as_tuple().exponent) < -9:
        raise InvalidScalar(
            f"te veel cijfers achter de komma: {_as_excel_shows(number)}", "rond het getal af, ook in de formule"
        )
    return number


def _amount(number: Decimal, _notation: str, _field: Field) -> Decimal:
    cents = number.quantize(CENT)
    if abs(number - cents) > NOISE:
        message = f"verwacht ten hoogste twee cijfers achter de komma, kreeg ‘{_as_excel_shows(number)}’"
        raise InvalidScalar(message, "rond het bedrag af op centen, ook in de formule")
    return Decimal(int(cents)) if cents == cents.to_integral_value() else cents


NUMBERS: dict[str, Callable[[Decimal, str, Field], Any]] = {
    "string": _digits,
    "integer": _whole,
    "number": _decimal,
    "amount": _amount,
    "date": lambda number, _notation, _field: parse_date(f"{number:f}", True),
    "boolean": lambda number, _notation, field: _yes_or_no(_as_excel_shows(number), field),
}


def _date(raw: date, field: Field) -> date:
    kind = field.kind
    day = raw.date() if isinstance(raw, datetime) else raw
    if kind == "string":
        raise InvalidScalar(f"Excel heeft van deze tekst een datum gemaakt ({day})", MAKE_TEXT)
    if kind != "date":
        raise InvalidScalar(f"verwacht {TYPES[kind]}, kreeg een datum ({day})", MAKE_NUMBER)
    if isinstance(raw, datetime) and raw.time() != datetime.min.time():
        raise InvalidScalar(f"bij deze datum staat ook een tijd ({raw:%H:%M})", f"typ alleen de datum: {day}")
    return parse_date(day.isoformat(), True)


def _time(raw: Any, field: Field) -> Any:
    kind = field.kind
    hint = MAKE_TEXT if kind in ("string", "date", "boolean") else f"{MAKE_NUMBER}; schrijf uren met een komma: 12,5"
    raise InvalidScalar(f"verwacht {TYPES[kind]}, kreeg een tijd ({str(raw)[:20]})", hint)


def _truth(raw: bool, field: Field) -> bool:
    kind = field.kind
    if kind != "boolean":
        hint = MAKE_TEXT if kind == "string" else MAKE_NUMBER
        raise InvalidScalar(f"verwacht {TYPES[kind]}, kreeg {'WAAR' if raw else 'ONWAAR'}", hint)
    return raw


def _refuse(raw: InvalidCell, _field: Field) -> Any:
    raise InvalidScalar(raw.message, raw.hint)


class _Kinds(dict[type, Callable[[Any, Field], Any]]):
    def __missing__(self, _kind: type) -> Callable[[Any, Field], Any]:
        return _time  # a time, or an amount of time


BY_KIND = _Kinds(
    {
        str: _text,
        Number: _number,
        bool: _truth,
        date: _date,
        datetime: _date,
        InvalidCell: _refuse,
        CoveredCell: _refuse,
    }
)
