"""
In een tekst staat een kenmerk uit het dossier, zoals F02.

Wie het document leest, kent het dossier niet: ‘F02 vangt dit op’ zegt op papier niets. Een kenmerk is er om in het dossier naar te
verwijzen; in een zin hoort de naam. Deze regel kijkt naar losse woorden die precies een kenmerk met een letter en een cijfer zijn. Zij kijkt niet in
zaaknummers, vindplaatsen en andere nummers, en niet achter woorden als motie, artikel en niveau. Bron: schrijfwijzer voor begrijpelijke
overheidsteksten; eigen ervaring met raadsstukken.

Herstel: schrijf de naam in plaats van het kenmerk. Bedoelt u iets anders, leg dat dan vast als afwijking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.domain.memo import map_rows, memoized, memoized_by_value
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import without_full_stop

CODE = "TAAL-04"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

FieldPath = tuple[Any, ...]
NAMED_BY = ("naam", "bron", "besluit", "onderwerp", "titel", "document", "tekst")  # the field that names a row
NO_TEXT = frozenset({
    "id", "zaaknummer", "nummer", "nr", "kvk", "tooi", "versie", "locatie", "vindplaats", "bereikbaar", "regel", "object", "agendapunt",
    "wettelijk_kader", "taakveld", "begrotingsprogramma",
})  # fmt: skip
WORD = regex(r"(?<![\w./-])[A-Za-z][\w-]*(?![\w/-]|\.\w)")
BEFORE = regex(
    r"(?:moties?|amendement(?:en)?|artikel(?:en)?|bijlagen?|niveau|taalniveau|variant|formaat|nummer|nr\.?|kamer|lokaal|zaal|blok|punt(?:en)?)\s+\Z",
    re.IGNORECASE,
)
LONGEST_NAME = 60


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    names = _names(dossier)
    if not names:
        return
    for part in dossier:
        for path, word in _in_part(dossier, part):
            if word in names:
                message = f"in deze tekst staat het kenmerk ‘{word}’; op papier zegt dat niets"
                yield Finding(path, message, about=word, hint=f"schrijf de naam: {names[word]}")


@memoized_by_value
def _names(dossier: CompleteDossier) -> dict[str, str]:
    """What every id with a letter and a digit is called."""
    return {word: name for part in dossier for word, name in _named_in(dossier, part)}


@memoized
def _named_in(dossier: CompleteDossier, part: str) -> tuple[tuple[str, str], ...]:
    value = dossier[part]
    lists = value.values() if isinstance(value, dict) else [value]
    return tuple(
        (row["id"], _name_of(row))
        for rows in lists
        if isinstance(rows, list)
        for row in rows
        if isinstance(row, dict) and _is_code(row.get("id"))
    )


def _is_code(word: Any) -> bool:
    return isinstance(word, str) and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def _name_of(row: dict[str, Any]) -> str:
    name = next((row[field] for field in NAMED_BY if isinstance(row.get(field), str)), "")
    return without_full_stop(name)[:LONGEST_NAME]


@memoized
def _in_part(dossier: CompleteDossier, name: str) -> tuple[tuple[FieldPath, str], ...]:
    """Every word in the texts of a part that could be an id, with the place of its text."""
    part = dossier[name]
    inside = part.items() if isinstance(part, dict) else [(None, part)]
    found: list[tuple[FieldPath, str]] = []
    for step, value in inside:
        path = (name,) if step is None else (name, step)
        if isinstance(value, list):
            for i, words in enumerate(map_rows(dossier, value, _words)):
                found += [((*path, i, *below), word) for below, word in words]
        elif step not in NO_TEXT:
            found += _words(value, path)
    return tuple(found)


def _words(value: Any, path: FieldPath = ()) -> list[tuple[FieldPath, str]]:
    if isinstance(value, str):
        return [(path, word) for word in dict.fromkeys(_codes_in(value))] if " " in value else []
    found: list[tuple[FieldPath, str]] = []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        if isinstance(inner, str | dict | list) and step not in NO_TEXT:
            found += _words(inner, (*path, step))
    return found


def _codes_in(text: str) -> Iterator[str]:
    for found in WORD.finditer(text):
        if _is_code(found[0]) and not BEFORE.search(text[max(0, found.start() - 20) : found.start()]):
            yield found[0]
