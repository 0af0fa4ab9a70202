"""Who pays money to whom in the years of an agreement, and which party passes on what it receives.

What a party brings in stays what it pays of its own; money that only passes a party is no contribution of that party.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from docgen.domain.cost_division import Item, Source
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import division, goes_through_another, unspent
from docgen.domain.names import OUTSIDE, party_names, sources_in_sentences, whole_dossier
from docgen.domain.queries import agreement_years
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import amounts_in_words, capital, enumeration, without_full_stop

SHARED = "gedeelde kosten"
Pair = tuple[
    str, str
]  # who pays, and to whom: ids of parties, or the id of a source from outside; `SHARED` for costs of all


@memoized
def contributions(dossier: CompleteDossier) -> TableRow:
    """`regels`: per payer and receiver the money per year, of the whole programme, `naar_rato` when some of it had to be
    divided; `doorgeven`: a sentence for each party that receives money of others and pays with it; `zonder_post`: one for
    each source of which money is left that pays no cost, and that is in no row."""
    whole, years = whole_dossier(dossier), agreement_years(dossier)
    paid: defaultdict[Pair, Counter[int]] = defaultdict(Counter)
    passed: defaultdict[str, tuple[dict[str, None], dict[str, None]]] = defaultdict(lambda: ({}, {}))
    for year in years:
        divided = division(whole, year)
        for (place, post), amount in sorted(divided.paid.items()):
            source, item = divided.sources[place], divided.items[post]
            if not amount or source.is_in_kind:
                continue
            if receiver := _receiver(source, item):
                paid[_payer(source), receiver][year] += amount
            if source.through is not None and goes_through_another(source, source.payer):
                givers, takers = passed[source.through]
                givers[_payer(source)] = None
                takers[item.maker or SHARED] = None
    names, order = _names(whole), list(dict.fromkeys(payer for payer, _ in paid))
    return {
        "regels": [
            {"van": names.get(payer, payer), "aan": names.get(receiver, receiver), "bedragen": {year: Decimal(found[year]) / 100 for year in years}}
            for (payer, receiver), found in sorted(paid.items(), key=lambda one: order.index(one[0][0]))
        ],
        "naar_rato": any(division(whole, year).in_proportion for year in years),
        "doorgeven": [_passes_on(names, party, *found) for party, found in passed.items()],
        "zonder_post": list(_without_item(whole, years)),
    }  # fmt: skip


def _without_item(dossier: CompleteDossier, years: Iterable[int]) -> Iterator[str]:
    left: defaultdict[str, dict[int, Decimal]] = defaultdict(dict)
    for one in unspent(dossier, years):
        if not one.source.is_in_kind:
            left[one.source.id][one.year] = one.amount
    names = sources_in_sentences(dossier)
    for source, amounts in left.items():
        yield f"Van {names[source]} hoort {amounts_in_words(amounts)} nog niet bij een kostenpost; dat geld staat niet in de tabel hierboven."


def _payer(source: Source) -> str:
    return source.id if source.payer == OUTSIDE else source.payer


def _receiver(source: Source, item: Item) -> str | None:
    """Who gets the money: the party that it goes through, else who makes the cost; nobody when that is the payer."""
    if source.through is not None and goes_through_another(source, source.payer):
        return source.through
    return None if item.maker == source.payer else item.maker or SHARED


def _names(dossier: CompleteDossier) -> dict[str, str]:
    outside = {row["id"]: row["bron"] or row["id"] for row in dossier["financiering"] if row["partij"] == OUTSIDE}
    parties = {party: name or party for party, name in party_names(dossier).items()}
    return outside | parties | {SHARED: SHARED}


def _passes_on(names: dict[str, str], party: str, givers: dict[str, None], takers: dict[str, None]) -> str:
    what = [f"kosten van {names.get(taker, taker)}" for taker in takers if taker not in (party, SHARED)]
    own = ["eigen kosten"] if party in takers else []
    told = enumeration([*own, *what, *([SHARED] if SHARED in takers else [])])
    return f"{capital(names.get(party, party))} ontvangt het geld van {enumeration(names.get(giver, giver) for giver in givers)} en betaalt daaruit {without_full_stop(told)}."
