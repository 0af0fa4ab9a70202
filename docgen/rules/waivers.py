"""Waivers: findings that were accepted on purpose, each bound to an object, years, a ceiling and a last day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.memo import memoized
from docgen.domain.queries import reference_date
from docgen.domain.types import CompleteDossier, TableRow
from docgen.rules.catalog import (
    answer_changes_nothing,
    argument_belongs,
    could_not_look,
    point_always_applies,
    waiver_expired,
    waiver_is_bounded,
    waiver_unknown,
    waiver_unused,
)
from docgen.rules.registry import EXPLAINED, Explained, Rule, found_by
from docgen.text.dutch import euro
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

# never waived
FIXED = {
    rule.CODE
    for rule in (
        argument_belongs, could_not_look, point_always_applies, answer_changes_nothing, waiver_expired, waiver_is_bounded, waiver_unused,
        waiver_unknown,
    )
}  # fmt: skip
HOLDS_TOO = {"GEM-06": "FIN-05"}  # what was accepted there is accepted here, of the same year and up to the same amount
Key = tuple[str, str | None, int | None]
InForce = dict[Key, list[tuple[int, TableRow]]]


def apply_waivers(
    dossier: CompleteDossier, rule: Rule, frames: FramedFields = NO_FRAMES
) -> tuple[list[Finding], frozenset[int]]:
    """What a rule finds, accepted or not, and the places of the waivers that are used for it."""
    return weighed(dossier, rule, found_by(rule, dossier, frames))


def weighed(dossier: CompleteDossier, rule: Rule, findings: Iterable[Finding]) -> tuple[list[Finding], frozenset[int]]:
    """The same for what was found: the waivers are those of the dossier."""
    in_force, used = _in_force(dossier), set[int]()
    found = [_weigh(rule, finding, in_force, used) for finding in findings]
    return found, frozenset(used)


def waiver_problems(dossier: CompleteDossier, used: set[int]) -> Iterator[tuple[Explained, Finding]]:
    """What is wrong with the waivers themselves, each with the rule that says so, when some of them are used."""
    yield from _faulty(dossier, {i for rows in _in_force(dossier).values() for i, _ in rows} - used)


def boundless_waivers(dossier: CompleteDossier, found: Sequence[Finding]) -> Iterator[tuple[Explained, Finding]]:
    """The waivers that accept all that a rule finds, when all rules have spoken, each with the rule that says so."""
    accepted: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in found:
        for code in {finding.code, HOLDS_TOO.get(finding.code, finding.code)} if finding.accepted else ():
            accepted[code, finding.accepted].append(finding)
    for i, afwijking in enumerate(dossier["afwijkingen"]):
        if not waiver_is_bounded.is_bounded(afwijking):
            own = accepted.get((afwijking["regel"], afwijking["reden"]), ())
            yield from ((waiver_is_bounded, one) for one in waiver_is_bounded.findings(i, afwijking, own))


def _weigh(rule: Rule, finding: Finding, in_force: InForce, used: set[int]) -> Finding:
    matching = [pair for key in _keys(rule, finding) for pair in in_force.get(key, ())]
    fitting = [pair for pair in matching if _is_within(pair[1], finding.amount)]
    too_low = [pair for pair in matching if pair not in fitting and finding.amount is not None]
    used.update(i for i, _ in fitting or too_low)
    if not fitting and too_low:
        finding = _beyond(finding, max(_ceiling(row) for _, row in too_low))
    return finding._replace(accepted=fitting[0][1]["reden"] if fitting else "")


@memoized
def _in_force(dossier: CompleteDossier) -> InForce:
    """The waivers that hold on the reference date, by rule, object and each year they name."""
    table: defaultdict[Key, list[tuple[int, TableRow]]] = defaultdict(list)
    today = reference_date(dossier)
    for i, afwijking in enumerate(dossier["afwijkingen"]):
        if afwijking["regel"] not in FIXED and not waiver_expired.is_expired(afwijking, today):
            bounds = afwijking["geldt_voor"] or {}
            for year in dict.fromkeys(bounds.get("jaren") or [None]):
                table[afwijking["regel"], bounds.get("object"), year].append((i, afwijking))
    return table


def _keys(rule: Explained, finding: Finding) -> set[Key]:
    """All ways in which a waiver can name a finding: with or without its object and its year."""
    codes = {rule.CODE, HOLDS_TOO.get(rule.CODE, rule.CODE)}
    return {
        (code, about, year)
        for code in codes
        for about in (finding.about or None, None)
        for year in (finding.year, None)
    }


def _ceiling(afwijking: TableRow) -> Decimal:
    limit: Decimal = afwijking["geldt_voor"]["maximaal"]
    return limit


def _is_within(afwijking: TableRow, amount: Decimal | None) -> bool:
    bounded = (afwijking["geldt_voor"] or {}).get("maximaal") is not None
    return not bounded or (amount is not None and amount <= _ceiling(afwijking))


def _beyond(finding: Finding, ceiling: Decimal) -> Finding:
    return finding._replace(message=f"{finding.message}; de afwijking hiervoor gaat maar tot {euro(ceiling)}")


def _faulty(dossier: CompleteDossier, unused: set[int]) -> Iterator[tuple[Explained, Finding]]:
    known = [rule.CODE for rule in EXPLAINED]
    for i, afwijking in enumerate(dossier["afwijkingen"]):
        code = afwijking["regel"]
        if not code:
            continue  # missing, in a draft
        if code in FIXED or code not in known:
            yield waiver_unknown, waiver_unknown.finding(i, code, known, code in FIXED)
        elif i in unused:
            yield waiver_unused, waiver_unused.finding(i, afwijking)
