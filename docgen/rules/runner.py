"""All rules on one dossier: what they find, how serious it is and what was accepted, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from docgen.domain.memo import remembered, remembering
from docgen.domain.queries import Dossier, section
from docgen.loading.loader import Reading
from docgen.rules.registry import RULES, Rule
from docgen.rules.severity import level_of
from docgen.rules.waivers import Verdict, faulty, weigh
from docgen.schema.schema import Path, Schema, complete
from docgen.syntax.parser import Node


class Judgement(NamedTuple):
    """A finding with its code, its level and, when it was accepted, the reason."""

    code: str
    level: str
    finding: Finding
    accepted: str


def judge(dossier: Dossier, asked_names: Collection[str]) -> Iterator[Judgement]:
    """All that the rules find in a complete dossier and that is worth saying at its status."""
    known, used, asked = remembering(dossier), set[int](), frozenset(asked_names)
    for rule in RULES:
        judgements, in_use = _judged(known, rule, asked)
        yield from judgements
        used |= in_use
    for verdict in faulty(known, used):
        yield from _worth_saying(known, verdict, asked)


@remembered
def _judged(dossier: Dossier, rule: Rule, asked: frozenset[str]) -> tuple[tuple[Judgement, ...], frozenset[int]]:
    """What a rule finds that is worth saying, and the places of the waivers that are used for it."""
    verdicts, used = weigh(dossier, rule)
    return tuple(said for verdict in verdicts for said in _worth_saying(dossier, verdict, asked)), used


def _worth_saying(dossier: Dossier, verdict: Verdict, asked: frozenset[str]) -> Iterator[Judgement]:
    rule, finding, accepted = verdict
    if level := level_of(rule, finding, section(dossier, "dossier").get("status"), asked):
        yield Judgement(rule.CODE, level, finding, accepted)


def problems(reading: Reading, schema: Schema, asked_names: Collection[str]) -> list[Problem]:
    """The same for a dossier that was read, as findings at a line; an accepted one has its reason."""
    made = []
    for code, level, finding, accepted in judge(complete(reading.data, schema.rules), asked_names):
        node = node_at(reading, finding.path)
        problem = reading.problem(node, finding.path, code, finding.message, finding.hint, level)
        made.append(replace(problem, accepted=accepted))
    return made


def node_at(reading: Reading, path: Path) -> Node | None:
    """Where a finding points: the value; of a whole section or list its name; else the nearest thing around it."""
    path = reading.nearest(path)
    node = reading.places.get(path)
    return node if node is None or node.kind == "text" else reading.keys.get(path, node)
