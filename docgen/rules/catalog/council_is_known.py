"""
Niet bekend is voor welke gemeente de begroting is.

Een raad besluit over de begroting van zijn eigen gemeente. De tabel ‘Wat betekent dit voor de gemeentebegroting’ heeft daarom een
partij nodig die de gemeente is: wat `dossier.gemeente` noemt, anders de enige partij met soort gemeente, anders de partij met de
naam van de organisatie. Deze regel geldt als er kosten zijn en een onderdeel `raadsvoorstel`. Bron: Gemeentewet (budgetrecht van de raad).

Herstel: zet `gemeente` in het onderdeel `dossier`, met het kenmerk van een partij.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, council_party, section
from docgen.domain.types import CompleteDossier

CODE = "GEM-18"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    has_costs = any(amount for post in cost_items(dossier) for amount in (post["bedragen"] or {}).values())
    if section(dossier, "raadsvoorstel") and has_costs and not council_party(dossier):
        yield Finding(
            ("dossier",),
            "niet bekend is welke partij de gemeente is; er is geen tabel voor de gemeentebegroting",
            hint="zet gemeente: met het kenmerk van een partij",
        )
