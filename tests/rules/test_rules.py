"""The rules: where each speaks and where it is silent, and how its message reads."""

from __future__ import annotations

import re

import pytest

from docgen.dossier import loads
from docgen.loading.loaded_data import node_at
from docgen.rules.registry import EXPLAINED
from docgen.schema.completion import fill_defaults
from tests.rules.rule_cases import CASES, FOLDER, findings_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.title}")
def test_a_rule_speaks_where_it_should_and_nowhere_else(case):
    read = loads(case.text.encode())
    assert {problem.code for problem in read.loaded.problems} <= {"verwijzing"}, read.loaded.problems
    found = findings_of(case.code, fill_defaults(read.data, read.library.schema.root))
    assert sorted(node_at(read.loaded, finding.path).line for finding in found) == case.expected


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.CODE)
def test_a_rule_has_cases_where_it_speaks_and_where_it_is_silent(rule):
    own = [bool(case.expected) for case in CASES if case.code == rule.CODE]
    assert True in own and False in own


def test_a_rule_file_belongs_to_a_rule():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {rule.CODE for rule in EXPLAINED}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.title}")
def test_a_message_is_one_lower_case_sentence_without_python_in_it(case):
    read = loads(case.text.encode())
    for finding in findings_of(case.code, fill_defaults(read.data, read.library.schema.root)):
        first = finding.message.split()[0].strip(":‘’")
        assert first[0].islower() or first[0].isdigit() or first in case.text, finding.message
        assert not re.search(r"None|Decimal|\{|\}|\[|datetime", finding.message), finding.message
        assert not finding.message.endswith(".") and len(finding.message) < 250
