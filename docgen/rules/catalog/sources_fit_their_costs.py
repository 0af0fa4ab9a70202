"""
Bronnen zijn samen hoger dan de kosten die zij mogen dekken.

Een bron dekt alleen de posten die zij bij `voor` noemt. Wat zij meer geeft, dekt niets, ook niet als een andere post geld mist. Deze regel kijkt per jaar
van de horizon naar de posten van elke bron, en telt alle bronnen op die niets anders mogen dekken. Een verschil tot € 1 of een duizendste telt niet, net als
een jaar zonder kosten (dat meldt FIN-13). Ook een post die twee keer bij `voor` staat, meldt zij. Bron: Werkblad 4, blok financiën; voorwaarden van
subsidies en fondsen.

Herstel: noem bij `voor` ook de andere posten waar het geld voor is, of verlaag een bron.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.surplus import Excess, excesses, remedy
from docgen.domain.queries import by_id, cost_items, counts
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import all_or_some, euro

CODE = "FIN-15"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

NAMED = 3  # names in a sentence


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    yield from _named_twice(dossier)
    for one in excesses(dossier):
        yield _too_much(dossier, one)


def _too_much(dossier: CompleteDossier, one: Excess) -> Finding:
    items = by_id(cost_items(dossier))
    place, last = one.sources[-1]
    payers = all_or_some([row["bron"] or row["id"] for _, row in one.sources], NAMED)
    paid = all_or_some([row["naam"] or key for key, row in items.items() if key in one.items], NAMED)
    verbs = ("dekt", "is") if len(one.sources) == 1 else ("dekken", "zijn")
    return Finding(
        ("financiering", place, "voor"),
        f"{payers} {verbs[0]} {paid}, maar {verbs[1]} in {one.year} {euro(one.amount)} hoger dan die kosten",
        about=last["id"] or "",
        year=one.year,
        amount=one.amount,
        hint=remedy(dossier, one.year, "noem bij voor ook de andere posten, of verlaag een bron"),
    )


def _named_twice(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, row in enumerate(dossier["financiering"]):
        named = row["voor"] or ()
        for j, item in enumerate(named) if counts(row) else ():
            if item in named[:j]:
                message, hint = f"{row['bron']} noemt {item} twee keer bij voor", f"haal {item} hier één keer weg"
                yield Finding(("financiering", i, "voor", j), message, about=row["id"] or "", hint=hint)
