"""Block 3a: whether there is enough money, with whom to talk about it, and what the approach brings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from docgen.context.worksheet.answer import NOTHING, Answer, pieces, sentences
from docgen.domain.names import OUTSIDE, party_names
from docgen.domain.proven import certain_sources, has_happened, uncertain_sources, years_to_judge
from docgen.domain.queries import (
    IDEA,
    REFUSED,
    UNCERTAIN,
    cost_items,
    council_party,
    funding_sources,
    is_idea,
    per_year,
    section,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import amounts_in_words, enumeration, euro, long_date, number

ZERO = Decimal(0)
ALL_CERTAIN = "Niet nodig: al het geld is zeker."
Amounts = dict[int, Decimal]


def enough(dossier: CompleteDossier) -> Answer:
    """Is there enough money?"""
    costs = per_year(cost_items(dossier), years_to_judge(dossier))
    if not any(costs.values()):
        return NOTHING
    missing, unsure = _missing(dossier), _unsure(dossier)
    without = [str(year) for year in years_to_judge(dossier) if not costs.get(year)]
    told = sentences(
        f"nee: {amounts_in_words(missing)} ontbreekt" if missing else "",
        f"{_how_unsure(dossier, unsure)}: {amounts_in_words(unsure)}" if unsure else "",
        f"dat hangt af van: {_decisions(dossier, unsure)}" if unsure else "",
        f"voor {enumeration(without)} staan nog geen kosten in de begroting" if without else "",
    )
    return Answer(told or "Ja, elk jaar zeker.")


def _how_unsure(dossier: CompleteDossier, needed: Amounts) -> str:
    """All uncertain money, or what of it is needed."""
    whole = per_year(uncertain_sources(dossier), list(needed))
    return "nog niet zeker" if whole == needed else "van wat nog niet zeker is, is nodig"


def _missing(dossier: CompleteDossier) -> Amounts:
    """What is missing per year, also when all comes that was asked."""
    return _short(dossier, funding_sources(dossier))


def _unsure(dossier: CompleteDossier) -> Amounts:
    """What is needed per year of the money that is not certain yet."""
    missing = _missing(dossier)
    needed = {year: gap - missing.get(year, ZERO) for year, gap in _short(dossier, certain_sources(dossier)).items()}
    return {year: amount for year, amount in needed.items() if amount}


def _short(dossier: CompleteDossier, sources: Iterable[TableRow]) -> Amounts:
    years = years_to_judge(dossier)
    money = per_year(sources, years)
    left = {year: costs - money.get(year, ZERO) for year, costs in per_year(cost_items(dossier), years).items()}
    return {year: amount for year, amount in left.items() if amount > 0}


def _decisions(dossier: CompleteDossier, unsure: Amounts) -> str:
    """Who decides when on the money that is not certain."""
    rows = [row for row in uncertain_sources(dossier) if _is_of(row, unsure)]
    about = [(row["besluit"] or {"orgaan": None, "datum": None}, row["bron"]) for row in rows]
    told = [
        f"{decision['orgaan'] or source}" + (f", {long_date(decision['datum'])}" if decision["datum"] else "")
        for decision, source in about
    ]
    return pieces(dict.fromkeys(told))


def _is_of(source: TableRow, years: Iterable[int]) -> bool:
    return any((source["bedragen"] or {}).get(year) for year in years)


def talks(dossier: CompleteDossier) -> Answer:
    """With whom do we have to talk about money?"""
    rows = _open_sources(dossier, (IDEA, *UNCERTAIN))
    if _is_all_certain(dossier, rows):
        return Answer(ALL_CERTAIN)
    told = [
        _about(who, own) + _talk(dossier, (row["gesprek"] for row in own)) for who, own in _by_decider(dossier, rows)
    ]
    told += [
        f"{row['groep']}: {_talk(dossier, [row['laatste_contact']])}"
        for row in dossier["draagvlak"]
        if "financier" in (row["organen"] or ())
    ]
    return Answer(sentences(*told), bool(told))


def public_talks(dossier: CompleteDossier) -> Answer:
    """The same for everybody: only the bodies that were asked."""
    if _is_all_certain(dossier, _open_sources(dossier, (IDEA, *UNCERTAIN))):
        return Answer(ALL_CERTAIN)
    asked = [row for row in _open_sources(dossier, ("gevraagd",)) if (row["besluit"] or {}).get("orgaan")]
    told = [f"{who} over {enumeration(row['bron'] for row in own)}" for who, own in _by_decider(dossier, asked)]
    return Answer(sentences(*told), bool(told))


def _open_sources(dossier: CompleteDossier, states: tuple[str, ...]) -> list[TableRow]:
    years = years_to_judge(dossier)
    return [row for row in dossier["financiering"] if row["status"] in states and _is_of(row, years)]


def _is_all_certain(dossier: CompleteDossier, still_open: list[TableRow]) -> bool:
    money = per_year(certain_sources(dossier), years_to_judge(dossier))
    return not still_open and any(money.values()) and not _missing(dossier)


def _by_decider(dossier: CompleteDossier, rows: list[TableRow]) -> list[tuple[str, list[TableRow]]]:
    """Sources by who decides, else who pays; the municipality itself is nobody to talk to."""
    groups: defaultdict[str, list[TableRow]] = defaultdict(list)
    written: dict[str, str] = {}
    for row in rows:
        body = (row["besluit"] or {}).get("orgaan") or _payer(dossier, row)
        if body:
            key = body.casefold().removeprefix("de ").removeprefix("het ")
            groups[key].append(row)
            written.setdefault(key, body)
    return [(written[key], own) for key, own in groups.items()]


def _payer(dossier: CompleteDossier, source: TableRow) -> str:
    if source["partij"] == council_party(dossier):
        return ""
    if source["partij"] == OUTSIDE:
        return str(source["bron"])
    return party_names(dossier).get(source["partij"]) or ""


def _about(who: str, sources: list[TableRow]) -> str:
    names = enumeration(row["bron"] for row in sources)
    return f"{who}: " if who == names else f"{who} over {names}: "


def _talk(dossier: CompleteDossier, days: Iterable[date | None]) -> str:
    last = max((day for day in days if day and has_happened(dossier, day)), default=None)
    return f"gesprek op {long_date(last)}" if last else "geen gesprek genoteerd"


def other_ways(dossier: CompleteDossier) -> Answer:
    """Which creative ways are there?"""
    rows = [row for row in dossier["financiering"] if is_idea(row) or _is_candidate(dossier, row)]
    refused = [row["bron"] for row in rows if row["status"] == REFUSED]
    to_explore = [row["bron"] for row in rows if row["status"] != REFUSED]
    text = sentences(
        f"te onderzoeken: {enumeration(to_explore)}" if to_explore else "",
        f"afgewezen: {enumeration(refused)}" if refused else "",
    )
    return Answer(text, bool(text))


def _is_candidate(dossier: CompleteDossier, source: TableRow) -> bool:
    """Whether a source may come of someone other than the municipality who pays nothing for certain yet."""
    if source["status"] not in (IDEA, REFUSED, *UNCERTAIN) or source["partij"] == council_party(dossier):
        return False
    return _payer_key(source) not in {_payer_key(row) for row in certain_sources(dossier)}


def _payer_key(source: TableRow) -> str:
    return str(source["bron"] if source["partij"] == OUTSIDE else source["partij"])


def added_value(dossier: CompleteDossier) -> Answer:
    """What is better than it is now?"""
    text = sentences(section(dossier, "interventie").get("meerwaarde"))
    return Answer(text, bool(text))


def benefits(dossier: CompleteDossier) -> Answer:
    """Can that be put in benefits?"""
    rows = [row for row in section(dossier, "interventie").get("baten") or [] if row["tekst"]]
    told = [f"{row['tekst'].rstrip('. ')}{_figure(row)}" for row in rows]
    return Answer(sentences(*told), any(_figure(row) for row in rows))


def _figure(benefit: TableRow) -> str:
    amount = euro(benefit["bedrag"]) if benefit["bedrag"] is not None else ""
    count = number(benefit["aantal"]) if benefit["aantal"] is not None else ""
    counted = " ".join(filter(None, (count, benefit["eenheid"]))) if count else ""
    told = enumeration(filter(None, (counted, amount)))
    return f": {told} per jaar" if told else ""
