"""Rich text of docxtpl, in the order that the schema of Word wants."""

from __future__ import annotations

from docxtpl import RichText

from docgen.word.values.rich_text import in_order, is_rich
from tests.word.by_docxtpl import assert_same_as_docxtpl, by_docxtpl
from tests.word.markup import render
from tests.word_files import document, text_of


def test_rich_text_goes_through_the_same_door():
    rich = RichText("rood & vet", bold=True)
    rich.add(" gewoon")
    template = document("voor {{r rijk }} na")
    assert_same_as_docxtpl(template, {"rijk": rich})


def test_where_docxtpl_breaks_the_schema_we_keep_it_and_the_same_text(validator_errors, tmp_path):
    rich = RichText(
        "a", color="FF0000", italic=True, bold=True, size=20, highlight="FFFF00", underline=True, font="Arial"
    )
    template = document("{{r rijk }}", table=[["{% cellbg 'FF0000' %}rood", "{% colspan 2 %}breed", "x"]])
    ours, theirs = render(template, rijk=rich), by_docxtpl(template, {"rijk": rich})
    assert text_of(ours) == text_of(theirs)
    (tmp_path / "a.docx").write_bytes(ours)
    assert validator_errors(tmp_path / "a.docx") == []


def test_the_properties_of_a_run_come_in_the_order_of_the_schema_and_shading_gets_its_kind():
    class RichTextParagraph:
        def __str__(self):
            return '<w:r><w:rPr><w:shd w:fill="FF0000"/><w:color w:val="00FF00"/><w:b/></w:rPr><w:t>x</w:t></w:r>'

    assert str(in_order(RichTextParagraph())) == (
        '<w:r><w:rPr><w:b/><w:color w:val="00FF00"/><w:shd w:val="clear" w:fill="FF0000"/></w:rPr><w:t>x</w:t></w:r>'
    )


def test_only_rich_text_is_shown_as_markup_and_a_text_stays_a_text():
    assert is_rich(RichText("x")) and not is_rich("<w:rPr><w:u/><w:b/></w:rPr>")
    assert in_order("<w:rPr><w:u/><w:b/></w:rPr>") == "<w:rPr><w:u/><w:b/></w:rPr>"
