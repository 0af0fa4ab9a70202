"""Financiën, whether there is enough: the points F1, F2, F3 and F4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.municipal_books import unmatched
from docgen.domain.proven import (
    certain_sources,
    follow_ups,
    has_happened,
    last_responsible_day,
    left_behind,
    uncertain_sources,
    without_follow_up,
    years_to_judge,
)
from docgen.domain.queries import CERTAIN, REFUSED, cost_items, counts, funding_sources, horizon, section, structural
from docgen.domain.scorecard.verdict import GREEN, GREY, ORANGE, RED, Verdict, joined, judged, listed, quoted, worst
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import amounts_in_words, enumeration, euro, long_date

Amounts = dict[int, Decimal]
NOTHING = Decimal(0)


def in_year(rows: Iterable[TableRow], year: int) -> Decimal:
    """What rows add up to in a year."""
    return sum((amount_in(row, year) for row in rows), NOTHING)


def amount_in(row: TableRow, year: int) -> Decimal:
    """What a row is in a year."""
    return (row["bedragen"] or {}).get(year) or NOTHING


def without_budget(dossier: CompleteDossier) -> Verdict | None:
    """What is said when there is no year to judge, or nothing has a cost."""
    period = horizon(dossier)
    if cost_items(dossier) and period and not years_to_judge(dossier):
        return Verdict(RED, f"de afspraken liepen tot en met {long_date(period.einde)}")
    if not cost_items(dossier) or not years_to_judge(dossier):
        return Verdict(RED, "er is nog geen begroting")
    return None


def span(years: Sequence[int]) -> str:
    """Years in front of a sum: "2028–2031"."""
    runs = years[-1] - years[0] + 1 == len(years)
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}" if runs else enumeration(map(str, years))


def balance(dossier: CompleteDossier) -> Verdict:
    """F1: in every year there is a cost, and certain money for all of it."""
    if nothing := without_budget(dossier):
        return nothing
    years = years_to_judge(dossier)
    costs, sure, unsure = (
        {year: in_year(rows, year) for year in years}
        for rows in (cost_items(dossier), certain_sources(dossier), uncertain_sources(dossier))
    )
    short = {year: gap for year in years if (gap := costs[year] - sure[year] - unsure[year]) > 0}
    empty = [str(year) for year in years if not costs[year]]
    homeless = {year: gap for year in years if (gap := unmatched(dossier, year))}
    line = joined(
        f"{span(years)}: kosten {_total(costs)}, zeker {_total(sure)}, nog niet zeker {_total(unsure)}",
        f"tekort in {enumeration(f'{year}: {euro(gap)}' for year, gap in short.items())}" if short else "",
        f"zonder bron die ze mag betalen: {amounts_in_words(homeless)}" if homeless else "",
        f"geen kosten in {enumeration(empty)}" if empty else "",
    )
    fits = not short and not empty
    return judged(line, green=fits and not homeless and all(costs[year] <= sure[year] for year in years), orange=fits)


def _total(amounts: Amounts) -> str:
    return euro(sum(amounts.values(), NOTHING))


def lasting(dossier: CompleteDossier, accepted: Iterable[Finding] = ()) -> Verdict:
    """F2: in every year lasting costs are no more than the lasting money that is certain; a gap may be `accepted`."""
    if nothing := without_budget(dossier):
        return nothing
    years = years_to_judge(dossier)
    costs, sure, unsure = (
        {year: in_year(structural(rows), year) for year in years}
        for rows in (cost_items(dossier), certain_sources(dossier), uncertain_sources(dossier))
    )
    gaps = {year: gap for year in years if (gap := costs[year] - sure[year] - unsure[year]) > 0}
    waived = {year: gap for year, gap in gaps.items() if year in {one.year for one in accepted}}
    worst_year = max(years, key=lambda year: (costs[year] - sure[year], costs[year] - sure[year] - unsure[year], -year))
    line = joined(
        f"in {worst_year}: vaste kosten {euro(costs[worst_year])}, vast en zeker {euro(sure[worst_year])}, "
        f"vast en nog niet zeker {euro(unsure[worst_year])}",
        f"bewust geaccepteerd: {amounts_in_words(waived)} zonder vast geld" if waived else "",
    )
    has_costs = any(in_year(cost_items(dossier), year) for year in years)
    fits = has_costs and all(costs[year] <= sure[year] for year in years)
    return judged(line, green=fits, orange=has_costs and gaps.keys() == waived.keys())


def temporary(dossier: CompleteDossier) -> Verdict:
    """F3: whatever takes over from temporary money for lasting costs is decided, or will be in time."""
    if nothing := without_budget(dossier):
        return nothing
    ending = [bron for bron in dossier["financiering"] if left_behind(dossier, bron)]
    if not ending:
        return Verdict(GREY, "er is geen tijdelijk geld voor vaste kosten")
    told = [_successor(dossier, bron) for bron in sorted(ending, key=lambda bron: bron["einde"])]
    return Verdict(worst(*(one.state for one in told)), "\n".join(one.line for one in told))


def _successor(dossier: CompleteDossier, bron: TableRow) -> Verdict:
    """What comes after one source of temporary money."""
    left = left_behind(dossier, bron)
    takers = [later for later in follow_ups(dossier, bron) if {post["id"] for post in left} & set(later["voor"] or ())]
    open_posts = [post["naam"] for post in without_follow_up(dossier, bron)]
    last = last_responsible_day(dossier, bron)
    line = joined(
        f"{bron['bron']} stopt op {long_date(bron['einde'])}",
        *(_decision(dossier, later) for later in takers),
        f"uiterste dag {long_date(last)}" if last else "",
        f"voor {quoted(open_posts)} staat geen vervolg" if open_posts else "",
    )
    states = [_decided(dossier, later, last) for later in takers]
    return Verdict(worst(GREEN, *states, *([RED] if open_posts else [])), line)


def _decided(dossier: CompleteDossier, later: TableRow, last: date | None) -> str:
    day, is_sure = (later["besluit"] or {}).get("datum"), later["status"] in CERTAIN
    if not day or not counts(later):
        return RED
    if has_happened(dossier, day) and is_sure:
        return GREEN
    return RED if _is_missed(dossier, later) or not last or day > last else ORANGE


def _is_missed(dossier: CompleteDossier, later: TableRow) -> bool:
    """Whether the day of a decision is past and the money is not certain."""
    day = later["besluit"]["datum"]
    return later["status"] not in CERTAIN and has_happened(dossier, day + timedelta(days=1))


def _decision(dossier: CompleteDossier, later: TableRow) -> str:
    decision = later["besluit"] or {}
    day = decision.get("datum")
    if later["status"] == REFUSED:
        return f"{later['bron']} is afgewezen"
    if not day:
        return f"er staat geen dag voor het besluit over {later['bron']}"
    if _is_missed(dossier, later):
        return f"het besluit over {later['bron']} stond op {long_date(day)}; het geld is nog niet zeker"
    is_past = later["status"] in CERTAIN and has_happened(dossier, day)
    return f"{decision['orgaan']} {'besloot' if is_past else 'besluit'} op {long_date(day)} over {later['bron']}"


def upkeep(dossier: CompleteDossier) -> Verdict:
    """F4: upkeep in every year and an evaluation are in the budget, and certain money pays them."""
    if nothing := without_budget(dossier):
        return nothing
    years = years_to_judge(dossier)
    kinds = {
        kind: [post for post in cost_items(dossier) if post["soort"] == kind] for kind in ("onderhoud", "evaluatie")
    }
    sums = {kind: {year: amount for year in years if (amount := in_year(posts, year))} for kind, posts in kinds.items()}
    silent = [str(year) for year in years if year not in sums["onderhoud"]] if sums["onderhoud"] else []
    unpaid = [str(row["jaar"]) for row in _evaluations(dossier) if not _is_paid(dossier, row)]
    paid = [(post, year) for posts in kinds.values() for post in posts for year in years if amount_in(post, year)]
    naming = [_naming(dossier, post["id"], year) for post, year in paid]
    unsure = [bron["bron"] for sources in naming for bron in sources if bron["status"] not in CERTAIN]
    nobody = [post["naam"] for (post, _), sources in zip(paid, naming, strict=True) if not sources]
    line = joined(
        ", ".join(_sum_in_words(kind, amounts, years) for kind, amounts in sums.items()),
        f"geen onderhoud in {enumeration(silent)}" if silent else "",
        f"zonder bedrag voor de evaluatie van {enumeration(unpaid)}" if unpaid else "",
        f"nog niet zeker: {listed(unsure)}" if unsure else "",
        f"zonder bron: {quoted(nobody)}" if nobody else "",
    )
    there = all(sums.values())
    return judged(line, green=there and not (silent or unpaid or unsure or nobody), orange=there)


def _sum_in_words(kind: str, amounts: Amounts, years: Sequence[int]) -> str:
    if not amounts:
        return f"geen geld voor {kind}"
    if kind == "onderhoud" and list(amounts) == list(years) and len(set(amounts.values())) == 1:
        return f"{kind} {euro(next(iter(amounts.values())))} per jaar"
    return f"{kind} {amounts_in_words(amounts)}"


def _evaluations(dossier: CompleteDossier) -> list[TableRow]:
    rows = section(dossier, "monitoring").get("evaluaties") or []
    return [row for row in rows if row["jaar"] in years_to_judge(dossier)]


def _is_paid(dossier: CompleteDossier, evaluation: TableRow) -> bool:
    posts = (post for post in cost_items(dossier) if post["id"] == evaluation["post"] and post["id"])
    return any(amount_in(post, evaluation["jaar"]) for post in posts)


def _naming(dossier: CompleteDossier, post: str, year: int) -> list[TableRow]:
    """The sources with an amount in a year that pay an item."""
    return [bron for bron in funding_sources(dossier) if post in (bron["voor"] or ()) and amount_in(bron, year)]
