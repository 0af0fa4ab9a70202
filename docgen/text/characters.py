"""Characters that cannot be seen and come along with text from Word, mail and web pages."""

from __future__ import annotations

import re

HARD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
HIDDEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_HARD = re.compile(f"[{HARD_SPACES}]")
_NOTHING = re.compile(f"[{HIDDEN}\u200c\u200d]")


def without_invisible(text: str) -> str:
    """A text as it looks: hard spaces are spaces, hidden characters are gone, nothing around it."""
    return _HARD.sub(" ", _NOTHING.sub("", text)).strip()
