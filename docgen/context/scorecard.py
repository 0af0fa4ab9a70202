"""The borgingscheck as a report prints it: 24 points under three anchors, what is open, and what was accepted.

The points are docgen's own, after the three anchors of Wijzer in de Wijk (Draagvlak, Kwaliteit, Financiën).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.levels import LEVELS
from docgen.domain.queries import section
from docgen.domain.scorecard.answers import Outcome, neighbourhoods, outcome
from docgen.domain.scorecard.points import POINTS, Point
from docgen.domain.scorecard.verdict import GREEN, GREY, ORANGE, RED, joined
from docgen.domain.types import CompleteDossier, TableRow
from docgen.rules.catalog import could_not_look, support_covers_all_groups
from docgen.rules.waivers import HOLDS_TOO
from docgen.text.dutch import capital, enumeration
from docgen.text.tool_words import is_for_paper

SIGNS = {GREEN: "✓", ORANGE: "!", RED: "✗", GREY: "–"}
EVERYWHERE = "geldt voor alle wijken"


def scorecard(dossier: CompleteDossier, findings: Iterable[Finding]) -> dict[str, Any]:
    """Tables for a template: `wijken`, `ankers` (points with a state per neighbourhood), `telling`, `open`,
    `geaccepteerd` and `aan_tafel`."""
    found = list(findings)
    wijken = neighbourhoods(dossier)
    ankers = [
        _anchor(anchor, [_row(dossier, point, found, wijken) for point in POINTS if point.anchor == anchor])
        for anchor in dict.fromkeys(point.anchor for point in POINTS)
    ]
    return {
        "wijken": wijken,
        "ankers": ankers,
        "telling": [_count(wijk, i, ankers) for i, wijk in enumerate(wijken)],
        "open": [_open(one) for one in sorted(_on_paper(found), key=_gravity) if not one.accepted],
        "geaccepteerd": [_accepted_row(dossier, one) for one in found if one.accepted],
        "aan_tafel": _at_the_table(dossier, found),
    }


RANKS = {RED: 0, ORANGE: 1, GREEN: 2}
BETTER, WORSE, OTHER = "↑ beter", "↓ minder", "anders"


def scorecard_changes(before: dict[str, Any], now: dict[str, Any]) -> list[TableRow]:
    """The points whose state is another than in an earlier `overview`, for each neighbourhood that both have."""
    then = {(punt["nr"], cell["wijk"]): cell for punt in _points(before) for cell in punt["standen"]}
    return [
        {"nr": punt["nr"], "tekst": punt["tekst"], "wijk": cell["wijk"], "toen": old["woord"], "nu": cell["woord"]}
        | {"verloop": _course(old["stand"], cell["stand"])}
        for punt in _points(now)
        for cell in punt["standen"]
        if (old := then.get((punt["nr"], cell["wijk"]))) and old["stand"] != cell["stand"]
    ]


def _points(overview: dict[str, Any]) -> list[TableRow]:
    return [punt for anker in overview["ankers"] for punt in anker["punten"]]


def _course(then: str, now: str) -> str:
    if GREY in (then, now):
        return OTHER
    return BETTER if RANKS[now] > RANKS[then] else WORSE


def _gravity(finding: Finding) -> tuple[int, str]:
    return LEVELS.index(finding.level), finding.code


def _anchor(name: str, points: list[TableRow]) -> TableRow:
    states = [cell["stand"] for point in points for cell in point["standen"]]
    told = [{"stand": state, "aantal": states.count(state)} for state in SIGNS if state in states]
    return {"naam": name, "punten": points, "telling": told}


def _row(dossier: CompleteDossier, point: Point, found: Sequence[Finding], wijken: Sequence[str]) -> TableRow:
    told = {wijk: outcome(dossier, point.nr, wijk, found) for wijk in wijken}
    cells = [
        {"wijk": wijk, "stand": one.state, "teken": SIGNS[one.state], "woord": f"{SIGNS[one.state]} {one.state}"}
        for wijk, one in told.items()
    ]
    return {"nr": point.nr, "tekst": point.text, "standen": cells, "bewijs": _proof(told).splitlines()}


def _proof(told: dict[str, Outcome]) -> str:
    """The line of the dossier and what the writer says of it; what is another for each neighbourhood, for each."""
    lines = {wijk: one.line for wijk, one in told.items() if one.state != GREY or not one.said}
    said = {wijk: one.said for wijk, one in told.items() if one.said}
    if len(set(lines.values())) > 1:
        both = {wijk: "\n".join(filter(None, [lines.get(wijk), capital(one.said)])) for wijk, one in told.items()}
        return _by_neighbourhood(both)
    proof = [joined(line, EVERYWHERE if len(told) > 1 else "") for line in list(lines.values())[:1]]
    if len(said) == len(told) and len(set(said.values())) == 1:
        return "\n".join([*proof, capital(next(iter(said.values())))])
    return "\n".join([*proof, *([_by_neighbourhood(said)] if said else [])])


def _by_neighbourhood(texts: dict[str, str]) -> str:
    """A line for each text that says of which neighbourhoods it is."""
    about: dict[str, list[str]] = {}
    for wijk, text in texts.items():
        about.setdefault(text, []).append(capital(wijk))
    return "\n".join(f"{enumeration(wijken)}: {text}" for text, wijken in about.items())


def _count(wijk: str, i: int, ankers: list[TableRow]) -> TableRow:
    states = [punt["standen"][i]["stand"] for anker in ankers for punt in anker["punten"]]
    return {"wijk": wijk} | {state: states.count(state) for state in SIGNS}


def _on_paper(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in words for who reads a report: no fields."""
    for one in found:
        told = could_not_look.on_paper(one) if one.code == could_not_look.CODE else one.message
        if told:
            yield one._replace(message=told)


def _open(finding: Finding) -> TableRow:
    return {
        "niveau": finding.level,
        "code": finding.code,
        "melding": finding.message,
        "tip": finding.hint if is_for_paper(finding.hint) else "",
    }


def _accepted_row(dossier: CompleteDossier, finding: Finding) -> TableRow:
    rules = (finding.code, HOLDS_TOO.get(finding.code))
    named = (row for row in dossier["afwijkingen"] if row["regel"] in rules and row["reden"] == finding.accepted)
    waiver: TableRow = next(named, {})
    told = {name: waiver.get(name) for name in ("besloten_door", "geldig_tot")}
    return {"code": finding.code, "melding": finding.message, "reden": finding.accepted} | told


def _at_the_table(dossier: CompleteDossier, found: Sequence[Finding]) -> list[TableRow]:
    """Groups that are not at the table yet, and on what condition they would be."""
    named = section(dossier, "borgingscheck").get("nog_niet_aan_tafel") or []
    groups = support_covers_all_groups.GROUPS
    missing = [one.about for one in found if one.code == support_covers_all_groups.CODE and one.about]
    return [{"groep": row["groep"], "voorwaarde": row["voorwaarde"]} for row in named] + [
        {"groep": groups[level], "voorwaarde": None} for level in missing
    ]
