"""
Geld dat aan de raad wordt gevraagd, staat in geen beslispunt.

De raad besluit alleen over wat in een beslispunt staat. Geld dat in een bijlage of tabel verstopt zit, is niet
toegekend. Deze regel geldt als er een onderdeel `raadsvoorstel` is, en kijkt naar bronnen met de status gevraagd en een
besluit van de gemeenteraad. Bron: motie over raadsvoorstellen in Amersfoort (elk besluit is een beslispunt); Loket Gezond
Leven, Continuïteit van alcoholbeleid (formele besluiten).

Herstel: zet bij het beslispunt dat om dit geld vraagt `financiering` met het kenmerk van de bron, of voeg een beslispunt
toe.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.organs import is_own_council
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import amounts_in_words

CODE = "RVS-02"
LEVEL = "fout"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    proposal = section(dossier, "raadsvoorstel")
    if not proposal:
        return
    decided = {bron for punt in proposal.get("beslispunten") or [] for bron in punt["financiering"] or ()}
    for i, bron in enumerate(dossier["financiering"]):
        body = (bron["besluit"] or {}).get("orgaan")
        if bron["status"] == "gevraagd" and is_own_council(body) and bron["id"] not in decided:
            amounts = bron["bedragen"] or {}
            total = sum(amounts.values())
            told = f" ({amounts_in_words(amounts)})" if total else ""
            yield Finding(
                ("financiering", i, "besluit", "orgaan"),
                f"{bron['bron']}{told} wordt aan de raad gevraagd, maar staat in geen beslispunt",
                about=bron["id"],
                amount=total or None,
                hint=f"zet bij het juiste beslispunt: financiering: [{bron['id']}]",
            )
