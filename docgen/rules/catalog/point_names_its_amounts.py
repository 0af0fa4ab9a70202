"""
De bedragen in een beslispunt zijn niet die van zijn bronnen.

De raad stelt vast wat er in het beslispunt staat, niet wat in de tabel staat. Noemt een beslispunt bronnen of reserves, dan hoort elk
bedrag per jaar dat zij samen zijn, in de tekst te staan, en hoort een bedrag van € 1.000 of meer in de tekst bij die bronnen. Deze regel
kijkt naar de jaren van de horizon, en niet naar een beslispunt dat de raad wijzigde (zie RVS-17). Bron: beoordelingskaart voor raadsleden; Gemeentewet (budgetrecht).

Herstel: schrijf in het beslispunt het bedrag van elk jaar, of verbeter `bedragen` of `financiering`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import untouched_points
from docgen.domain.council_proposal import amounts_by_name, compare_amounts
from docgen.domain.queries import horizon_years, names_of_money
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "GEM-10"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    known, within = amounts_by_name(dossier), horizon_years(dossier)
    for i, point in untouched_points(dossier):
        found = compare_amounts(known, within, point["tekst"] or "", names_of_money(point))
        where, about = ("raadsvoorstel", "beslispunten", i, "tekst"), str(point["nr"])
        for year, amount in found.unnamed:
            message = f"beslispunt {point['nr']} noemt {euro(amount)} voor {year} niet; zijn bronnen vragen dat wel"
            hint = f"schrijf in het beslispunt: {euro(amount)} in {year}"
            yield Finding(where, message, about=about, year=year, amount=amount, hint=hint)
        for amount in found.foreign:
            message = f"beslispunt {point['nr']} noemt {euro(amount)}; dat bedrag komt in zijn bronnen niet voor"
            hint = "verbeter het bedrag, of noem bij financiering de bron"
            yield Finding(where, message, kind="vreemd", about=about, amount=amount, hint=hint)
