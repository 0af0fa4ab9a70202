"""
De gemeente heet bij de organisatie anders dan bij de partijen.

`organisatie.naam` staat op elk document, de naam van de partij in de overeenkomst. Verschillen die, dan tekent er een andere gemeente dan
besluit. Hoofdletters, leestekens en woorden ervoor, zoals gemeente of de, maken niet uit. Zonder `dossier.gemeente` zwijgt deze regel. Bron:
eigen ervaring met dossiers.

Herstel: schrijf beide namen gelijk, of noem bij `dossier.gemeente` de partij die wel zo heet.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.names import bare_name
from docgen.domain.queries import by_id, section
from docgen.domain.types import CompleteDossier

CODE = "NAM-01"
LEVEL = "fout"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    named: str = section(dossier, "dossier").get("gemeente") or ""
    party = by_id(dossier["partijen"]).get(named, {}).get("naam")
    own = section(dossier, "organisatie").get("naam")
    if party and own and bare_name(party) != bare_name(own):
        message = f"de gemeente heet hier {own}, maar partij {named} heet {party}"
        other = next(
            (row["id"] for row in dossier["partijen"] if row["naam"] and bare_name(row["naam"]) == bare_name(own)), ""
        )
        if other:
            yield Finding(("dossier", "gemeente"), message, about=named, hint=f"schrijf gemeente: {other}")
        else:
            hint = f"schrijf naam: {party} (of verbeter partij {named})"
            yield Finding(("organisatie", "naam"), message, about=named, hint=hint)
