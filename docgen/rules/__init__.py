"""Meaning: one rule a module, each with `CODE`, `LEVEL` and `check(dossier)`; `RULES` lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from docgen.rules import argument_belongs

Finding = tuple[tuple[Any, ...], str]


class Rule(Protocol):
    """What a rule module offers. `check` gets a complete dossier and yields the path at fault and a Dutch message."""

    CODE: str
    LEVEL: str

    def check(self, dossier: Mapping[str, Any]) -> Iterator[Finding]:
        """Yield what is wrong; knows no files, lines or output."""


RULES: tuple[Rule, ...] = (argument_belongs,)
