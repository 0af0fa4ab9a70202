"""A date from a raw scalar, strict; and what was probably meant by one that is not."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from docgen.errors import InvalidScalar
from docgen.text.characters import without_invisible
from docgen.text.numbers import FILL_IN, UNKNOWN

FIRST_YEAR, LAST_YEAR = 1900, 2200
LONGEST = 80
EXCEL_DAY_ZERO = date(1899, 12, 30)
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]  # fmt: skip
ALIKE = {"mrt": 3, "march": 3, "may": 5, "october": 10, "okt": 10, "oct": 10}
NAMES = {name[:length]: i for i, name in enumerate(MONTHS, 1) for length in {3, 4, len(name)}} | ALIKE
MONTH = "|".join(sorted(NAMES, key=len, reverse=True))
BEFORE = r"(?:(?:op|vanaf|per|tot|t/m|uiterlijk|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo),? )?"
AFTER = r"(?:[t ,]+\d{1,2}[:.]\d\d.*)?[.,;]?"
Remedy = Callable[[re.Match[str]], str]


def parse_date(raw: str, plain: bool) -> date:
    """A date as year-month-day: "2027-03-15"."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", raw, re.ASCII):
        return _existing(raw)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", without_invisible(raw), re.ASCII):
        message = "bij deze datum staat een onzichtbaar teken of een harde spatie"
        raise InvalidScalar(message, f"schrijf {without_invisible(raw)}")
    seen = re.sub(r"\s*[‐‑‒–—-]\s*", "-", without_invisible(raw[:LONGEST])).lower()
    for pattern, remedy in MEANT if len(raw) <= LONGEST else ():
        found = re.fullmatch(pattern, seen, re.ASCII)
        if found:
            raise InvalidScalar(f"verwacht een datum als 2027-03-15, kreeg ‘{raw}’", remedy(found))
    raise InvalidScalar(f"verwacht een datum als 2027-03-15, kreeg ‘{raw}’", "schrijf jaar-maand-dag")


def _existing(raw: str) -> date:
    year, month, day = map(int, raw.split("-"))
    try:
        found = date(year, month, day)
    except ValueError:
        raise InvalidScalar(f"{raw} is geen bestaande datum", _why(year, month, day)) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        allowed = f"schrijf een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}"
        raise InvalidScalar(f"het jaar van {raw} kan niet kloppen", allowed)
    return found


def _why(year: int, month: int, day: int) -> str:
    if year and 1 <= month <= 12 and day:
        return f"{MONTHS[month - 1]} {year} telt {calendar.monthrange(year, month)[1]} dagen"
    if year and month > 12 and 1 <= day <= 12 and month <= 31:
        return _write(year, month, day)
    return "controleer de maand en de dag"


def _write(year: int, month: int, day: int) -> str:
    """What to write for a date; a month and a day that changed places are put right."""
    if month > 12:
        month, day = day, month
    year += 2000 if year < 100 else 0
    try:
        return f"schrijf {date(year, month, day).isoformat()}"
    except ValueError:
        return f"deze datum bestaat niet; {_why(year, month, day)}"


def _misspelt(found: re.Match[str]) -> str:
    from difflib import get_close_matches  # only when something is wrong

    meant = get_close_matches(found[2], MONTHS, n=1, cutoff=0.75)
    return _write(int(found[3]), NAMES[meant[0]], int(found[1])) if meant else "schrijf jaar-maand-dag"


def _before(year: int, month: int, day: int) -> str:
    written = _write(year, month, day)
    if not written.startswith("schrijf "):
        return written
    first = date.fromisoformat(written.removeprefix("schrijf "))
    return f"schrijf de datum zelf: voor {first} is tot en met {first - timedelta(days=1)}"


def _month(year: str, month: int) -> str:
    return f"schrijf ook de dag: {year}-{month:02}-dd" if 1 <= month <= 12 else "schrijf jaar-maand-dag"


def _excel(found: re.Match[str]) -> str:
    return f"dit is een datum zoals Excel die telt; schrijf {EXCEL_DAY_ZERO + timedelta(days=int(found[0]))}"


# what a writer typed, in lower case -> what to write
MEANT: list[tuple[str, Remedy]] = [
    (UNKNOWN, lambda _: FILL_IN),
    (rf"{BEFORE}(\d{{4}})[-/. ](\d{{1,2}})[-/. ](\d{{1,2}}){AFTER}", lambda m: _write(int(m[1]), int(m[2]), int(m[3]))),
    (rf"{BEFORE}(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ]'?(\d{{4}}|\d\d){AFTER}", lambda m: _write(int(m[3]), int(m[2]), int(m[1]))),
    (rf"{BEFORE}(\d{{1,2}})(?:e|ste|de)?[- ]?({MONTH})\.?,?[- ]?'?(\d{{4}}|\d\d){AFTER}", lambda m: _write(int(m[3]), NAMES[m[2]], int(m[1]))),
    (r"((?:19|20)\d\d)([01]\d)([0-3]\d)", lambda m: _write(int(m[1]), int(m[2]), int(m[3]))),
    (rf"(?:{MONTH})\.?,? \d{{1,2}},? \d{{4}}|\d{{1,2}}[- ](?:{MONTH})\.?", lambda _: "schrijf de hele datum: jaar-maand-dag"),
    (rf"{BEFORE}({MONTH})\.?[- ](\d{{4}})", lambda m: _month(m[2], NAMES[m[1]])),
    (r"(\d{4})[-/](\d{1,2})", lambda m: _month(m[1], int(m[2]))),
    (r"(\d{1,2})[-/](\d{4})", lambda m: _month(m[2], int(m[1]))),
    (rf"\d{{1,2}}[/-]\d{{1,2}}[- ](?:{MONTH})\.?[- ]\d{{4}}", lambda _: "kies één datum, en schrijf jaar-maand-dag"),
    (r"(\d{1,2})[- ]([a-z]{4,})[- ](\d{4})", _misspelt),
    (r"(?:.*\D)?(\d{4})-(?:.*\D)?(\d{4})", lambda _: "schrijf hier één datum"),
    (r"(?:.*\D)?\d{4}.*(?: en | t/m | tot ).*\d{4}", lambda _: "schrijf hier één datum"),
    (r"(?:[a-z]+ |q[1-4] |[1-4]e kwartaal )?(?:van )?((?:19|20)\d\d)", lambda m: f"schrijf ook de maand en de dag: {m[1]}-mm-dd"),
    (r"[34]\d{4}|5[0-5]\d{3}", _excel),
    (rf"v(?:oo|óó)r (\d{{1,2}})[ -]({MONTH})\.?[ -](\d{{4}})", lambda m: _before(int(m[3]), NAMES[m[2]], int(m[1]))),
    (r"(?i)vandaag|morgen|gisteren|heden|nu", lambda _: "schrijf de datum zelf, als jaar-maand-dag"),
]  # fmt: skip
