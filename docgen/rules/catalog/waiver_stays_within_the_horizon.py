"""
Een afwijking loopt langer dan de horizon.

Na de horizon zijn er geen afspraken meer om van af te wijken. Een afwijking die dan nog geldt, of een jaar noemt dat erbuiten valt, gaat
ongezien mee naar de volgende periode. Zonder horizon zwijgt deze regel, en ook als de horizon op de peildatum voorbij is. Bron: pas toe of
leg uit, toegepast op onze eigen regels.

Herstel: laat `geldig_tot` niet later zijn dan `dossier.horizon.einde`, en haal jaren buiten de horizon weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import Period, horizon, reference_date
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, long_date

CODE = "AFW-05"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    period, today = horizon(dossier), reference_date(dossier)
    if not period or (today and today > period.einde):
        return
    for i, row in enumerate(dossier["afwijkingen"]):
        yield from _of_waiver(row, i, period)


def _of_waiver(row: TableRow, i: int, period: Period) -> Iterator[Finding]:
    about, end = row["regel"] or "", row["geldig_tot"]
    if end and end > period.einde:
        message = f"de afwijking loopt tot en met {long_date(end)}, langer dan de horizon"
        hint = f"schrijf geldig_tot: {period.einde}"
        yield Finding(("afwijkingen", i, "geldig_tot"), message, about=about, hint=hint)
    years = (row["geldt_voor"] or {}).get("jaren") or []
    outside = [year for year in dict.fromkeys(years) if not period.begin.year <= year <= period.einde.year]
    if outside:
        message = f"de afwijking geldt voor {enumeration(outside)}, buiten de horizon"
        hint = f"haal {enumeration(outside)} weg" if len(outside) < len({*years}) else "haal de afwijking weg"
        yield Finding(("afwijkingen", i, "geldt_voor", "jaren"), message, about=about, year=outside[0], hint=hint)
