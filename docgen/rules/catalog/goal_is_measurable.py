"""
Een doel is niet meetbaar of heeft geen datum.

Zonder indicator, streefwaarde en uiterste datum kan niemand zeggen of het doel is gehaald, en is er niets te vieren of
bij te sturen. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid (meetbare doelen met een termijn).

Herstel: vul bij het doel `indicator`, `streefwaarde` en `uiterlijk` in. Weet u het getal nog niet, spreek dan af wie het
voor welke datum bepaalt.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration, without_full_stop

CODE = "DOE-01"
LEVEL = "fout"
ANCHOR = "Kwaliteit"

NEEDED = {"indicator": "een indicator", "streefwaarde": "een streefwaarde", "uiterlijk": "een uiterste datum"}


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, doel in enumerate(dossier["doelen"]):
        absent = [field for field in NEEDED if doel[field] is None]
        if absent:
            message = (
                f"doel ‘{without_full_stop(doel['tekst'] or '')}’ mist {enumeration(NEEDED[field] for field in absent)}"
            )
            yield Finding(("doelen", i, absent[0]), message, about=doel["id"], hint=f"voeg toe: {enumeration(absent)}")
