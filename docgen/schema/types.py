"""What a path, the rules of a field and a violation are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FieldPath = tuple[Any, ...]


Rules = dict[str, Any]


PER_PARTY = ("eigen deel", "geheel", "niet")  # what each party gets of a document in a batch


@dataclass(frozen=True)
class Violation:
    """Something Cerberus found: which rule, at which path, with the value and what the rule asks. `in_key`: in a key."""

    rule: str
    path: FieldPath
    value: Any
    constraint: Any
    is_key: bool


TYPES = {
    "dict": "namen met een waarde erachter",
    "list": "een lijst (regels die beginnen met een streepje)",
    "string": "tekst",
    "integer": "een geheel getal",
    "number": "een getal",
    "amount": "een bedrag",
    "boolean": "true of false",
    "date": "een datum",
}
