"""Rules by name: a code (FIN-03), a group (FIN) or an anchor (Financiën)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from docgen.diagnostics.suggest import did_you_mean
from docgen.errors import DocgenError
from docgen.rules.registry import EXPLAINED


@cache
def groups() -> dict[str, set[str]]:
    """The codes of rules under each of their names, in capitals."""
    found: dict[str, set[str]] = {}
    for rule in EXPLAINED:
        for name in (rule.CODE, rule.CODE.split("-")[0], rule.ANCHOR.upper()):
            found.setdefault(name, set()).add(rule.CODE)
    return found


def codes_of(names: Iterable[str]) -> set[str]:
    """The codes of all rules that are named. Raises `DocgenError` with a suggestion for an unknown name."""
    found: set[str] = set()
    for name in names:
        known = groups().get(name.strip().upper().replace("FINANCIEN", "FINANCIËN"))
        if known is None:
            hint = did_you_mean(name, groups()) or "zie docgen rules"
            raise DocgenError(f"regel of groep ‘{name}’ bestaat niet; {hint}")
        found |= known
    return found


def excluded_codes(select: Iterable[str], ignore: Iterable[str]) -> set[str]:
    """The codes of rules that are not asked for: all but those selected, and those ignored."""
    selected = codes_of(select)
    return codes_of(ignore) | ({rule.CODE for rule in EXPLAINED} - selected if selected else set())
