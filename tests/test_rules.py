"""The rules: when each speaks and when it is silent, how serious that is, what a waiver covers, and what they cost."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from docgen.dossier import loads
from docgen.judge import node_at
from docgen.rules import EXPLAINED, RULES, find
from docgen.schema import complete
from docgen.waivers import weigh
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "rules"


class Case(NamedTuple):
    """A piece of a dossier in which the lines at fault are marked with the code of the rule."""

    code: str
    title: str
    text: str

    @property
    def expected(self) -> list[int]:
        comments = [line.partition("  # ")[2].split() for line in self.text.splitlines()]
        return [number for number, codes in enumerate(comments, 1) for code in codes if code == self.code]


def read_cases():
    for path in sorted(FOLDER.glob("*.yaml")):
        for chunk in re.split(r"^---  # ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, text = chunk.partition("\n")
            yield Case(path.stem, title, text)


CASES = list(read_cases())


def findings_of(code, dossier):
    """What one rule finds; the faults of waivers are found after all rules."""
    rule = find(code)
    if rule in RULES:
        return list(rule.check(dossier))
    found = [(one, finding) for one in RULES for finding in one.check(dossier)]
    return [verdict.finding for verdict in weigh(dossier, found) if verdict.rule is rule]


# ------------------------------------------------------------------------------------------------------ rule by rule


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.title}")
def test_a_rule_speaks_where_it_should_and_nowhere_else(case):
    read = loads(case.text.encode())
    assert {problem.code for problem in read.reading.problems} <= {"verwijzing"}, read.reading.problems
    found = findings_of(case.code, complete(read.data, read.library.schema.rules))
    assert sorted(node_at(read.reading, finding.path).line for finding in found) == case.expected


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.CODE)
def test_a_rule_has_cases_where_it_speaks_and_where_it_is_silent(rule):
    own = [bool(case.expected) for case in CASES if case.code == rule.CODE]
    assert True in own and False in own
