"""The fields of Word in a file of others: those stay that fetch nothing and ask nothing."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.errors import TemplateError
from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.sanitize.field_codes import Field, fields_of
from tests.fetching import holding, with_field
from tests.word.sanitize.verdict import refusal
from tests.word_files import changed, document, parts_of


@pytest.mark.slow
def test_a_merge_field_is_refused_by_its_name():
    message = refusal(with_field(' MERGEFIELD  "Achter naam" \\* MERGEFORMAT '))
    assert "«Achter naam» wordt niet gevuld; vervang het door een tag {{ … }}" in message


KEPT = ("PAGE", " numpages \\* arabic ", 'TOC\\o "1-3"', "= 1 + 2", "=SUM(ABOVE)", 'IF 1 = 1 "a" "b"', "REF _Ref1 \\h", "ADDIN ZOTERO_ITEM CSL_CITATION {}", "", " ")  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("instruction", KEPT)
def test_a_field_that_fetches_nothing_stays(instruction):
    data = with_field(instruction)
    assert b"uitkomst" in parts_of(compile_template(data).render({}))["word/document.xml"]


@pytest.mark.slow
def test_the_name_of_a_bookmark_is_a_field_too():
    data = holding('<w:bookmarkStart w:id="1" w:name="Bedrag"/><w:bookmarkEnd w:id="1"/>', with_field(" Bedrag "))
    assert b"uitkomst" in parts_of(compile_template(data).render({}))["word/document.xml"]
    assert "veld van een soort die docgen niet toelaat (BEDRAG)" in refusal(with_field(" Bedrag "))


@pytest.mark.slow
def test_a_link_of_a_field_to_a_place_that_only_its_maker_has_becomes_plain_text():
    data = with_field(' HYPERLINK "file:///C:/jansen/stuk.docx" \\o "tip" ')
    xml = parts_of(compile_template(data).render({}))["word/document.xml"]
    assert b"uitkomst" in xml and b"jansen" not in xml and b"fldChar" not in xml


@pytest.mark.slow
@pytest.mark.parametrize(
    "switches",
    [
        "\\l &quot;artikel&quot;",
        "&quot;https://www.example.org&quot; \\l &quot;a:b\\c&quot; \\o &quot;file:tip&quot;",
        "mailto:a@example.org",
    ],
)
def test_a_link_of_a_field_to_a_bookmark_or_a_page_stays(switches):
    data = with_field(f" HYPERLINK {switches} ")
    assert b"HYPERLINK" in parts_of(compile_template(data).render({}))["word/document.xml"]


@pytest.mark.parametrize("instruction", ["INCLUDEPICTURE http://x/y", " includetext C:/x ", "DDEAUTO c:/x"])
def test_a_field_that_fetches_a_file_is_refused_also_when_it_is_cut_in_pieces(instruction):
    def field(xml: str) -> str:
        pieces = "".join(
            f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
            for piece in (instruction[:5], instruction[5:])
        )
        return xml.replace(
            "<w:t>x</w:t></w:r>",
            f'<w:fldChar w:fldCharType="begin"/></w:r>{pieces}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )

    with pytest.raises(TemplateError, match="ophaalt"):
        compile_template(changed(document("x"), "word/document.xml", field))


@pytest.mark.parametrize(
    ("instruction", "name", "arguments"),
    [
        (' HYPERLINK "https://x.nl" \\l "plek" \\o "tip" ', "HYPERLINK", ["https://x.nl"]),
        ('include\u200bpicture "C:/x.png" \\d', "INCLUDEPICTURE", ["C:/x.png"]),
        ("= 1 + doel", "=", ["1", "+", "doel"]),
        ("=SUM(ABOVE)", "=", ["SUM(ABOVE)"]),
        ("MERGEFIELD “naam” \\* Upper", "MERGEFIELD", ["naam", "Upper"]),
        (" DOCVARIABLE zaak ", "DOCVARIABLE", ["zaak"]),
        ("", "", []),
    ],
)
def test_an_instruction_has_a_name_and_arguments_without_its_switches(instruction, name, arguments):
    one = Field(instruction)
    assert (one.name, one.arguments, one.argument) == (name, arguments, (arguments or [""])[0])


def fields(inner: str) -> list[Field]:
    return fields_of(etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{inner}</w:p>'))


BEGIN, MIDDLE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_a_field_is_whole_also_when_word_cut_it_in_pieces_and_its_result_is_no_part_of_it():
    (one,) = fields(f"{BEGIN}{code('PA')}{code('GE')}{MIDDLE}<w:r><w:t>12</w:t></w:r>{END}")
    assert (one.instruction, len(one.elements), one.is_open) == ("PAGE", 5, False)


def test_a_field_within_a_field_is_found_too_and_can_be_the_name_of_the_outer_one():
    outer, inner = fields(f"{BEGIN}{BEGIN}{code('QUOTE IMPORT')}{MIDDLE}{END}{code(' x')}{MIDDLE}{END}")
    assert (outer.name, outer.has_open_name, inner.name, inner.has_open_name) == ("", True, "QUOTE", False)
    kept, _ = fields(f"{BEGIN}{code('IF')}{BEGIN}{code('PAGE')}{END}{code('= 1')}{END}")
    assert not kept.has_open_name


def test_an_instruction_without_a_begin_and_a_simple_field_are_fields():
    assert [one.name for one in fields(f"{code('RD x')}")] == ["RD"]
    assert [one.name for one in fields('<w:fldSimple w:instr=" page "/>')] == ["PAGE"]
