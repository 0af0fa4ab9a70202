"""
Een beslispunt vraagt geld, maar noemt geen bron.

Een bedrag in een beslispunt hoort bij een bron of een reserve in dit dossier; anders kan docgen niet nagaan of het klopt, en staat het in geen
tabel. Deze regel kijkt naar punten met een bedrag en een woord als beschikbaar, onttrekken, krediet, bijdrage of subsidie; een bedrag zonder
zo'n woord, zoals een grens, mag. Zij kijkt niet meer als de raad heeft besloten. Bron: Gemeentewet (budgetrecht, artikel 189); motie over
raadsvoorstellen in Amersfoort (elk besluit is een beslispunt).

Herstel: zet bij het punt `financiering` met het kenmerk van de bron, of `reserves` met dat van de reserve.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.domain.queries import asked_names, names_of_money
from docgen.domain.sentences.decision_points import open_points
from docgen.domain.types import CompleteDossier

CODE = "RVS-10"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

AMOUNT = regex(r"€\s*\d")
OF_MONEY = regex(r"beschikbaar|onttrek|krediet|bijdrage|subsidie")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for (*place, _), punt, text in open_points(dossier):
        if AMOUNT.search(text) and OF_MONEY.search(text.casefold()) and not names_of_money(punt):
            message = f"beslispunt {punt['nr']} noemt geld, maar geen bron"
            yield Finding(tuple(place), message, about=str(punt["nr"]), hint=_remedy(dossier))


def _remedy(dossier: CompleteDossier) -> str:
    asked = asked_names(dossier)
    open_names = [bron["id"] for bron in dossier["financiering"] if bron["status"] == "gevraagd" and bron["id"]]
    loose = ", ".join(name for name in open_names if name not in asked)
    return f"voeg toe: financiering: [{loose}]" if loose else "voeg toe: financiering: met het kenmerk van de bron"
