"""
De gemeente heeft een bijdrage aan een partij toegezegd, maar er staat geen besluit bij.

Een bijdrage of subsidie aan een ander is een last van de gemeente; wie haar geeft, hoort een besluit te noemen. Deze regel kijkt naar geld
van de gemeente dat toegezegd, beschikt of ontvangen is en kosten van een andere partij betaalt of door een andere partij loopt, in de
jaren van de horizon. Bron: Algemene wet bestuursrecht (subsidies); eigen domeinstudie.

Herstel: zet bij de bron `besluit` met `orgaan` en `datum`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.municipal_books import division
from docgen.domain.names import party_names
from docgen.domain.queries import CERTAIN, IN_KIND, council_party, horizon_years
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration

CODE = "GEM-08"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    council, names = council_party(dossier), party_names(dossier)
    open_rows = {
        row["id"]: i
        for i, row in enumerate(dossier["financiering"])
        if council
        and row["partij"] == council
        and row["vorm"] != IN_KIND
        and row["status"] in CERTAIN
        and _is_undecided(row)
    }
    receivers: dict[str, dict[str, None]] = {}
    for year in horizon_years(dossier) if open_rows else ():
        divided = division(dossier, year)
        for (payer, item), amount in divided.paid.items():
            source = divided.sources[payer]
            receiver = (
                source.through if source.through in names and source.through != council else divided.items[item].maker
            )
            if amount and source.id in open_rows and receiver and receiver != council:
                receivers.setdefault(source.id, {})[receiver] = None
    for name, parties in receivers.items():
        row = dossier["financiering"][open_rows[name]]
        to = enumeration(names.get(party) or party for party in parties)
        yield Finding(
            ("financiering", open_rows[name], "status"),
            f"{row['bron']}: de bijdrage aan {to} is {row['status']}, maar er staat geen besluit bij",
            about=name,
            hint="voeg toe: besluit: met orgaan en datum",
        )


def _is_undecided(row: TableRow) -> bool:
    decision = row.get("besluit") or {}
    return not (decision.get("orgaan") and decision.get("datum"))
