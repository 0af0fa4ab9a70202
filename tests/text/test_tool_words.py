"""What a document may show of a hint."""

from __future__ import annotations

import pytest

from docgen.text.tool_words import is_for_paper


@pytest.mark.parametrize(
    "text",
    [
        "maak toezeggingen rond, te beginnen met deze bron",
        "laat tekenen, en geef € 12.500 terug",
        "verbeter de dag",
        "",
    ],
)
def test_plain_words_may_stand_in_a_document(text):
    assert is_for_paper(text)


@pytest.mark.parametrize(
    "text",
    [
        "vul de dag in bij getekend_op", "schrijf status: toegezegd", "voeg toe: alternatieven:", "zet bij het juiste beslispunt: financiering: [F02]",
        "zet hier reserve: true", "zet dossier.peildatum later", "schrijf {2028: 5}", "kijk met docgen check",
    ],
)  # fmt: skip
def test_names_of_fields_and_yaml_may_not(text):
    assert not is_for_paper(text)
