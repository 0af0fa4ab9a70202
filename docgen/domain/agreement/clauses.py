"""Which optional clauses of the agreement are on, and what it says about personal data."""

from __future__ import annotations

from typing import Any

from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow

# what a lawyer calls it, and the fields of which one is enough; in the order of the articles
CLAUSES: dict[str, tuple[tuple[str, ...], ...]] = {
    "betaling": (("betalingen",), ("betaling",)),
    "indexering": (("indexering",),),
    "contactfuncties": (("contactfuncties",),),
    "persoonsgegevens": (("privacy",),),
    "geheimhouding": (("geheimhouding",),),
    "nieuwe partijen": (("toetreding",),),
    "uittreden": (("opzegging", "niet_voor"), ("opzegging", "kosten")),
    "tekortkoming en ontbinding": (("tekortkoming",),),
    "overmacht": (("tekortkoming", "overmacht_weken"),),
    "geen maatschap": (("geen_maatschap",),),
}
OWN, JOINT, PROCESSOR = "ieder_eigen", "gezamenlijk", "verwerker"
ADOPTED = "vastgesteld"
NOTHING = ("nee", "niet", "nooit", "geen", "niets")


def agreement(dossier: CompleteDossier) -> TableRow:
    """The part of the dossier about the agreement; empty when there is none."""
    return section(dossier, "overeenkomst")


def clauses_on(dossier: CompleteDossier) -> list[str]:
    """The titles of the optional clauses that the agreement has."""
    own = agreement(dossier)
    return [title for title, paths in CLAUSES.items() if any(_at(own, path) for path in paths)]


def _at(part: TableRow, path: tuple[str, ...]) -> Any:
    value: Any = part
    for name in path:
        value = (value or {}).get(name)
    return value


def personal_data(dossier: CompleteDossier) -> TableRow:
    """What the agreement says about personal data; empty when nothing."""
    found: TableRow = agreement(dossier).get("privacy") or {}
    return found


def legal_review(dossier: CompleteDossier) -> TableRow:
    """What a lawyer was asked and has done; empty when nothing."""
    found: TableRow = agreement(dossier).get("juridische_toets") or {}
    return found


def regulation(dossier: CompleteDossier) -> str | None:
    """The paper in which the parties arrange personal data."""
    return personal_data(dossier).get("regeling")


def responsibility(dossier: CompleteDossier) -> str | None:
    """Who answers for personal data: what the agreement says, else what was told to the lawyer."""
    said: str | None = personal_data(dossier).get("verdeling")
    return said or (JOINT if legal_review(dossier).get("gezamenlijk_verwerken") else None)


def shares_personal_data(dossier: CompleteDossier) -> bool:
    """Whether parties give each other data about persons."""
    said = personal_data(dossier).get("herleidbare_gegevens") or ""
    return said.strip(" .").casefold() not in ("", *NOTHING)
