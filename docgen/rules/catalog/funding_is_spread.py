"""
Bijna al het geld komt van één partij.

Betaalt één partij meer dan 70% in het eerste jaar van de horizon, dan hangt de aanpak af van één besluit. Geld van
buiten telt per bron. De grens staat in `dossier.instellingen.max_aandeel_bron`. Zonder horizon zwijgt deze regel. Bron:
wijkengids, hoofdstuk 6.9 (zoek andere bronnen: bedrijven, verzekeraars, fondsen); Loket Gezond Leven, Borg uw project
(drie routes: aansluiten bij wat er is, andere sectoren, extra financiers).

Herstel: vraag wie mede-drager wil zijn en zet die bron er alvast in met `status: idee`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.names import OUTSIDE, party_names_in_sentences
from docgen.domain.queries import counts, horizon_years, setting, share_above
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro

CODE = "FIN-07"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    limit, names = setting(dossier, "max_aandeel_bron"), party_names_in_sentences(dossier)
    for year in horizon_years(dossier)[:1]:
        paid: defaultdict[str, Decimal] = defaultdict(Decimal)
        place: dict[str, int] = {}
        for i, bron in enumerate(dossier["financiering"]):
            if counts(bron):
                payer = bron["id"] if bron["partij"] == OUTSIDE else bron["partij"]
                place.setdefault(payer, i)
                paid[payer] += (bron["bedragen"] or {}).get(year, Decimal(0))
        total = sum(paid.values(), Decimal(0))
        for payer, amount in paid.items():
            if share := share_above(limit, amount, total):
                bron = dossier["financiering"][place[payer]]
                name = bron["bron"] if bron["partij"] == OUTSIDE else names.get(payer, payer)
                message = f"{share} van het geld in {year} komt van {name}: {euro(amount)} van {euro(total)}"
                hint = "zoek mede-dragers: bestaand beleid, andere sectoren, fondsen of verzekeraars"
                yield Finding(("financiering", place[payer]), message, "", payer, year, amount, hint)
