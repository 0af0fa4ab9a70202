"""What was reported as delivered, until the reference date: a zero is a report, absence is none."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from docgen.domain.delivery.periods import ReportingPeriod, of_quarters, parse_period
from docgen.domain.memo import memoized
from docgen.domain.names import whole_dossier
from docgen.domain.queries import by_id, cost_items, reference_date
from docgen.domain.types import CompleteDossier, TableRow

ROLE, ITEM, SOURCE = "rol", "post", "bron"
NUMBERS = {ROLE: "uren", ITEM: "bedrag", SOURCE: "bedrag"}  # what is reported of each
Thing = tuple[str, str]  # of which kind, and its id


class Report(NamedTuple):
    """A row of the reports, with its place in the list."""

    place: int
    thing: Thing
    party: str | None
    period: ReportingPeriod
    value: Fraction
    day: date | None
    is_provisional: bool


class Delivered(NamedTuple):
    """What was delivered in a period; `missing` are the parts of it about which nobody reported."""

    value: Fraction
    missing: list[ReportingPeriod]
    is_provisional: bool


@memoized
def reports(dossier: CompleteDossier) -> list[Report]:
    """What was reported until the reference date; a row from which no one thing, period and number can be read is left out."""
    today = reference_date(dossier)
    found = [_report(dossier, i, row) for i, row in enumerate(dossier["realisatie"])]
    return [one for one in found if one and not (today and one.day and one.day > today)]


def _report(dossier: CompleteDossier, place: int, row: TableRow) -> Report | None:
    kinds, period = [kind for kind in NUMBERS if row[kind]], parse_period(row["tijdvak"])
    if len(kinds) != 1 or not period or row[NUMBERS[kinds[0]]] is None:
        return None
    thing = kinds[0], row[kinds[0]]
    value, party = Fraction(row[NUMBERS[kinds[0]]]), row["partij"] or party_of(dossier, thing)
    return Report(place, thing, party, period, value, row["gemeld_op"], bool(row["voorlopig"]))


def party_of(dossier: CompleteDossier, thing: Thing) -> str | None:
    """The party of a role, cost item or source, if it has one."""
    row = row_of(dossier, thing)
    party: str | None = row["partij"] if row else None
    return party


def row_of(dossier: CompleteDossier, thing: Thing) -> TableRow | None:
    """The role, cost item or source itself."""
    return _rows(dossier, thing[0]).get(thing[1])


def name_of(dossier: CompleteDossier, thing: Thing) -> str:
    """What a role, cost item or source is called."""
    row = row_of(dossier, thing)
    return str(row["bron" if thing[0] == SOURCE else "naam"] or thing[1]) if row else thing[1]


@memoized
def _rows(dossier: CompleteDossier, kind: str) -> dict[str, TableRow]:
    whole = whole_dossier(dossier)
    return by_id({ROLE: whole["rollen"], ITEM: cost_items(whole), SOURCE: whole["financiering"]}[kind])


@memoized
def reports_by_thing(dossier: CompleteDossier) -> dict[Thing, list[Report]]:
    """What was reported of each role, item and source."""
    found: defaultdict[Thing, list[Report]] = defaultdict(list)
    for report in reports(dossier):
        found[report.thing].append(report)
    return dict(found)


@memoized
def last_reports(dossier: CompleteDossier, kind: str) -> list[Report]:
    """Of each thing of a kind and each period the last report, in the order of the periods."""
    last = {(report.thing, report.period): report for report in reports(dossier) if report.thing[0] == kind}
    return sorted(last.values(), key=lambda report: (report.period.year, report.period.last, report.place))


def delivered(dossier: CompleteDossier, thing: Thing, period: ReportingPeriod) -> Delivered | None:
    """What was delivered of something in a period; nothing when no report is of that period or a part of it.

    What a party reported of the whole goes before what it reported of its parts.
    """
    of_party: defaultdict[str | None, dict[ReportingPeriod, list[Report]]] = defaultdict(dict)
    for report in reports_by_thing(dossier).get(thing, ()):
        of_party[report.party].setdefault(report.period, []).append(report)
    used = [report for own in of_party.values() for report in _cover(own, period)]
    if not used:
        return None
    told = {quarter for report in used for quarter in report.period.quarters}
    missing = of_quarters(period.year, set(period.quarters) - told)
    return Delivered(sum((one.value for one in used), Fraction(0)), missing, any(one.is_provisional for one in used))


def _cover(own: dict[ReportingPeriod, list[Report]], period: ReportingPeriod) -> list[Report]:
    return own.get(period) or [report for part in period.parts for report in _cover(own, part)]


def is_reported(dossier: CompleteDossier, thing: Thing, period: ReportingPeriod) -> bool:
    """Whether there is a report of a period, of a part of it, or of a whole that it is part of."""
    return any(report.period.overlaps(period) for report in reports_by_thing(dossier).get(thing, ()))
