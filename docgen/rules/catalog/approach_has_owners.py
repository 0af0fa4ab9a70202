"""
De aanpak heeft geen inhoudelijke of uitvoerende eigenaar.

De inhoudelijk eigenaar zorgt dat de aanpak goed blijft, de uitvoerend eigenaar dat hij gebeurt. Dat kunnen twee
verschillende organisaties zijn; dan is ook de vraag wat dat betekent voor rechten en kosten. Bron: Werkblad 4, blok
eigenaar.

Herstel: vul onder `interventie` in: `inhoudelijk_eigenaar` en `uitvoerend_eigenaar` (beide een rol), en in
`gevolgen_eigenaarschap` in één zin van wie handboek, naam en materiaal zijn en wie ervoor betaalt.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id, section
from docgen.domain.types import CompleteDossier

CODE = "ROL-05"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

OWNERS = {"inhoudelijk_eigenaar": "inhoudelijk eigenaar", "uitvoerend_eigenaar": "uitvoerend eigenaar"}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    approach, roles = section(dossier, "interventie"), by_id(dossier["rollen"])
    absent = [field for field in OWNERS if approach.get(field) not in roles]
    if not any(approach.get(field) for field in OWNERS):
        message = "de aanpak heeft nog geen inhoudelijk en geen uitvoerend eigenaar"
        yield Finding(("interventie", absent[0]), message, "leeg", hint=f"voeg toe: {' en '.join(OWNERS)}")
        return
    for field in absent:
        message = f"de aanpak heeft geen {OWNERS[field]}"
        yield Finding(("interventie", field), message, about=field, hint=f"voeg toe: {field}: met een rol")
    if not approach.get("gevolgen_eigenaarschap"):
        message = "er staat niet wat het eigenaarschap betekent voor rechten en kosten"
        path = ("interventie", "gevolgen_eigenaarschap")
        yield Finding(
            path, message, "gevolgen", about=path[1], hint="schrijf op van wie handboek, naam en materiaal zijn"
        )
