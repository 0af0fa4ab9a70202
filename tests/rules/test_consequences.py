"""A finding that is gone when another is mended is shown under it; the mend is tried here in the text of a real dossier."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from docgen.dossier import check, loads
from docgen.rules.consequences import LINKS
from docgen.rules.registry import EXPLAINED
from tests.conftest import SAMPLE

TEXT = SAMPLE.read_text(encoding="utf-8")
Edit = tuple[str, str]


class Pair(NamedTuple):
    """A slip in the sample, what is told first, how often what follows from it, and what the writer then does."""

    cause: str
    consequences: dict[str, int]
    slip: Edit
    mend: Edit


PAIRS = [
    Pair("HOR-03", {"BSL-02": 4, "COM-01": 1, "DRG-02": 7, "FIN-12": 2, "ACT-01": 7, "AFW-01": 1, "FIN-05": 2, "KEN-02": 1},
         ("peildatum: 2027-03-15", "peildatum: 2072-03-15"), ("peildatum: 2072-03-15", "peildatum: 2027-03-15")),
    Pair("HOR-03", {"DAT-01": 21, "DAT-02": 6, "FIN-11": 1, "COM-01": 1},
         ("peildatum: 2027-03-15", "peildatum: 1997-03-15"), ("peildatum: 1997-03-15", "peildatum: 2027-03-15")),
    Pair("FIN-14", {"FIN-01": 1, "FIN-05": 1},
         (r"voor: \[P01\]\n    bedragen: \{2027: 108020, 2028: 108020, 2029: 108020", "voor: [P01]\n    bedragen: {2027: 108020, 2028: 108020, 2029: 10802"),
         ("2029: 10802,", "2029: 108020,")),
    Pair("FIN-14", {"FIN-15": 1, "UUR-03": 1},
         (r"      bedragen: \{2027: 108020, 2028: 108020, 2029: 108020", "      bedragen: {2027: 108020, 2028: 108020, 2029: 10802"), ("2029: 10802,", "2029: 108020,")),
    Pair("UUR-05", {"UUR-03": 4}, (r"uren: 100\n    tarief: 70\n", "uren: 100\n    tarief: 7\n"), ("tarief: 7\n", "tarief: 70\n")),
    Pair("UUR-04", {"UUR-01": 1}, (r"      controller: 40\n", "      controller: 40\n      opdrachtgever: 4\n"), (r"      opdrachtgever: 4\n", "")),
    Pair("FIN-18", {"FIN-01": 4, "FIN-05": 4, "GEM-14": 1}, (r"\nfinanciering:\n", "\n    - {id: P99, naam: Totaal, soort: overig, aard: structureel, bedragen: {2028: 5, 2029: 5, 2030: 5, 2031: 5}}\n\nfinanciering:\n"), (r"    - \{id: P99.*\n", "")),
    Pair("UUR-01", {"UUR-03": 4}, (r"    uren: 110\n", "    uren: 0.08\n"), ("    uren: 0.08\n", "    uren: 110\n")),
    Pair("RVS-09", {"GEM-10": 3}, (r"financiering: \[F11\]", "financiering: [F11, F02]"), (r"financiering: \[F11, F02\]", "financiering: [F11]")),
    Pair("RVS-06", {"RVS-07": 1}, ("raadsvergadering: 2027-06-24", "raadsvergadering: 2027-05-14"), ("raadsvergadering: 2027-05-14", "raadsvergadering: 2027-06-24")),
    Pair("RVS-06", {"RVS-07": 1}, ("collegebesluit: 2027-05-18", "collegebesluit: 2027-07-18"), ("collegebesluit: 2027-07-18", "collegebesluit: 2027-05-18")),
    Pair("RVS-08", {"FIN-01": 4, "FIN-05": 4, "FIN-17": 2, "OVK-15": 1}, (r"aard: structureel\n    status: gevraagd", "aard: structureel\n    status: idee"), ("status: idee", "status: gevraagd")),
    Pair("DAT-01", {"COM-01": 1}, (r"successen:\n(  .*\n)+", "successen:\n  - {datum: 2031-01-15, tekst: T., gedeeld_via: de krant}\n"), ("2031-01-15", "2027-01-15")),
    Pair("DAT-02", {"DOE-06": 1}, ("waarde: 260, jaar: 2026", "waarde: 260, jaar: 2030"), ("jaar: 2030}", "jaar: 2027}")),
    Pair("FIN-10", {"FIN-13": 1}, (r"begin: 2028-01-01\n    voor: \[P04\]\n    bedragen: \{", "begin: 2028-01-01\n    voor: [P04]\n    bedragen: {2026: 20000, "), ("2026: 20000, ", "")),
    Pair("MON-02", {"FIN-15": 1}, (r"bedragen: \{2029: 15000, 2031: 15000\}", "bedragen: {2031: 15000}"), (r"bedragen: \{2031: 15000\}\n\n", "bedragen: {2029: 15000, 2031: 15000}\n\n")),
    Pair("MON-02", {"FIN-06": 1}, ("soort: evaluatie\n", "soort: overig\n"), ("soort: overig\n      aard: incidenteel", "soort: evaluatie\n      aard: incidenteel")),
    Pair("FIN-09", {"FIN-01": 1, "FIN-05": 1}, ("2028: 20000, 2029: 20000, 2030: 20000", "2028: 20000, 2029: 20000"), ("2028: 20000, 2029: 20000", "2028: 20000, 2029: 20000, 2030: 20000")),
    Pair("FIN-09", {"FIN-15": 2}, (", 2030: 24000, 2031: 24000}", ", 2031: 24000}"), (", 2031: 24000}", ", 2030: 24000, 2031: 24000}")),
    Pair("FIN-13", {"GEM-10": 1},
         (r"    voor: \[P03, P04.*\n    bedragen: \{2028: 89520, 2029: 89520, 2030: 119520, 2031: 119520", "    bedragen: {2028: 89520, 2029: 89520, 2030: 119520, 2031: 1195200"), ("2031: 1195200", "2031: 119520")),
    Pair("FIN-16", {"FIN-05": 4}, (r"partij: sport\n    vorm: geld\n    aard: structureel", "partij: sport\n    vorm: geld\n    aard: incidenteel"), (r"vorm: geld\n    aard: incidenteel\n    status: toegezegd\n    begin: 2028-01-01\n    voor: \[P04", "vorm: geld\n    aard: structureel\n    status: toegezegd\n    begin: 2028-01-01\n    voor: [P04")),
    Pair("FIN-17", {"FIN-02": 1}, (r"vervolg: F02\n    voor: \[P03\]", "vervolg: F05\n    voor: [P03]"), ("vervolg: F05", "vervolg: F02")),
    Pair("MON-03", {"OVK-04": 1}, ("datum: 2031-06-12", "datum: 2032-01-01"), ("datum: 2032-01-01", "datum: 2031-03-01")),
]  # fmt: skip


def edited(text, edit):
    changed, count = re.subn(edit[0], lambda _: edit[1], text, count=1)
    assert count == 1
    return changed


def opened(text):
    return [problem for problem in check(loads(text.encode())) if not problem.accepted]


KNOWN = {(problem.code, problem.message) for problem in opened(TEXT)}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.cause} before {', '.join(pair.consequences)}")
def test_what_is_told_as_a_consequence_is_gone_when_its_cause_is_mended(pair):
    wrong = edited(TEXT, pair.slip)
    found = opened(wrong)
    follow = [problem for problem in found if problem.cause]
    assert {problem.cause.code for problem in follow} == {pair.cause}
    assert {code: sum(one.code == code for one in follow) for code in {one.code for one in follow}} == pair.consequences
    new = {problem.code for problem in found if (problem.code, problem.message) not in KNOWN and not problem.cause}
    assert new - {"GEM-14", "FIN-04"} == {pair.cause}, "nothing else stands beside it"
    left = {(problem.code, problem.path) for problem in opened(edited(wrong, pair.mend))}
    assert not left & (
        {(one.code, one.path) for one in follow} - {(problem.code, problem.path) for problem in opened(TEXT)}
    )
    assert pair.cause not in {code for code, _ in left}


def test_every_cause_is_tried_and_every_rule_of_the_table_exists():
    assert {pair.cause for pair in PAIRS} == {link.cause for link in LINKS}
    codes = {rule.CODE for rule in EXPLAINED}
    assert all(link.consequences | {link.cause} <= codes for link in LINKS)


def test_a_cause_stands_by_itself_and_is_in_the_dossier():
    for pair in PAIRS:
        found = opened(edited(TEXT, pair.slip))
        places = {(one.code, one.line, one.column, one.path) for one in found if not one.cause}
        assert {one.cause for one in found if one.cause} <= places


def test_what_only_looks_like_a_consequence_stands_by_itself():
    """Two years are short, and the slip explains one of them."""
    text = edited(edited(TEXT, PAIRS[2].slip), ("{2028: 20000, 2029: 20000, 2030", "{2028: 19000, 2029: 20000, 2030"))
    short = {one.message.split(":")[0]: one.cause and one.cause.code for one in opened(text) if one.code == "FIN-01"}
    assert short == {"tekort in 2028": None, "tekort in 2029": "FIN-14"}


def test_a_cause_that_was_accepted_hides_nothing():
    slip = edited(TEXT, PAIRS[2].slip)
    waiver = "afwijkingen:\n  - regel: FIN-14\n    reden: Dat klopt zo.\n    besloten_door: MT\n    geldig_tot: 2030-01-01\n    geldt_voor: {object: F01}\n"
    accepted = edited(slip, (r"\nafwijkingen:\n", f"\n{waiver}"))
    assert not [one for one in opened(accepted) if one.cause]
    assert "FIN-01" in {one.code for one in opened(accepted)}
