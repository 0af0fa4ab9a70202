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

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.agreed import hours_in_year, takes_part_in
from docgen.domain.memo import memoized
from docgen.domain.names import party_names_in_sentences
from docgen.domain.queries import cost_items, horizon_years, setting
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro, rounded

CODE = "UUR-03"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    margin, names = Fraction(setting(dossier, "max_verschil_personeel")) / 100, party_names_in_sentences(dossier)
    roles = _roles(dossier)
    for (party, year), (amount, item) in _personnel_costs(dossier).items():
        cost = _cost(roles.get(party, []), year)
        if cost is None or abs(cost - Fraction(amount)) <= max(Fraction(1), margin * cost):
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


@memoized
def _roles(dossier: CompleteDossier) -> dict[str, list[TableRow]]:
    roles: defaultdict[str, list[TableRow]] = defaultdict(list)
    for rol in dossier["rollen"]:
        roles[rol["partij"]].append(rol)
    return dict(roles)


def _cost(roles: list[TableRow], year: int) -> Fraction | None:
    """Hours times rate of roles for the days of a year on which they take part, or nothing when one of them lacks a number."""
    present = [rol for rol in roles if takes_part_in(rol, year)]
    if any(rol["uren"] is None or (rol["uren"] and rol["tarief"] is None) for rol in present):
        return None
    return sum((hours_in_year(rol, year) * Fraction(rol["tarief"]) for rol in present if rol["uren"]), Fraction(0))


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
