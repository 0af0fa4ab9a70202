"""
Er staat een mobiel nummer of een privéadres voor e-mail in het dossier.

Documenten uit dit dossier worden openbaar of gaan naar veel mensen. Gebruik daarom functies en functionele postbussen;
die blijven ook kloppen als iemand vertrekt. Deze regel herkent 06-nummers en adressen bij bekende aanbieders voor
particulieren, nergens anders op. Namen van personen kan docgen niet herkennen: kijk daar zelf naar. Bron: de privacywet
(AVG) en de Archiefwet, functies in plaats van namen.

Herstel: vervang het door een nummer of postbus van de functie of afdeling. Is dit echt een functioneel adres, leg dat
dan vast als afwijking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.remembering import remembered
from docgen.rules.facts import Dossier
from docgen.rules.finding import Finding

CODE = "PRIV-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

MOBILE = re.compile(r"(?<![\w-])(?:\+31|0031|0)[ -]?(?:\(0\)[ -]?)?6(?:[ -]?[0-9]){8}(?![\w-])")
PARTS = (dict, list)
DOMAIN = re.compile(r"@([A-Za-z0-9.-]+)")
PRIVATE = frozenset({
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "live.nl", "live.com", "msn.com",
    "icloud.com", "me.com", "yahoo.com", "yahoo.nl", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "home.nl",
    "hetnet.nl", "xs4all.nl", "casema.nl", "chello.nl", "upcmail.nl", "tele2.nl", "telfort.nl", "zonnet.nl",
    "quicknet.nl", "protonmail.com", "proton.me",
})  # fmt: skip


def check(dossier: Dossier) -> Iterator[Finding]:
    for name in dossier:
        yield from _in_part(dossier, name)


@remembered
def _in_part(dossier: Dossier, name: str) -> tuple[Finding, ...]:
    return tuple(_findings({name: dossier[name]}))


def _findings(part: Dossier) -> Iterator[Finding]:
    for at, text in _texts(dict(part), ()):
        if MOBILE.search(text):
            hint = "gebruik het nummer van de functie of de afdeling"
            yield Finding(at, "hier staat een mobiel nummer", about="mobiel", hint=hint)
        for domain in sorted(_domains(text) & PRIVATE):
            message = f"hier staat een adres bij {domain}, een aanbieder voor particulieren"
            yield Finding(at, message, about="e-mail", hint="gebruik een functionele postbus")


def _domains(text: str) -> set[str]:
    return {found.lower().rstrip(".") for found in DOMAIN.findall(text)}


def _texts(part: dict[Any, Any] | list[Any], path: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], str]]:
    """Every text that could hold a number or an address."""
    found: list[tuple[tuple[Any, ...], str]] = []
    for step, inner in part.items() if isinstance(part, dict) else enumerate(part):
        if isinstance(inner, str):
            if "6" in inner or "@" in inner:
                found.append(((*path, step), inner))
        elif isinstance(inner, PARTS):
            found += _texts(inner, (*path, step))
    return found
