"""
Het besluit over vervolggeld komt te laat.

Geld regelen kost tijd: overleg, college, raad, begroting. Valt het besluit pas als het oude geld al op is, dan zit er
een gat tussen. Deze regel kijkt bij elke incidentele bron met een einde en een vervolg naar de datum van het besluit over
dat vervolg. Nodig is 180 dagen; dat getal staat in `dossier.instellingen.doorlooptijd_besluit_dagen`. Neemt een gemeente het
over met geld, dan moet het besluit er ook zijn voor de maand waarin de raad de begroting vaststelt van het jaar waarin dat
geld begint (`begroting_vastgesteld_maand`, anders november); daarna kan het alleen met een begrotingswijziging. De eerste van
die twee dagen is de uiterste dag; die staat ook in de tijdlijn van het borgingsplan. Bron: Loket Gezond Leven, Borg uw project
(begin ruim voordat de tijdelijke financiering stopt); Gemeentewet, artikel 189 tot en met 192.

Herstel: vul bij de vervolgbron `besluit` in met `orgaan` en `datum`. Is de datum te laat, vraag dan een eerder besluit
of overbrug de tussentijd met een andere bron.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import last_day_to_decide
from docgen.domain.queries import TEMPORARY, counts, municipalities, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "FIN-03"
LEVEL = "fout"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    lead = int(setting(dossier, "doorlooptijd_besluit_dagen"))
    places = {bron["id"]: i for i, bron in enumerate(dossier["financiering"]) if bron["id"]}
    own = municipalities(dossier)
    for bron in dossier["financiering"]:
        end = bron["einde"]
        if bron["aard"] != TEMPORARY or not counts(bron) or not end:
            continue
        later = [places[name] for name in bron["vervolg"] or () if name in places and name != bron["id"]]
        last = last_day_to_decide(dossier, end, (dossier["financiering"][i] for i in later), own)
        for i in later:
            follow_up = dossier["financiering"][i]
            decided = (follow_up["besluit"] or {}).get("datum")
            kind, message = _judge(follow_up["bron"], decided, bron["bron"], end, last, lead)
            if kind:
                hint = f"zorg voor een besluit uiterlijk op {long_date(last)}"
                yield Finding(("financiering", i, "besluit", "datum"), message, kind, bron["id"], end.year, hint=hint)


def _judge(name: str, decided: date | None, old: str, end: date, last: date, lead: int) -> tuple[str, str]:
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
    if decided > last:
        return "krap", f"{what}, na {long_date(last)}; dan is het te laat voor de begroting van daarna: {stops}"
    return "", ""
