"""The money in the tables of delivery: what was spent of each budget, and what came in from each source."""

from __future__ import annotations

from fractions import Fraction

from docgen.context.delivery import cells
from docgen.domain.delivery.agreed import STAFF, year_amount
from docgen.domain.delivery.judgement import RUNNING, UNREPORTED, Compared, agreed_in, compare
from docgen.domain.delivery.periods import ReportingPeriod, is_agreed
from docgen.domain.delivery.reported import ITEM, ROLE, SOURCE, delivered, reports_by_thing
from docgen.domain.memo import memoized
from docgen.domain.queries import CERTAIN, IN_KIND, cost_items, funding_sources
from docgen.domain.types import CompleteDossier, TableRow

FROM_HOURS = "berekend uit uren"


@memoized
def items(dossier: CompleteDossier, period: ReportingPeriod) -> dict[str, Compared]:
    """The cost items with a budget or a report in a period; of staff without a report of its own what its hours cost."""
    found = {item["id"]: _compare(dossier, item, period) for item in cost_items(dossier)}
    years = {item["id"]: year_amount(item, period.year) for item in cost_items(dossier)}
    agreed = is_agreed(dossier, period)
    return {name: row for name, row in found.items() if (agreed and years[name]) or row.delivered is not None}


def _compare(dossier: CompleteDossier, item: TableRow, period: ReportingPeriod) -> Compared:
    row = compare(dossier, (ITEM, item["id"]), period)
    if not _is_from_hours(dossier, item, period):
        return row
    spent = _cost_of_hours(dossier, item, period)
    return row._replace(delivered=spent, state=_while_running(row) if spent is not None else row.state)


def _while_running(row: Compared) -> str:
    return row.state if row.state == RUNNING else ""


def _is_from_hours(dossier: CompleteDossier, item: TableRow, period: ReportingPeriod) -> bool:
    return item["soort"] == STAFF and bool(item["partij"]) and not delivered(dossier, (ITEM, item["id"]), period)


def _cost_of_hours(dossier: CompleteDossier, item: TableRow, period: ReportingPeriod) -> Fraction | None:
    """What the hours of a party cost in a period; of several items without a report the part of one by its budget."""
    roles = [rol for rol in dossier["rollen"] if rol["partij"] == item["partij"] and rol["tarief"] is not None]
    told = [(rol, delivered(dossier, (ROLE, rol["id"]), period)) for rol in roles]
    costs = [found.value * Fraction(rol["tarief"]) for rol, found in told if found]
    same = [one for one in cost_items(dossier) if one["partij"] == item["partij"]]
    alike = [one for one in same if _is_from_hours(dossier, one, period)]
    whole = sum((agreed_in(dossier, (ITEM, one["id"]), period) or Fraction(0) for one in alike), Fraction(0))
    own = agreed_in(dossier, (ITEM, item["id"]), period) or Fraction(0)
    return sum(costs, Fraction(0)) * (own / whole if whole else 1) if costs else None


@memoized
def item_rows(dossier: CompleteDossier, period: ReportingPeriod, party: str | None) -> list[TableRow]:
    """A row for each cost item, or only for those of a party: the part of its budget, what was spent, and what that is of
    the year so far."""
    known, so_far = {item["id"]: item for item in cost_items(dossier)}, items(dossier, period.until_here())
    return [
        {
            "naam": known[name]["naam"],
            "deel": cells.amount(dossier, row.agreed),
            "uitgegeven": cells.amount(dossier, row.delivered),
            "verschil": cells.difference_in_euros(dossier, row),
            "besteed": _spent(so_far.get(name), year_amount(known[name], period.year)),
            "stand": _state(dossier, known[name], row, period),
        }
        for name, row in items(dossier, period).items()
        if party is None or party in _parties_of(dossier, known[name])
    ]


def _parties_of(dossier: CompleteDossier, item: TableRow) -> set[str | None]:
    """Whose an item is, or who reported of it."""
    return {item["partij"], *(report.party for report in reports_by_thing(dossier).get((ITEM, item["id"]), ()))}


def _spent(so_far: Compared | None, budget: Fraction) -> str:
    return cells.share(so_far.delivered if so_far else None, budget)


def _state(dossier: CompleteDossier, item: TableRow, row: Compared, period: ReportingPeriod) -> str:
    if row.delivered is not None and _is_from_hours(dossier, item, period):
        return FROM_HOURS
    return cells.state(row)


@memoized
def items_total(dossier: CompleteDossier, period: ReportingPeriod) -> TableRow | None:
    """The total of what is judged, and what of that was not reported (`niet_gemeld`)."""
    rows = items(dossier, period)
    if not rows:
        return None
    whole, silent = cells.total(rows.values()), [row for row in rows.values() if row.state == UNREPORTED]
    judged = [name for name, row in rows.items() if row.agreed is not None]
    known, so_far = {item["id"]: item for item in cost_items(dossier)}, items(dossier, period.until_here())
    budget = sum((year_amount(known[name], period.year) for name in judged), Fraction(0))
    spent = cells.total(so_far[name] for name in judged if name in so_far)
    return {
        "deel": cells.amount(dossier, whole.agreed),
        "uitgegeven": cells.amount(dossier, whole.delivered),
        "verschil": cells.difference_in_euros(dossier, whole),
        "besteed": cells.share(spent.delivered, budget),
        "niet_gemeld": cells.amount(dossier, cells.total(silent).agreed) if silent else "",
        "zonder_deel": [known[name]["naam"] for name, row in rows.items() if row.agreed is None],
    }


@memoized
def source_rows(dossier: CompleteDossier, period: ReportingPeriod, party: str | None) -> list[TableRow]:
    """A row for each source of money, or only for those of a party: what is certain for the year, and what came in so far;
    none when nobody reported."""
    so_far = period.until_here()
    own = [source for source in dossier["financiering"] if party is None or source["partij"] == party]
    found = [(source, delivered(dossier, (SOURCE, source["id"]), so_far)) for source in own]
    if not any(received for _, received in found):
        return []
    counted = [source["id"] for source in funding_sources(dossier) if source["vorm"] != IN_KIND]
    return [
        {
            "naam": source["bron"],
            "toegezegd": _promised(dossier, source, period.year),
            "ontvangen": cells.amount(dossier, received.value if received else None),
        }
        for source, received in found
        if received or (source["id"] in counted and year_amount(source, period.year))
    ]


def _promised(dossier: CompleteDossier, source: TableRow, year: int) -> str:
    is_certain = source["status"] in CERTAIN
    return cells.amount(dossier, year_amount(source, year)) if is_certain else "nog niet zeker"
