"""
Het besluit over vervolggeld komt te laat.

Geld regelen kost tijd: overleg, college, raad, begroting. Valt het besluit pas als het oude geld al op is, dan zit er
een gat tussen. Deze regel kijkt bij elke incidentele bron met een einde en een vervolg naar de datum van het besluit over
dat vervolg. Nodig is 180 dagen; dat getal staat in `dossier.instellingen.doorlooptijd_besluit_dagen`. Bron: Loket Gezond
Leven, Borg uw project (begin ruim voordat de tijdelijke financiering stopt).

Herstel: vul bij de vervolgbron `besluit` in met `orgaan` en `datum`. Is de datum te laat, vraag dan een eerder besluit
of overbrug de tussentijd met een andere bron.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import TEMPORARY, counts, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "FIN-03"
LEVEL = "fout"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    lead = int(setting(dossier, "doorlooptijd_besluit_dagen"))
    places = {bron["id"]: i for i, bron in enumerate(dossier["financiering"]) if bron["id"]}
    for bron in dossier["financiering"]:
        end = bron["einde"]
        if bron["aard"] != TEMPORARY or not counts(bron) or not end:
            continue
        for name in bron["vervolg"] or ():
            i = places.get(name)
            if i is None or name == bron["id"]:
                continue
            follow_up = dossier["financiering"][i]
            decided = (follow_up["besluit"] or {}).get("datum")
            kind, message = _judge(follow_up["bron"], decided, bron["bron"], end, lead)
            if kind:
                latest = date.fromordinal(max(1, end.toordinal() - lead))
                hint = f"zorg voor een besluit uiterlijk op {long_date(latest)}"
                yield Finding(("financiering", i, "besluit", "datum"), message, kind, bron["id"], end.year, hint=hint)


def _judge(name: str, decided: date | None, old: str, end: date, lead: int) -> tuple[str, str]:
    """The kind of finding (none: in time) and the message."""
    stops = f"{old} stopt op {long_date(end)}"
    if decided is None:
        return "open", f"er is geen datum voor het besluit over {name}; {stops}"
    left, what = (end - decided).days, f"het besluit over {name} valt op {long_date(decided)}"
    if left < 0:
        return "laat", f"{what}, dat is te laat: {stops}"
    if left < lead:
        when = f"{left} {'dag' if left == 1 else 'dagen'} voordat" if left else "op de dag dat"
        return "krap", f"{what}, {when} {old} stopt ({long_date(end)}); nodig zijn {lead} dagen"
    return "", ""
