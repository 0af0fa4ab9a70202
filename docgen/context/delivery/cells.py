"""How what was agreed and delivered is shown: rounded here and nowhere else, a total from the exact numbers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from docgen.domain.delivery.judgement import RUNNING, SIGNS, UNREPORTED, Compared
from docgen.domain.delivery.reported import ROLE, reports
from docgen.domain.memo import memoized
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text import dutch

EMPTY = "–"
IN_THE_YEAR = "in de loop van het jaar"


def hours(value: Fraction | None) -> str:
    """Hours in a column of hours, with at most one decimal."""
    return EMPTY if value is None else dutch.number(dutch.rounded(value, 1))


def difference_in_hours(row: Compared) -> str:
    """What was delivered more or less: "+35", "−20"; as long as the period runs "nog 20"."""
    shown = dutch.rounded(_difference(row), 1) if _is_told(row) else None
    if shown is None:
        return EMPTY
    sign = "+" if shown > 0 else dutch.MINUS if shown < 0 else ""
    return still(dutch.number(-shown)) if _is_to_come(row) else f"{sign}{dutch.number(abs(shown))}"


def still(shown: str) -> str:
    """What is left of a period that is not over."""
    return f"nog {shown}"


def amount(dossier: CompleteDossier, value: Fraction | None) -> str:
    """An amount in a column of amounts: cents everywhere when any was reported, else nowhere."""
    if value is None:
        return EMPTY
    cents = has_cents(dossier)
    return dutch.euro(dutch.rounded(value, 2 if cents else 0), cents)


def difference_in_euros(dossier: CompleteDossier, row: Compared) -> str:
    """What was spent more or less."""
    if not _is_told(row):
        return EMPTY
    return still(amount(dossier, -_difference(row))) if _is_to_come(row) else amount(dossier, _difference(row))


def share(part: Fraction | None, whole: Fraction) -> str:
    """A part of a whole in per cent, with at most one decimal."""
    return EMPTY if part is None or not whole else dutch.percentage(dutch.rounded(100 * part / whole, 1))


def state(row: Compared) -> str:
    """A state with its sign; what has no part of the year that is agreed is not judged."""
    if row.agreed is None:
        return IN_THE_YEAR
    return f"{SIGNS[row.state]} {row.state}" if row.state else ""


@memoized
def has_cents(dossier: CompleteDossier) -> bool:
    """Whether any amount that was reported has cents."""
    return any(report.value % 1 for report in reports(dossier) if report.thing[0] != ROLE)


def _is_told(row: Compared) -> bool:
    return row.agreed is not None and row.delivered is not None


def _is_to_come(row: Compared) -> bool:
    return row.state == RUNNING and _difference(row) < 0


def _difference(row: Compared) -> Fraction:
    return (row.delivered or Fraction(0)) - (row.agreed or Fraction(0))


def total(rows: Iterable[Compared]) -> Compared:
    """What was agreed and delivered together, of what is judged; nothing delivered when nothing was reported. It has no
    state of its own, unless the period still runs."""
    rows = list(rows)
    judged = [row for row in rows if row.agreed is not None]
    told = [row.delivered for row in judged if row.delivered is not None]
    agreed = sum((row.agreed for row in judged if row.agreed is not None), Fraction(0))
    is_running = any(row.state == RUNNING for row in rows)
    return Compared(agreed, sum(told, Fraction(0)) if told else None, RUNNING if is_running else "")


def hours_row(name: str, row: Compared) -> TableRow:
    """A row of hours."""
    return {
        "naam": name,
        "afgesproken": hours(row.agreed),
        "geleverd": hours(row.delivered),
        "verschil": difference_in_hours(row),
        "stand": state(row),
    }


def reported_part(rows: list[Compared]) -> str:
    """Of what was reported: what was agreed for it, and the share; empty when all or nothing was reported."""
    told = [row for row in rows if row.delivered is not None and row.agreed is not None]
    if not told or not any(row.state == UNREPORTED for row in rows):
        return ""
    of_told = total(told)
    part = share(of_told.delivered, of_told.agreed or Fraction(0))
    return f"{hours(of_told.delivered)} van {hours(of_told.agreed)} uur ({part})"
