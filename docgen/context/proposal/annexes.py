"""The annexes of a council proposal: which have something to show, which number they get, and how a text refers to them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from docgen.context.proposal import parts
from docgen.domain.queries import cost_items, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import NO_BREAK_SPACE

Overflow = Collection[str]  # what does not fit in the proposal itself: `length.MOVES`
NOTES, REASONS, GOALS = "noten", "redenen", "doelen"

TITLES = {
    "geld": "Kosten en dekking van het programma",
    "doelen": "Doelen en meting",
    "resultaten": "Resultaten tot nu toe",
    "risicos": "Risico’s en maatregelen",
    "planning": "Planning",
    "buiten": "Wat erbuiten valt",
    "toetsen": "Toetsen",
}
HAS_CONTENT: dict[str, Callable[[CompleteDossier, Overflow], bool]] = {
    "geld": lambda dossier, _: bool(cost_items(dossier) or dossier["financiering"]),
    "doelen": lambda dossier, moved: (
        parts.is_measured(dossier)
        or bool(section(dossier, "interventie").get("baten") or parts.goal_rows(dossier, GOALS in moved)[1])
        or any(goal.get("beeld") for goal in dossier["doelen"])
    ),
    "resultaten": lambda dossier, moved: (
        parts.has_results(dossier)
        or bool(parts.reasons(dossier, REASONS in moved)[1] or section(dossier, "monitoring").get("beeld"))
    ),
    "risicos": lambda dossier, _: bool(dossier["risicos"]),
    "planning": lambda dossier, _: bool(dossier["mijlpalen"]),
    "buiten": lambda dossier, _: bool(dossier["uitsluitingen"]),
    "toetsen": lambda dossier, _: bool(section(dossier, "raadsvoorstel").get("toetsen")),
}


def present(dossier: CompleteDossier, moved: Overflow) -> list[str]:
    """The annexes that have something to show, in their order."""
    return [name for name, has_content in HAS_CONTENT.items() if has_content(dossier, moved)]


def rounds(names: list[str], is_short: bool) -> list[TableRow]:
    """The template goes over its text once for each of these, and each time prints what is on: in the short form first the
    proposal, then every annex with its number; in the long form all at once, each part in its place."""
    nothing = dict.fromkeys(TITLES, False)
    heading = {"nr": None, "titel": None, "voorstel": True}
    if not is_short:
        return [nothing | dict.fromkeys(names, True) | heading]
    own = [nothing | {name: True, "nr": nr, "titel": TITLES[name], "voorstel": False} for nr, name in _numbered(names)]
    return [nothing | heading, *own]


def places(names: list[str], is_short: bool) -> dict[str, str | None]:
    """How a sentence names the place of each annex: by its number, in the long form as the part of that name."""
    if is_short:
        found = {name: f"bijlage{NO_BREAK_SPACE}{nr}" for nr, name in _numbered(names)}
    else:
        found = {name: f"het onderdeel ‘{TITLES[name]}’" for name in names}
    return {name: found.get(name) for name in TITLES}


def listed(names: list[str], is_short: bool) -> list[TableRow]:
    """The annexes in the file, with their numbers."""
    return [{"nr": nr, "titel": TITLES[name]} for nr, name in _numbered(names)] if is_short else []


def apart(dossier: CompleteDossier, before: int) -> list[TableRow]:
    """The pieces that go with the proposal, numbered on."""
    pieces = section(dossier, "raadsvoorstel").get("bijlagen") or []
    return [{"nr": nr, "titel": piece} for nr, piece in enumerate(pieces, before + 1)]


def _numbered(names: list[str]) -> list[tuple[int, str]]:
    return [*enumerate(names, 1)]
