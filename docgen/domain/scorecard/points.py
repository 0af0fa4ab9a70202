"""The 24 points: their number, anchor and text, the rules that hold them back, and what judges them.

`verdict(dossier, "D6")` is the state and the line of a point by the fields of a dossier alone; `answers.outcome` is what
stands on paper: with what the rules find, and what the writer says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.levels import LEVELS
from docgen.domain.memo import memoized
from docgen.domain.proven import years_to_judge
from docgen.domain.queries import reference_date
from docgen.domain.scorecard import commitment, finance, funders, quality, support
from docgen.domain.scorecard.verdict import GREEN, GREY, ORANGE, RED, Judge, Verdict, joined, worst
from docgen.domain.types import CompleteDossier

ALWAYS = ("D1", "D4", "K1", "K5", "F1", "F2")  # cannot be of no concern
UNDATED = "zonder peildatum is dit niet te beoordelen"
RESIDENTS, LASTING = "D2", "F2"  # judged for each neighbourhood; judged with the gaps that were accepted
BY_OTHER_MEANS = {("OVK-01", "getekend"), ("FIN-03", "krap")}  # what the point itself judges, and more exactly


class Point(NamedTuple):
    """One point. `codes`: the rules that hold it back. `is_proof`: an answer may be the proof; else it can only say that it
    is less. `needs_day`: without a reference date nobody can tell."""

    nr: str
    anchor: str
    text: str
    codes: tuple[str, ...]
    judge: Judge
    is_proof: bool = False
    needs_day: bool = False


def _residents(dossier: CompleteDossier) -> Verdict:
    return support.residents(dossier, None)


D, K, F = "Draagvlak", "Kwaliteit", "Financiën"
# fmt: off
POINTS: tuple[Point, ...] = (
    Point("D1", D, "Er is een trekker met een vervanger", ("ROL-04",), support.leader),
    Point("D2", D, "Bewoners praten mee, ook in de stuurgroep", (), _residents, is_proof=True, needs_day=True),
    Point("D3", D, "Beroepskrachten kennen hun rol en afspraak", ("ROL-01",), support.professionals, is_proof=True, needs_day=True),
    Point("D4", D, "Leidinggevenden hebben uren toegezegd", ("UUR-01", "UUR-03"), commitment.promised_hours, needs_day=True),
    Point("D5", D, "Wethouder en raad zijn bijgepraat", ("DRG-01", "DRG-02"), support.board, needs_day=True),
    Point("D6", D, "De aanpak staat in beleid en jaarplannen", (), commitment.plans, needs_day=True),
    Point("D7", D, "Successen zijn gedeeld en gevierd", ("COM-01",), support.successes, is_proof=True, needs_day=True),
    Point("D8", D, "De overeenkomst is getekend op beslisniveau", ("OVK-01", "OVK-02"), commitment.signatures, needs_day=True),
    Point("K1", K, "Beschreven is wat we borgen", (), quality.objects),
    Point("K2", K, "Het handboek is actueel en vindbaar", (), quality.handbook, needs_day=True),
    Point("K3", K, "Elke kerntaak heeft een ingewerkte vervanger", ("ROL-02",), quality.deputies, needs_day=True),
    Point("K4", K, "Nieuwe mensen krijgen training en overdracht", ("WIS-01",), quality.settling_in, is_proof=True, needs_day=True),
    Point("K5", K, "Doelen zijn meetbaar", ("DOE-01", "DOE-03"), quality.measurable_goals),
    Point("K6", K, "We meten, bespreken en sturen bij", ("MON-01", "OVK-04"), quality.adjusting, is_proof=True, needs_day=True),
    Point("K7", K, "Wat erbuiten valt, is afgesproken", ("UIT-01",), quality.exclusions, is_proof=True, needs_day=True),
    Point("K8", K, "Per onderdeel is gekozen: doorgaan, aanpassen of stoppen", ("KAF-01",), quality.parts),
    Point("F1", F, "Kosten en dekking sluiten elk jaar", ("FIN-01",), finance.balance),
    Point("F2", F, "Vaste kosten hebben vast geld", ("FIN-05",), finance.lasting),
    Point("F3", F, "Tijdelijk geld heeft op tijd een vervolgbesluit", ("FIN-02", "FIN-03"), finance.temporary, needs_day=True),
    Point("F4", F, "Onderhoud en evaluatie staan in de begroting", ("FIN-06",), finance.upkeep),
    Point("F5", F, "De geldstromen zijn in beeld", (), funders.flows),
    Point("F6", F, "Meer dan één financier draagt bij", ("FIN-07",), funders.funders),
    Point("F7", F, "Meerwaarde en baten zijn benoemd", ("FIN-08",), funders.benefits),
    Point("F8", F, "Mogelijke mede-dragers zijn gevraagd", (), funders.candidates, is_proof=True, needs_day=True),
)
# fmt: on
BY_NUMBER = {point.nr: point for point in POINTS}


@memoized
def verdict(dossier: CompleteDossier, nr: str, wijk: str | None = None, accepted: tuple[Finding, ...] = ()) -> Verdict:
    """The state and line of a point by the fields alone: for a neighbourhood, and with the findings on it that were accepted."""
    point = BY_NUMBER[nr]
    if nr == RESIDENTS:
        found = support.residents(dossier, wijk)
    elif nr == LASTING:
        found = finance.lasting(dossier, accepted)
    else:
        found = point.judge(dossier)
    if not point.needs_day or reference_date(dossier) or found.state == GREY:
        return found
    return found._replace(state=worst(found.state, ORANGE), line=joined(found.line, UNDATED))


def findings_on(dossier: CompleteDossier, point: Point, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What the rules of a point find that still counts: of a year, only one that is still to come."""
    years = years_to_judge(dossier)
    return tuple(
        one
        for one in found
        if one.code in point.codes
        and (one.code, one.kind) not in BY_OTHER_MEANS
        and (one.year is None or one.year in years)
        and _is_about(dossier, point, one)
    )


def _is_about(dossier: CompleteDossier, point: Point, finding: Finding) -> bool:
    """Whether a finding is about the point: of those on groups only what they say of the board; an election is handed over
    to a board, and that is another point."""
    if point.nr == "D5":
        levels = {row["groep"]: row["niveau"] for row in dossier["draagvlak"]}
        return not finding.about or "bestuur" in (finding.about, levels.get(finding.about))
    return (point.nr, finding.about) != ("K4", "verkiezing")


def limit(findings: Iterable[Finding]) -> str:
    """The best state that these findings leave: an open fault makes a point red, anything else orange."""
    own = list(findings)
    if any(not one.accepted and one.level == LEVELS[0] for one in own):
        return RED
    return ORANGE if own else GREEN
