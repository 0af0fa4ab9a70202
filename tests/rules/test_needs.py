"""A check never switches itself off in silence: what a rule needs is true, and what lacks is told once, with what it would need."""

from __future__ import annotations

import re

import pytest

from docgen.dossier import check, loads
from docgen.library.library import open_library
from docgen.rules.needs import HORIZON, MUNICIPALITY, REFERENCE_DATE
from docgen.rules.registry import find, found_by
from docgen.schema.completion import fill_defaults
from tests.conftest import SAMPLE
from tests.rules.rule_cases import CASES

TEXT = SAMPLE.read_text(encoding="utf-8")
SCHEMA = open_library().schema
OF_FIELD = [
    *(("horizon", need.code) for need in HORIZON),
    *(("peildatum", need.code) for need in REFERENCE_DATE),
    *(("gemeente", need.code) for need in MUNICIPALITY),
]


def places(rule, full):
    return {finding.path for finding in found_by(rule, full, SCHEMA.frames)}


@pytest.mark.parametrize(("field", "code"), OF_FIELD)
def test_a_rule_of_the_table_falls_silent_without_its_field(field, code):
    silenced = False
    for case in (one for one in CASES if one.code == code and one.expected):
        full = fill_defaults(loads(case.text.encode()).data, SCHEMA.root)
        without = {**full, "dossier": {**(full["dossier"] or {}), field: None}}
        if field == "gemeente":
            without["partijen"] = [row | {"soort": None} for row in full["partijen"]]
        silenced |= bool(places(find(code), full) - places(find(code), without))
    assert silenced


def told(text):
    """What could not be looked at, whatever documents need."""
    return [one for one in check(loads(text.encode()), []) if one.code == "NAG-01"]


def test_the_sample_lacks_nothing():
    assert told(TEXT) == []


def test_one_field_that_lacks_is_one_finding_that_names_three_checks_and_counts_the_rest():
    (day,) = re.findall(r"(?m)^  peildatum: .*\n", TEXT)
    (one,) = told(TEXT.replace(day, ""))
    assert one.path == "dossier › peildatum" and "en nog " in one.message
    assert one.hint == "voeg onder dossier toe: peildatum: met de dag van vandaag"
    assert told(TEXT.replace(day, "  peildatum: 2027-03-16\n")) == []


@pytest.mark.parametrize(
    ("status", "level"),
    [("concept", "advies"), ("ter besluitvorming", "waarschuwing"), ("vastgesteld", "waarschuwing")],
)
def test_it_weighs_more_once_the_dossier_goes_to_a_decision(status, level):
    text = TEXT.replace("    tarief: 70\n", "").replace("  status: concept", f"  status: {status}")
    assert {one.level for one in told(text)} == {level}


def test_the_remedy_of_a_role_takes_it_away_and_the_hours_are_compared_again():
    text = TEXT.replace("    tarief: 70\n", "")
    (one,) = told(text)
    assert "begroot is" in one.message and one.hint == "vul tarief in"
    assert any(
        one.code == "UUR-03" for one in check(loads(TEXT.replace("    tarief: 70\n", "    tarief: 90\n").encode()))
    )


def test_a_role_may_only_steer_when_the_others_are_all_that_is_budgeted():
    manager = "  - {{id: manager, naam: Manager, partij: wonen, uren: 5{}}}\n  - id: wijkbeheerder\n"
    (one,) = told(TEXT.replace("  - id: wijkbeheerder\n", manager.format(""), 1))
    assert one.hint == "vul tarief in, of zet sturend: true of vrijwillig: true"
    steering = TEXT.replace("  - id: wijkbeheerder\n", manager.format(", sturend: true"), 1)
    assert not [one for one in check(loads(steering.encode())) if one.code in ("NAG-01", "UUR-03")]


def test_it_cannot_be_waived():
    waiver = "afwijkingen:\n  - {regel: NAG-01, reden: R, besloten_door: MT, geldig_tot: 2030-01-01}\n"
    text = "dossier: {id: x, titel: X}\norganisatie: {naam: G}\ninterventie: {naam: I}\n" + waiver
    found = check(loads(text.encode()))
    assert not [one for one in found if one.code == "NAG-01" and one.accepted]
    assert [one for one in found if one.code == "AFW-03"]
