"""
Er staan gegevens van een persoon in het dossier, zoals een mobiel nummer.

Documenten uit dit dossier worden openbaar of gaan naar veel mensen. Gebruik daarom functies en functionele postbussen;
die blijven ook kloppen als iemand vertrekt. Deze regel herkent 06-nummers, adressen bij bekende aanbieders voor
particulieren, adressen met voorletters en een achternaam, een getal achter bsn dat een burgerservicenummer kan zijn, en een dag achter geboren; niets anders. Namen
van personen kan docgen niet herkennen: kijk daar zelf naar. Bron: de privacywet (AVG; een burgerservicenummer alleen waar
een wet het voorschrijft, artikel 46 van de Uitvoeringswet AVG) en de Archiefwet, functies in plaats van namen.

Herstel: vervang het door een nummer of postbus van de functie of afdeling, of haal het weg. Is dit echt een functioneel
adres, leg dat dan vast als afwijking.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.domain.memo import map_rows, memoized
from docgen.domain.types import CompleteDossier

CODE = "PRIV-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

MOBILE = regex(r"(?<![\w-])(?:\+31|0031|0)[ -]?(?:\(0\)[ -]?)?6(?:[ -]?[0-9]){8}(?![\w-])")
CITIZEN = regex(
    r"(?i:\bbsn|burgerservicenummers?|sofi-?nummers?)\W{1,5}(?:is\s|nummer\s|nr\.?\s)?([0-9](?:[\s.-]?[0-9]){7,8})(?![0-9])"
)
BORN = regex(
    r"(?i:\bgeboren|\bgeboortedatum|\bgeb\.)\W{1,3}(?:op\s|is\s)?[0-9]{1,2}(?:[-/.\s][0-9]{1,2}[-/.\s]|\s[a-z]{3,9}\.?\s)[0-9]{2,4}"
)
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # of the digits of a burgerservicenummer: the sum is a multiple of eleven
SIGNS = regex(r"[6@]|(?i:bsn|burgerservice|sofi|\bgeb)")
WITH_TEXT = (str, dict, list)
FieldPath = tuple[Any, ...]
PERSONAL = regex(r"(?<![\w.@-])[a-z](?:\.[a-z])*\.[a-z]{3,}(?:-[a-z]+)?@")  # initials and a surname
DOMAIN = regex(r"@([A-Za-z0-9.-]+)")
PRIVATE = frozenset({
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "live.nl", "live.com", "msn.com",
    "icloud.com", "me.com", "yahoo.com", "yahoo.nl", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "home.nl",
    "hetnet.nl", "xs4all.nl", "casema.nl", "chello.nl", "upcmail.nl", "tele2.nl", "telfort.nl", "zonnet.nl",
    "quicknet.nl", "protonmail.com", "proton.me",
})  # fmt: skip


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for name in dossier:
        yield from _in_part(dossier, name)


@memoized
def _in_part(dossier: CompleteDossier, name: str) -> tuple[Finding, ...]:
    part = dossier[name]
    if not isinstance(part, dict):
        return tuple(_in_value(dossier, part, (name,)))
    return tuple(
        finding for step, inner in part.items() if inner for finding in _in_value(dossier, inner, (name, step))
    )


def _in_value(dossier: CompleteDossier, value: Any, path: FieldPath) -> Iterator[Finding]:
    """What a value holds; a list is looked at row by row."""
    if isinstance(value, list):
        for i, texts in enumerate(map_rows(dossier, value, _texts)):
            for below, text in texts:
                yield from _findings((*path, i, *below), text)
    else:
        for at, text in _texts(value, path):
            yield from _findings(at, text)


def _findings(path: FieldPath, text: str) -> Iterator[Finding]:
    if MOBILE.search(text):
        hint = "gebruik het nummer van de functie of de afdeling"
        yield Finding(path, "hier staat een mobiel nummer", about="mobiel", hint=hint)
    if any(map(_is_citizen, CITIZEN.findall(text))):
        hint = "haal het weg; een document met een burgerservicenummer mag niet worden verspreid"
        yield Finding(path, "hier staat een burgerservicenummer", about="bsn", hint=hint)
    if BORN.search(text):
        yield Finding(
            path, "hier staat de geboortedatum van een persoon", about="geboren", hint="haal de geboortedatum weg"
        )
    if PERSONAL.search(text.lower()):
        message = "hier staat een adres op naam van een persoon"
        yield Finding(path, message, about="e-mail", hint="gebruik een functionele postbus")
    for domain in sorted(_domains(text) & PRIVATE):
        message = f"hier staat een adres bij {domain}, een aanbieder voor particulieren"
        yield Finding(path, message, about="e-mail", hint="gebruik een functionele postbus")


def _is_citizen(typed: str) -> bool:
    """Whether digits can be a burgerservicenummer: eight or nine of them that pass the test of eleven."""
    digits = [int(one) for one in typed if one.isdigit()]
    return sum(weight * digit for weight, digit in zip(WEIGHTS[-len(digits) :], digits, strict=True)) % 11 == 0


def _domains(text: str) -> set[str]:
    return {found.lower().rstrip(".") for found in DOMAIN.findall(text)}


def _texts(value: Any, path: FieldPath = ()) -> list[tuple[FieldPath, str]]:
    """Every text in a value that could hold a number or an address, with the path to it."""
    if isinstance(value, str):
        return [(path, value)] if SIGNS.search(value) else []
    found: list[tuple[FieldPath, str]] = []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        if isinstance(inner, WITH_TEXT):
            found += _texts(inner, (*path, step))
    return found
