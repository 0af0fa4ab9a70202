"""
Een totaal staat als gewone rij tussen de posten of bronnen.

docgen telt zelf op. Een rij Totaal of Subtotaal, meegekomen uit een rekenblad, telt dan dubbel: de kosten lijken hoger dan de dekking, of
andersom. De regel kijkt naar namen die met (sub)totaal beginnen. Bron: eigen ervaring met dossiers die uit Excel zijn overgenomen.

Herstel: haal de rij weg. Is het een gewone post of bron, geef die dan een eigen naam.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.domain.queries import money_rows
from docgen.domain.types import CompleteDossier

CODE = "FIN-18"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

TOTAL = regex(r"(?i:\s*(?:sub|eind)?totaal|\s*totale\s)")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for path, row in money_rows(dossier):
        field = "bron" if "bron" in row else "naam"
        if row["bedragen"] and TOTAL.match(row[field] or ""):
            yield Finding(
                (*path, field),
                f"‘{row[field]}’ lijkt een totaal van de andere rijen, en telt dan dubbel",
                about=row["id"] or "",
                hint=f"haal {row['id']} weg" if row["id"] else "haal de rij weg",
                remedy=(((*path, "bedragen"), {}),),
            )
