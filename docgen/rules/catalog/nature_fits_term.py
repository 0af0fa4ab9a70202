"""
De aard van een bron past niet bij haar einde.

Structureel geld heeft geen einde; een bron die binnen de horizon stopt, is tijdelijk en telt niet mee als dekking van vaste kosten. Andersom is een bron
zonder einde die elk jaar van de horizon een bedrag heeft waarschijnlijk structureel; dat is advies, en pas bij vier jaar of meer. Een idee telt niet
mee. Bron: Besluit begroting en verantwoording (BBV), de toelichting op structurele baten; Werkblad 4, blok financiën.

Herstel: verander de `aard`, haal het `einde` weg, of vul het in.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import STRUCTURAL, TEMPORARY, counts, horizon, horizon_years
from docgen.domain.reserves import years_of_short_draw
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "FIN-16"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

SHORTEST = 4  # years with an amount that may be lasting


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    period, within = horizon(dossier), horizon_years(dossier)
    for i, row in enumerate(dossier["financiering"]) if period else ():
        end, amounts, path = row["einde"], row["bedragen"] or {}, ("financiering", i, "aard")
        if not counts(row) or not row["id"]:
            continue
        if (
            row["aard"] == STRUCTURAL
            and end
            and period
            and end < period.einde
            and not years_of_short_draw(dossier, row)
        ):
            message = f"{row['bron']} heet structureel, maar stopt op {long_date(end)}"
            yield Finding(path, message, about=row["id"], hint="schrijf aard: incidenteel, of haal einde weg")
        if row["aard"] == TEMPORARY and not end and len(within) >= SHORTEST and all(map(amounts.get, within)):
            message = f"{row['bron']} heet incidenteel, maar heeft elk jaar een bedrag en geen einde"
            yield Finding(
                path,
                message,
                "lang",
                row["id"],
                hint="schrijf aard: structureel, of voeg toe: einde: met een laatste dag",
                remedy=((path, STRUCTURAL),),
            )
