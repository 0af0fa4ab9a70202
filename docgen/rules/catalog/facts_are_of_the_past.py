"""
Wat al gebeurd is, heeft een dag na de peildatum.

De peildatum is de dag waarop het dossier wordt beoordeeld. Een handtekening, een genomen besluit, een meting, een succes,
iemand die is ingewerkt of een melding van daarna is een tikfout, of de peildatum is blijven staan. Wat na de peildatum is
gebeurd, telt niet mee als bewijs. Zonder peildatum zwijgt deze regel. Bron: eigen ervaring met dossiers; Werkblad 4 (laat zien wat er nu
is).

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

CODE = "DAT-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

REVIEWS = (
    ("privacy", "nagegaan_op", "de regeling voor persoonsgegevens is nagegaan"),
    ("juridische_toets", "gedaan_op", "een jurist keek de overeenkomst na"),
)
Fact = tuple[tuple[Any, ...], date | None, str]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today = reference_date(dossier)
    if today is None:
        return
    for path, day, what in (*_facts(dossier), *_reported(dossier)):
        if day and day > today:
            message = f"{what} op {long_date(day)}, maar dat is na de peildatum ({long_date(today)})"
            yield Finding(path, message, hint="verbeter de dag, of zet dossier.peildatum later")


def _facts(dossier: CompleteDossier) -> Iterator[Fact]:
    yield (
        ("interventie", "sinds"),
        section(dossier, "interventie").get("sinds"),
        "de aanpak begon",
    )
    for i, row in enumerate(dossier["partijen"]):
        yield ("partijen", i, "getekend_op"), row["getekend_op"], f"{row['naam']} tekende"
    agreement = section(dossier, "overeenkomst")
    for part, field, what in REVIEWS:
        yield ("overeenkomst", part, field), (agreement.get(part) or {}).get(field), what
    for i, row in enumerate(dossier["besluitvorming"]):
        if row["status"] == "genomen":
            yield ("besluitvorming", i, "datum"), row["datum"], f"{row['orgaan']} heeft besloten"
    decided = section(dossier, "raadsvoorstel").get("uitslag") or {}
    yield ("raadsvoorstel", "uitslag", "datum"), decided.get("datum"), "de raad heeft besloten"
    for i, row in enumerate(dossier["successen"]):
        yield ("successen", i, "datum"), row["datum"], "een succes is behaald"
    for i, row in enumerate(dossier["draagvlak"]):
        yield ("draagvlak", i, "laatste_contact"), row["laatste_contact"], f"het laatste contact met {row['groep']} was"
    for i, row in enumerate(dossier["financiering"]):
        yield ("financiering", i, "gesprek"), row["gesprek"], f"het gesprek over {row['bron']} was"
    for i, row in enumerate(dossier["doelen"]):
        for j, measured in enumerate(row["metingen"] or ()):
            yield ("doelen", i, "metingen", j, "datum"), measured["datum"], f"doel ‘{row['tekst']}’ is gemeten"
    yield from _about_people(dossier)
    yield from _about_progress(dossier)


def _about_people(dossier: CompleteDossier) -> Iterator[Fact]:
    for i, row in enumerate(dossier["rollen"]):
        yield ("rollen", i, "ingewerkt_op"), row["ingewerkt_op"], f"de rol {row['naam']} is ingewerkt"
    for i, row in enumerate(dossier["taken"]):
        path = ("taken", i, "vervanger_ingewerkt_op")
        yield path, row["vervanger_ingewerkt_op"], f"de vervanger voor ‘{row['naam']}’ is ingewerkt"


def _about_progress(dossier: CompleteDossier) -> Iterator[Fact]:
    for i, row in enumerate(dossier["mijlpalen"]):
        yield ("mijlpalen", i, "gereed_op"), row["gereed_op"], "de mijlpaal was klaar"
    for i, row in enumerate(section(dossier, "monitoring").get("reviews") or []):
        yield ("monitoring", "reviews", i, "gehouden_op"), row["gehouden_op"], "de review is gehouden"
    for i, row in enumerate(section(dossier, "borgingscheck").get("antwoorden") or []):
        yield ("borgingscheck", "antwoorden", i, "datum"), row["datum"], f"het antwoord op {row['punt']} is gegeven"


def _reported(dossier: CompleteDossier) -> Iterator[Fact]:
    for i, row in enumerate(dossier["realisatie"]):
        yield ("realisatie", i, "gemeld_op"), row["gemeld_op"], f"over {row['tijdvak']} is gemeld wat is geleverd"
