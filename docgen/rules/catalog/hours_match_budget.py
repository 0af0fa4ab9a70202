"""
De uren van een partij en haar personeelskosten in de begroting kloppen niet met elkaar.

Uren keer tarief van de rollen van een partij moet gelijk zijn aan de posten van de soort personeel van die partij, in elk
jaar van de horizon. Van een rol die in een jaar begint of stopt, tellen de uren van de dagen dat zij meedoet. Een verschil van 1% (of 1 euro) mag; die grens staat in
`dossier.instellingen.max_verschil_personeel`. Een rol die alleen stuurt of vrijwillig is, kost zonder tarief niets. Mist bij een andere rol het aantal
uren of het tarief, dan meldt deze regel alleen wat zeker te laag begroot is; de rest meldt NAG-01, net als zonder horizon. Zij kijkt ook naar
partijen met uren en een tarief zonder personeelskosten in de begroting. Bron: Loket Gezond Leven, Borg uw project (tijd en geld).

Herstel: pas de post aan de uren aan, of de uren aan wat er te besteden is. Verandert het aantal uren in een jaar, maak dan
twee rollen, met `einde` en `begin`, of leg het verschil vast als afwijking.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.personnel import (
    are_costs_told,
    is_cost,
    known_cost,
    may_be_budgeted,
    personnel_costs,
    roles_of_parties,
    roles_without_number,
)
from docgen.domain.names import party_names_in_sentences
from docgen.domain.queries import horizon_years
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro, rounded

CODE = "UUR-03"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    names, roles = party_names_in_sentences(dossier), roles_of_parties(dossier)
    for (party, year), (amount, item) in personnel_costs(dossier).items():
        own = roles.get(party, [])
        cost, is_part = known_cost(own, year), bool(roles_without_number(own, year))
        if is_cost(dossier, cost, amount) or (is_part and cost < amount):
            continue
        shown = rounded(cost, 2)
        told = f"{'wat bekend is van ' if is_part else ''}de uren {'kost al' if is_part else 'kosten'} {euro(shown)}"
        yield Finding(
            ("begroting", "posten", item, "bedragen", year),
            f"{names.get(party, party)}: begroot is {euro(amount)} voor personeel in {year}, maar "
            + (told if own else "er staan nog geen rollen van deze partij"),
            "" if own else "open",
            about=party,
            year=year,
            amount=abs(shown - amount),
            hint="maak de post gelijk aan uren keer tarief, of pas de uren aan",
        )
    yield from _not_budgeted(dossier)


def _not_budgeted(dossier: CompleteDossier) -> Iterator[Finding]:
    """The parties whose hours cost money in the horizon while none of it is budgeted."""
    names, budgeted = party_names_in_sentences(dossier), {party for party, _ in personnel_costs(dossier)}
    places = {id(rol): i for i, rol in enumerate(dossier["rollen"])}
    for party, roles in roles_of_parties(dossier).items() if are_costs_told(dossier) else ():
        costs = {year: cost for year in horizon_years(dossier) if (cost := known_cost(roles, year))}
        if not party or party in budgeted or may_be_budgeted(dossier, party) or not costs:
            continue
        year, cost = next(iter(costs.items()))
        priced = next(rol for rol in roles if known_cost([rol], year))
        shown = rounded(cost, 2)
        yield Finding(
            ("rollen", places[id(priced)], "uren"),
            f"{names.get(party, party)}: de uren kosten {euro(shown)} in {year}, maar er zijn geen personeelskosten begroot",
            "open",
            about=party,
            amount=shown,
            hint="voeg onder begroting.posten een post toe met soort: personeel, of haal het tarief weg",
        )
