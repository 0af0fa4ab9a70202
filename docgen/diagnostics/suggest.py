"""The closest known word: “bedoel je …?”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

LONGEST_WORD = 100  # more than this is no slip in a name


def did_you_mean(word: Any, options: Iterable[Any], least: float = 0.55) -> str:
    """ "bedoel je ‘uren’?" for the option that looks most like the word, or an empty string."""
    close = closest(word, options, least)
    return f"bedoel je ‘{close}’?" if close else ""


def closest(word: Any, options: Iterable[Any], least: float = 0.55) -> str:
    """The option that looks most like the word, in any case; an empty string when none does."""
    from difflib import get_close_matches  # only when something is wrong

    if len(str(word)) > LONGEST_WORD:
        return ""
    by_lower = {str(option).lower(): str(option) for option in options}
    asked = _without_noughts(str(word).lower())
    for lower, option in by_lower.items():
        if asked == _without_noughts(lower):
            return option
    close = get_close_matches(str(word).lower(), by_lower, n=1, cutoff=least)
    return by_lower[close[0]] if close else ""


def _without_noughts(word: str) -> str:
    """A word with its numbers as they are counted: "fin-05" is "fin-5"."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", word)
