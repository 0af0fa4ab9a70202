"""
Een beslispunt vraagt geld dat geen vraag meer is.

Wat de raad nog moet besluiten, is gevraagd. Een bron die nog een idee is, vraagt niemand; een bron die is afgewezen, is al geweigerd. Noemt de
gemeente haar eigen geld zeker voordat de raad vergadert, dan loopt zij op de raad vooruit; na de vergadering is dat gewoon. Zonder peildatum
kijkt deze regel niet naar zeker geld, en zij kijkt niet meer als de raad heeft besloten (RVS-18). Past de status ook niet bij de
dag van het besluit, dan zeggen FIN-11 en FIN-12 het. Bron: Gemeentewet (budgetrecht, artikel 189).

Herstel: zet de status op gevraagd, of haal de bron weg bij het beslispunt.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import outcome
from docgen.domain.council_proposal import names_beyond_asking, with_number
from docgen.domain.proven import has_happened, is_certain_too_soon
from docgen.domain.queries import is_idea, proposal_points
from docgen.domain.types import CompleteDossier, TableRow

CODE = "RVS-08"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    points = [] if outcome(dossier) else proposal_points(dossier)
    numbers = {
        name: with_number(point, i)["nr"]
        for i, point in reversed([*enumerate(points)])
        for name in point["financiering"] or ()
        if name
    }
    closed = names_beyond_asking(dossier) & numbers.keys()
    for i, bron in enumerate(dossier["financiering"]):
        if bron["id"] in closed and not _is_told(dossier, bron):
            state = "nog een idee" if is_idea(bron) else f"al {bron['status']}"
            message = f"beslispunt {numbers[bron['id']]} vraagt {bron['bron']}, maar die is {state}"
            path = ("financiering", i, "status")
            hint, remedy = "schrijf status: gevraagd", ((path, "gevraagd"),)
            yield Finding(path, message, about=bron["id"], hint=hint, remedy=remedy)


def _is_told(dossier: CompleteDossier, bron: TableRow) -> bool:
    """Whether FIN-11 or FIN-12 says that the status does not fit the day of the decision."""
    is_over = has_happened(dossier, (bron["besluit"] or {}).get("datum"))
    return is_certain_too_soon(dossier, bron) or (is_idea(bron) and is_over)
