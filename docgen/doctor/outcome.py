"""What came of looking at one thing."""

from __future__ import annotations

from typing import NamedTuple

GOOD, MIND, WRONG = "goed", "let op", "fout"


class Outcome(NamedTuple):
    """What was looked at, how it is (`GOOD`, `MIND`: something does not work, `WRONG`: docgen does not work), what was seen,
    and what to do."""

    subject: str
    state: str
    seen: str
    remedy: str = ""
