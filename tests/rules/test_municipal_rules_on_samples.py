"""What the rules about municipal money say of the samples, with the fields about it and as they were before there were any."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from docgen.dossier import check, loads
from tests.conftest import ROOT

NAMES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")
WITHOUT_PARTY = {
    "wijkkracht-spoordijk": [f"P{number:02}" for number in range(7, 15)],
    "buurtprogramma-lijnbaan": ["P07", "P09", "P10", "P11", "P12", "P13", "P16"],
    "alcoholbeleid-wolderwaard": ["P09", "P10", "P11", "P13", "P14", "P15"],
    "wandelmaatjes-ggd": ["P06", "P07"],
}
BEFORE = {
    "wijkkracht-spoordijk": {"GEM-01": ["F05", "F10", "F12"], "GEM-02": ["F11"], "GEM-16": ["F04"]},
    "buurtprogramma-lijnbaan": {"GEM-01": ["F06", "F12"], "GEM-02": ["F10", "F11"]},
    "alcoholbeleid-wolderwaard": {"GEM-01": ["F13"], "GEM-02": ["F12"], "GEM-17": ["F07"]},
    "wandelmaatjes-ggd": {},
}
NOW = {"wijkkracht-spoordijk": {"GEM-16": ["F04"]}}


def found(name, is_before):
    lines = (ROOT / "samples" / f"{name}.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    fields = ("    via: ", "    reserve: ", "    in_begroting: ")
    text = "".join(line for line in lines if not (is_before and line.startswith(fields)))
    told = defaultdict(list)
    for problem in check(loads(text.encode())):
        if problem.code.startswith("GEM-") and not problem.accepted:
            (number,) = re.findall(r"\(([PF]\d+)\)", problem.path)
            told[problem.code].append(number)
    return dict(told)


@pytest.mark.parametrize("name", NAMES)
def test_with_the_fields_only_shared_costs_and_a_subsidy_on_the_wrong_name_are_left(name):
    assert found(name, False) == {"GEM-14": WITHOUT_PARTY[name]} | NOW.get(name, {})


@pytest.mark.parametrize("name", NAMES)
def test_an_older_dossier_is_told_what_is_guessed_or_unknown(name):
    assert found(name, True) == {"GEM-14": WITHOUT_PARTY[name]} | BEFORE[name]


def test_what_was_accepted_of_lasting_costs_holds_for_a_reserve_that_pays_them():
    text = (ROOT / "samples" / "buurtprogramma-lijnbaan.yaml").read_text(encoding="utf-8")
    (accepted,) = [problem for problem in check(loads(text.encode())) if problem.code == "GEM-06"]
    assert "€\xa045.000" in accepted.message and accepted.accepted.startswith("In 2029 helpt de reserve")
    lower = text.replace("maximaal: 45000", "maximaal: 44999")
    assert lower != text
    (told,) = [problem for problem in check(loads(lower.encode())) if problem.code == "GEM-06"]
    assert not told.accepted and "gaat maar tot €\xa044.999" in told.message
