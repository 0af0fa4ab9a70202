"""
Het jaarplan is voor een jaar waarin er geen kosten zijn.

In de jaarplanparagraaf staat wat de aanpak in dat jaar mag kosten. Voor een jaar zonder één bedrag staat daar nul, en dat leest als een aanpak die
gestopt is. Voor een jaar met kosten dat buiten de horizon valt, geeft deze regel advies. Zonder kosten en zonder horizon zwijgt zij. Bron: gangbare
opbouw van jaarplannen (wat willen we bereiken, wat gaan we daarvoor doen, wat mag het kosten).

Herstel: kies bij `jaarplan.jaar` een jaar waarin er kosten zijn, of vul de bedragen van dat jaar in.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, horizon_years, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "JAA-01"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"
PATH = ("jaarplan", "jaar")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    year, within = section(dossier, "jaarplan").get("jaar"), horizon_years(dossier)
    paid = sorted({when for post in cost_items(dossier) for when, amount in (post["bedragen"] or {}).items() if amount})
    if not year:
        return
    if paid and year not in paid:
        message = f"het jaarplan is voor {year}, maar dan zijn er geen kosten"
        yield Finding(PATH, message, year=year, hint=f"kies een jaar uit {enumeration(paid)}")
    elif within and year not in within:
        message = f"het jaarplan is voor {year}, maar dat valt buiten de horizon ({within[0]} tot en met {within[-1]})"
        chosen = [when for when in within if not paid or when in paid]
        yield Finding(PATH, message, "buiten", year=year, hint=f"kies een jaar uit {enumeration(chosen or within)}")
