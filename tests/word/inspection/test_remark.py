"""A finding about a template tells what is wrong and what to do apart."""

from __future__ import annotations

import pytest

from docgen.word.inspection.places import Place
from docgen.word.inspection.remark import remark

PLACE = Place("word/document.xml", 3, "onder kop ‘Besluit’")


@pytest.mark.parametrize(
    ("message", "said", "hint"),
    [
        ("‘naamm’ bestaat niet; bedoel je ‘naam’?", "‘naamm’ bestaat niet", "bedoel je ‘naam’?"),
        ("de tag {{ a; b }} klopt niet; schrijf {{ a }}", "de tag {{ a; b }} klopt niet", "schrijf {{ a }}"),
        ("de tag {{ a } blijft open; sluit hem, met }}", "de tag {{ a } blijft open", "sluit hem, met }}"),
        ("de tag {{ a blijft open; sluit hem, met }}", "de tag {{ a blijft open", "sluit hem, met }}"),
        ("bij ‘x; y’ staat iets", "bij ‘x; y’ staat iets", ""),
    ],
)
def test_the_remedy_stands_behind_the_semicolon_outside_quotes_and_tags(message, said, hint):
    found = remark(PLACE, "tag", "fout", message, 0)
    assert (found.message, found.hint) == (said, hint)


def test_as_a_finding_of_a_file_it_has_its_place_in_words():
    problem = remark(PLACE, "tag", "fout", "dit klopt niet").as_problem("brief.docx")
    assert str(problem) == "brief.docx: fout: onder kop ‘Besluit’: dit klopt niet [tag]"
