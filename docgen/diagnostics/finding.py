"""Something that is wrong at a path of a dossier, with no file or line: a `Problem` is a finding that was placed in one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

Changes = tuple[tuple[tuple[Any, ...], Any], ...]  # values by path


class Cause(NamedTuple):
    """The finding of which another is a consequence, by its code and path."""

    code: str
    path: tuple[Any, ...]


class Finding(NamedTuple):
    """Something wrong at a path.

    `kind` tells findings of one rule apart where their levels differ. `about` is the id of the role, task, party, item,
    source, goal or subject it is about; a waiver is matched on `about`, `year` and `amount` (euros). `remedy` is what the hint
    tells to write, as values by path, where that is one thing. A rule leaves `code`, `level` (see `levels.LEVELS`), `accepted` (the
    reason, when it was accepted) and `cause` to who runs the rules.
    """

    path: tuple[Any, ...]
    message: str
    kind: str = ""
    about: str = ""
    year: int | None = None
    amount: Decimal | None = None
    hint: str = ""
    code: str = ""
    level: str = ""
    accepted: str = ""
    remedy: Changes = ()
    cause: Cause | None = None

    def in_short(self) -> Finding:
        """What is left of it for who needs no more than to tell it."""
        return self._replace(kind="", about="", year=None, amount=None, remedy=(), cause=None)
