"""
Een punt van de borgingscheck dat altijd geldt, staat op grijs.

Grijs is: niet van toepassing. Zonder trekker (D1), toegezegde uren (D4), wat u wilt borgen (K1), meetbare doelen (K5) en
een begroting die sluit met vast geld (F1, F2) is er niets geborgd. Deze punten kan niemand overslaan; het antwoord telt
niet mee. Bron: Loket Gezond Leven, Borg uw project (tijd en geld, doelen); Wijzer in de Wijk, Borging (wat borgen we, de
kartrekker).

Herstel: kies rood of oranje als het nog niet zover is, of haal het antwoord weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import section
from docgen.domain.scorecard.points import ALWAYS
from docgen.domain.scorecard.verdict import GREY
from docgen.domain.types import CompleteDossier

CODE = "BCK-02"
LEVEL = "fout"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for i, row in enumerate(section(dossier, "borgingscheck").get("antwoorden") or []):
        if row["stand"] == GREY and row["punt"] in ALWAYS:
            message = f"punt {row['punt']} geldt altijd; grijs kan hier niet"
            hint = "kies rood of oranje, of haal het antwoord weg"
            yield Finding(("borgingscheck", "antwoorden", i, "stand"), message, about=row["punt"], hint=hint)
