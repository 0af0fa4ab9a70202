"""How a decision point is worded: whether it decides, once, in words that can be read alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.domain.council_decision import is_before_council
from docgen.domain.council_proposal import with_number
from docgen.domain.queries import proposal_points, section
from docgen.domain.types import CompleteDossier, TableRow

VERB = re.compile(r"\b[Tt]e\s+([a-zà-ÿ]\w*n)\b")  # small: "te Leiden" is a place
ASKING = ("vragen", "verzoeken", "dragen", "machtigen")  # "op te dragen": what is asked is part of the one decision
EXPLAINS = re.compile(r"\b(omdat|want|doordat)\b", re.IGNORECASE)
REFERS = re.compile(
    r"\b(hiervoor|hiermee|hierbij|daarvoor|daarmee|bovenstaande?|(?:boven|voor)?genoemde?|idem)\b", re.IGNORECASE
)
REFERS_UNLESS_NAMED = re.compile(r"\b(dit bedrag|(?:deze|de) bedragen|de financiële gevolgen)\b", re.IGNORECASE)
OF_A_NAME = re.compile(r"\b(?:voor|van)\s+(?:(?:de|het)\s+)?[A-Z‘]")


def open_points(dossier: CompleteDossier) -> Iterator[tuple[tuple[Any, ...], TableRow, str]]:
    """The place, row and text of every decision point that the council can still be asked in other words."""
    for i, point in enumerate(proposal_points(dossier) if is_before_council(dossier) else ()):
        if point["tekst"]:
            yield ("raadsvoorstel", "beslispunten", i, "tekst"), with_number(point, i), point["tekst"]


def decision_verbs(text: str) -> list[str]:
    """The verbs with "te" in a decision: "beschikbaar te stellen"."""
    return VERB.findall(text)


def reference_in(dossier: CompleteDossier, text: str) -> str:
    """The words by which a decision refers to another one; amounts that are said to be for something by its name are not."""
    found = REFERS.search(text)
    if not found and (found := REFERS_UNLESS_NAMED.search(text)):
        name, rest = section(dossier, "interventie").get("naam"), text[found.end() :]
        is_named = OF_A_NAME.search(rest) or (
            name and re.search(rf"\b(?:voor|van) {re.escape(name)}", rest, re.IGNORECASE)
        )
        found = None if is_named else found
    return found[0] if found else ""
