"""The list of points: which there are, what holds them back, and that the line of a green one holds a fact."""

from __future__ import annotations

import re

import pytest

from docgen.diagnostics.finding import Finding
from docgen.domain.scorecard.points import ALWAYS, BY_NUMBER, POINTS, findings_on, limit, verdict
from docgen.domain.scorecard.verdict import STATES
from docgen.rules.registry import find
from tests.complete_dossier import full
from tests.domain.scorecard.point_cases import YEARS
from tests.domain.scorecard.samples import NAMES, sample


def test_there_are_eight_points_under_each_of_three_anchors():
    assert [point.nr for point in POINTS] == [f"{anchor}{i}" for anchor in "DKF" for i in range(1, 9)]
    assert {point.nr[0] + point.anchor for point in POINTS} == {"DDraagvlak", "KKwaliteit", "FFinanciën"}
    assert [point.nr for point in POINTS if point.is_proof] == ["D2", "D3", "D7", "K4", "K6", "K7", "F8"]
    assert all(not BY_NUMBER[nr].is_proof for nr in ALWAYS)


def test_every_rule_of_a_point_is_a_rule_of_its_anchor():
    for point in POINTS:
        for code in point.codes:
            assert find(code) is not None, code


@pytest.mark.parametrize("name", NAMES)
def test_every_green_line_of_a_sample_holds_a_day_a_number_or_a_place(name):
    dossier = sample(name)
    lines = [verdict(dossier, point.nr).line for point in POINTS if verdict(dossier, point.nr).state == "groen"]
    assert len(lines) >= 7 and all(re.search(r"\d", line) or "te vinden in" in line for line in lines), lines


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.nr)
def test_an_empty_dossier_proves_nothing_and_says_so(point):
    for head in (YEARS, "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A}\n"):
        found = verdict(full("", head), point.nr)
        assert found.state == STATES[-1] and found.line


def finding(code, level="advies", accepted="", **more):
    return Finding((), "M", code=code, level=level, accepted=accepted, **more)


@pytest.mark.parametrize(
    ("own", "state"),
    [
        ([], "groen"),
        ([("advies", "")], "oranje"),
        ([("fout", "Bewust.")], "oranje"),
        ([("advies", ""), ("fout", "")], "rood"),
    ],
)
def test_an_open_fault_makes_red_and_anything_else_orange(own, state):
    assert limit([finding("ROL-04", level, accepted) for level, accepted in own]) == state


GROUPS = "draagvlak: [{groep: College, niveau: bestuur}, {groep: Buren, niveau: wijk}]\n"


@pytest.mark.parametrize(
    ("nr", "found", "counts"),
    [
        ("F1", finding("FIN-01", year=2028), True),
        ("F1", finding("FIN-01", year=2027), False),
        ("F1", finding("FIN-02"), False),
        ("D8", finding("OVK-01", kind="niveau"), True),
        ("D8", finding("OVK-01", kind="getekend"), False),
        ("F3", finding("FIN-03", kind="krap"), False),
        ("D5", finding("DRG-02", about="College"), True),
        ("D5", finding("DRG-02", about="Buren"), False),
        ("D5", finding("DRG-01", about="bestuur"), True),
        ("K4", finding("WIS-01", about="verkiezing"), False),
        ("K4", finding("WIS-01", about="functiewissel"), True),
        ("D6", finding("VER-01"), False),
    ],
)
def test_only_what_is_about_the_point_and_a_year_to_come_holds_it_back(nr, found, counts):
    assert findings_on(full(GROUPS, YEARS), BY_NUMBER[nr], [found]) == ((found,) if counts else ())
