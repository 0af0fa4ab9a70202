"""
Het voorstel wijzigt een begroting die nog niet is vastgesteld.

De raad stelt de begroting van een jaar vast in het najaar ervoor. In het voorjaar is er dus nog niets te wijzigen: dan
past een beslispunt om de gevolgen in de begroting te verwerken. Deze regel kijkt naar het eerste jaar van het gevraagde
geld in de beslispunten en rekent vanaf november (`dossier.instellingen.begroting_vastgesteld_maand`) op een vastgestelde
begroting voor het jaar erna. Verandert het voorstel geen enkele begroting die al is vastgesteld, dan meldt zij dat ook. Zonder
`begrotingswijziging: true` of zonder datum van de raadsvergadering zwijgt deze regel.
Bron: Gemeentewet, de artikelen over vaststellen en wijzigen van de begroting.

Herstel: zet `begrotingswijziging: false` en schrijf een beslispunt om de gevolgen te verwerken in de begroting van dat
jaar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.council_proposal import budget_change
from docgen.domain.queries import by_id, council_party, section, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "RVS-04"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    proposal = section(dossier, "raadsvoorstel")
    day: date | None = proposal.get("raadsvergadering")
    if day is None or not proposal.get("begrotingswijziging"):
        return
    last = day.year + (day.month >= setting(dossier, "begroting_vastgesteld_maand"))
    sources = by_id(bron for bron in dossier["financiering"] if bron["status"] == "gevraagd")
    named = {bron for punt in proposal.get("beslispunten") or [] for bron in punt["financiering"] or ()}
    asked = [
        year for bron in named & sources.keys() for year, amount in (sources[bron]["bedragen"] or {}).items() if amount
    ]
    if asked and (year := min(asked)) > last:
        message = f"op {long_date(day)} is de begroting van {year} nog niet vastgesteld, dus valt er niets te wijzigen"
        hint = (
            f"zet begrotingswijziging: false en laat de raad besluiten de gevolgen te verwerken in de begroting {year}"
        )
        yield Finding(("raadsvoorstel", "begrotingswijziging"), message, year=year, hint=hint)
    elif council_party(dossier) and not budget_change(dossier):
        yield Finding(
            ("raadsvoorstel", "begrotingswijziging"),
            "het voorstel wijzigt geen begroting die al is vastgesteld",
            hint="zet begrotingswijziging: false, of noem bij een beslispunt de bron van het geld van dat jaar",
        )
