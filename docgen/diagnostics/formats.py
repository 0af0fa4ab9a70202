"""Findings for other programs: JSON, SARIF 2.1.0 and the annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen._version import __version__
from docgen.diagnostics.problem import Problem, visible

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {"fout": "error", "waarschuwing": "warning", "advies": "note"}
GITHUB_LEVELS = {"fout": "error", "waarschuwing": "warning", "advies": "notice"}

# code of a finding about the shape of a dossier -> what it means, in one line
MEANINGS = {
    "aanhaling": "Aanhalingstekens beginnen of eindigen op een vreemde plaats.",
    "aantal": "Een lijst heeft te weinig onderdelen.",
    "bereik": "Een getal is te klein of te groot.",
    "blad": "Een lijst met partners in Excel heeft meer werkbladen; docgen leest het eerste.",
    "codering": "Het bestand is niet in UTF-8 opgeslagen, of er staan vreemde tekens in.",
    "commentaar": "Tekst na een spatie en # is commentaar en komt niet in een document.",
    "dubbel": "Een naam of kenmerk staat er twee keer.",
    "invullen": "Deze tekst lijkt nog niet ingevuld.",
    "keuze": "Het veld kent vaste keuzes, en dit is er geen.",
    "kolom": "Boven een kolom van een lijst met partners staat geen veld, of een veld dat er niet is.",
    "komma": "Een komma tussen accolades splitst de tekst in tweeën.",
    "leeg": "Er staat een veld of streepje zonder waarde.",
    "lengte": "De waarde is te lang.",
    "naam": "Voor de dubbele punt staat geen gewone naam.",
    "nummering": "Er is een nummer voor de tekst getypt, terwijl docgen zelf nummert.",
    "onbekend": "Dit veld bestaat niet.",
    "ontbreekt": "Een verplicht gegeven is nog niet ingevuld.",
    "opsomming": "Een opsomming wordt één doorlopende regel.",
    "opmaak": "Er staat opmaak in van Word of een webpagina; die komt letterlijk in het document.",
    "rij": "Een rij van een lijst met partners heeft te veel of te weinig cellen.",
    "soort": "Dit is een ander soort bestand dan een dossier.",
    "te-diep": "De onderdelen zitten te diep in elkaar.",
    "te-groot": "Het bestand is te groot.",
    "teken": "Er staat een onzichtbaar of verboden teken.",
    "type": "De waarde is van een ander soort dan het veld vraagt: getal, bedrag, datum, true of false.",
    "verborgen": "Een rij van een lijst met partners is verborgen en doet niet mee.",
    "verwijzing": "Het kenmerk verwijst naar iets dat niet bestaat.",
    "volgorde": "Een einde ligt voor het begin.",
    "vorm": "De waarde heeft niet de goede vorm.",
    "yaml": "De opmaak van het bestand klopt niet.",
}
Helps = Mapping[str, str]


def as_json(problems: Iterable[Problem], _helps: Helps) -> str:
    """A list of objects, one a finding."""
    return json.dumps(list(map(as_data, problems)), ensure_ascii=False, indent=2)


def as_data(problem: Problem) -> dict[str, Any]:
    """A finding as plain data. The names are a promise; new ones may be added."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "code": problem.code,
        "level": problem.level,
        "message": visible(problem.message),
        "hint": visible(problem.hint),
        "accepted": bool(problem.accepted),
        "reason": visible(problem.accepted),
    }


def as_sarif(problems: Iterable[Problem], helps: Helps) -> str:
    """One SARIF run; an accepted finding is a suppressed result."""
    found = list(problems)
    codes = sorted({problem.code for problem in found})
    driver = {
        "name": "docgen",
        "version": __version__,
        "language": "nl",
        "rules": [_sarif_rule(code, helps.get(code) or MEANINGS.get(code, code)) for code in codes],
    }
    results = [_sarif_result(problem, codes.index(problem.code)) for problem in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, text: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": text.strip().splitlines()[0]}, "help": {"text": text.strip()}}


def _sarif_result(problem: Problem, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        end = problem.column + problem.width
        place["region"] = {"startLine": problem.line, "startColumn": max(1, problem.column), "endColumn": end}
    location: dict[str, Any] = {"physicalLocation": place}
    if problem.path:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": SARIF_LEVELS[problem.level],
        "message": {"text": _told(problem)},
        "locations": [location],
    }
    if problem.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": visible(problem.accepted)}]
    return result


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _told(problem: Problem) -> str:
    """A finding as running text: path, message and remedy, or the reason why it was accepted."""
    path = f"{problem.path}: " if problem.path else ""
    remedy = f" (tip: {problem.hint})" if problem.hint else ""
    more = f" (geaccepteerd: {problem.accepted})" if problem.accepted else remedy
    return visible(f"{path}{problem.message}{more}")


def as_github(problems: Iterable[Problem], _helps: Helps) -> str:
    """A workflow command a line; an accepted finding is a notice with its reason."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    parts = [f"{name}={_escaped(str(value), '%:,')}" for name, value in place.items() if value]
    level = "notice" if problem.accepted else GITHUB_LEVELS[problem.level]
    return f"::{level} {','.join(parts)}::{_escaped(_told(problem), '%')}"


def _escaped(text: str, special: str) -> str:
    return "".join(f"%{ord(c):02X}" if c in special or c in "\r\n" else c for c in text)


FORMATS: dict[str, Callable[[Iterable[Problem], Helps], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
