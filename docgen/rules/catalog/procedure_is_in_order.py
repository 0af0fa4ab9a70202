"""
De stappen naar de raad staan in de verkeerde volgorde.

Het college stelt het voorstel vast, de commissie bespreekt het, de raad besluit, en daarna gaat de overeenkomst in. Een dag die eerder valt
dan de stap ervoor is een tikfout, en staat zo in het raadsvoorstel. De commissie mag op de dag van de raad vergaderen. Twee dagen worden
alleen vergeleken als beide er staan. Bron: Gemeentewet, artikel 160 (het college bereidt voor) en 189 (de raad stelt geld beschikbaar);
gangbare opbouw van raadsvoorstellen.

Herstel: verbeter een van de twee dagen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.term import term
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "RVS-06"
LEVEL = "fout"
ANCHOR = "Draagvlak"


class Order(NamedTuple):
    """Two steps in their order, what to say when the second day comes first, and whether they may be on one day."""

    first: str
    then: str
    message: str
    kind: str = ""
    may_coincide: bool = True


COLLEGE, COMMITTEE, COUNCIL, BEGIN = "collegebesluit", "commissie.datum", "raadsvergadering", "overeenkomst.ingang"
ORDERS = (
    Order(COLLEGE, COUNCIL, "het college besluit op {}, maar de raad al op {}", may_coincide=False),
    Order(COMMITTEE, COUNCIL, "de commissie vergadert op {}, maar de raad besluit al op {}"),
    Order(COLLEGE, COMMITTEE, "het college besluit op {}, maar de commissie vergadert al op {}", "commissie"),
    Order(COUNCIL, BEGIN, "de raad besluit op {}, maar de overeenkomst gaat al in op {}", "ingang"),
)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    days = _days(dossier)
    for order in ORDERS:
        first, then = days[order.first], days[order.then]
        if first and then and (first > then or (first == then and not order.may_coincide)):
            when = "dezelfde dag" if first == then else long_date(then)
            path, hint = ("raadsvoorstel", *order.first.split(".")), f"controleer {order.first} en {order.then}"
            yield Finding(path, order.message.format(long_date(first), when), order.kind, path[1], hint=hint)


def _days(dossier: CompleteDossier) -> dict[str, date | None]:
    proposal = section(dossier, "raadsvoorstel")
    return {
        COLLEGE: proposal.get("collegebesluit"),
        COMMITTEE: (proposal.get("commissie") or {}).get("datum"),
        COUNCIL: proposal.get("raadsvergadering"),
        BEGIN: term(dossier).begin,
    }
