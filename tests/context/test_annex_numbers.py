"""The numbers of the annexes of the agreement."""

from __future__ import annotations

from docgen.context.annex_numbers import annexes
from tests.complete_dossier import full

PEOPLE = "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p, uren: 10}]\n"
LEFT = "kennis: [{onderwerp: Werkwijze}]\nbesluitvorming: [{niveau: besluit, orgaan: raad, besluit: Geld}]\n"


def test_only_what_has_content_is_an_annex_and_numbers_have_no_gap():
    numbers = annexes(full(PEOPLE + LEFT))
    assert {key: number for key, number in numbers.items() if number} == {
        "functies": 1, "uren": 2, "planning": 3, "kennis": 4, "aantal": 4,
    }  # fmt: skip


def test_a_dossier_with_nothing_in_it_has_no_annexes():
    assert annexes(full(""))["aantal"] == 0
