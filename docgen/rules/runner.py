"""All rules on one dossier: what they find, how serious it is and what was accepted, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.memo import memoized, with_memo
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.rules.registry import RULES, Rule
from docgen.rules.severity import level_of
from docgen.rules.waivers import WeighedFinding, apply_waivers, waiver_problems


class JudgedFinding(NamedTuple):
    """A finding with its code, its level and, when it was accepted, the reason."""

    code: str
    level: str
    finding: Finding
    accepted: str


def run_rules(dossier: CompleteDossier, asked_names: Collection[str]) -> Iterator[JudgedFinding]:
    """All that the rules find in a complete dossier and that is worth saying at its status."""
    known, used, asked = with_memo(dossier), set[int](), frozenset(asked_names)
    for rule in RULES:
        judgements, in_use = _judge(known, rule, asked)
        yield from judgements
        used |= in_use
    for verdict in waiver_problems(known, used):
        yield from _worth_saying(known, verdict, asked)


@memoized
def _judge(
    dossier: CompleteDossier, rule: Rule, asked: frozenset[str]
) -> tuple[tuple[JudgedFinding, ...], frozenset[int]]:
    """What a rule finds that is worth saying, and the places of the waivers that are used for it."""
    verdicts, used = apply_waivers(dossier, rule)
    return tuple(said for verdict in verdicts for said in _worth_saying(dossier, verdict, asked)), used


def _worth_saying(dossier: CompleteDossier, verdict: WeighedFinding, asked: frozenset[str]) -> Iterator[JudgedFinding]:
    rule, finding, accepted = verdict
    if level := level_of(rule, finding, section(dossier, "dossier").get("status"), asked):
        yield JudgedFinding(rule.CODE, level, finding, accepted)
