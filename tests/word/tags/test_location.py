"""Where in a template something is, in words to search for: its heading and the words around it."""

from __future__ import annotations

import pytest

from docgen.opc.relationships import W, parse
from docgen.word.tags import location
from tests.word.single_tag import refused


def test_the_place_of_a_tag_for_rich_text_is_shown_as_it_was_written():
    assert "bij ‘Tekst {{ x | foo }} en verder’" in refused("{{r x | foo }}", None)


HEADINGS = frozenset(["Heading1", "Kop2"])
SOURCE = "\n".join(
    [
        '<?xml version="1.0"?><w:document>',
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Artikel 1 {{ naam }}</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Gewoon"/></w:pPr><w:r><w:t>Aan {{ naam }} te &amp; bij</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Kop2"/></w:pPr><w:r><w:t>Lid {% if x %}a</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>slot</w:t></w:r></w:p>",
    ]
)


@pytest.mark.parametrize(
    ("line", "part", "where"),
    [
        (3, "word/document.xml", "onder kop ‘Artikel 1 {{ naam }}’, bij ‘Aan {{ naam }} te & bij’"),
        (5, "word/document.xml", "onder kop ‘Lid a’, bij ‘slot’"),
        (1, "word/document.xml", "aan het begin"),
        (99, "word/document.xml", "onder kop ‘Lid a’"),
        (5, "word/header2.xml", "in de koptekst, bij ‘slot’"),
        (5, "word/huisstijl_footer1.xml", "in de voettekst, bij ‘slot’"),
        (5, "word/footnotes.xml", "in een voetnoot, bij ‘slot’"),
        (5, "docProps/core.xml", "in de documenteigenschappen, bij ‘slot’"),
    ],
)
def test_a_line_is_told_by_the_heading_above_it_or_its_part_and_the_words_that_stand_there(line, part, where):
    assert location.describe(SOURCE, line, part, HEADINGS) == where


def test_of_a_long_paragraph_seventy_characters_around_the_fault_are_shown():
    words = "a" * 100 + " HIER " + "b" * 100
    where = location.describe(f"<w:t>{words}</w:t>", 1, "word/document.xml", HEADINGS, "HIER")
    assert where == f"aan het begin, bij ‘{'a' * 34} HIER {'b' * 30}’"


def test_a_tag_is_shown_as_its_writer_typed_it():
    assert location.words_at("{# {% colspan 2 %} #}{{ (x) | _rich }}  \ufdd0a\ufdd1", 1) == "{% colspan 2 %}{{x}} {a}"
    assert location.words_at("een", 2) == ""


def test_a_part_is_called_as_a_reader_calls_it():
    assert location.in_words("word/header1.xml") == "in de koptekst"
    assert location.in_words("word/document.xml") == "in de tekst"
    assert location.part_name("word/endnotes.xml") == "een eindnoot"
    assert location.part_name("word/document.xml") == "de tekst"


def test_headings_are_the_styles_with_an_outline_level_and_those_based_on_them():
    def style(name: str, inner: str) -> str:
        return f'<w:style w:styleId="{name}">{inner}</w:style>'

    based = '<w:basedOn w:val="{}"/>'
    xml = "".join(
        [
            style("Eigen", based.format("Kop")), style("Kop", "<w:pPr><w:outlineLvl/></w:pPr>"),
            style("Klein", based.format("Eigen")), style("Gewoon", ""), style("Anders", based.format("Gewoon")),
        ]
    )  # fmt: skip
    found = location.heading_styles(f'<w:styles xmlns:w="{W[1:-1]}">{xml}</w:styles>'.encode())
    assert found == {"Kop", "Eigen", "Klein"}


def test_an_element_is_told_by_its_own_paragraph():
    root = parse(f'<w:body xmlns:w="{W[1:-1]}">{SOURCE.partition("<w:document>")[2]}</w:body>'.encode())
    text = list(root.iter(f"{W}t"))[1]
    assert location.describe_element(text, "word/document.xml", HEADINGS) == (
        "onder kop ‘Artikel 1 {{ naam }}’, bij ‘Aan {{ naam }} te & bij’"
    )
