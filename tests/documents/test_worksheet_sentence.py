"""How many help questions of the worksheet are answered reads right whatever the number is."""

from __future__ import annotations

import re

import pytest

from docgen.word.compiler import compile_template
from tests.conftest import ROOT
from tests.word_files import document, text_of

LINES = [
    line.partition("] ")[2]
    for line in (ROOT / "templates" / "borgingsplan.txt").read_text(encoding="utf-8").splitlines()
    if "werkblad.beantwoord" in line
]
TOLD = {
    0: "is nog geen van de 34 hulpvragen beantwoord.|Nog geen van de 34 hulpvragen is beantwoord.",
    1: "is één van de 34 hulpvragen beantwoord; 33 nog niet.|Eén van de 34 hulpvragen is beantwoord, waarvan",
    20: "zijn 20 van de 34 hulpvragen beantwoord; 14 zijn dat nog niet.|Van de 34 hulpvragen zijn er 20 beantwoord",
    33: "zijn 33 van de 34 hulpvragen beantwoord; één is dat nog niet.|Van de 34 hulpvragen zijn er 33 beantwoord",
    34: "zijn alle 34 hulpvragen beantwoord.|Alle 34 hulpvragen zijn beantwoord",
}


@pytest.mark.parametrize("answered", TOLD)
def test_the_count_of_answers_is_a_sentence(answered):
    found = {"beantwoord": answered, "vragen": 34, "leeg": 34 - answered, "uit_dossier": answered, "acties": 0}
    text = text_of(compile_template(document(*LINES)).render({"werkblad": found})).replace("\u00a0", " ")
    short, long = TOLD[answered].split("|")
    assert short in text and long.partition(", waarvan")[0] in text
    assert len(LINES) == 2 and not re.search(r"\b(?:0|1) van|zijn 1\b|één zijn", text)
