"""
Een partij heeft de aanpak nog niet in een plan of begroting staan.

Wat niet in het jaarplan of de begroting van een organisatie staat, verdwijnt bij de volgende ronde. Een partij zonder
regel onder `verankering` geeft een waarschuwing; een partij waar de aanpak alleen nog gepland is, geeft advies. Bron:
Werkblad 4, blok organisaties (in jaarplannen, beleidsplannen en begrotingen); Loket Gezond Leven, Borg uw project (geef
de aanpak een plek in beleid).

Herstel: voeg per partij een regel toe met `document`. Staat de aanpak er echt in, zet dan `status: opgenomen` en de
`vindplaats` erbij.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "VER-01"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    rows = dossier["verankering"]
    if not rows and dossier["partijen"]:
        message = "er staat nog niet in welke plannen en begrotingen de aanpak komt"
        yield Finding(("verankering",), message, "leeg", hint="voeg toe: verankering: met per partij een document")
        return
    first = {row["partij"]: i for i, row in reversed(list(enumerate(rows)))}
    done = {row["partij"] for row in rows if row["status"] == "opgenomen" and row["vindplaats"]}
    for i, partij in enumerate(dossier["partijen"]):
        if partij["id"] not in first:
            message = f"{partij['naam']} heeft de aanpak nog in geen plan of begroting"
            hint = "voeg onder verankering een regel toe voor deze partij"
            yield Finding(("partijen", i), message, about=partij["id"], hint=hint)
        elif partij["id"] not in done:
            place = first[partij["id"]]
            message = f"{partij['naam']}: de aanpak staat nog niet in {rows[place]['document']}"
            hint = "laat dat doen en vul de vindplaats in, met als status opgenomen"
            yield Finding(("verankering", place), message, "gepland", about=partij["id"], hint=hint)
