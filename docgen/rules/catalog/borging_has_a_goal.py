"""
Er is geen doel voor de borging zelf.

Doelen over gezondheid zeggen niet of de aanpak blijft bestaan. Stel daarom ook een doel voor de borging, zoals: alle
partners hebben een regel in hun begroting, of elke kerntaak heeft een getrainde vervanger. Bron: Loket Gezond Leven,
Continuïteit van alcoholbeleid (meetbare borgingsdoelen met een termijn).

Herstel: voeg een doel toe met `soort: borging`, of geef een bestaand doel die soort.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "DOE-02"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    goals = dossier["doelen"]
    if not any(doel["soort"] == "borging" for doel in goals):
        many = f"geen van de {len(goals)} doelen gaat" if len(goals) > 1 else "het ene doel gaat niet"
        message = f"{many} over de borging zelf" if goals else "er zijn nog geen doelen, ook niet voor de borging zelf"
        yield Finding(("doelen",), message, "" if goals else "leeg", hint="voeg een doel toe met soort: borging")
