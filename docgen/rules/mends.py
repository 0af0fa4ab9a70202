"""What a writer would do about findings, as values by path: what their hints say to the letter, else what was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from docgen.diagnostics.finding import Changes, Finding
from docgen.domain.organs import COLLEGE, COUNCIL, is_own_organ
from docgen.domain.queries import cost_items, funding_sources, horizon, horizon_years, reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.rules.catalog.evaluation_has_money import EVALUATION
from docgen.rules.catalog.lasting_item_skips_no_year import missing_years

MOST_TRIED = 5
Path = tuple[Any, ...]


def with_changes(dossier: CompleteDossier, changes: Iterable[tuple[Path, Any]]) -> dict[str, Any]:
    """The same dossier with other values; what is not changed is shared with it."""
    changed = dict(dossier)
    own = {id(changed): changed}
    for path, value in changes:
        part: Any = changed
        for step in path[:-1]:
            inside = part[step]
            if id(inside) not in own:
                inside = part[step] = inside.copy()
                own[id(inside)] = inside
            part = inside
        part[path[-1]] = value
    return changed


def as_told(_dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """What the hints say, all at once."""
    yield tuple(change for cause in causes for change in cause.remedy)


def usual_amounts(dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """What the hints say; else, where it was rounded, the amount of the year beside it."""
    yield from as_told(dossier, causes)
    rows = [(cause, _at(dossier, cause.path[:-2])) for cause in causes if cause.year]
    yield tuple((cause.path, _usual(row, cause.year or 0, but=cause.year)) for cause, row in rows)


def filled_years(dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """Every year that a lasting item or source skips has the amount of the year beside it."""
    rows = [(cause.path, _at(dossier, cause.path[:-1])) for cause in causes]
    yield tuple(
        ((*path, year), _usual(row, year)) for path, row in rows for year in missing_years(row, horizon_years(dossier))
    )


def paid_evaluations(dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """The item of every evaluation is for evaluations, and has money in its year."""
    places = {row["id"]: (i, row) for i, row in enumerate(cost_items(dossier))}
    changes: list[tuple[Path, Any]] = []
    for cause in causes:
        i, row = places[cause.about]
        path = ("begroting", "posten", i)
        if cause.kind:
            changes.append(((*path, "soort"), EVALUATION))
        elif row["bedragen"]:
            changes.append(((*path, "bedragen", cause.year), _usual(row, cause.year or 0)))
    yield tuple(changes)


def happened_days(dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """What is said to be there was there on the reference date."""
    today = reference_date(dossier)
    yield tuple((cause.path, today.year if cause.path[-1] == "jaar" else today) for cause in causes if today)


def other_meetings(dossier: CompleteDossier, _causes: Sequence[Finding]) -> Iterator[Changes]:
    """The proposal is for a day that the rest of the dossier has for a decision of the council or the executive."""
    rows = [*(bron["besluit"] or {} for bron in dossier["financiering"]), *dossier["besluitvorming"]]
    for organ, field in ((COUNCIL, "raadsvergadering"), (COLLEGE, "collegebesluit")):
        days = [row["datum"] for row in rows if row.get("datum") and is_own_organ(row.get("orgaan"), organ)]
        for day in islice(dict.fromkeys(days), MOST_TRIED):
            yield ((("raadsvoorstel", field), day),)


def earlier_reviews(dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """A review after the end falls halfway the last review and the end."""
    period = horizon(dossier)
    reviews = section(dossier, "monitoring").get("reviews") or ()
    if period:
        days = [row["datum"] for row in reviews if row["datum"] and period.begin <= row["datum"] <= period.einde]
        last: date = max(days, default=period.begin)
        late = [cause.path for cause in causes if "reviews" in cause.path]
        yield tuple((path, last + (period.einde - last) / 2) for path in late)


def other_successors(dossier: CompleteDossier, causes: Sequence[Finding]) -> Iterator[Changes]:
    """Another source that counts and goes on takes over."""
    lasting = [row["id"] for row in funding_sources(dossier) if row["id"] and not row["einde"]]
    for key in lasting[:MOST_TRIED]:
        yield tuple((cause.path, [key]) for cause in causes if cause.about != key)


def _at(dossier: CompleteDossier, path: Path) -> TableRow:
    found: Any = dossier
    for step in path:
        found = found[step]
    row: TableRow = found
    return row


def _usual(row: TableRow, year: int, but: int | None = None) -> Decimal:
    """The amount of the nearest year that has one; of two as near, the earlier."""
    paid = {when: amount for when, amount in (row["bedragen"] or {}).items() if amount and when != but}
    amount: Decimal = paid[min(paid, key=lambda when: (abs(when - year), when))] if paid else Decimal(0)
    return amount
