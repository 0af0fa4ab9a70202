"""
Inzet in natura is toegezegd, maar staat niet op papier.

Uren of ruimte die een partij gratis inbrengt, tellen mee als dekking. Zonder brief, besluit of overeenkomst kan die inzet
zo verdwijnen. Een toezegging staat op papier als de bron een `besluit` met een `document` heeft, of als de partij meedoet
in de overeenkomst van dit dossier. Bron: wijkengids, hoofdstuk 6.9 (de inzet van partners is niet verzekerd); Loket
Gezond Leven, Borg uw project (afspraken over tijd en geld).

Herstel: vraag om een bevestiging en zet die bij de bron onder `besluit` met `orgaan` en `document`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import CERTAIN, IN_KIND, by_id, has_section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import amounts_in_words

CODE = "NAT-01"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    signing = by_id(dossier["partijen"]) if has_section(dossier, "overeenkomst") else {}
    for i, bron in enumerate(dossier["financiering"]):
        if bron["vorm"] != IN_KIND or bron["status"] not in CERTAIN or bron["partij"] in signing:
            continue
        if not (bron["besluit"] or {}).get("document"):
            amounts = bron["bedragen"] or {}
            total = sum(amounts.values())
            told = f" ({amounts_in_words(amounts)}, in natura)" if total else " (in natura)"
            message = f"{bron['bron']}{told} is toegezegd, maar er staat geen document bij"
            hint = "voeg toe: besluit: met orgaan en document"
            yield Finding(("financiering", i, "besluit"), message, about=bron["id"], amount=total or None, hint=hint)
