"""
Er komt een wissel zonder overdracht, of voor nieuwe medewerkers is niets geregeld.

Na verkiezingen zit er een nieuwe raad en een nieuw college; na een functiewissel begint iemand opnieuw. Zonder overdracht
valt de aandacht weg. Voor elke verkiezing onder `dossier.wissels` binnen de horizon is een eerdere mijlpaal met
`soort: overdracht_bestuur` nodig, voor elke functiewissel een met `soort: overdracht_medewerker`; bij meer wissels telt
een mijlpaal voor de eerste wissel erna. Nieuwe medewerkers zijn geregeld met een boodschap onder `communicatie` met
`nieuwe_medewerkers: true`, een onderdeel `overdracht`, of een mijlpaal van de soort overdracht_medewerker. Zonder
horizon let deze regel niet op wissels. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (nieuwe mensen en nieuw
bestuur); Wijzer in de Wijk, Borging (neem de nieuwe bestuurder mee).

Herstel: voeg een mijlpaal toe met de goede `soort` en een datum vóór de wissel. Regel voor nieuwe medewerkers een
boodschap, of maak het overdrachtsdocument.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import horizon_years, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date

CODE = "WIS-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

HANDOVERS = {"verkiezing": "overdracht_bestuur", "functiewissel": "overdracht_medewerker"}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    yield from _changes(dossier)
    newcomers = any(row.get("nieuwe_medewerkers") for row in dossier["communicatie"])
    planned = any(mijlpaal["soort"] == "overdracht_medewerker" for mijlpaal in dossier["mijlpalen"])
    if not newcomers and not planned and not section(dossier, "overdracht"):
        message = "er is niets geregeld om nieuwe medewerkers in te werken"
        hint = "zet bij een boodschap nieuwe_medewerkers: true, of voeg een onderdeel overdracht toe"
        yield Finding(("communicatie",), message, "" if dossier["communicatie"] else "leeg", "medewerkers", hint=hint)


def _changes(dossier: CompleteDossier) -> Iterator[Finding]:
    """Elections and changes of function in the horizon without a handover since the one before."""
    wissels = section(dossier, "dossier").get("wissels") or []
    changes, ready, within = _days(wissels), _days(dossier["mijlpalen"]), horizon_years(dossier)
    late = {kind: _without(days, ready.get(HANDOVERS.get(kind, ""), [])) for kind, days in changes.items()}
    for i, wissel in enumerate(wissels):
        day, kind = wissel["datum"], wissel["soort"]
        if day and kind and day.year in within and day in late[kind]:
            name = wissel["omschrijving"] or kind
            message = f"wissel zonder overdracht: {name} op {long_date(day)}"
            hint = f"voeg een mijlpaal toe met soort: {HANDOVERS.get(kind)} en een datum voor {long_date(day)}"
            yield Finding(("dossier", "wissels", i, "datum"), message, about=kind, year=day.year, hint=hint)


def _days(rows: list[TableRow]) -> dict[str, list[date]]:
    """The days of rows by kind, in order, each once."""
    days: defaultdict[str, set[date]] = defaultdict(set)
    for row in rows:
        if row["datum"]:
            days[row["soort"]].add(row["datum"])
    return {kind: sorted(found) for kind, found in days.items()}


def _without(changes: list[date], ready: list[date]) -> set[date]:
    """The days of change with no handover between the change before and that day."""
    before = [date.min, *changes]
    return {
        day for start, day in zip(before, changes, strict=False) if bisect_left(ready, start) == bisect_left(ready, day)
    }
