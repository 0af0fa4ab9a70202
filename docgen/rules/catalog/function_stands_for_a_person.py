"""
Er staat een naam van een persoon waar een functie hoort.

Documenten uit dit dossier zijn openbaar en gaan jaren mee. Een functie blijft kloppen als iemand vertrekt; een naam niet, en die is een
persoonsgegeven. Deze regel kijkt naar velden voor een functie of een orgaan en kent alleen zekere tekens: dhr., mevr., drs., mr. en
dergelijke met een hoofdletter erna, of voorletters met een achternaam. Een voornaam met achternaam herkent zij niet: kijk daar zelf naar.
Bron: de privacywet (AVG) en de Archiefwet, functies in plaats van namen.

Herstel: schrijf de functie, zoals directeur of wethouder.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.domain.types import CompleteDossier

CODE = "NAM-03"
LEVEL = "advies"
ANCHOR = "Kwaliteit"

FIELDS = (
    "partijen[].ondertekenaar",
    "partijen[].ter_uitvoering_van.orgaan",
    "partner.ondertekenaar",
    "rollen[].naam",
    "uitsluitingen[].wie_wel",
    "begroting.reserves[].besluit.orgaan",
    "financiering[].besluit.orgaan",
    "besluitvorming[].orgaan",
    "contacten[].bereikbaar",
    "raadsvoorstel.portefeuillehouder",
    "raadsvoorstel.inlichtingen",
    "overeenkomst.overleg.voorzitter",
    "overeenkomst.privacy.nagegaan_door",
    "overeenkomst.contactfuncties[].functie",
    "overeenkomst.contactfuncties[].bereikbaar",
    "overeenkomst.juridische_toets.gedaan_door",
    "borgingscheck.antwoorden[].wie",
    "afwijkingen[].besloten_door",
)
STEPS = tuple(tuple(field.replace("[]", ".[]").split(".")) for field in FIELDS)

TITLE = r"(?:[Dd]hr|[Mm]evr|[Mm]w|[Dd]rs|[Ii]r|[Ii]ng|[Mm]r|[Dd]r|[Pp]rof)\.|[Dd]e heer|[Mm]evrouw"
BETWEEN = r"(?:(?:van|de|der|den|ter|ten|[’']t)\s+){0,3}"
INITIALS = r"(?:[A-Z]\.\s?){1,5}"
NO_STREET = r"(?!\w*(?:straat|laan|plein|weg|kade|singel|school|park)\b)"
COMPANY = r"(?!B\.\s?V\.|N\.\s?V\.|V\.\s?O\.\s?F\.)"
PERSON = regex(
    rf"\b(?:{TITLE})\s*(?:(?:{TITLE})\s*){{0,3}}(?:{INITIALS})?{BETWEEN}{NO_STREET}[A-Z][\w-]*"
    rf"|(?<![\w.])(?<!B\. )(?<!N\. )(?<!B\. en ){COMPANY}{INITIALS}{BETWEEN}{NO_STREET}[A-Z][a-zà-ÿ]{{2,}}[\w-]*"
)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for steps in STEPS:
        for path, text in _texts(dossier.get(steps[0]), steps[1:], (steps[0],)):
            if found := PERSON.search(text):
                message = f"hier staat een naam van een persoon: ‘{found[0]}’"
                hint = "schrijf de functie, zoals directeur of wethouder"
                yield Finding(path, message, about="naam", hint=hint)


def _texts(value: Any, steps: tuple[str, ...], path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The texts at a place in the dossier, each with its path."""
    if not steps or not value:
        yield from [(path, value)] if isinstance(value, str) else ()
    elif steps[0] == "[]":
        for i, row in enumerate(value):
            yield from _texts(row, steps[1:], (*path, i))
    else:
        yield from _texts(value.get(steps[0]), steps[1:], (*path, steps[0]))
