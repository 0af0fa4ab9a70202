"""
Van een onttrekking staat niet vast uit welke reserve zij komt.

De raad besluit per reserve, bij naam, over wat eraan wordt onttrokken en toegevoegd; een onttrekking is geen bate. Deze regel
kijkt naar geld van een gemeente. Heet een bron naar een reserve en staat `reserve` er niet bij, dan telt docgen haar als
onttrekking en zegt dat. Staat er alleen ‘reserve’ zonder naam, dan kan de raad er niet over besluiten.
Bron: Gemeentewet (budgetrecht); Besluit begroting en verantwoording (BBV), mutaties reserves; vraag en antwoord van de VNG.

Herstel: zet bij de bron `reserve` met de naam uit de nota reserves, of `reserve: geen` als het geen reserve is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import counts, municipalities
from docgen.domain.reserves import reserve_of
from docgen.domain.types import CompleteDossier

CODE = "GEM-02"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

WITHOUT_NAME = re.compile(r"(de |het |een |onze |uit |uit de )?reserves?", re.IGNORECASE)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own = municipalities(dossier)
    for i, row in enumerate(dossier["financiering"]):
        reserve = reserve_of(row) if row["partij"] in own and counts(row) else ""
        if not reserve:
            continue
        where = ("financiering", i, "reserve" if row.get("reserve") else "bron")
        if WITHOUT_NAME.fullmatch(reserve.strip()):
            yield Finding(
                where,
                f"bij {row['bron']} staat niet uit welke reserve; de raad besluit per reserve",
                about=row["id"],
                kind="naamloos",
                hint="zet reserve: met de naam uit de nota reserves",
            )
        elif not row.get("reserve"):
            yield Finding(
                where,
                f"{row['bron']} telt mee als onttrekking aan een reserve; dat volgt alleen uit de naam",
                about=row["id"],
                hint=f"zet reserve: {reserve}, of reserve: geen",
            )
