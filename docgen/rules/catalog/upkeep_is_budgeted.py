"""
Er is geen geld voor onderhoud of evaluatie.

Een aanpak veroudert zonder onderhoud (training, handboek, website) en niemand weet of hij werkt zonder evaluatie. Beide
kosten geld, dus horen ze in de begroting: ten minste één post van de soort onderhoud en één van de soort evaluatie met
een bedrag in de horizon. Zonder horizon zwijgt deze regel. Bron: Loket Gezond Leven, Borg uw project (geld voor
onderhouden en evalueren).

Herstel: voeg een post toe met `soort: onderhoud` of `soort: evaluatie`, of geef een bestaande post de goede soort.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, horizon_years, in_years
from docgen.domain.types import CompleteDossier

CODE = "FIN-06"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

NEEDED = ("onderhoud", "evaluatie")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    within, items = horizon_years(dossier), cost_items(dossier)
    if not within:
        return
    if not items:
        message = "er is nog geen begroting, dus ook geen geld voor onderhoud en evaluatie"
        yield Finding(("begroting",), message, "leeg", hint="voeg toe: begroting: met posten")
        return
    paid = {
        post["soort"]
        for post in items
        if any(post["bedragen"][year] for year in post["bedragen"] or () if year in within)
    }
    for kind in NEEDED:
        if kind not in paid:
            message = f"{in_years(within)} is er geen geld voor {kind}"
            yield Finding(("begroting", "posten"), message, about=kind, hint=f"voeg een post toe met soort: {kind}")
