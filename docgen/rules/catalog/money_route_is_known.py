"""
Van geld van buiten is niet bekend door wiens begroting het loopt.

Geld van Rijk, provincie, fonds of verzekeraar komt in de begroting van de gemeente, of gaat rechtstreeks naar een partner. Loopt
het door de gemeente, dan horen er lasten en baten bij; het saldo blijft gelijk. Deze regel kijkt naar geld van `extern` zonder
`via` dat kosten betaalt die geen gemeente zelf maakt, in de jaren van de horizon en het jaar ervoor. Geld dat rechtstreeks gaat, gaat naar een
partij: kosten zonder partij kan het niet betalen. Zonder gemeente in het dossier zwijgt deze regel (zie GEM-18).
Bron: Besluit begroting en verantwoording (BBV), lasten en baten; begrotingen van gemeenten.

Herstel: zet bij de bron `via` met de partij waar het geld binnenkomt, of `via: rechtstreeks`. Staat in de voorwaarden
verantwoording via SiSa, dan ontvangt een gemeente of gemeenschappelijke regeling het geld.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.cost_division import DIRECT
from docgen.domain.municipal_books import budget_years, division
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import IN_KIND, cost_items, council_party, municipalities
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import amounts_in_words

CODE = "GEM-01"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    if not council_party(dossier):
        return
    unknown = _unknown(dossier)
    for i, row in enumerate(dossier["financiering"]):
        if amounts := unknown.get(row["id"]):
            is_direct = row.get("via") == DIRECT
            hint = "zet via: met de partij waar het geld binnenkomt"
            if "sisa" in (row.get("voorwaarden") or "").casefold():
                hint += "; verantwoording via SiSa wijst op een gemeente of gemeenschappelijke regeling"
            elif is_direct:
                hint += ", of zet partij: bij de posten die het betaalt"
            else:
                hint += ", of via: rechtstreeks"
            yield Finding(
                ("financiering", i, "via" if is_direct else "bron"),
                f"van {row['bron']} ({amounts_in_words(amounts)}) is niet bekend door wiens begroting het loopt",
                about=row["id"],
                amount=sum(amounts.values(), Decimal(0)),
                hint=hint,
            )


def _unknown(dossier: CompleteDossier) -> dict[str, dict[int, Decimal]]:
    """What, per year, every source from outside pays of costs where nobody can tell through whose budget it goes."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    own, makers = municipalities(dossier), {post["id"]: post["partij"] for post in cost_items(dossier)}
    sources = [row for row in dossier["financiering"] if row["partij"] == OUTSIDE and row["vorm"] != IN_KIND]
    if not any(
        _is_lost(row.get("via"), makers.get(name), own) for row in sources for name in row.get("voor") or makers
    ):
        return {}  # whatever pays what: so nothing has to be divided
    for year in budget_years(dossier):
        divided = division(dossier, year)
        for (payer, post), amount in divided.paid.items():
            source = divided.sources[payer]
            is_outside = source.payer == OUTSIDE and not source.is_in_kind
            if is_outside and amount and _is_lost(source.through, divided.items[post].maker, own):
                found[source.id][year] += amount
    return {source: {year: Decimal(cents) / 100 for year, cents in years.items()} for source, years in found.items()}


def _is_lost(through: str | None, maker: str | None, own: set[str]) -> bool:
    return maker is None if through == DIRECT else through is None and maker not in own
