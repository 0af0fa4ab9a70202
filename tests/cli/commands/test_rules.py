"""`docgen rules`: what docgen looks at."""

from __future__ import annotations

from docgen.rules.registry import EXPLAINED


def test_every_rule_stands_once_under_its_anchor_with_its_level_and_subject(called):
    code, out, _ = called("rules")
    blocks = {block.splitlines()[0]: block for block in out.split("\n\n") if block.strip()}
    for rule in EXPLAINED:
        (line,) = [line for line in out.splitlines() if line.split()[:1] == [rule.CODE]]
        assert line in blocks[rule.ANCHOR] and line.split()[1] == rule.LEVEL and len(line.split()) > 3
    assert code == 0 and "Financiën" in blocks
