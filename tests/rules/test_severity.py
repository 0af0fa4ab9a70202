"""How serious a finding is, by the status of the dossier and the documents asked for."""

from __future__ import annotations

from collections import Counter

import pytest

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.levels import LEVELS
from docgen.documents.gate import gate
from docgen.dossier import check, loads
from docgen.rules.handbook import KINDS
from docgen.rules.registry import EXPLAINED, find
from docgen.rules.severity import TABLE, Levels, level_of, levels_of
from docgen.schema.completion import fill_defaults
from tests.rules.rule_cases import CASES, findings_of

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
        ("HOR-01", "", NONE, NONE, NONE),
        ("NAG-01", "", A, W, W),
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
    signing = [problem for problem in found if "getekend" in problem.message]
    assert [(problem.level, problem.message) for problem in signing] == [
        (level, "nog geen van de twee partijen heeft getekend")
    ]


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
        found = findings_of(case.code, fill_defaults(read.data, read.library.schema.root))
        kinds |= {(case.code, finding.kind) for finding in found}
    assert {pair for pair in kinds if pair[1] and pair not in TABLE} == {("FIN-03", "laat"), ("OVK-01", "niveau")}
    assert set(TABLE) <= kinds, "every row of the table is reached by a case"


def test_a_finding_of_a_kind_without_a_row_has_the_level_of_its_rule():
    rule = find("UUR-01")
    assert levels_of(rule, "anders") == Levels(rule.LEVEL, rule.LEVEL, rule.LEVEL) == Levels(F, F, F)
    assert levels_of(find("ROL-04"), "vervanger") == Levels(W, W, W)


@pytest.mark.parametrize(
    ("status", "level"),
    [(None, A), ("", A), ("concept", A), ("iets anders", A), ("ter besluitvorming", W), ("vastgesteld", F)],
)
def test_a_dossier_of_which_the_status_is_not_known_is_a_concept(status, level):
    assert Levels(A, W, F).at(status) == level


def test_the_paper_that_is_signed_goes_before_the_status_and_only_when_it_is_asked_for():
    unsigned = Finding((), "", kind="open")
    assert level_of(find("OVK-01"), unsigned, "concept", {"jaarplan"}) == A
    assert level_of(find("OVK-01"), unsigned, "concept", {"jaarplan", "overeenkomst"}) == F
    assert level_of(find("ARC-01"), Finding((), ""), "concept", {"overeenkomst"}) == ""
