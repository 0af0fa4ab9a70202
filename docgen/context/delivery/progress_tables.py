"""The tables of the progress report: hours per party and role, spending per cost item, what came in per source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.context.delivery import cells
from docgen.context.delivery.money_rows import item_rows, items_total, source_rows
from docgen.domain.delivery.judgement import FLOORS, RUNNING, UNREPORTED, Compared, compare
from docgen.domain.delivery.periods import ReportingPeriod, ended_periods, in_sentence, in_words, parse_period
from docgen.domain.delivery.reported import ITEM, ROLE, Delivered, Thing, delivered, name_of, reports
from docgen.domain.memo import memoized
from docgen.domain.names import party_names
from docgen.domain.queries import cost_items, horizon, reference_date, section, setting
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, long_date, percentage

NOTHING = "Over geleverde uren en geld is niets gemeld."


@memoized
def delivery(dossier: CompleteDossier) -> TableRow:
    """What was delivered beside what was agreed, in the period of the report (`tijdvak`); `zin` when there is nothing to show."""
    period, told = reporting_period(dossier), bool(reports(dossier))
    if not period or not told:
        return _empty(in_words(period) if period else "", "" if told else nothing_reported(dossier))
    roles = {rol["id"]: rol for rol in dossier["rollen"]}
    shown = {name: compare(dossier, (ROLE, name), period) for name in roles}
    shown = {name: row for name, row in shown.items() if row.agreed or row.delivered is not None}
    paid = {name: row for name, row in shown.items() if not roles[name]["vrijwillig"]}
    return {
        "tijdvak": in_words(period),
        "zin": "",
        "partijen": _parties(dossier, roles, paid),
        "totaal": cells.hours_row("Alle partijen", cells.total(paid.values())) if paid else None,
        "tussenstand": any(row.state == RUNNING for row in paid.values()),
        "van_gemeld": cells.reported_part(list(paid.values())),
        "vrijwilligers": [
            cells.hours_row(roles[name]["naam"], row) for name, row in shown.items() if roles[name]["vrijwillig"]
        ],
        "posten": item_rows(dossier, period, None),
        "posten_totaal": items_total(dossier, period),
        "bronnen": source_rows(dossier, period, None),
        "tot_en_met": in_sentence(period),
        "noten": _notes(dossier, period, shown),
        "toelichtingen": _explanations(dossier, period),
    }


def _empty(period: str, sentence: str) -> TableRow:
    names: dict[str, Any] = {"tijdvak": period, "zin": sentence, "tot_en_met": "", "van_gemeld": ""}
    lists = ("partijen", "vrijwilligers", "posten", "bronnen", "noten", "toelichtingen")
    return names | {name: [] for name in lists} | {"totaal": None, "posten_totaal": None, "tussenstand": False}


def nothing_reported(dossier: CompleteDossier) -> str:
    """Why there is nothing to show of delivery; empty when no hours and no money were agreed."""
    period, today = horizon(dossier), reference_date(dossier)
    if not cost_items(dossier) and not any(rol["uren"] for rol in dossier["rollen"]):
        return ""
    if period and today and today < period.begin:
        return f"De afspraken gaan in op {long_date(period.begin)}. Over geleverde uren en geld is er daarom nog niets te melden."
    return NOTHING


@memoized
def reporting_period(dossier: CompleteDossier) -> ReportingPeriod | None:
    """The period of the progress report: the one that it names, else the last one that is over; without a reference date
    the last one that was reported."""
    named = parse_period(section(dossier, "voortgang").get("tijdvak"))
    over = ended_periods(dossier, 1)
    told = sorted((report.period for report in reports(dossier)), key=lambda period: period.end)
    return named or next(iter(over or told[-1:]), None)


@memoized
def report_title(dossier: CompleteDossier) -> str:
    """The period of the progress report in words: what the writer says, else the period of what is reported."""
    written: str | None = section(dossier, "voortgang").get("periode")
    period = reporting_period(dossier)
    return written or (in_words(period) if period else "")


def _parties(dossier: CompleteDossier, roles: dict[str, TableRow], rows: dict[str, Compared]) -> list[TableRow]:
    names, found = party_names(dossier), []
    for party in dict.fromkeys(roles[name]["partij"] for name in rows):
        own = {name: row for name, row in rows.items() if roles[name]["partij"] == party}
        found.append(
            {
                "naam": names.get(party, party),
                "rollen": [cells.hours_row(roles[name]["naam"], row) for name, row in own.items()],
                "totaal": cells.hours_row("Samen", cells.total(own.values())) if len(own) > 1 else None,
            }
        )
    return found


def _notes(dossier: CompleteDossier, period: ReportingPeriod, rows: dict[str, Compared]) -> list[str]:
    """What a reader must know beside the figures: how they are judged, what is missing and what is provisional."""
    margin = percentage(setting(dossier, "max_verschil_levering"))
    notes = [
        "Afgesproken is het deel van het jaar dat in dit tijdvak valt. Volgens afspraak: het verschil is ten hoogste"
        f" {margin}, of minder dan {FLOORS[ROLE]} uur of € {FLOORS[ITEM]}."
    ]
    told = [report for report in reports(dossier) if report.period.overlaps(period)]
    last = max((report.day for report in told if report.is_provisional and report.day), default=None)
    if any(report.is_provisional for report in told):
        notes.append(f"Een deel is een tussenstand{f', het laatst gemeld op {long_date(last)}' if last else ''}.")
    silent = [name_of(dossier, (ROLE, name)) for name, row in rows.items() if row.state == UNREPORTED]
    if silent:
        notes.append(f"Geen uren gemeld: {enumeration(silent)}.")
    return notes + [_incomplete(dossier, thing, found) for thing, found in _with_gaps(dossier, period, rows)]


def _with_gaps(
    dossier: CompleteDossier, period: ReportingPeriod, rows: dict[str, Compared]
) -> Iterator[tuple[Thing, Delivered]]:
    hours = [((ROLE, name), delivered(dossier, (ROLE, name), period)) for name in rows]
    things = [(ITEM, item["id"]) for item in cost_items(dossier)]
    for thing, found in (*hours, *((thing, delivered(dossier, thing, period.until_here())) for thing in things)):
        if found and found.missing:
            yield thing, found


def _incomplete(dossier: CompleteDossier, thing: Thing, found: Delivered) -> str:
    return f"{name_of(dossier, thing)}: over {enumeration(map(in_sentence, found.missing))} is niets gemeld."


def _explanations(dossier: CompleteDossier, period: ReportingPeriod) -> list[TableRow]:
    """What the writer says of what was reported."""
    told = [report for report in reports(dossier) if report.period.overlaps(period)]
    said = [(report, dossier["realisatie"][report.place]["toelichting"]) for report in told]
    return [{"naam": name_of(dossier, report.thing), "tekst": text} for report, text in said if text]
