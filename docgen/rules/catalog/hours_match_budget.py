"""
De uren van een partij en haar personeelskosten in de begroting kloppen niet met elkaar.

Uren keer tarief van de rollen van een partij moet gelijk zijn aan de posten van de soort personeel van die partij, in elk
jaar van de horizon. Van een rol die in een jaar begint of stopt, tellen de uren van de dagen dat zij meedoet. Een verschil van 1% (of 1 euro) mag; die grens staat in
`dossier.instellingen.max_verschil_personeel`. Mist bij een rol van de partij het aantal uren of het tarief, dan is niet te
rekenen en zwijgt deze regel, net als zonder horizon. Bron: Loket Gezond Leven, Borg uw project (tijd en geld).

Herstel: pas de post aan de uren aan, of de uren aan wat er te besteden is. Verandert het aantal uren in een jaar, maak dan
twee rollen, met `einde` en `begin`, of leg het verschil vast als afwijking.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.personnel import cost_of_roles, is_cost, personnel_costs, roles_of_parties
from docgen.domain.names import party_names_in_sentences
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro, rounded

CODE = "UUR-03"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    names, roles = party_names_in_sentences(dossier), roles_of_parties(dossier)
    for (party, year), (amount, item) in personnel_costs(dossier).items():
        cost = cost_of_roles(roles.get(party, []), year)
        if cost is None or is_cost(dossier, cost, amount):
            continue
        kind = "" if party in roles else "open"
        shown = rounded(cost, 2)
        told = f"de uren kosten {euro(shown)}" if party in roles else "er staan nog geen rollen van deze partij"
        yield Finding(
            ("begroting", "posten", item, "bedragen", year),
            f"{names.get(party, party)}: begroot is {euro(amount)} voor personeel in {year}, maar {told}",
            kind,
            about=party,
            year=year,
            amount=abs(shown - amount),
            hint="maak de post gelijk aan uren keer tarief, of pas de uren aan",
        )
