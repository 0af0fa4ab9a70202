"""How long the agreement runs: its first and last day, and the years that its title names."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from docgen._lazy import regex
from docgen.domain.agreement.clauses import agreement
from docgen.domain.types import CompleteDossier

YEARS = regex(r"(?<![\w-])(20\d\d)\s*(?:[-–]|t/m|tot en met)\s*(20\d\d)(?![\w-])")


class Term(NamedTuple):
    """The first and the last day, when they are known."""

    begin: date | None
    einde: date | None


def term(dossier: CompleteDossier) -> Term:
    """The days between which the agreement holds."""
    own = agreement(dossier)
    return Term(own.get("ingang"), own.get("einde"))


def titled_years(dossier: CompleteDossier) -> tuple[int, int] | None:
    """The first and last year that the title names: "Samenwerking Spoordijk 2028–2031"; a year alone is none."""
    found = YEARS.search(agreement(dossier).get("titel") or "")
    return (int(found[1]), int(found[2])) if found else None


def days_unlike_title(dossier: CompleteDossier) -> list[str]:
    """The fields of the term that the title contradicts."""
    titled = titled_years(dossier)
    days = zip(("ingang", "einde"), term(dossier), titled or (), strict=False)
    return [field for field, day, year in days if day and day.year != year]
