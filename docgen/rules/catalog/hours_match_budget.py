"""
De uren van een partij en haar personeelskosten in de begroting kloppen niet met elkaar.

Uren keer tarief van de rollen van een partij moet gelijk zijn aan de posten van de soort personeel van die partij, in elk
jaar van de horizon. Een verschil van 1% (of 1 euro) mag; die grens staat in
`dossier.instellingen.max_verschil_personeel`. Mist bij een rol van de partij het aantal uren of het tarief, dan is niet te
rekenen en zwijgt deze regel, net als zonder horizon. Bron: Loket Gezond Leven, Borg uw project (tijd en geld).

Herstel: pas de post aan de uren aan, of de uren aan wat er te besteden is. Werkt de partij in een jaar met andere uren,
laat dat jaar dan buiten de horizon of leg het verschil vast als afwijking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.memo import memoized
from docgen.domain.names import party_names_in_sentences
from docgen.domain.queries import cost_items, horizon_years, setting
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro

CODE = "UUR-03"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    margin, names = Decimal(setting(dossier, "max_verschil_personeel")) / 100, party_names_in_sentences(dossier)
    costs = _costs(dossier)
    for (party, year), (amount, item) in _personnel_costs(dossier).items():
        cost = costs.get(party, Decimal(0))
        if cost is None or abs(cost - amount) <= max(Decimal(1), margin * cost):
            continue
        kind = "" if party in costs else "open"
        told = f"de uren kosten {euro(cost)}" if party in costs else "er staan nog geen rollen van deze partij"
        yield Finding(
            ("begroting", "posten", item, "bedragen", year),
            f"{names.get(party, party)}: begroot is {euro(amount)} voor personeel in {year}, maar {told}",
            kind,
            about=party,
            year=year,
            amount=abs(cost - amount),
            hint="maak de post gelijk aan uren keer tarief, of pas de uren aan",
        )


@memoized
def _costs(dossier: CompleteDossier) -> dict[str, Decimal | None]:
    roles: defaultdict[str, list[TableRow]] = defaultdict(list)
    for rol in dossier["rollen"]:
        roles[rol["partij"]].append(rol)
    return {party: _cost(own) for party, own in roles.items()}


def _cost(roles: list[TableRow]) -> Decimal | None:
    """Hours times rate of roles, or nothing when one of them lacks a number."""
    if any(rol["uren"] is None or (rol["uren"] and rol["tarief"] is None) for rol in roles):
        return None
    return sum((rol["uren"] * rol["tarief"] for rol in roles if rol["uren"]), Decimal(0))


@memoized
def _personnel_costs(dossier: CompleteDossier) -> dict[tuple[str, int], tuple[Decimal, int]]:
    """Personnel costs of every party in every year, with the first item they stand in."""
    within, found = horizon_years(dossier), dict[tuple[str, int], tuple[Decimal, int]]()
    for i, post in enumerate(cost_items(dossier)):
        is_counted = post["soort"] == "personeel" and post["partij"]
        for year, amount in (post["bedragen"] or {}).items() if is_counted else ():
            if year in within:
                before, first = found.get(key := (post["partij"], year), (Decimal(0), i))
                found[key] = before + amount, first
    return found
