"""
Een veld over de begroting past niet bij de bron.

Inzet in natura komt in geen begroting binnen: zij loopt door niemand anders dan de partij die haar levert. Geld van buiten en
inzet in natura komen niet uit een reserve van de gemeente. Bron: Besluit begroting en verantwoording (BBV), mutaties reserves.

Herstel: haal het veld weg, of verbeter `partij` of `vorm` van de bron.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import IN_KIND
from docgen.domain.reserves import NO_RESERVE
from docgen.domain.types import CompleteDossier, TableRow

CODE = "GEM-19"
LEVEL = "fout"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, row in enumerate(dossier["financiering"]):
        for name, reason in _misfits(row):
            message = f"bij {row['bron']} past {name} niet: {reason}"
            yield Finding(("financiering", i, name), message, about=row["id"], hint="haal het veld weg")


def _misfits(row: TableRow) -> Iterator[tuple[str, str]]:
    """The fields that do not fit a source, and why."""
    is_in_kind, payer = row["vorm"] == IN_KIND, row["partij"]
    if is_in_kind and row.get("via") not in (None, payer):
        yield "via", "inzet in natura komt in geen begroting binnen"
    if row.get("reserve") not in (None, NO_RESERVE) and (is_in_kind or payer == OUTSIDE):
        yield "reserve", f"{'inzet in natura' if is_in_kind else 'geld van buiten'} komt niet uit een reserve"
