"""Checklists of the user's own: a YAML file with points becomes a part of the dossier and a document, without Python.

A file has `titel`, `bron` and `punten`, each with `id` and `tekst`, and may have `omschrijving`, `antwoorden` and per point
a `groep` and `toelichting`. A file without points is a slot: it names a list that only its owner may fill in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.errors import DocgenError
from docgen.syntax.constructor import CHECKLIST, Constructor, read_nodes
from docgen.syntax.decoder import MAX_BYTES
from docgen.system.files import read_bytes

NOT_YET = "nog niet ingevuld"
SIGNS = {"ja": "✓", "deels": "!", "nee": "✗", "n.v.t.": "–"}
ID = regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
Refuse = Callable[[str], DocgenError]
# names that templates use for something else: tables worked out, and what docgen says of the document
RESERVED = (
    "actielijst", "afspraken", "beeldreeksen", "bepalingen", "berichtperiode", "beslispunten", "besluitpunten", "bijdragen", "bron_in_zin", "centen",
    "checklist", "checklists", "concept", "dekking", "document", "eerder_besloten", "eigen_deel", "evaluaties", "functienaam", "geheel",
    "geldstromen", "geleverd", "gemeentebegrotingen", "genomen_besluiten", "gezien_vanuit", "ideeen", "inwerken", "inzet", "jaarbegrotingen",
    "jaarblokken", "jaarcijfers", "jaardoelen", "jaarinzet", "jaartaken", "jaren", "kalender", "kosten", "kwartalen", "levering", "looptijd",
    "looptijdblokken", "niveaus", "nog_niet_gezegd", "oordeel", "orgaan_in_zin", "overdrachtsrol", "overeenkomstbijlagen", "partij_kort", "partijnaam", "planning",
    "raadsbegroting", "raadsuitslag", "rol_in_zin", "rolnaam", "saldo", "stand", "takenlijst", "tekorten", "telt_mee", "tijdlijn", "trekker",
    "urenmatrix", "vergelijking", "voorstel", "werkblad", "wie_betaalt",
)  # fmt: skip
KEYS = ("titel", "omschrijving", "bron", "antwoorden", "punten")
POINT_KEYS = ("id", "tekst", "groep", "toelichting")


@dataclass(frozen=True)
class Point:
    """One point of a list: what is asked, under which heading, and help with it."""

    id: str
    text: str
    group: str = ""
    help: str = ""


@dataclass(frozen=True)
class Checklist:
    """A list with where it comes from, the answers it knows and its points."""

    name: str
    title: str
    source: str
    description: str
    answers: tuple[str, ...]
    points: tuple[Point, ...]

    @property
    def section(self) -> str:
        """The part of the dossier that holds the answers."""
        return self.name.replace("-", "_")


def read_checklist(name: str, path: Path) -> Checklist:
    """A checklist from its file. Raises `DocgenError` with what is wrong and how to mend it."""

    def refuse(what: str) -> DocgenError:
        return DocgenError(f"checklist {path}: {what}")

    _check_name(name, refuse)
    content = _content(path, refuse)
    _check_head(content, refuse)
    rows = content.get("punten") or []
    if not isinstance(rows, list):
        raise refuse("bij ‘punten’ hoort een lijst; zet voor elk punt een streepje")
    points = [_point(number, row, refuse) for number, row in enumerate(rows, 1)]
    ids = Counter(point.id for point in points)
    if double := next((one for one, times in ids.items() if times > 1), None):
        raise refuse(f"punt ‘{double}’ staat er twee keer; geef elk punt een eigen id")
    answers = _answers(content.get("antwoorden") or list(SIGNS), refuse)
    return Checklist(name, content["titel"], content["bron"], content.get("omschrijving") or "", answers, tuple(points))


def _check_name(name: str, refuse: Refuse) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise refuse("de naam van het bestand mag alleen kleine letters, cijfers en streepjes hebben")
    if name.replace("-", "_") in RESERVED:
        raise refuse(f"‘{name}’ bestaat al in docgen; geef het bestand een andere naam")


def _content(path: Path, refuse: Refuse) -> dict[str, Any]:
    root = read_nodes(read_bytes(path, MAX_BYTES + 1, "checklist"), path, CHECKLIST)
    content = Constructor(path, CHECKLIST).text(root)
    if not isinstance(content, dict):
        raise refuse(f"het bestand is geen lijst van velden; {CHECKLIST.begin}")
    return content


def _check_head(content: dict[str, Any], refuse: Refuse) -> None:
    for key in content:
        if key not in KEYS:
            raise refuse(f"‘{key}’ bestaat niet; {_suggestion(key, KEYS)}")
    for key in ("titel", "bron"):
        if not isinstance(content.get(key), str):
            about = "van wie de lijst komt" if key == "bron" else "hoe de lijst heet"
            raise refuse(f"‘{key}’ ontbreekt; vul in {about}")
    if not isinstance(content.get("omschrijving") or "", str):
        raise refuse("bij ‘omschrijving’ hoort tekst")


def _answers(answers: Any, refuse: Refuse) -> tuple[str, ...]:
    if not isinstance(answers, list) or not all(isinstance(answer, str) and answer != NOT_YET for answer in answers):
        raise refuse("bij ‘antwoorden’ hoort een lijst met woorden, zoals [ja, nee]")
    if len(set(answers)) < len(answers):
        raise refuse("bij ‘antwoorden’ staat een woord twee keer; houd er één")
    return tuple(answers)


def _point(number: int, row: Any, refuse: Refuse) -> Point:
    if not isinstance(row, Mapping):
        raise refuse(f"punt {number} heeft geen velden; schrijf id: en tekst:")
    for key in row:
        if key not in POINT_KEYS:
            raise refuse(f"punt {number}: ‘{key}’ bestaat niet; {_suggestion(key, POINT_KEYS)}")
    name, text = row.get("id"), row.get("tekst")
    if not isinstance(name, str) or not ID.fullmatch(name):
        raise refuse(f"punt {number}: ‘id’ is een kort kenmerk van letters, cijfers, - en _, zoals S{number}")
    if not isinstance(text, str) or not text.strip():
        raise refuse(f"punt {number} ({name}): ‘tekst’ ontbreekt; schrijf de vraag of stelling")
    for key in ("groep", "toelichting"):
        if not isinstance(row.get(key) or "", str):
            raise refuse(f"punt {number} ({name}): bij ‘{key}’ hoort tekst")
    return Point(name, text, row.get("groep") or "", row.get("toelichting") or "")


def _suggestion(key: Any, keys: tuple[str, ...]) -> str:
    return did_you_mean(str(key), keys) or f"bekend zijn: {', '.join(keys)}"


def content_of(one: Checklist) -> dict[str, Any]:
    """The document type of a checklist, in the form of a schema file: every point a field of its part of the dossier."""
    points = {point.id: _field_of(point, one.answers) for point in one.points}
    about = one.description or f"Eigen lijst, uit: {one.source}."
    return {
        "titel": one.title,
        "omschrijving": about,
        "sectie": one.section,
        "per_partij": "niet",
        "nodig": ["dossier", "organisatie", "interventie"],
        "aanbevolen": [f"{one.section}.{point.id}.antwoord" for point in one.points],
        "schema": {
            one.section: {"type": "dict", "meta": {"titel": one.title, "omschrijving": about}, "schema": points}
        },
    }


def _field_of(point: Point, answers: tuple[str, ...]) -> dict[str, Any]:
    about = " ".join(filter(None, [point.text, point.help]))
    answer = {"titel": "Antwoord", "omschrijving": "Hoe het ervoor staat."}
    explanation = {"titel": "Toelichting", "omschrijving": "Het bewijs, of wat nog moet gebeuren."}
    return {
        "type": "dict",
        "meta": {"titel": point.id, "omschrijving": about},
        "schema": {
            "antwoord": {"type": "string", "allowed": list(answers), "meta": answer},
            "toelichting": {"fragment": "tekst", "meta": explanation},
        },
    }
