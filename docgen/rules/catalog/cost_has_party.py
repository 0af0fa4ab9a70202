"""
Een kostenpost heeft geen partij.

Wie de kosten maakt, zet ze in zijn jaarplan en zijn begroting. Een post zonder `partij` is van meer partijen samen: hij staat in elk
deel van het jaarplan als gedeelde kosten, maar niemand is ervoor verantwoordelijk. Deze regel kijkt naar posten met een bedrag in de jaren van de
horizon. Bron: eigen domeinstudie; begrotingen van gemeenten.

Herstel: zet bij de post `partij`, of laat het zo als de kosten echt gedeeld zijn.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, horizon_years
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import amounts_in_words

CODE = "GEM-14"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    within = horizon_years(dossier)
    for i, post in enumerate(cost_items(dossier) if dossier["partijen"] else ()):
        amounts = post["bedragen"] or {}
        shown = {year: amount for year, amount in amounts.items() if not within or year in within}
        amount = sum(shown.values(), Decimal(0))
        if amount and not post["partij"]:
            yield Finding(
                ("begroting", "posten", i, "naam"),
                f"{post['naam']} ({amounts_in_words(shown)}) heeft geen partij: in geen enkel jaarplan staat wie deze kosten maakt",
                about=post["id"],
                amount=amount,
                hint="zet partij: met wie de kosten maakt",
            )
