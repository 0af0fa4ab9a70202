"""The text area of a section, however the program that made it writes its measures."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls

from docgen.opc.relationships import parse
from docgen.word.style.text_area import is_landscape, measure, twips


def section(inner: str):
    return parse(f"<w:sectPr {nsdecls('w')}>{inner}</w:sectPr>".encode())


A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1418" w:gutter="0"/>'
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1418", 1418),
        ("1418.0", 1418),
        ("-20", -20),
        ("2.54cm", 1440),
        ("1in", 1440),
        ("72pt", 1440),
        ("", 7),
        ("auto", 7),
        (None, 7),
    ],
)
def test_a_measure_is_read_as_every_program_writes_it(written, read):
    assert twips(written, 7) == read


def test_the_text_stands_between_the_margins():
    assert measure(section(A4)) == (9070, 9070, 13832)
    assert measure(section(A4.replace('gutter="0"', 'gutter="500"'))).width == 8570
    assert measure(section(A4.replace('top="1588"', 'top="-1588"'))).height == 13832


def test_a_column_is_narrower_than_the_text():
    assert measure(section(f'{A4}<w:cols w:num="2" w:space="400"/>')) == (9070, 4335, 13832)
    uneven = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="6000" w:space="400"/><w:col w:w="2670"/></w:cols>'
    assert measure(section(A4 + uneven)).column == 2670


def test_a_section_that_says_nothing_has_the_page_of_word():
    assert measure(section("")) == (9360, 9360, 12960)
    assert not is_landscape(section("")) and is_landscape(section('<w:pgSz w:w="200" w:h="100"/>'))
