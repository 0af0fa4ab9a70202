"""
Een reserve betaalt structurele lasten van de gemeente.

Structurele lasten horen gedekt te zijn met structurele baten en algemene middelen; een reserve raakt op. Onder voorwaarden mag het, daarom
is dit geen fout. Deze regel telt per jaar van de horizon wat bronnen van de gemeente die uit een reserve komen, aan structurele posten
betalen. Een afwijking voor FIN-05 voor dat jaar en dat bedrag geldt ook hier. Bron: Gemeentewet (structureel en reëel evenwicht);
notities van de commissie BBV.

Herstel: vraag structureel geld, maak de kosten tijdelijk, of leg het vast als afwijking met jaren en een hoogste bedrag.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.municipal_books import division
from docgen.domain.queries import STRUCTURAL, council_party, funding_sources, horizon_years
from docgen.domain.reserves import reserve_names
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "GEM-06"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    names, council = reserve_names(dossier), council_party(dossier)
    drawing = [row for row in funding_sources(dossier) if row["id"] in names and row["partij"] == council]
    years = {year for row in drawing for year, amount in (row["bedragen"] or {}).items() if amount}
    for year in sorted(years & {*horizon_years(dossier)}):
        divided = division(dossier, year)
        cents = sum(
            amount
            for (payer, item), amount in divided.paid.items()
            if divided.sources[payer].payer == council
            and divided.sources[payer].reserve
            and divided.items[item].nature == STRUCTURAL
        )
        if cents:
            amount = Decimal(cents) / 100
            yield Finding(
                ("financiering",),
                f"in {year} betaalt een reserve {euro(amount)} aan structurele lasten van de gemeente",
                year=year,
                amount=amount,
                hint="vraag structureel geld, of leg het vast onder afwijkingen",
            )
