"""
De post van een evaluatie heeft in dat jaar geen geld.

Een evaluatie waarvoor in een ander jaar geld staat, gaat niet door of komt ten laste van iets anders. Deze regel kijkt naar het jaar van de
evaluatie en de post die zij noemt, en geeft advies als die post niet de soort evaluatie heeft. Zonder post zwijgt zij. Bron: wijkengids, hoofdstuk
6.9 (evalueer tussentijds); Werkblad 4, blok financiën.

Herstel: vul bij de post het jaar aan, of kies een jaar waarin er geld is.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import by_id, cost_items, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import enumeration

CODE = "MON-02"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

EVALUATION = "evaluatie"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    items, told = by_id(cost_items(dossier)), set[str]()
    for i, row in enumerate(section(dossier, "monitoring").get("evaluaties") or ()):
        year, post, path = row["jaar"], items.get(row["post"]), ("monitoring", "evaluaties", i)
        if not year or not post:
            continue
        paid = sorted(when for when, amount in (post["bedragen"] or {}).items() if amount)
        if year not in paid:
            message = f"de evaluatie van {year} komt uit {post['naam']}, maar daar staat in {year} geen geld"
            also = f"; geld staat er in {enumeration(paid)}" if paid else ""
            hint = f"vul bij {post['id']} aan: {year}: met een bedrag{also}"
            yield Finding((*path, "jaar"), message, about=post["id"], year=year, hint=hint)
        if post["soort"] not in (None, EVALUATION) and post["id"] not in told:
            told.add(post["id"])
            message = f"de evaluatie van {year} komt uit {post['naam']}, maar de soort van die post is {post['soort']}"
            hint = f"schrijf soort: evaluatie bij {post['id']}, of kies een andere post"
            yield Finding((*path, "post"), message, "soort", post["id"], year, hint=hint)
