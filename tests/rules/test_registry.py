"""Which rules there are, how each is explained, and how one is found."""

from __future__ import annotations

import re

import pytest

from docgen.rules.registry import EXPLAINED, RULES, find

FIRST_WAVE = [
    "ROL-01",
    "ROL-02",
    "ROL-03",
    "ROL-04",
    "ROL-05",
    "UUR-01",
    "UUR-02",
    "UUR-03",
    "UIT-01",
    "FIN-01",
    "FIN-02",
    "FIN-03",
    "FIN-04",
    "FIN-05",
    "FIN-06",
    "FIN-07",
    "FIN-08",
    "DOE-01",
    "DOE-02",
    "DOE-03",
    "BSL-01",
    "OVK-01",
    "OVK-02",
    "OVK-03",
    "OVK-04",
    "VER-01",
    "DRG-01",
    "DRG-02",
    "COM-01",
    "KEN-01",
    "WIS-01",
    "MON-01",
    "KAF-01",
    "RVS-01",
    "RVS-02",
]


def test_the_first_wave_is_complete_and_every_code_is_used_once():
    codes = [rule.CODE for rule in EXPLAINED]
    assert len(FIRST_WAVE) == 35 and codes[:35] == FIRST_WAVE
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.CODE)
def test_a_rule_explains_what_is_wrong_why_with_its_source_and_how_to_repair_it(rule):
    what, *why, repair = rule.__doc__.strip().split("\n\n")
    assert "\n" not in what and what.endswith(".") and len(what) < 90
    assert len(why) == 1 and re.search(r"Bron:\s\w", why[0])
    assert repair.startswith("Herstel: ") and len(why[0]) > 100
    assert not re.search(r"\bS00\d|\bB\d\d?\b|\[", rule.__doc__.replace("[ ]", "")), "sources have names, not codes"
    assert rule.LEVEL in ("fout", "waarschuwing", "advies")
    assert rule.ANCHOR in ("Draagvlak", "Kwaliteit", "Financiën")


def test_a_rule_is_found_by_its_code():
    assert find("fin-05").CODE == find("FIN-05").CODE == "FIN-05"
    assert find("FIN-99") is None


def test_every_rule_that_looks_at_a_dossier_is_run_and_those_about_waivers_and_answers_are_only_explained():
    run = [rule.CODE for rule in RULES]
    assert [rule.CODE for rule in EXPLAINED][: len(run)] == run
    assert [rule.CODE for rule in EXPLAINED[len(run) :]] == ["NAG-01", "AFW-04", "AFW-02", "AFW-03", "BCK-01"]
    assert not [rule.CODE for rule in RULES if not callable(rule.check)]


def test_a_code_is_found_whole_and_never_by_a_part_of_it():
    assert find("afw-03").CODE == "AFW-03"
    assert find("FIN") is find("FIN-0") is find("") is find(" FIN-05") is None
