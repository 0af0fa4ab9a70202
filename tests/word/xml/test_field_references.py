"""Which words in the code of a field are the name of a bookmark."""

from __future__ import annotations

import re

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.xml.field_references import pointers_in
from tests.word.markup import body, runs
from tests.word.paired import ENDFOR, ENDIF, FOR, IF, VALUES, field, mark, p, xml_of

POINTING_CODES = (
    "doel",
    "DOEL \\* MERGEFORMAT",
    "= doel * 2",
    "= SUM(doel;1)",
    'IF doel = 1 "ja" "nee"',
    "NOTEREF doel \\h",
    'TOC \\o "1-3" \\b doel',
    'INDEX \\b "doel"',
    "SEQ Tabel doel",
    "COMPARE doel = 3",
)


OTHER_CODES = (
    "SEQ doel",
    'STYLEREF "doel"',
    "DOCPROPERTY doel",
    'IF 1 = 1 "doel" "nee"',
    'HYPERLINK "https://voorbeeld.nl/doel"',
    'HYPERLINK "https://voorbeeld.nl" \\o "doel"',
    'TOC \\o "1-3" \\t "doel;1"',
    "TITLE doel",
)


@pytest.mark.parametrize("code", POINTING_CODES)
@pytest.mark.slow
def test_whatever_field_names_a_bookmark_that_can_fall_away_is_refused(code):
    article = IF + p(mark("doel", 5, runs("Artikel"))) + ENDIF
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘doel’, en dat kan wegvallen"):
        compile_template(body(article + p(*field(code, "4"))))
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘doel’, en dat kan wegvallen"):
        compile_template(body(article + p(*in_pieces(code))))


@pytest.mark.parametrize("code", OTHER_CODES)
def test_a_word_in_a_field_that_is_no_bookmark_there_is_left_alone(code):
    article = p(mark("doel", 5, runs("Artikel")))
    assert compile_template(body(IF + article + ENDIF + p(*field(code, "4")))).render(VALUES)
    xml = xml_of(FOR + article + p(*field(f"{code} ", "4"), *field("REF doel", "1")) + ENDFOR)
    assert xml.count(code.replace('"', "&quot;")) + xml.count(f"{code} ") >= 3
    assert re.findall(r"REF (doel\w*)", xml) == ["doel", "doel_2", "doel_3"]


def in_pieces(code: str) -> tuple[str, str, str]:
    """A field of which Word cut the code after every letter."""
    begin, middle, end = field(code)
    whole = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{letter}</w:instrText></w:r>' for letter in f" {code} ")
    assert whole in middle
    return begin, middle.replace(whole, pieces), end


@pytest.mark.parametrize("code", [*POINTING_CODES, "REF doel \\h", 'HYPERLINK \\l "doel"'])
@pytest.mark.slow
def test_in_a_loop_every_field_goes_with_the_bookmark_of_its_own_pass(code):
    for pointer in (field(code), in_pieces(code)):
        xml = xml_of(FOR + p(mark("doel", 5, runs("{{ r.a }}")), *pointer) + ENDFOR)
        codes = re.findall(r">([^<]+)</w:instrText>", xml)
        assert [re.findall(r"(?i)\bdoel\w*", one)[0].lower() for one in codes] == ["doel", "doel_2", "doel_3"]


def test_a_table_of_contents_may_name_a_heading_that_falls_away_and_a_reference_may_not():
    heading = IF + p(mark("_Toc1", 5, runs("Kop"))) + ENDIF
    for code in ("PAGEREF _Toc1 \\h", 'HYPERLINK \\l "_Toc1"'):
        assert compile_template(body(heading + p(*field(code, "4")))).render(VALUES)
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘_Toc1’"):
        compile_template(body(heading + p(*field("REF _Toc1 \\h", "4"))))


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (" REF doel \\h ", ["doel"]),
        ("doel", ["doel"]),
        ('HYPERLINK "https://x.nl" \\l "doel" \\o "tip"', ["doel"]),
        ("HYPERLINK \\l &quot;doel&quot;", ["doel"]),
        ("= een + twee", ["een", "twee"]),
        ("SEQ Tabel doel", ["doel"]),
        ("SEQ Tabel", []),
        ("PAGEREF _Toc12 \\h", []),
        ("REF _Toc12 \\h", ["_Toc12"]),
        ("date \\@ &quot;d MMMM&quot;", []),
        ("", []),
    ],
)
def test_the_names_in_a_code_are_found_where_they_stand(code, names):
    found = list(pointers_in(code))
    assert [one.name for one in found] == names
    assert [code[one.start : one.end] for one in found] == names
