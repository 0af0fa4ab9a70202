"""
Een review of evaluatie valt na het einde van de afspraken.

Na de laatste dag van de horizon of de overeenkomst, de laatste van de twee, is er niets meer om te bespreken. Een evaluatie in het jaar daarna mag
nog: die kijkt terug. Zonder einde zwijgt deze regel. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (volg de afspraken en stuur bij);
wijkengids, hoofdstuk 6.9 (evalueer tussentijds).

Herstel: kies een eerdere dag, of verleng de horizon of de overeenkomst.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import horizon, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "MON-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    end = _last_day(dossier)
    monitoring = section(dossier, "monitoring") if end else {}
    for i, row in enumerate(monitoring.get("reviews") or ()):
        if end and row["datum"] and row["datum"] > end:
            message = f"de review van {long_date(row['datum'])} valt na het einde ({long_date(end)})"
            path = ("monitoring", "reviews", i, "datum")
            yield Finding(path, message, year=row["datum"].year, hint="kies een eerdere dag of verleng")
    for i, row in enumerate(monitoring.get("evaluaties") or ()):
        if end and row["jaar"] and row["jaar"] > end.year + 1:
            message = f"de evaluatie van {row['jaar']} valt meer dan een jaar na het einde ({long_date(end)})"
            path = ("monitoring", "evaluaties", i, "jaar")
            yield Finding(path, message, year=row["jaar"], hint="kies een eerder jaar of verleng")


def _last_day(dossier: CompleteDossier) -> date | None:
    """The last day of the horizon or the agreement, whichever is later."""
    period = horizon(dossier)
    days = [period.einde if period else None, section(dossier, "overeenkomst").get("einde")]
    return max((day for day in days if day), default=None)
