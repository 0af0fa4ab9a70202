"""Texts that are the same but for their apostrophes: Word types ’ where a keyboard has '."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ", "'"))


def straight(text: str) -> str:
    """A text with every apostrophe the same."""
    return text if text.isascii() else text.translate(APOSTROPHES)


def has_apostrophe(text: Any) -> bool:
    """Whether it is a text in which there is one."""
    return isinstance(text, str) and ("'" in text or "’" in text or "‘" in text or "ʼ" in text)


def same(left: Any, right: Any) -> Any:
    """`==`, with apostrophes equal."""
    found = left == right
    if found or not has_apostrophe(left) or not isinstance(right, str):
        return found
    return straight(left) == straight(right)


def other(left: Any, right: Any) -> Any:
    """`!=`, with apostrophes equal."""
    differs = left != right
    return differs and not (has_apostrophe(left) and isinstance(right, str) and straight(left) == straight(right))


def within(value: Any, values: Any) -> Any:
    """`in`, with apostrophes equal."""
    if not has_apostrophe(value):
        return value in values
    if isinstance(values, str):
        return straight(value) in straight(values)
    known = list(values)
    return value in known or straight(value) in {straight(one) for one in known if isinstance(one, str)}


def without(value: Any, values: Any) -> bool:
    """`not in`, with apostrophes equal."""
    return not within(value, values)


def key_like(key: Any, values: Any) -> Any:
    """The key of a map that is the same but for its apostrophes; else the key itself."""
    if not has_apostrophe(key):
        return key
    return next((one for one in values if isinstance(one, str) and straight(one) == straight(key)), key)


# what a template's own operators become where a side may have an apostrophe: tests that no template can name
OPERATORS: dict[str, Callable[[Any, Any], Any]] = {"_eq": same, "_ne": other, "_in": within, "_notin": without}
