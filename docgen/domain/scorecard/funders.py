"""Financiën, who pays and what for: the points F5 to F8."""

from __future__ import annotations

from docgen.domain.names import OUTSIDE
from docgen.domain.proven import certain_sources, has_happened, is_recent, years_to_judge
from docgen.domain.queries import (
    IN_KIND,
    REFUSED,
    UNCERTAIN,
    cost_items,
    funding_sources,
    is_idea,
    reference_date,
    section,
)
from docgen.domain.scorecard.finance import amount_in, without_budget
from docgen.domain.scorecard.verdict import RED, Verdict, joined, judged, listed, quoted, share
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro, long_date, number, without_full_stop


def flows(dossier: CompleteDossier) -> Verdict:
    """F5: of every source it is known what it pays, who decided and on what conditions; every cost has a source."""
    years = years_to_judge(dossier)
    sources = [bron for bron in funding_sources(dossier) if any(amount_in(bron, year) for year in years)]
    if not sources:
        return Verdict(RED, "er staan nog geen bronnen met een bedrag")
    money = [bron for bron in sources if bron["vorm"] != IN_KIND]
    named = [bron for bron in sources if bron["voor"]]
    decided = [
        bron for bron in sources if (bron["besluit"] or {}).get("orgaan") and (bron["besluit"] or {}).get("datum")
    ]
    bound = [bron for bron in money if bron["voorwaarden"]]
    paid = {post for bron in named for post in bron["voor"]}
    costs = [post for post in cost_items(dossier) if any(amount_in(post, year) for year in years)]
    loose = [post["naam"] for post in costs if post["id"] not in paid]
    line = joined(
        f"{len(sources)} {'bron' if len(sources) == 1 else 'bronnen'}: posten {len(named)}, besluit {len(decided)}, "
        f"voorwaarden {share(len(bound), len(money))}",
        f"posten zonder bron: {quoted(loose)}" if loose else "",
    )
    complete = len(named) == len(decided) == len(sources) and len(bound) == len(money) and not loose
    return judged(line, green=complete, orange=bool(named))


def payer_of(bron: TableRow) -> tuple[bool, str]:
    """Who pays a source; what comes from outside is a payer of its own."""
    return (True, bron["id"]) if bron["partij"] == OUTSIDE else (False, bron["partij"])


def funders(dossier: CompleteDossier) -> Verdict:
    """F6: in every year two or more pay that are certain."""
    if nothing := without_budget(dossier):
        return nothing
    payers, with_money = dict[int, int](), dict[int, int]()
    for year in years_to_judge(dossier):
        paying = [bron for bron in certain_sources(dossier) if amount_in(bron, year)]
        payers[year] = len({payer_of(bron) for bron in paying})
        with_money[year] = len({payer_of(bron) for bron in paying if bron["vorm"] != IN_KIND})
    lowest = min(payers, key=lambda year: (payers[year], with_money[year]))
    count, first = payers[lowest], next(iter(payers))
    many = f"{count} {'financier' if count == 1 else 'financiers'}"
    line = (
        f"elk jaar ten minste {many}, waarvan {with_money[lowest]} met geld"
        if count
        else f"in {lowest} is van geen financier geld zeker"
    )
    return judged(line, green=count > 1, orange=payers[first] > 1)


def benefits(dossier: CompleteDossier) -> Verdict:
    """F7: the added value is named, and one benefit has a figure."""
    about = section(dossier, "interventie")
    known = [baat for baat in about.get("baten") or [] if baat["bedrag"] is not None or baat["aantal"] is not None]
    if not about.get("meerwaarde"):
        return Verdict(RED, "er staat nog niet wat de meerwaarde is")
    line = "; ".join(f"{without_full_stop(baat['tekst'] or '')}: {_figure(baat)} per jaar" for baat in known)
    return judged(line or "de meerwaarde is beschreven, nog zonder bedrag of aantal", green=bool(known), orange=True)


def _figure(baat: TableRow) -> str:
    count = "" if baat["aantal"] is None else f"{number(baat['aantal'])} {baat['eenheid'] or ''}".strip()
    money = "" if baat["bedrag"] is None else euro(baat["bedrag"])
    return " en ".join(filter(None, [money, count]))


def candidates(dossier: CompleteDossier) -> Verdict:
    """F8: someone who could pay and does not yet was asked."""
    rows = [bron for bron in dossier["financiering"] if _is_candidate(dossier, bron)]
    if not rows:
        return Verdict(RED, "er staat nog geen mogelijke mede-drager")
    spoken = [bron for bron in rows if _was_asked(dossier, bron)]
    told = [
        f"{bron['bron']} ({long_date(bron['gesprek'])}){': afgewezen' if bron['status'] == REFUSED else ''}"
        for bron in spoken
    ]
    bare = [bron for bron in rows if bron not in spoken and bron["status"] != REFUSED]
    ideas, open_ones = ([bron["bron"] for bron in bare if is_idea(bron) is idea] for idea in (True, False))
    line = joined(
        f"gesproken met {listed(told)}" if told else "",
        f"nog een idee: {listed(ideas)}" if ideas else "",
        f"nog geen gesprek over: {listed(open_ones)}" if open_ones else "",
    )
    return judged(line or "er is nog met niemand gesproken", green=bool(spoken), orange=True)


def _was_asked(dossier: CompleteDossier, bron: TableRow) -> bool:
    if bron["status"] == REFUSED:
        return has_happened(dossier, bron["gesprek"])
    return is_recent(dossier, bron["gesprek"], "contact_max_maanden")


def _is_candidate(dossier: CompleteDossier, bron: TableRow) -> bool:
    """Whether a source is money of someone who pays nothing for certain yet, and is not the municipality itself."""
    own = section(dossier, "dossier").get("gemeente")
    open_one = bron["status"] in UNCERTAIN or is_idea(bron) or bron["status"] == REFUSED
    years = years_to_judge(dossier)
    paying = {payer_of(sure) for sure in certain_sources(dossier) if any(amount_in(sure, year) for year in years)}
    is_other = not (own and bron["partij"] == own) and payer_of(bron) not in paying
    return open_one and is_other and not _has_ended(dossier, bron)


def _has_ended(dossier: CompleteDossier, bron: TableRow) -> bool:
    """Whether a source is of years that are over."""
    today, years = reference_date(dossier), [year for year, amount in (bron["bedragen"] or {}).items() if amount]
    is_past = bool(today and bron["einde"] and bron["einde"] < today)
    return is_past or bool(years and not set(years) & set(years_to_judge(dossier)))
