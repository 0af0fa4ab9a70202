"""Dutch notation of money, numbers, hours and dates: the only module that knows Babel.

Conventions (taaladvies.net; Heerde and Heemskerk budgets): the euro sign, a no-break space, a point
for thousands and a comma for decimals; whole euros without decimals; dates as "24 juni 2027".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

NO_BREAK_SPACE = "\u00a0"
MINUS = "\N{MINUS SIGN}"
CENT = Decimal("0.01")
WORDS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip
POINT_AND_COMMA = str.maketrans(",.", ".,")  # Babel shows the same, twenty times slower


@cache
def _locale() -> Any:
    from babel import Locale  # here, as half of the commands show no number

    return Locale("nl")


def has_cents(amount: Decimal) -> bool:
    """Whether an amount in euros is not a whole number of euros."""
    return amount != amount.to_integral_value()


@lru_cache(maxsize=10_000)
def euro(amount: Decimal, cents: bool = False) -> str:
    """Show an amount in euros: "€ 89.520", or "€ 89.520,50" when it has cents or `cents` asks for them; a gap is "−€ 30.000"."""
    rounded = Decimal(amount).quantize(CENT, ROUND_HALF_UP) + 0  # never -0
    digits = 2 if cents or has_cents(rounded) else 0
    sign = MINUS if rounded < 0 else ""
    return f"{sign}€{NO_BREAK_SPACE}{abs(rounded):,.{digits}f}".translate(POINT_AND_COMMA)


def rounded(exact: Fraction, digits: int) -> Decimal:
    """An exact number with so many decimals at most, halves away from zero."""
    scale: int = 10**digits
    whole = (2 * abs(exact) * scale + 1) // 2
    return Decimal(whole if exact >= 0 else -whole) / scale + 0  # never -0


def number(value: Decimal | int | float) -> str:
    """Show a number with all the decimals it has: "1.425", "66,5"."""
    return _number(str(value))


@lru_cache(maxsize=10_000)
def _number(value: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(Decimal(value), "#,##0.##########", _locale())


def hundredths(value: Decimal) -> str:
    """Show a number with two decimals, always: "0,70"."""
    return f"{value:,.2f}".translate(POINT_AND_COMMA)


def in_words(count: int) -> str:
    """A count as in a sentence: in words up to twenty, "zeven"; then in figures."""
    return WORDS[count] if 0 <= count < len(WORDS) else number(count)


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun: "één week", "zes weken"."""
    return f"{in_words(count)} {one if count == 1 else many}"


def hours(value: Decimal | int) -> str:
    """Show a number of hours: "840 uur"."""
    return f"{number(value)}{NO_BREAK_SPACE}uur"


def percentage(value: Decimal | int) -> str:
    """Show a percentage that is already times hundred: "26%"."""
    return f"{number(value)}%"


def long_date(value: date) -> str:
    """Show a date as in a letter: "24 juni 2027"."""
    return _long_date(value)


@lru_cache(maxsize=10_000)
def _long_date(value: date) -> str:
    from babel.dates import format_date

    return format_date(value, f"d{NO_BREAK_SPACE}MMMM y", locale=_locale())


@lru_cache(maxsize=10_000)
def day_and_month(value: date) -> str:
    """Show a date in a column of its year: "24 jun"."""
    from babel.dates import format_date

    return format_date(value, f"d{NO_BREAK_SPACE}MMM", locale=_locale())


def enumeration(values: Iterable[Any], word: str = "en") -> str:
    """Join values as a Dutch sentence does: "a, b en c"."""
    words = [str(value) for value in values]
    return f" {word} ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def amounts_in_words(amounts: Mapping[int, Any], show: Callable[[Any], str] = euro) -> str:
    """Amounts (or hours) per year in words, equal ones that follow each other together: "€ 12 in 2028 en € 40 per jaar van
    2029 tot en met 2032"."""
    rows = [(year, amount) for year, amount in amounts.items() if amount]
    told = []
    for (amount, _), run in groupby(enumerate(rows), key=lambda row: (row[1][1], row[1][0] - row[0])):
        found = [year for _, (year, _) in run]
        told.append(f"{show(amount)} {'per jaar ' if found[1:] else ''}{years_in_words(found)}")
    return enumeration(told)


def years_in_words(years: Iterable[int]) -> str:
    """When something is so, in years: "in 2028 en 2029", "van 2028 tot en met 2031", "van 2028 tot en met 2030 en in 2032"."""
    apart: list[int] = []
    runs: list[str] = []
    for _, run in groupby(enumerate(years), key=lambda row: row[1] - row[0]):
        found = [year for _, year in run]
        if len(found) > 2:
            runs.append(f"van {found[0]} tot en met {found[-1]}")
        else:
            apart += found
    return enumeration([*runs, *([f"in {enumeration(map(str, apart))}"] if apart else [])])


def some_of(names: Sequence[str], most: int) -> str:
    """Name so many and count the rest: "a, b, c en nog 12"."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" en nog {number(more)}" if more > 0 else "")


def all_or_some(names: Sequence[str], most: int) -> str:
    """Name them all as a sentence does, or when there are more than so many, the first and how many are left."""
    return some_of(names, most) if len(names) > most else enumeration(names)


def capital(text: str) -> str:
    """Start with a capital and leave the rest: "de GGD" becomes "De GGD"; "ijs" becomes "IJs", "één" "Eén"."""
    if text[:3] == "één":
        return f"Eén{text[3:]}"
    head = 2 if text[:2] == "ij" else 1
    return text[:head].upper() + text[head:]


def shortened(text: str, most: int) -> str:
    """At most so many characters: whole words, with … in the place of the rest; no comma or dash is left hanging before it."""
    if len(text) <= most:
        return text
    whole = (
        text[: most - 1] if text[most - 1 : most].isspace() else text[: most - 1].rpartition(" ")[0] or text[: most - 1]
    )
    return f"{whole.rstrip(' ,;:.–—-(/&')}…"


def without_full_stop(text: str) -> str:
    """Drop closing full stops and spaces, so that a sentence can stand inside another."""
    return text.rstrip().rstrip(".").rstrip()
