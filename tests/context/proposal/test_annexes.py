"""Which annexes a proposal has, and how a sentence names them."""

from __future__ import annotations

import pytest

from docgen.context.proposal import annexes
from tests.complete_dossier import NBSP
from tests.context.municipal.municipal_sample import sample

PARTS = {
    "geld": {"begroting": None, "financiering": []},
    "risicos": {"risicos": []},
    "planning": {"mijlpalen": []},
    "buiten": {"uitsluitingen": []},
}


@pytest.mark.parametrize("name", PARTS)
def test_an_annex_without_content_is_not_there_and_the_others_have_numbers_without_a_gap(name):
    full = sample("buurtprogramma-lijnbaan")
    assert annexes.present(full, []) == [*annexes.TITLES]
    names = annexes.present(full | PARTS[name], [])
    assert names == [other for other in annexes.TITLES if other != name]
    assert [row["nr"] for row in annexes.listed(names, True)] == [1, 2, 3, 4, 5, 6]
    assert annexes.places(names, True)[name] is None


def test_the_short_form_goes_over_the_template_once_for_the_proposal_and_once_for_each_annex():
    first, *others = annexes.rounds(["geld", "buiten"], True)
    assert first["voorstel"] and not any(first[name] for name in annexes.TITLES)
    assert [(row["nr"], row["titel"], [name for name in annexes.TITLES if row[name]]) for row in others] == [
        (1, "Kosten en dekking van het programma", ["geld"]),
        (2, "Wat erbuiten valt", ["buiten"]),
    ]
    assert not any(row["voorstel"] for row in others)


def test_the_long_form_goes_over_it_once():
    (whole,) = annexes.rounds(["geld", "buiten"], False)
    assert (whole["voorstel"], whole["geld"], whole["buiten"], whole["doelen"], whole["nr"]) == (
        True,
        True,
        True,
        False,
        None,
    )
    assert annexes.places(["geld"], False)["geld"] == "het onderdeel ‘Kosten en dekking van het programma’"
    assert annexes.places(["geld"], True)["geld"] == f"bijlage{NBSP}1"


def test_separate_pieces_are_numbered_on():
    full = sample("wandelmaatjes-ggd")
    assert annexes.apart(full, 5) == [
        {"nr": 6, "titel": "Verslag van de proef"},
        {"nr": 7, "titel": "Conceptraadsbesluit"},
    ]
