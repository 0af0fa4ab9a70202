"""The annexes of the agreement."""

from __future__ import annotations

from docgen.domain.agreement.annexes import ANNEX_TITLES


def test_the_annexes_stand_in_the_order_of_the_agreement():
    assert list(ANNEX_TITLES.values()) == [
        "Functies en taken", "Uren", "Geld", "Doelen en meting", "Persoonsgegevens", "Planning en besluiten", "Kennis en communicatie",
    ]  # fmt: skip
