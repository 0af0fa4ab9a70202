"""
Niet elke partij heeft een contactfunctie in de overeenkomst.

Een opzegging of een melding moet aankomen, ook als mensen wisselen. Bij drie of meer partijen helpt een lijst van functies met een
adres. Staat die lijst er, dan hoort elke partij erop, met een adres. Deze regel geldt als er een onderdeel `overeenkomst` is. Bron:
Loket Gezond Leven, Continuïteit van alcoholbeleid (vaste contactpersonen); overeenkomsten van gemeenten. Een model, geen juridisch advies.

Herstel: zet onder `overeenkomst` bij `contactfuncties` per partij een rol; naam, onderwerp en adres komen dan uit `rollen` en
`contacten`. Of noem zelf `partij`, `functie` en `bereikbaar`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.queries import by_id
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import in_words, some_of

CODE = "OVK-12"
LEVEL = "advies"
ANCHOR = "Draagvlak"


FROM = 3  # parties
MOST_NAMED = 5
PATH = ("overeenkomst", "contactfuncties")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    parties, rows = dossier["partijen"], agreement(dossier).get("contactfuncties")
    if rows:
        yield from _incomplete(dossier)
    elif agreement(dossier) and len(parties) >= FROM:
        message = f"de overeenkomst noemt geen contactfunctie van de {in_words(len(parties))} partijen"
        yield Finding(
            PATH, message, hint="voeg onder overeenkomst contactfuncties toe, met per partij het kenmerk van een rol"
        )


def _incomplete(dossier: CompleteDossier) -> Iterator[Finding]:
    roles, known = by_id(dossier["rollen"]), {row["rol"] for row in dossier["contacten"] if row["bereikbaar"]}
    named = set()
    for i, row in enumerate(agreement(dossier)["contactfuncties"]):
        party = row["partij"] or (roles.get(row["rol"]) or {}).get("partij")
        named.add(party)
        if party is None:
            message = f"bij contactfunctie {i + 1} staat niet van welke partij die is"
            yield Finding((*PATH, i), message, "partij", hint="voeg toe: partij: of rol: met het kenmerk")
        elif not row["rol"] and not row["functie"]:
            message = f"bij contactfunctie {i + 1} staat niet welke functie dat is"
            yield Finding((*PATH, i), message, "partij", about=party, hint="voeg toe: functie: of rol:")
        elif not row["bereikbaar"] and row["rol"] not in known:
            message = f"bij contactfunctie {i + 1} staat geen adres, maar de overeenkomst verwijst ernaar"
            hint = "voeg toe: bereikbaar: of zet de rol bij contacten"
            yield Finding((*PATH, i), message, "partij", about=party, hint=hint)
    missing = [party for party in dossier["partijen"] if party["id"] not in named]
    if missing:
        have, about = ("hebben", "") if missing[1:] else ("heeft", missing[0]["id"] or "")
        message = f"{some_of([str(party['naam']) for party in missing], MOST_NAMED)} {have} geen contactfunctie"
        yield Finding(PATH, message, "partij", about=about, hint="voeg toe: een rol van elke partij die mist")
