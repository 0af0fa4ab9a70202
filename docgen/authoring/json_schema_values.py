"""One value of a dossier as JSON Schema says it: text, number, choice, date; with Dutch words for what is wrong.

`errorMessage` and `patternErrorMessage` are words of the YAML language server: it knows the first beside `type`, `enum`,
`required` and `additionalProperties`, the second beside `pattern`. What it would say in English (`minimum`, `minItems`, `not`)
stands in an `if`, with a fault that speaks Dutch in the other branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.schema.field import Field
from docgen.schema.types import TYPES
from docgen.text.dates import FIRST_YEAR, LAST_YEAR
from docgen.text.dutch import enumeration

Json = dict[str, Any]

LARGEST = 999_999_999_999_999_999  # more digits than this are no number for docgen
REMEDIES = {
    "dict": "zet de velden eronder en laat ze inspringen",
    "list": "zet elk punt op een eigen regel, na een streepje en een spatie",
    "string": "zet tekst die met { of [ begint tussen aanhalingstekens",
    "integer": "schrijf alleen cijfers, zonder aanhalingstekens",
    "number": "schrijf alleen cijfers, met een punt voor decimalen en zonder aanhalingstekens",
    "amount": "schrijf alleen cijfers, met een punt voor centen en zonder aanhalingstekens",
    "boolean": "schrijf true (ja) of false (nee)",
    "date": f"schrijf jaar-maand-dag, zoals 2027-03-15; het jaar is {FIRST_YEAR} tot en met {LAST_YEAR}",
}
DAYS = (
    r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
LEAP_DAY = r"(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
EXISTING_DATE = rf"^(?:(?:(?:19|20|21)[0-9]{{2}}|2200)-(?:{DAYS})|{LEAP_DAY})$"


def fault(message: str) -> Json:
    """No value at all: what gets here is never text."""
    return {"type": "string", "errorMessage": message}


def typed(field: Field, *names: str) -> Json:
    """The types of JSON that a field takes; a value that is left empty is always one of them."""
    message = f"verwacht {TYPES[field.kind]}; {REMEDIES[field.kind]}"
    return {"type": [*names, "null"], "errorMessage": message}


def choice(field: Field) -> Json:
    """One of the values that are allowed."""
    return {"enum": [*field.choices, None], "errorMessage": f"kies uit {enumeration(field.choices, 'of')}"}


def text(field: Field) -> Json:
    """Text; docgen takes `2.1` and `true` as text too, so numbers and booleans are not wrong here."""
    found = typed(field, "string", "number", "boolean")
    patterns = [{"pattern": pattern, "patternErrorMessage": message} for pattern, message in _patterns(field)]
    return found | (patterns[0] if patterns else {}) | ({"allOf": patterns[1:]} if patterns[1:] else {})


def _patterns(field: Field) -> Iterator[tuple[str, str]]:
    rules = field.rules
    if field.pattern:
        example = f" Bijvoorbeeld {field.example}." if field.example else ""
        yield f"^(?:{field.pattern})$", f"heeft niet de goede vorm. {field.description}{example}"
    elif rules.get("empty") is False:
        yield r"\S", "mag niet leeg zijn; vul een waarde in of haal de regel weg"
    if "minlength" in rules:
        yield f"^[\\s\\S]{{{rules['minlength']},}}$", f"is te kort: ten minste {rules['minlength']} tekens"
    if "maxlength" in rules:
        yield f"^[\\s\\S]{{0,{rules['maxlength']}}}$", f"is te lang: ten hoogste {rules['maxlength']} tekens"
    if "forbidden" in rules:
        taken = "|".join(rules["forbidden"])
        yield f"^(?!(?:{taken})$)", "heeft al een vaste betekenis; kies een ander kenmerk"


def calendar_date(field: Field) -> Json:
    """A day that exists, in a year that can be meant."""
    return {**typed(field, "string"), "pattern": EXISTING_DATE}


def boolean(field: Field) -> Json:
    """`true` or `false`."""
    return typed(field, "boolean")


def number(field: Field) -> Json:
    """A number from `min` to `max`."""
    least, most = (-LARGEST if field.min is None else field.min), (LARGEST if field.max is None else field.max)
    beyond = fault(f"te klein of te groot; het kleinste is {least} en het grootste is {most}")
    kind = typed(field, "integer" if field.kind == "integer" else "number")
    return {**kind, "if": {"minimum": least, "maximum": most}, "else": beyond}
