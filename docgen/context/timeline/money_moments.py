"""When money ends and begins, who decides about it, and the last day on which that is in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from docgen.context.timeline.moment import DONE, FACT, OPEN, Moment
from docgen.domain import proven
from docgen.domain.names import party_names
from docgen.domain.organs import is_same_organ
from docgen.domain.queries import CERTAIN, REFUSED, TEMPORARY, counts, funding_sources, municipalities, reference_date
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, euro, long_date, number

NEAR = 31  # days before a last day: close enough to say how many are left
Key = TypeVar("Key")


def endings(dossier: CompleteDossier) -> Iterator[Moment]:
    """The end of temporary money, with what it pays in its last year; "eenmalig" when no lasting cost depends on it."""
    for source in funding_sources(dossier):
        end, name = source["einde"], source["bron"]
        if source["aard"] == TEMPORARY and end:
            amount = (source["bedragen"] or {}).get(end.year)
            told = f" ({euro(amount)} in {end.year})" if amount else ""
            once = "" if proven.left_behind(dossier, source) else ", eenmalig"
            yield Moment("geld stopt", end, f"{name} stopt{told}{once}")


def last_days_for_follow_ups(dossier: CompleteDossier) -> Iterator[Moment]:
    """The last day on which a decision on what comes after temporary money is in time; sources that share it together."""
    by_day = _together((proven.last_responsible_day(dossier, one), one) for one in funding_sources(dossier))
    for day, sources in by_day.items():
        if day:
            later = {id(one): one for source in sources for one in proven.follow_ups(dossier, source)}.values()
            told = "; ".join(_planned(dossier, list(later), day)) or "er staat geen vervolg"
            settled = bool(later) and all(_is_decided(dossier, one) for one in later)
            names = enumeration(source["bron"] for source in sources)
            text = f"voor een besluit over het vervolg op {names}; {told}"
            yield Moment("uiterste dag", day, text, DONE if settled else OPEN)


def _is_decided(dossier: CompleteDossier, source: TableRow) -> bool:
    """Whether it is certain that a source takes over, by a decision that was taken or without a day for one."""
    decided = (source["besluit"] or {}).get("datum")
    return source["status"] in CERTAIN and (decided is None or proven.has_happened(dossier, decided))


def _planned(dossier: CompleteDossier, later: list[TableRow], last: date) -> Iterator[str]:
    """What is planned for the money that takes over, decision by decision."""
    groups = _together((_decision_on(source), source) for source in later)
    for (organ, day, how), sources in groups.items():
        about = f" over {enumeration(one['bron'] for one in sources)}" if len(groups) > 1 else ""
        if how == REFUSED:
            yield f"{enumeration(one['bron'] for one in sources)}: afgewezen"
        elif how == "" and day is None:
            yield f"{enumeration(one['bron'] for one in sources)}: {sources[0]['status']}"
        elif day is None:
            yield f"er is geen dag voor het besluit{about}"
        elif how == "" and proven.has_happened(dossier, day):
            yield f"besloten op {long_date(day)}{about}"
        else:
            yield f"gepland: {', '.join(filter(None, [organ, long_date(day)]))}{about}{_against(day, last)}"


def _decision_on(source: TableRow) -> tuple[str | None, date | None, str]:
    """Who decides when on a source, and how it stands when that is not certain."""
    decision, status = source["besluit"] or {}, source["status"]
    return decision.get("orgaan"), decision.get("datum"), "" if status in CERTAIN else status or ""


def _against(day: date, last: date) -> str:
    left = (last - day).days
    if left < 0:
        return f", {_days(-left)} te laat"
    return f", {_days(left)} ervoor" if 0 < left <= NEAR else ""


def _days(count: int) -> str:
    return f"{number(count)} {'dag' if count == 1 else 'dagen'}"


def last_days_for_budgets(dossier: CompleteDossier) -> Iterator[Moment]:
    """The last day before councils adopt the budget of a year in which money begins that they did not grant yet; once
    that is over, only for money for which no change of the budget is planned."""
    today, own = reference_date(dossier), municipalities(dossier)
    asked = [one for one in proven.uncertain_sources(dossier) if proven.is_municipal(one, own) and _first_year(one)]
    for year, sources in _together((_first_year(one) or 0, one) for one in asked).items():
        day = proven.before_budget(dossier, year)
        is_over = bool(today and day < today)
        late = [one for one in sources if not is_over or (today and year >= today.year and not _is_planned(one, today))]
        if late:
            told = f"voor de begroting {year} van {'; van '.join(_per_party(dossier, late))}"
            rest = "het kan alleen nog met een begrotingswijziging" if is_over else _after(late, day)
            yield Moment("uiterste dag", day, "; ".join(filter(None, (told, rest))), OPEN)


def _after(sources: list[TableRow], last: date) -> str:
    """Decisions that are planned too late for a budget."""
    days = sorted({one["besluit"]["datum"] for one in sources if (one["besluit"] or {}).get("datum")} - {None})
    late = [long_date(day) for day in days if day > last]
    return f"gepland na die dag: {enumeration(late)}, dus met een begrotingswijziging" if late else ""


def _per_party(dossier: CompleteDossier, sources: list[TableRow]) -> list[str]:
    names = party_names(dossier)
    return [
        f"{names.get(party, party)}: {enumeration(one['bron'] for one in own)}"
        for party, own in _together((one["partij"], one) for one in sources).items()
    ]


def _is_planned(source: TableRow, today: date) -> bool:
    """Whether a decision is still to come: then the money is asked in a budget that was adopted already."""
    decided = (source["besluit"] or {}).get("datum")
    return bool(decided and decided >= today)


def _first_year(source: TableRow) -> int | None:
    if source["begin"]:
        begin: date = source["begin"]
        return begin.year
    return min((year for year, amount in (source["bedragen"] or {}).items() if amount), default=None)


def decisions(dossier: CompleteDossier) -> Iterator[Moment]:
    """The decisions on money that is not certain yet, unless the decisions of the dossier name that day and organ."""
    known = dossier["besluitvorming"]
    asked = [(one, one["besluit"]) for one in proven.uncertain_sources(dossier) if (one["besluit"] or {}).get("datum")]
    asked = [
        (one, decision)
        for one, decision in asked
        if not any(
            row["datum"] == decision["datum"] and is_same_organ(row["orgaan"], decision["orgaan"]) for row in known
        )
    ]
    for (organ, day), sources in _together(((what["orgaan"], what["datum"]), one) for one, what in asked).items():
        names = enumeration(one["bron"] for one in sources)
        yield Moment("besluit", day, f"{organ}: besluit over {names} (gepland)", OPEN)


def beginnings(dossier: CompleteDossier) -> Iterator[Moment]:
    """The first day of money that has not begun yet, all of one day together."""
    today = reference_date(dossier)
    coming = [one for one in funding_sources(dossier) if one["begin"] and (not today or one["begin"] > today)]
    for day, sources in _together((one["begin"], one) for one in coming if counts(one)).items():
        names = [one["bron"] for one in sources]
        yield Moment("geld begint", day, f"{enumeration(names)} {'begint' if len(names) == 1 else 'beginnen'}", FACT)


def _together(rows: Iterable[tuple[Key, TableRow]]) -> dict[Key, list[TableRow]]:
    found: defaultdict[Key, list[TableRow]] = defaultdict(list)
    for key, row in rows:
        found[key].append(row)
    return found
