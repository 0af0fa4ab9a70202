"""The delivery tables of a handover: to a colleague of the own role and party, to a board of all parties, the year so far."""

from __future__ import annotations

from fractions import Fraction

from docgen.context.delivery import cells
from docgen.context.delivery.money_rows import item_rows, items, source_rows
from docgen.context.delivery.progress_tables import nothing_reported
from docgen.domain.delivery.judgement import (
    INCOMPLETE,
    LESS,
    MORE,
    OVER_AMOUNT,
    RUNNING,
    UNREPORTED,
    Compared,
    compare,
    year_limit,
)
from docgen.domain.delivery.periods import ReportingPeriod, ended_periods, in_sentence, in_words, is_agreed
from docgen.domain.delivery.reported import ITEM, ROLE, name_of, party_of, reports
from docgen.domain.memo import memoized
from docgen.domain.names import party_names
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration

MOST_PERIODS = 4


@memoized
def handover_delivery(dossier: CompleteDossier) -> TableRow:
    """What was delivered, for who takes over: `rol`, `posten` and `bronnen` of the role that is handed over and its party,
    `bestuur` in words for a board; `zin` when nothing was reported."""
    if not reports(dossier):
        return _empty() | {"zin": nothing_reported(dossier)}
    over = [one for one in ended_periods(dossier, MOST_PERIODS) if is_agreed(dossier, one)]
    periods = over or [max(report.period for report in reports(dossier))]
    role, so_far = section(dossier, "overdracht").get("rol"), periods[-1].until_here()
    party = party_of(dossier, (ROLE, role)) if role else None
    return {
        "zin": "",
        "tijdvak": in_words(so_far),
        "rol": _role(dossier, role, periods),
        "posten": item_rows(dossier, so_far, party) if party else [],
        "bronnen": source_rows(dossier, so_far, party) if party else [],
        "bestuur": _for_board(dossier, so_far),
    }


def _empty() -> TableRow:
    lists = ("rol", "posten", "bronnen", "bestuur")
    empty: TableRow = {name: [] for name in lists}
    return empty | {"zin": "", "tijdvak": ""}


def _role(dossier: CompleteDossier, role: str | None, periods: list[ReportingPeriod]) -> list[TableRow]:
    """The last periods of a role, the last one first."""
    rows = [(period, compare(dossier, (ROLE, role or ""), period)) for period in reversed(periods)]
    return [cells.hours_row(in_words(period), row) for period, row in rows if row.agreed or row.delivered is not None]


def _for_board(dossier: CompleteDossier, so_far: ReportingPeriod) -> list[TableRow]:
    """What was delivered in two sentences (`kop`, `tekst`): a board has two pages for everything."""
    told = [("Uren", _hours_in_words(dossier, so_far)), ("Uitgaven", _money_in_words(dossier, so_far))]
    return [{"kop": head, "tekst": text} for head, text in told if text]


def _hours_in_words(dossier: CompleteDossier, so_far: ReportingPeriod) -> str:
    """The paid hours of all parties together and of each."""
    paid = [rol for rol in dossier["rollen"] if not rol["vrijwillig"]]
    found = [(rol["partij"], compare(dossier, (ROLE, rol["id"]), so_far)) for rol in paid]
    shown = [(party, row) for party, row in found if row.agreed or row.delivered is not None]
    if not shown:
        return ""
    whole, names = cells.total(row for _, row in shown), party_names(dossier)
    parties = dict.fromkeys(party for party, _ in shown)
    of_each = [
        _part(names.get(party, party), cells.total(row for of, row in shown if of == party)) for party in parties
    ]
    when = in_sentence(so_far)
    told = f"Tot nu toe zijn in {when}" if whole.state == RUNNING else f"In {when} zijn"
    return f"{told} {_of(whole)} betaalde uren geleverd" + (f": {'; '.join(of_each)}" if len(of_each) > 1 else "")


def _part(name: str, row: Compared) -> str:
    return (
        f"{name} {_of(row)}"
        if row.delivered is not None
        else f"{name} meldde niets ({cells.hours(row.agreed)} afgesproken)"
    )


def _of(row: Compared) -> str:
    return f"{cells.hours(row.delivered or Fraction(0))} van {cells.hours(row.agreed)}"


DIFFERENT = {
    MORE: "meer dan begroot aan",
    OVER_AMOUNT: "boven het jaarbudget",
    LESS: "minder aan",
    INCOMPLETE: "niet alles gemeld over",
    UNREPORTED: "niets gemeld over",
}  # the states that a board hears of


def _money_in_words(dossier: CompleteDossier, so_far: ReportingPeriod) -> str:
    """What was spent in all, and where that differs from the budget."""
    rows = items(dossier, so_far)
    whole = cells.total(rows.values())
    if not rows or whole.delivered is None:
        return ""
    parts = [
        f"Uitgegeven is {cells.amount(dossier, whole.delivered)} van de begrote {cells.amount(dossier, whole.agreed)}"
    ]
    for state, head in DIFFERENT.items():
        found = [
            f"{name_of(dossier, (ITEM, name))} ({_euros(dossier, name, row, so_far)})"
            for name, row in rows.items()
            if row.state == state
        ]
        parts += [f"{head} {enumeration(found)}"] if found else []
    apart = [(name, row.delivered) for name, row in rows.items() if row.agreed is None and row.delivered]
    if apart:
        told = [f"{name_of(dossier, (ITEM, name))} ({cells.amount(dossier, spent)})" for name, spent in apart]
        parts.append(f"daarin niet geteld, want niet per tijdvak begroot: {enumeration(told)}")
    return "; ".join(parts)


def _euros(dossier: CompleteDossier, name: str, row: Compared, so_far: ReportingPeriod) -> str:
    """What was spent of a budget: that of the year when that is exceeded, else the part of it that is agreed so far."""
    spent = "" if row.delivered is None else f"{cells.amount(dossier, row.delivered)} van "
    of_year = year_limit(dossier, (ITEM, name), so_far.year) if row.state == OVER_AMOUNT else None
    budget = row.agreed if of_year is None else of_year
    return spent + ("het budget" if budget is None else cells.amount(dossier, budget))
