"""The borgingscheck: 24 points under three anchors, judged from rules, data and answers; what a report prints.

The points are docgen's own, after the three anchors of Wijzer in de Wijk (Draagvlak, Kwaliteit, Financiën).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from docgen.context import evidence
from docgen.diagnostics.finding import Finding
from docgen.diagnostics.levels import LEVELS
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.rules.catalog import support_covers_all_groups
from docgen.text.dutch import capital, enumeration, without_full_stop
from docgen.text.tool_words import is_for_paper

GREEN, ORANGE, RED, GREY = "groen", "oranje", "rood", "grijs"
SIGNS = {GREEN: "✓", ORANGE: "!", RED: "✗", GREY: "–"}
WHOLE = "hele aanpak"  # the column when a dossier names no neighbourhoods
NO_PROOF = "nog geen bewijs in het dossier"
MOST_MESSAGES = 3


class Point(NamedTuple):
    """One point: its number, anchor, text, the rules that judge it, and the proof in the data ("" when there is none).

    A point without rules is judged by `grade` if it has one, else by the writer's answer; one with rules is green only
    when its `grade` is. Of the rules on support only
    what they say of its `group` counts.
    """

    nr: str
    anchor: str
    text: str
    codes: tuple[str, ...]
    proof: Callable[[CompleteDossier], str]
    grade: Callable[[CompleteDossier], str] | None = None
    group: str = ""


D, K, F = "Draagvlak", "Kwaliteit", "Financiën"
# fmt: off
POINTS: tuple[Point, ...] = (
    Point("D1", D, "Er is een trekker met een vervanger", ("ROL-04",), evidence.leader),
    Point("D2", D, "Bewoners praten mee, ook in de stuurgroep", (), evidence.residents),
    Point("D3", D, "Beroepskrachten kennen hun rol en afspraak", ("ROL-01",), evidence.owners),
    Point("D4", D, "Leidinggevenden hebben uren toegezegd", ("UUR-01", "UUR-03"), evidence.hours, evidence.hours_grade),
    Point("D5", D, "Wethouder en raad zijn bijgepraat", ("DRG-01", "DRG-02"), evidence.board_contact, group="bestuur"),
    Point("D6", D, "De aanpak staat in beleid en jaarplannen", ("VER-01",), evidence.plans),
    Point("D7", D, "Successen zijn gedeeld en gevierd", ("COM-01",), evidence.successes),
    Point("D8", D, "De overeenkomst is getekend op beslisniveau", ("OVK-01", "OVK-02"), evidence.signatures),
    Point("K1", K, "Beschreven is wat we borgen", (), evidence.objects, evidence.objects_grade),
    Point("K2", K, "Het handboek is actueel en vindbaar", (), evidence.handbook),
    Point("K3", K, "Elke kerntaak heeft een vervanger", ("ROL-02",), evidence.deputies),
    Point("K4", K, "Nieuwe mensen krijgen training en overdracht", ("WIS-01",), evidence.handovers),
    Point("K5", K, "Doelen zijn meetbaar", ("DOE-01", "DOE-03"), evidence.goals),
    Point("K6", K, "We meten, bespreken en sturen bij", ("MON-01", "OVK-04"), evidence.reviews),
    Point("K7", K, "Wat erbuiten valt, is afgesproken", ("UIT-01",), evidence.exclusions),
    Point("K8", K, "Per onderdeel is gekozen: doorgaan, aanpassen of stoppen", ("KAF-01",), evidence.parts),
    Point("F1", F, "Kosten en dekking sluiten elk jaar", ("FIN-01",), evidence.balance),
    Point("F2", F, "Vaste kosten hebben vast geld", ("FIN-05",), evidence.lasting),
    Point("F3", F, "Tijdelijk geld heeft op tijd een vervolgbesluit", ("FIN-02", "FIN-03"), evidence.temporary),
    Point("F4", F, "Onderhoud en evaluatie staan in de begroting", ("FIN-06",), evidence.upkeep),
    Point("F5", F, "De geldstromen zijn in beeld", (), evidence.flows, evidence.flows_grade),
    Point("F6", F, "Meer dan één financier draagt bij", ("FIN-07",), evidence.funders),
    Point("F7", F, "Meerwaarde en baten zijn benoemd", ("FIN-08",), evidence.benefits),
    Point("F8", F, "Mogelijke mede-dragers zijn gevraagd", (), evidence.candidates, evidence.candidates_grade),
)
# fmt: on


def scorecard(dossier: CompleteDossier, findings: Iterable[Finding]) -> dict[str, Any]:
    """Tables for a template: `wijken`, `ankers` (points with a state per neighbourhood), `telling`, `open`,
    `geaccepteerd` and `aan_tafel`."""
    found = list(findings)
    wijken = list(section(dossier, "dossier").get("wijken") or []) or [WHOLE]
    ankers = [
        _anchor(anchor, [_row(dossier, point, found, wijken) for point in POINTS if point.anchor == anchor])
        for anchor in (D, K, F)
    ]
    return {
        "wijken": wijken,
        "ankers": ankers,
        "telling": [_count(wijk, i, ankers) for i, wijk in enumerate(wijken)],
        "open": [_open(one) for one in sorted(found, key=_gravity) if not one.accepted],
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
    own = [
        one for one in found if one.code in point.codes and (not point.group or _is_about(dossier, one, point.group))
    ]
    cells, notes = [], dict[str, list[str]]()
    for wijk in wijken:
        state, note = _state(dossier, point, own, _answer(dossier, point.nr, wijk))
        cells.append({"wijk": wijk, "stand": state, "teken": SIGNS[state], "woord": f"{SIGNS[state]} {state}"})
        notes.setdefault(note, []).append(capital(wijk))
    return {"nr": point.nr, "tekst": point.text, "standen": cells, "bewijs": _notes_text(notes)}


def _is_about(dossier: CompleteDossier, finding: Finding, group: str) -> bool:
    """Whether a finding on support is about a group on a level, or about support as a whole."""
    about = finding.about
    levels = {row["groep"]: row["niveau"] for row in dossier["draagvlak"]}
    return not about or group in (about, levels.get(about))


def _notes_text(notes: dict[str, list[str]]) -> str:
    """The one note for all neighbourhoods, or a line for each that says of which it is."""
    if len(notes) == 1:
        return next(iter(notes))
    return "\n".join(f"{enumeration(wijken)}: {note}" for note, wijken in notes.items())


def _answer(dossier: CompleteDossier, number: str, wijk: str) -> TableRow | None:
    """What the writer says of a point: for this neighbourhood, else for all. Half an answer (in a draft) is none."""
    rows = section(dossier, "borgingscheck").get("antwoorden") or []
    given = [row for row in rows if row["punt"] == number and row["stand"]]
    return next((row for row in given if row["wijk"] == wijk), next((row for row in given if not row["wijk"]), None))


def _state(dossier: CompleteDossier, point: Point, own: list[Finding], answer: TableRow | None) -> tuple[str, str]:
    """The state of a point and the proof for it, or what is wrong."""
    said = without_full_stop(answer["toelichting"] or "") if answer else ""
    if answer and answer["stand"] == GREY:
        return GREY, f"niet van toepassing: {said}"
    proof = point.proof(dossier)
    if point.codes:
        state, told = _state_of(own, proof)
        if point.grade and state == GREEN:
            state = point.grade(dossier)
        if answer:  # whoever knows that it is worse is believed
            state = max(state, answer["stand"], key=list(SIGNS).index)
        return state, "; ".join(filter(None, [told, said]))
    if answer:
        return answer["stand"], said
    state = point.grade(dossier) if point.grade else ORANGE if proof else RED
    unsaid = "" if point.grade else "niemand heeft dit nog bevestigd"
    return state, "; ".join(filter(None, [proof, unsaid])) or NO_PROOF


def _state_of(own: list[Finding], proof: str) -> tuple[str, str]:
    if not own:
        return (GREEN, proof) if proof else (RED, NO_PROOF)
    grave = [finding for finding in own if not finding.accepted and finding.level != LEVELS[-1]]
    messages = [finding.message + (" (geaccepteerd)" if finding.accepted else "") for finding in grave or own]
    more = len(messages) - MOST_MESSAGES
    shown = [
        *messages[:MOST_MESSAGES],
        *([f"en nog {more} {'bevinding' if more == 1 else 'bevindingen'}"] if more > 0 else []),
    ]
    return (RED if grave or not proof else ORANGE), "; ".join(shown)


def _count(wijk: str, i: int, ankers: list[TableRow]) -> TableRow:
    states = [punt["standen"][i]["stand"] for anker in ankers for punt in anker["punten"]]
    return {"wijk": wijk} | {state: states.count(state) for state in SIGNS}


def _open(finding: Finding) -> TableRow:
    return {
        "niveau": finding.level,
        "code": finding.code,
        "melding": finding.message,
        "tip": finding.hint if is_for_paper(finding.hint) else "",
    }


def _accepted_row(dossier: CompleteDossier, finding: Finding) -> TableRow:
    same = (finding.code, finding.accepted)
    waiver: TableRow = next((row for row in dossier["afwijkingen"] if (row["regel"], row["reden"]) == same), {})
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
