"""What several rules ask of a complete dossier: settings, the horizon, totals per year, hours, names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from docgen.domain.memo import memoized, memoized_by_value
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import CENT, percentage

Number = int | Decimal

# thresholds when dossier.instellingen does not give them; schemas/dossier.yaml says the same to the writer
DEFAULTS: dict[str, Number] = {
    "doorlooptijd_besluit_dagen": 180,
    "max_review_maanden": 12,
    "contact_max_maanden": 12,
    "succes_max_maanden": 12,
    "handboek_max_maanden": 24,
    "min_horizon_jaren": 4,
    "max_aandeel_rol": 40,
    "max_aandeel_bron": 70,
    "max_onzeker": 25,
    "max_onzeker_waarschuwing": 50,
    "max_verschil_personeel": 1,
    "begroting_vastgesteld_maand": 11,
    "melden_binnen_dagen": 42,
    "max_verschil_levering": 10,
}


ENDED = ("klaar", "vervallen")  # the states of an action that asks nothing any more
CERTAIN = ("toegezegd", "beschikt", "ontvangen")  # of a source of money
UNCERTAIN = ("gevraagd", "onzeker")
IDEA, REFUSED = "idee", "afgewezen"  # cover nothing
IN_KIND = "natura"
YEARS_PER_TABLE = 5
STRUCTURAL, TEMPORARY = "structureel", "incidenteel"
DECISION_LEVELS = {
    "uitvoering": "Uitvoering",
    "tijd_en_geld": "Tijd en geld",
    "ondersteuning": "Ondersteuning",
    "besluit": "Bestuurlijk besluit",
}


class Period(NamedTuple):
    """First and last day."""

    begin: date
    einde: date


def section(dossier: CompleteDossier, name: str) -> TableRow:
    """A part of the dossier; empty when it is not there."""
    return dossier.get(name) or {}


@memoized
def has_section(dossier: CompleteDossier, name: str) -> bool:
    """Whether there is anything in a part of the dossier."""
    return bool(section(dossier, name))


def setting(dossier: CompleteDossier, name: str) -> Number:
    """A threshold: what the dossier says, else the default."""
    given: Number | None = (section(dossier, "dossier").get("instellingen") or {}).get(name)
    return DEFAULTS[name] if given is None else given


def reference_date(dossier: CompleteDossier) -> date | None:
    """The day on which the dossier is judged."""
    day: date | None = section(dossier, "dossier").get("peildatum")
    return day


def horizon(dossier: CompleteDossier) -> Period | None:
    """The period of the arrangements."""
    written = section(dossier, "dossier").get("horizon") or {}
    begin, end = written.get("begin"), written.get("einde")
    return Period(begin, end) if begin and end else None


def horizon_years(dossier: CompleteDossier) -> range:
    """The years of the horizon; empty when there is none."""
    period = horizon(dossier)
    return range(period.begin.year, period.einde.year + 1) if period else range(0)


@memoized_by_value
def table_years(dossier: CompleteDossier) -> list[int]:
    """The years of a table: those of the horizon, the costs, the funding and the annual plan, without a gap."""
    found: set[int] = set().union(*(row["bedragen"] or () for _, row in money_rows(dossier)), horizon_years(dossier))
    if dossier["jaarplan"] and dossier["jaarplan"]["jaar"]:
        found.add(dossier["jaarplan"]["jaar"])
    return list(range(min(found), max(found) + 1)) if found else []


@memoized_by_value
def agreement_years(dossier: CompleteDossier) -> list[int]:
    """The years in which the agreement holds and of which amounts are known; all years without an agreement."""
    agreement = dossier["overeenkomst"] or {}
    start, end = agreement.get("ingang"), agreement.get("einde")
    return [
        year for year in table_years(dossier) if (not start or year >= start.year) and (not end or year <= end.year)
    ]


def in_blocks(years: list[int]) -> list[list[int]]:
    """Years cut into runs of nearly equal length that fit the width of a page: one table per run."""
    return split_evenly(years, YEARS_PER_TABLE)


def split_evenly(rows: list[Any], most: int) -> list[list[Any]]:
    """Rows cut into runs of nearly equal length, each of `most` at most: what fits the width of a page."""
    count = -(-len(rows) // most)
    edges = [len(rows) * i // count for i in range(count + 1)] if count else []
    return [rows[start:end] for start, end in pairwise(edges)]


def in_years(some: range) -> str:
    """A run of years in a sentence: "in 2028" or "van 2028 tot en met 2031"."""
    return f"in {some[0]}" if len(some) == 1 else f"van {some[0]} tot en met {some[-1]}"


def cost_items(dossier: CompleteDossier) -> list[TableRow]:
    """The cost items."""
    return section(dossier, "begroting").get("posten") or []


def funding_sources(dossier: CompleteDossier) -> list[TableRow]:
    """The sources of money that count."""
    return [bron for bron in dossier["financiering"] if counts(bron)]


def counts(bron: TableRow) -> bool:
    """Whether a source covers anything: an idea does not, nor does what was refused."""
    return bron.get("status") not in (IDEA, REFUSED)


def is_idea(bron: TableRow) -> bool:
    """Whether a source is no more than an idea."""
    return bool(bron.get("status") == IDEA)


@memoized
def funding_per_year(dossier: CompleteDossier) -> dict[int, Decimal]:
    """The money that counts for each year of the horizon that has some."""
    return per_year(funding_sources(dossier), horizon_years(dossier))


@memoized
def structural_funding_per_year(dossier: CompleteDossier) -> dict[int, Decimal]:
    """The structural money that counts for each year of the horizon that has some."""
    return per_year(structural(funding_sources(dossier)), horizon_years(dossier))


def to_cents(amount: Decimal) -> Decimal:
    """An amount in euros rounded to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def rounded_to_add_up(values: Sequence[Decimal]) -> list[Decimal]:
    """Values in hundredths that together are their rounded sum: what is left over goes to the largest remainders, the first
    of equals."""
    floors = [value.quantize(CENT, ROUND_FLOOR) for value in values]
    short = int((to_cents(sum(values, Decimal(0))) - sum(floors, Decimal(0))) / CENT)
    largest = sorted(range(len(values)), key=lambda place: floors[place] - values[place])[:short]
    return [value + CENT * (place in largest) for place, value in enumerate(floors)]


def is_more_than_rounding(cents: int, amount: Decimal | None) -> bool:
    """Whether a difference in cents on an amount in euros is more than a euro and a thousandth of it."""
    return cents > max(Decimal(100), (amount or Decimal(0)) / 10)


def money_rows(dossier: CompleteDossier) -> list[tuple[tuple[Any, ...], TableRow]]:
    """Every cost item and source with its path."""
    rows: list[tuple[tuple[Any, ...], TableRow]] = [
        (("begroting", "posten", i), row) for i, row in enumerate(cost_items(dossier))
    ]
    return rows + [(("financiering", i), row) for i, row in enumerate(dossier["financiering"])]


def per_year(rows: Iterable[TableRow], within: Container[int]) -> dict[int, Decimal]:
    """The total amount of rows for each year that has one."""
    totals: defaultdict[int, Decimal] = defaultdict(Decimal)
    for row in rows:
        for year, amount in (row["bedragen"] or {}).items():
            if year in within:
                totals[year] += amount
    return dict(sorted(totals.items()))


def structural(rows: Iterable[TableRow]) -> list[TableRow]:
    """The rows that are structural."""
    return [row for row in rows if row["aard"] == STRUCTURAL]


def by_id(rows: Iterable[TableRow]) -> dict[str, TableRow]:
    """Rows by their id."""
    return {row["id"]: row for row in rows if row["id"] is not None}


@memoized
def municipalities(dossier: CompleteDossier) -> set[str]:
    """Ids of the parties that are the municipality: named so in the dossier, or of that kind."""
    named = section(dossier, "dossier").get("gemeente")
    kinds = {partij["id"] for partij in dossier["partijen"] if (partij["soort"] or "").casefold() == "gemeente"}
    return kinds | ({named} if named else set())


@memoized
def council_party(dossier: CompleteDossier) -> str | None:
    """The municipality whose council the dossier is for: the one it names, else the only one, else the party that is called as
    the organisation; `None` when nobody can tell."""
    named = section(dossier, "dossier").get("gemeente")
    kinds = municipalities(dossier)
    if named or len(kinds) == 1:
        return named or next(iter(kinds))
    name = section(dossier, "organisatie").get("naam")
    return next((party["id"] for party in dossier["partijen"] if name and party["naam"] == name), None)


def hours_per_role(dossier: CompleteDossier) -> dict[str, Number]:
    """Hours that the tasks ask of every role."""
    hours: Counter[str] = Counter()
    for taak in dossier["taken"]:
        hours.update({rol: spent for rol, spent in (taak["uren"] or {}).items() if spent})
    return dict(hours)


def is_longer_than(months: Number, start: date, end: date) -> bool:
    """Whether there are more than so many months between two days; 15 June to 15 July is one month."""
    span = (end.year - start.year) * 12 + end.month - start.month
    return span > months or (span == months and end.day > start.day)


def share_above(limit: Number, part: Number, whole: Number) -> str:
    """The share of a part as "42%" when it is above the limit, else an empty string.

    It gets decimals when it would otherwise look as if it were the limit itself.
    """
    if whole <= 0 or 100 * Decimal(part) <= limit * Decimal(whole):
        return ""
    share = 100 * Decimal(part) / Decimal(whole)
    for digits in ("1", "0.1", "0.01"):
        rounded = share.quantize(Decimal(digits), ROUND_HALF_UP)
        if rounded > limit:
            return percentage(rounded.normalize() if rounded % 1 else int(rounded))
    return f"iets meer dan {percentage(limit)}"


HELD = "aangehouden"  # what a council did that has not decided yet


def names_of_money(point: TableRow) -> list[str]:
    """The sources and reserves that a decision point is about."""
    return [name for key in ("financiering", "reserves") for name in point.get(key) or ()]


def proposal_points(dossier: CompleteDossier) -> list[TableRow]:
    """The decision points, as they stand in the dossier."""
    return section(dossier, "raadsvoorstel").get("beslispunten") or []


@memoized
def asked_names(dossier: CompleteDossier) -> frozenset[str]:
    """The sources and reserves that a decision point of the proposal names."""
    points = proposal_points(dossier)
    return frozenset(name for point in points for name in names_of_money(point))


@memoized
def undecided_names(dossier: CompleteDossier) -> frozenset[str]:
    """Those that a proposal asks for of which the dossier says nowhere that the council met: their money is asked, whatever
    is said of its state. What has a decision of its own that is not still to come is decided on."""
    asked, proposal, today = asked_names(dossier), section(dossier, "raadsvoorstel"), reference_date(dossier)
    if not asked or not _is_to_come(proposal.get("uitslag"), proposal.get("raadsvergadering"), today):
        return frozenset()
    rows = [*dossier["financiering"], *(section(dossier, "begroting").get("reserves") or [])]
    days = {row["id"]: (row.get("besluit") or {}).get("datum") for row in rows}
    decided = {name for name, day in days.items() if day and not (today and today < day)}
    return asked - decided


def _is_to_come(outcome: TableRow | None, meeting: date | None, today: date | None) -> bool:
    if outcome:
        return bool(outcome["uitkomst"] == HELD)
    return not meeting or bool(today and today < meeting)
