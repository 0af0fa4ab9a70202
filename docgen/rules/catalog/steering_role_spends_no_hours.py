"""
Een rol stuurt alleen, maar heeft wel uren.

Van een rol met `sturend: true` tellen de uren niet als werk: een wethouder of opdrachtgever stuurt, en staat daarom niet bij de uren en de
kosten. Staan er toch uren bij een taak of bij de rol zelf, dan klopt een van beide niet. Eigenaar van een taak mag zo'n rol wel zijn. Bron:
Loket Gezond Leven, Borg uw project (afspraken over tijd).

Herstel: haal de uren weg, of haal `sturend` weg als deze rol echt meewerkt.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id, hours_per_role
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import hours

CODE = "UUR-04"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    steering = {key: rol for key, rol in by_id(dossier["rollen"]).items() if rol["sturend"]}
    for i, taak in enumerate(dossier["taken"]):
        for key, spent in (taak["uren"] or {}).items():
            if key in steering and spent:
                message = f"{steering[key]['naam']} stuurt alleen, maar doet {hours(spent)} van taak ‘{taak['naam']}’"
                path, hint = ("taken", i, "uren", key), f"haal {key} weg bij de uren, of haal sturend weg"
                yield Finding(path, message, about=key, hint=hint, remedy=((path, 0),))
    working = hours_per_role(dossier)
    for i, rol in enumerate(dossier["rollen"]):
        if rol["id"] in steering and rol["id"] not in working and rol["uren"]:
            message = f"{rol['naam']} stuurt alleen, maar heeft {hours(rol['uren'])}"
            yield Finding(("rollen", i, "uren"), message, about=rol["id"], hint="haal uren weg, of haal sturend weg")
