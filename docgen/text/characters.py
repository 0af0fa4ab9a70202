"""Characters that cannot be seen and come along with text from Word, mail and web pages."""

from __future__ import annotations

import re

from docgen._lazy import regex

HARD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
HIDDEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_HARD = re.compile(f"[{HARD_SPACES}]")
_NOTHING = re.compile(f"[{HIDDEN}\u200c\u200d]")


def without_invisible(text: str) -> str:
    """A text as it looks: hard spaces are spaces, hidden characters are gone, nothing around it."""
    return _HARD.sub(" ", _NOTHING.sub("", text)).strip()


BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


def illegal_in(text: str) -> str:
    """What to say about a character in a value that no document may hold; empty when there is none."""
    found = ILLEGAL.search(text)
    if not found:
        return ""
    return f"de waarde bevat een onzichtbaar teken (U+{ord(found.group()):04X}) dat niet in een document mag"


def is_prose(value: str) -> bool:
    """Whether a text is a description rather than an id."""
    return " " in value or value[:1].isupper()


def alike(text: str) -> str:
    """A name as people compare it: without case, signs that nobody sees, and spaces too many."""
    return " ".join(without_invisible(text).split()).casefold()


def plain_words(text: str) -> str:
    """The words of a text without capitals and punctuation, one space between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))
