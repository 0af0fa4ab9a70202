"""
Een amendement veranderde bedragen, en het dossier volgt dat nog niet.

De raad stelt vast wat er in het beslispunt staat na het amendement. Zolang de bronnen de oude bedragen houden, noemen het jaarplan, de
overeenkomst en de tabellen een ander bedrag dan de raad besloot. Deze regel legt de tekst van gewijzigde en nieuwe beslispunten naast
de bronnen en reserves van dat punt: per jaar, samen en in totaal. Volgen de bronnen het besluit al, dan kloppen de tabellen van
het raadsvoorstel niet meer met zijn eigen beslispunten; dat zegt deze regel ook. Bron: Gemeentewet (budgetrecht en recht van
amendement).

Herstel: zet bij `bedragen` van de bronnen wat de raad besloot, of verbeter `tekst` of `financiering` onder het amendement. Bewaar het
raadsvoorstel zoals de raad het kreeg, en maak het niet opnieuw.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import CHANGED, decided_points, is_adopted
from docgen.domain.council_proposal import PointAmounts, amounts_by_name, compare_amounts
from docgen.domain.queries import horizon_years, names_of_money, proposal_points, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, euro

CODE = "RVS-17"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

Place = tuple[str | int, ...]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if not is_adopted(dossier):
        return
    known, within = amounts_by_name(dossier), horizon_years(dossier)
    proposed = {point["nr"]: (i, point) for i, point in enumerate(proposal_points(dossier))}
    points = {point["nr"]: point for point in decided_points(dossier) if point["amendement"] and point["tekst"]}
    for where, number in _changes(dossier):
        point = points.get(number)
        if point is None:
            continue
        found = compare_amounts(known, within, point["tekst"], names_of_money(point))
        yield from _not_followed(point, found, where)
        if point["wijziging"] == CHANGED and found == PointAmounts([], []):
            i, asked = proposed[number]
            before = compare_amounts(known, within, asked["tekst"] or "", names_of_money(asked))
            yield from _outdated(i, asked, before.foreign)


def _changes(dossier: CompleteDossier) -> list[tuple[Place, int]]:
    """Where the text of a decision point that an amendment changed stands, with the number of that point."""
    amendments = section(dossier, "raadsvoorstel")["uitslag"]["amendementen"] or []
    return [
        (("raadsvoorstel", "uitslag", "amendementen", i, "beslispunten", j, "tekst"), row["nr"])
        for i, one in enumerate(amendments)
        if one["uitkomst"] == "aangenomen"
        for j, row in enumerate(one["beslispunten"] or ())
        if row["tekst"]
    ]


def _not_followed(point: TableRow, found: PointAmounts, where: Place) -> Iterator[Finding]:
    about, what = str(point["nr"]), f"beslispunt {point['nr']} na amendement {point['amendement']}"
    hint = "zet bij bedragen van zijn bronnen wat de raad besloot"
    for amount in found.foreign:
        yield Finding(
            where,
            f"{what} noemt {euro(amount)}; dat bedrag komt in zijn bronnen niet voor",
            about=about,
            amount=amount,
            hint=hint,
        )
    for year, amount in found.unnamed:
        message = f"{what} noemt {euro(amount)} voor {year} niet; zijn bronnen hebben dat bedrag nog"
        yield Finding(where, message, about=about, year=year, amount=amount, hint=hint)


def _outdated(i: int, point: TableRow, amounts: list[Decimal]) -> Iterator[Finding]:
    """The proposal as it was asked has other amounts than the sources have now."""
    if amounts:
        told = enumeration(euro(amount) for amount in amounts)
        message = (
            f"beslispunt {point['nr']} van het voorstel noemt nog {told}; de tabellen volgen nu het besluit van de raad"
        )
        where = ("raadsvoorstel", "beslispunten", i, "tekst")
        hint = "bewaar het raadsvoorstel zoals de raad het kreeg, en maak het niet opnieuw"
        yield Finding(where, message, "voorstel", about=str(point["nr"]), hint=hint)
