"""
De overdracht valt na de wissel.

Wie iets overdraagt, doet dat voordat de ander begint: voor de verkiezing bij een nieuw bestuur, voor de functiewissel bij een nieuwe
medewerker. Deze regel vergelijkt de dag van de overdracht met de laatste wissel die nog komt; dezelfde dag mag. Zonder `dossier.wissels`
zwijgt zij. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (nieuwe mensen en nieuw bestuur).

Herstel: kies een eerdere dag, of verbeter de dag van de wissel onder `dossier.wissels`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import reference_date, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "OVD-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    handover, today = section(dossier, "overdracht"), reference_date(dossier)
    kind = "verkiezing" if handover.get("variant") == "bestuur" else "functiewissel"
    rows = section(dossier, "dossier").get("wissels") or []
    days = [row["datum"] for row in rows if row["datum"] and row["soort"] == kind]
    ahead = [day for day in days if not today or day >= today]
    if ahead and handover.get("datum") and handover["datum"] > max(ahead):
        message = f"de overdracht is op {long_date(handover['datum'])}, na de wissel van {long_date(max(ahead))}"
        yield Finding(("overdracht", "datum"), message, hint="kies een eerdere dag")
