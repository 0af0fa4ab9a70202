"""What a rule finds, before anyone has decided how serious it is or whether it was accepted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple


class Finding(NamedTuple):
    """Something a rule finds wrong, at a path.

    `kind` tells findings of one rule apart where their levels differ. `about` is the id of the role, task, party, item,
    source, goal or subject it is about; a waiver is matched on `about`, `year` and `amount` (euros).
    """

    path: tuple[Any, ...]
    message: str
    kind: str = ""
    about: str = ""
    year: int | None = None
    amount: Decimal | None = None
    hint: str = ""
