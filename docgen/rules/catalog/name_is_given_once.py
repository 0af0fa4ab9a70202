"""
Dezelfde naam staat er twee keer.

Twee partijen, rollen, taken, posten, bronnen of doelen met dezelfde naam zijn op papier niet uit elkaar te houden, en vaak is er een
dubbel ingevuld. Hoofdletters, leestekens en een lidwoord maken niet uit. Wat gewoon is, mag: dezelfde rol bij twee partijen, dezelfde taak voor
een ander doel en een andere eigenaar, en een post of bron met dezelfde naam van een andere partij, soort, vorm of aard. Bij een partij tellen ook de korte
naam en het KvK-nummer. Bron: eigen ervaring met dossiers; overeenkomsten van gemeenten (elke partij herkenbaar).

Herstel: geef elk een eigen naam, of haal er één weg.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from typing import Any, NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.names import bare_name, name_of_kind
from docgen.domain.queries import cost_items
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.characters import plain_words
from docgen.text.dutch import shortened

CODE = "NAM-02"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

LONGEST_NAME = 60
PARTY, OF_PARTY = "partij", "partijen"


class Naming(NamedTuple):
    """A field that tells the rows of a list apart: what they are called, where they stand, and the fields that go with it;
    for each group of these the names must differ."""

    noun: str
    path: tuple[str, ...]
    field: str
    beside: tuple[tuple[str, ...], ...] = ((),)
    kind: str = ""
    words: Callable[[str], str] = plain_words


NAMINGS = (
    Naming("de korte naam", ("partijen",), "hierna", kind=OF_PARTY, words=name_of_kind),
    Naming("het KvK-nummer", ("partijen",), "kvk", kind=OF_PARTY),
    Naming("rol", ("rollen",), "naam", (("partij",),)),
    Naming("taak", ("taken",), "naam", (("eigenaar",), ("doel",))),
    Naming("post", ("begroting", "posten"), "naam", (("partij", "soort", "aard"),)),
    Naming("bron", ("financiering",), "bron", (("partij", "vorm", "aard"),)),
    Naming("doel", ("doelen",), "tekst"),
)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    yield from _parties(dossier["partijen"])
    for naming in NAMINGS:
        yield from _twice(naming, cost_items(dossier) if naming.path[-1] == "posten" else dossier[naming.path[0]])


def _twice(naming: Naming, rows: list[TableRow]) -> Iterator[Finding]:
    seen: dict[Hashable, TableRow] = {}
    for i, row in enumerate(rows):
        keys = _keys(naming, row)
        earlier = next((seen[key] for key in keys if key in seen), None)
        if earlier:
            yield _finding((*naming.path, i, naming.field), naming.noun, row, earlier, naming.kind)
        for key in keys:
            seen.setdefault(key, row)


def _keys(naming: Naming, row: TableRow) -> list[Hashable]:
    """In which ways a row is the same as another; a single field beside the name must be filled in."""
    words = naming.words(row[naming.field] or "")
    groups = [(fields, tuple(row[field] for field in fields)) for fields in naming.beside]
    return [(words, fields, values) for fields, values in groups if words and (len(values) != 1 or values[0])]


def _parties(rows: list[TableRow]) -> Iterator[Finding]:
    """Parties of one name; "Stichting Spoordijk" and "gemeente Spoordijk" are two, "Spoordijk" may be each of them."""
    groups: defaultdict[str, list[tuple[TableRow, str]]] = defaultdict(list)
    for i, row in enumerate(rows):
        bare, whole = bare_name(row["naam"] or ""), name_of_kind(row["naam"] or "")
        same = (one for one, other in groups[bare] if whole == other or bare in (whole, other))
        if bare and (earlier := next(same, None)):
            yield _finding(("partijen", i, "naam"), PARTY, row, earlier, OF_PARTY)
        groups[bare].append((row, whole))


def _finding(path: tuple[Any, ...], noun: str, row: TableRow, earlier: TableRow, kind: str = "") -> Finding:
    name = shortened(row[path[-1]], LONGEST_NAME)
    message = f"{noun} ‘{name}’ staat er twee keer: ook bij {earlier['id'] or 'een eerdere rij'}"
    is_number = path[-1] == "kvk"
    hint = "geef elk het eigen nummer" if is_number else "geef elk een eigen naam, of haal er één weg"
    return Finding(path, message, kind, row["id"] or "", hint=hint)
