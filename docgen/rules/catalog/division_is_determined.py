"""
Hoe bronnen over posten zijn verdeeld, staat niet vast.

Kan een bron meer posten betalen en kunnen die posten ook van andere bronnen worden betaald, dan verdeelt docgen naar rato. Zijn de posten van
verschillende partijen en loopt het geld langs verschillende wegen, dan hangt van die verdeling af wie aan wie bijdraagt. Het saldo van de
gemeente hangt er niet van af. Deze regel kijkt naar de jaren van de tabel. Bron: eigen domeinstudie.

Herstel: splits een bron in delen met elk hun eigen `voor`, of zet `via`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.municipal_books import budget_years, division
from docgen.domain.queries import cost_items, council_party
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import all_or_some

MOST_NAMED = 5

CODE = "GEM-17"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    sources, items = set[str](), set[str]()
    for year in budget_years(dossier) if council_party(dossier) and _has_choice(dossier) else ():
        divided = division(dossier, year)
        sources |= {divided.sources[place].id for place in divided.open_sources}
        items |= {divided.items[place].id for place in divided.open_items}
    rows = [(i, row) for i, row in enumerate(dossier["financiering"]) if row["id"] in sources]
    if rows:
        paying = all_or_some([row["bron"] or row["id"] for _, row in rows], MOST_NAMED)
        paid = all_or_some(
            [post["naam"] or post["id"] for post in cost_items(dossier) if post["id"] in items], MOST_NAMED
        )
        yield Finding(
            ("financiering", rows[0][0]),
            f"hoe {paying} over {paid} zijn verdeeld, staat niet vast; de bijdragen per partij zijn naar rato berekend",
            about=rows[0][1]["id"],
            hint="splits de bron in delen met elk hun eigen voor"
            + ("" if all(row["via"] for _, row in rows) else ", of zet via:"),
        )


def _has_choice(dossier: CompleteDossier) -> bool:
    """Whether any source may pay more than one item; else nothing is divided in proportion."""
    return any(len(row.get("voor") or (0, 0)) > 1 for row in dossier["financiering"])
