"""The cases of the rules: each CODE.yaml here holds small dossiers with the lines at fault marked."""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.library.library import open_library
from docgen.rules.catalog import answer_changes_nothing, could_not_look, waiver_is_bounded
from docgen.rules.registry import RULES, find, found_by
from docgen.rules.runner import run_rules
from docgen.rules.waivers import apply_waivers, waiver_problems
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
    """What one rule finds; the faults of waivers and answers are found after all rules."""
    rule = find(code)
    if rule in RULES:
        return list(found_by(rule, dossier, open_library().schema.frames))
    if code in (answer_changes_nothing.CODE, could_not_look.CODE, waiver_is_bounded.CODE):
        return [finding for finding in run_rules(dossier, ()) if finding.code == code]
    used = set().union(*(apply_waivers(dossier, one)[1] for one in RULES))
    return [finding for of_waiver, finding in waiver_problems(dossier, used) if of_waiver is rule]
