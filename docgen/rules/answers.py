"""The answers of a borgingscheck, held to what the rules find: which of them change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.diagnostics.finding import Finding
from docgen.domain.scorecard.answers import idle_answers
from docgen.domain.types import CompleteDossier
from docgen.rules.catalog import answer_changes_nothing
from docgen.rules.registry import Explained


def answer_problems(dossier: CompleteDossier, found: Sequence[Finding]) -> Iterator[tuple[Explained, Finding]]:
    """What is wrong with answers when all rules have spoken, each with the rule that says so."""
    for idle in idle_answers(dossier, found):
        yield answer_changes_nothing, answer_changes_nothing.finding(idle)
