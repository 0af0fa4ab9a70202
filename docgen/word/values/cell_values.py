"""The values of docxtpl's tags for a cell: how many columns it takes, and its colour."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from docgen._lazy import regex

MOST_COLUMNS = 63  # that Word gives a table
COLOUR = regex(r"#?([0-9A-Fa-f]{6})|auto", re.IGNORECASE)
WHOLE = regex(r"[0-9]{1,4}")
LONGEST = 40
SPAN = f"colspan is het aantal kolommen van de cel: een heel getal van 1 tot en met {MOST_COLUMNS}"
FILL = "cellbg is de kleur van de cel: zes tekens 0-9 en A-F zoals FFF2CC, of auto voor geen kleur"


class UnfitValue(ValueError):
    """A value that no cell can have; the message is Dutch."""


def span(value: Any, expression: str) -> int:
    """The number of columns that a cell takes."""
    if isinstance(value, str) and WHOLE.fullmatch(value.strip()):
        value = int(value.strip())
    is_whole = isinstance(value, int) or (isinstance(value, (float, Decimal)) and value == value // 1)
    if isinstance(value, bool) or not is_whole or not 1 <= value <= MOST_COLUMNS:
        raise UnfitValue(_refusal(SPAN, value, expression, "{% colspan 2 %}"))
    return int(value)


def colour(value: Any, expression: str) -> str:
    """The colour of a cell as Word writes it."""
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    found = COLOUR.fullmatch(text)
    if not found:
        raise UnfitValue(_refusal(FILL, value, expression, '{% cellbg "FFF2CC" %}'))
    return found[1].upper() if found[1] else "auto"


VALUES = {"_span": ("colspan", span), "_colour": ("cellbg", colour)}  # filter -> its tag, and what it gives


def _refusal(what: str, value: Any, expression: str, example: str) -> str:
    is_group = isinstance(value, (list, tuple, dict))
    shown = "een lijst of groep velden" if is_group else f"‘{_short(value)}’" if value != "" else "een lege tekst"
    is_literal = expression == str(value)
    remedy = f"schrijf bijvoorbeeld {example}" if is_literal else f"verbeter de waarde van ‘{expression}’"
    return f"{what}; hier is dat {shown}; {remedy}"


def _short(value: Any) -> str:
    text = "".join(character for character in str(value)[: LONGEST * 2] if character.isprintable())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
