"""The least that is a dossier, and what reading and shape find in a text behind it."""

from __future__ import annotations

from docgen.diagnostics.problem import Problem
from docgen.dossier import check, loads
from docgen.rules.registry import find

CORE = "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\n"


def findings(text: str | bytes) -> list[Problem]:
    """What reading and shape find; what the rules find is for test_rules.py."""
    found = check(loads(text if isinstance(text, bytes) else text.encode()))
    return [problem for problem in found if find(problem.code) is None]


def only(text: str | bytes) -> Problem:
    found = findings(text)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]
