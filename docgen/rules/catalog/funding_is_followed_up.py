"""
Tijdelijk geld stopt, maar de vaste kosten lopen door.

Een incidentele bron eindigt binnen de horizon, betaalt een structurele post die daarna nog geld kost, en er staat niet
welke bron het overneemt. Dan stopt de aanpak op de dag dat het geld stopt. Staat er bij de bron geen `einde`, dan telt het laatste
jaar waarin zij een bedrag heeft. Zonder horizon zwijgt deze regel. Bron: Loket Gezond Leven, Borg uw project (structureel geld); wijkengids, hoofdstuk 6.9.

Herstel: vul bij de bron `vervolg` in met het kenmerk van de bron die het overneemt. Is die er niet, beslis dan of de
kosten na die datum stoppen en haal de bedragen weg.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import Period, by_id, cost_items, counts, horizon
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro, long_date

CODE = "FIN-02"
LEVEL = "fout"
ANCHOR = "Financiën"


class Cost(NamedTuple):
    """What an item costs in a year."""

    year: int
    amount: Decimal
    item: str


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    items, sources, period = by_id(cost_items(dossier)), by_id(dossier["financiering"]), horizon(dossier)
    for i, bron in enumerate(dossier["financiering"]):
        if not _stops(bron, period) or sources.keys() & set(bron["vervolg"] or ()) - {bron["id"]}:
            continue
        end = _end(bron)
        later = [left for post in bron["voor"] if end and (left := _cost_after(items.get(post), end.year))]
        if end and later:
            left = min(later, key=_order)
            yield Finding(
                ("financiering", i, "vervolg"),
                f"{bron['bron']} {_stop(bron)} zonder vervolg; {left.item} kost in {left.year} nog {euro(left.amount)}",
                about=bron["id"],
                year=left.year,
                amount=left.amount,
                hint="voeg toe: vervolg: met de bron die het overneemt",
            )


def _stops(bron: TableRow, period: Period | None) -> bool:
    """Whether money that counts and is not structural ends within the horizon."""
    temporary = bron["aard"] == "incidenteel" and counts(bron)
    end = _end(bron)
    return bool(temporary and period and end and period.begin <= end <= period.einde)


def _end(bron: TableRow) -> date | None:
    """The last day of a source: what it says, else that of the last year in which it has an amount."""
    paid = [year for year, amount in (bron["bedragen"] or {}).items() if amount]
    last: date | None = bron["einde"] or (date(max(paid), 12, 31) if paid else None)
    return last


def _stop(bron: TableRow) -> str:
    """How its end is told."""
    end = _end(bron)
    if not bron["einde"] and end:
        return f"heeft na {end.year} geen bedrag en stopt"
    return f"stopt op {long_date(bron['einde'])}"


def _cost_after(post: TableRow | None, year: int) -> Cost | None:
    """The first cost of a structural item after a year."""
    if post is None or post["aard"] != "structureel":
        return None
    later = [Cost(when, amount, post["naam"]) for when, amount in (post["bedragen"] or {}).items() if when > year]
    return min((cost for cost in later if cost.amount), default=None, key=_order)


def _order(cost: Cost) -> tuple[int, Decimal]:
    """The first year, then the largest amount."""
    return cost.year, -cost.amount
