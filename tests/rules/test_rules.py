"""The rules: when each speaks and when it is silent, how serious that is, what a waiver covers, and what they cost."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import pytest

from docgen.diagnostics.problem import LEVELS
from docgen.documents.gate import gate
from docgen.domain.queries import DEFAULTS
from docgen.dossier import check, loads
from docgen.loading.loaded_data import node_at
from docgen.rules.handbook import KINDS
from docgen.rules.registry import EXPLAINED, RULES, find
from docgen.rules.severity import TABLE
from docgen.rules.waivers import apply_waivers, waiver_problems
from docgen.schema.completion import fill_defaults
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
    used = set().union(*(apply_waivers(dossier, one)[1] for one in RULES))
    return [verdict.finding for verdict in waiver_problems(dossier, used) if verdict.rule is rule]


# ------------------------------------------------------------------------------------------------------ rule by rule


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.title}")
def test_a_rule_speaks_where_it_should_and_nowhere_else(case):
    read = loads(case.text.encode())
    assert {problem.code for problem in read.loaded.problems} <= {"verwijzing"}, read.loaded.problems
    found = findings_of(case.code, fill_defaults(read.data, read.library.schema.rules))
    assert sorted(node_at(read.loaded, finding.path).line for finding in found) == case.expected


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.CODE)
def test_a_rule_has_cases_where_it_speaks_and_where_it_is_silent(rule):
    own = [bool(case.expected) for case in CASES if case.code == rule.CODE]
    assert True in own and False in own


def test_a_rule_file_belongs_to_a_rule():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {rule.CODE for rule in EXPLAINED}


# ------------------------------------------------------------------------------------------------------- as a whole

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


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.title}")
def test_a_message_is_one_lower_case_sentence_without_python_in_it(case):
    read = loads(case.text.encode())
    for finding in findings_of(case.code, fill_defaults(read.data, read.library.schema.rules)):
        first = finding.message.split()[0].rstrip(":")
        assert first[0].islower() or first[0].isdigit() or first in case.text, finding.message
        assert not re.search(r"None|Decimal|\{|\}|\[|datetime", finding.message), finding.message
        assert not finding.message.endswith(".") and len(finding.message) < 250


# -------------------------------------------------------------------------------------- documented thresholds


def test_every_default_stands_in_the_description_of_its_setting(library):
    for name, value in DEFAULTS.items():
        meta = library.schema.rules_at(("dossier", "instellingen", name))["meta"]
        assert f"zonder dit getal: {value}" in meta["omschrijving"], name


# ------------------------------------------------------------------------------------------------ which rules when

EMPTY = "dossier: {{id: x, titel: X{status}}}\norganisatie: {{naam: gemeente X}}\ninterventie: {{naam: N}}\n"
SECTION = {
    "overeenkomst": "partijen: [{id: p, naam: P, soort: gemeente, ondertekenaar: O}, {id: q, naam: Q, ondertekenaar: O}]\n"
    "overeenkomst: {titel: T, ingang: 2028-01-01}\n",
    "jaarplan": "jaarplan: {jaar: 2028}\n",
    "raadsvoorstel": "raadsvoorstel: {onderwerp: O, beslispunten: [{nr: 1, tekst: T te doen}]}\n",
}
TASK = "taken: [{id: T1, naam: T}]\n"
GOAL = "doelen: [{id: D1, tekst: T}]\n"
DEFICIT = (
    "begroting: {posten: [{id: P1, naam: N, aard: structureel, bedragen: {2028: 2}}]}\n"
    "financiering: [{id: F1, bron: B, partij: extern, aard: structureel, status: toegezegd, bedragen: {2028: 1}}]\n"
)
UNCERTAIN = (
    "financiering:\n  - {{id: F1, bron: B, partij: extern, aard: structureel, status: gevraagd, bedragen: {{2028: {}}}}}\n"
    "  - {{id: F2, bron: B, partij: extern, aard: structureel, status: beschikt, bedragen: {{2028: 50}}}}\n"
)
F, W, A, NONE = "fout", "waarschuwing", "advies", None


@pytest.mark.parametrize(
    ("code", "text", "concept", "to_be_decided", "adopted"),
    [
        # not there yet: advice in a concept
        ("ROL-01", TASK, A, F, F),
        ("ROL-04", "", A, F, F),
        ("DOE-01", GOAL, A, F, F),
        ("UIT-01", "", A, W, W),
        ("FIN-08", "", A, W, W),
        ("DRG-01", "", A, W, W),
        ("DRG-01", "draagvlak: [{groep: G, niveau: wijk}]\n", W, W, W),
        ("DOE-02", GOAL, W, W, W),
        ("ARC-01", "", NONE, NONE, W),
        ("HOR-01", "", A, A, A),
        ("RVS-01", SECTION["raadsvoorstel"], A, W, W),
        ("RVS-03", SECTION["raadsvoorstel"], A, W, W),
        # what is signed needs more than a plan
        ("UIT-01", SECTION["overeenkomst"], F, F, F),
        ("OVK-01", SECTION["overeenkomst"], F, F, F),
        ("OVK-02", SECTION["overeenkomst"], F, F, F),
        ("OVK-03", SECTION["overeenkomst"], F, F, F),
        # what contradicts itself is as serious in a concept
        ("FIN-01", DEFICIT, F, F, F),
        ("FIN-01", DEFICIT.splitlines()[0] + "\n", A, F, F),
        ("FIN-04", UNCERTAIN.format(50), A, A, A),
        ("FIN-04", UNCERTAIN.format(51), W, W, W),
        ("RVS-01", SECTION["raadsvoorstel"].replace("nr: 1", "nr: 2"), F, F, F),
    ],
)  # fmt: skip
def test_the_status_of_the_dossier_decides_how_serious_a_finding_is(code, text, concept, to_be_decided, adopted):
    horizon = ", horizon: {begin: 2028-01-01, einde: 2028-12-31}" if code in ("FIN-01", "FIN-04") else ""
    statuses = {"": concept, "concept": concept, "ter besluitvorming": to_be_decided, "vastgesteld": adopted}
    for status, level in statuses.items():
        written = horizon + (f", status: {status}" if status else "")
        found = check(loads((EMPTY.format(status=written) + text).encode()))
        levels = [problem.level for problem in found if problem.code == code]
        assert min(levels, key=LEVELS.index, default=NONE) == level, status


@pytest.mark.parametrize(("status", "level"), [("concept", A), ("ter besluitvorming", A), ("vastgesteld", F)])
def test_only_an_adopted_agreement_must_be_signed(status, level):
    text = EMPTY.format(status=f", status: {status}") + SECTION["overeenkomst"]
    found = check(loads(text.encode()))
    assert {problem.level for problem in found if problem.message.endswith("nog niet getekend")} == {level}


@pytest.mark.parametrize("code", ["UIT-01", "OVK-02", "OVK-03"])
def test_a_paper_that_is_signed_asks_more_only_when_it_is_asked_for(library, code):
    read = loads((EMPTY.format(status="") + SECTION["overeenkomst"] + SECTION["jaarplan"]).encode())
    for name, level in (("jaarplan", A), ("overeenkomst", F)):
        found = check(read, [library.types[name]])
        assert min((problem.level for problem in found if problem.code == code), key=LEVELS.index) == level, name


def test_a_draft_is_made_whatever_the_rules_find_but_not_with_wrong_numbers():
    unsigned = check(loads((EMPTY.format(status="") + SECTION["overeenkomst"]).encode()))
    assert gate(unsigned).stopping and not gate(unsigned, draft=True).stopping
    misnumbered = check(loads((EMPTY.format(status="") + SECTION["raadsvoorstel"].replace("nr: 1", "nr: 2")).encode()))
    assert [problem.code for problem in gate(misnumbered, draft=True).stopping] == ["RVS-01"]


def test_an_almost_empty_concept_does_not_drown_in_warnings():
    for section in ("", *SECTION.values()):
        levels = Counter(p.level for p in check(loads((EMPTY.format(status="") + section).encode())))
        assert levels["waarschuwing"] <= ("overeenkomst:" in section) and levels["advies"] <= 24
    assert Counter(p.code for p in check(loads(EMPTY.format(status="").encode()))).most_common(1)[0][1] == 1


def test_a_row_of_the_table_is_about_a_rule_and_a_kind_that_the_handbook_knows():
    assert {code for code, _ in TABLE} <= {rule.CODE for rule in EXPLAINED}
    assert {kind for _, kind in TABLE} <= set(KINDS)


def test_every_kind_of_finding_in_the_cases_has_a_row_or_the_level_of_its_rule():
    kinds = set()
    for case in CASES:
        read = loads(case.text.encode())
        found = findings_of(case.code, fill_defaults(read.data, read.library.schema.rules))
        kinds |= {(case.code, finding.kind) for finding in found}
    assert {pair for pair in kinds if pair[1] and pair not in TABLE} == {("FIN-03", "laat"), ("OVK-01", "niveau")}
    assert set(TABLE) <= kinds, "every row of the table is reached by a case"
