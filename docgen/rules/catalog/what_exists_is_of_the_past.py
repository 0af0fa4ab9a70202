"""
Een handboek, een nulmeting of ontvangen geld heeft een dag na de peildatum.

Wat er al is, is er op de peildatum. Een handboek met een latere datum, een nulmeting uit een later jaar of geld dat is ontvangen voordat
het begint, is een tikfout, of de peildatum is blijven staan. Geld dat is beschikt en later begint, is gewoon. Zonder peildatum zwijgt deze
regel. Bron: eigen ervaring met dossiers; Werkblad 4 (laat zien wat er nu is).

Herstel: verbeter de dag, of zet `dossier.peildatum` op de dag van vandaag.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import reference_date, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "DAT-02"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

Dated = tuple[tuple[Any, ...], date | None, str, str]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today = reference_date(dossier)
    if today is None:
        return
    for path, day, what, about in _dated(dossier):
        if day and day > today:
            when = day.year if path[-1] == "jaar" else long_date(day)
            message = f"{what} {when}, maar dat is na de peildatum ({long_date(today)})"
            yield Finding(path, message, about=about, hint="verbeter de dag, of zet dossier.peildatum later")


def _dated(dossier: CompleteDossier) -> Iterator[Dated]:
    """What there is, with its day; a year counts from its first."""
    handbook = section(dossier, "interventie").get("handboek") or {}
    yield ("interventie", "handboek", "datum"), handbook.get("datum"), "het handboek is van", "handboek"
    for i, doel in enumerate(dossier["doelen"]):
        year = (doel["nulmeting"] or {}).get("jaar")
        what = f"de nulmeting van doel ‘{doel['tekst'] or doel['id']}’ is van"
        yield ("doelen", i, "nulmeting", "jaar"), date(year, 1, 1) if year else None, what, doel["id"] or ""
    for i, bron in enumerate(dossier["financiering"]):
        if bron["status"] == "ontvangen":
            what = f"{bron['bron'] or 'deze bron'} heet ontvangen en begint op"
            yield ("financiering", i, "begin"), bron["begin"], what, bron["id"] or ""
