"""A writer's own texts before and after the sections of a document."""

from __future__ import annotations

import pytest

from docgen.errors import RenderError
from docgen.library.text_blocks import Block
from docgen.text.markdown.subset import running_text
from docgen.word.compiler import compile_template
from tests.word.markup import body, paragraph
from tests.word.richtext.look import paragraphs, styles
from tests.word_files import document

SECTIONS = [("Inleiding",), ("Geld", "Wat kost het"), ("Risico's",)]
TEMPLATE = (
    "# Inleiding",
    "Tekst een",
    "{%p if geld %}",
    "# Geld",
    "Tekst twee",
    "{%p endif %}",
    "# Risico’s",
    "Tekst drie",
)


def block(section, is_before, text):
    return Block(
        f"tekstblokken.brief.{'voor' if is_before else 'na'}_{section}", section, is_before, running_text(text)
    )


def made(*blocks, template=TEMPLATE, geld=True, sections=SECTIONS, draft=False):
    source = template if isinstance(template, bytes) else document(*template)
    return compile_template(source).render_with({"geld": geld}, draft=draft, sections=sections, blocks=blocks).data


def test_a_text_comes_before_a_heading_or_after_all_that_is_below_it():
    lines = paragraphs(
        made(block(0, True, "A"), block(1, True, "B **b**"), block(1, False, "C:\n- c"), block(2, False, "D"))
    )
    assert lines == [
        "A", "Inleiding", "Tekst een", "B **b**", "Geld", "Tekst twee", "C:", "- c", "Risico’s", "Tekst drie", "D",
    ]  # fmt: skip


def test_after_one_section_comes_before_before_the_next():
    assert paragraphs(made(block(1, True, "voor"), block(0, False, "na")))[2:5] == ["na", "voor", "Geld"]


def test_a_heading_below_a_section_is_part_of_it():
    data = made(block(0, False, "X"), template=body(_headings("Inleiding:1", "Deel:2", "Geld:1")))
    assert [line for line in paragraphs(data) if line != "Kop"] == ["Inleiding", "Deel", "X", "Geld"]


def _headings(*names: str) -> str:
    made = []
    for name in names:
        words, _, level = name.partition(":")
        made.append(paragraph(words).replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>'))
    return "".join(made)


def test_where_a_section_is_absent_from_a_document_its_text_comes_in_its_place():
    assert paragraphs(made(block(1, False, "X"), geld=False)) == [
        "Inleiding",
        "Tekst een",
        "X",
        "Risico’s",
        "Tekst drie",
    ]
    last = ("# Inleiding", "Tekst een", "{%p if geld %}", "# Geld", "{%p endif %}")
    assert paragraphs(made(block(1, True, "X"), geld=False, template=last)) == ["Inleiding", "Tekst een", "X"]


def test_a_template_without_the_heading_is_refused_with_a_remedy():
    with pytest.raises(RenderError) as refused:
        made(block(1, False, "X"), template=("# Inleiding", "# Kosten"))
    assert str(refused.value) == (
        "sjabloon sjabloon.docx heeft geen kop ‘Geld’ of ‘Wat kost het’; daardoor is er geen plaats voor "
        "tekstblokken.brief.na_1; zet die kop in het sjabloon, of kies een andere plaats"
    )


def test_a_template_that_prints_the_text_itself_says_where_it_stands():
    compiled = compile_template(document("# Inleiding", "{{ tekstblokken.brief.na_1 }}"))
    data = {"tekstblokken": {"brief": {"na_1": running_text("*X*")}}}
    assert paragraphs(compiled.render_with(data, sections=SECTIONS, blocks=[block(1, False, "*X*")]).data) == [
        "Inleiding",
        "*X*",
    ]


def test_numbers_case_and_apostrophes_of_a_heading_do_not_matter():
    assert paragraphs(made(block(2, True, "X"), template=("# 3. RISICO'S",))) == ["X", "3. RISICO'S"]


def test_a_heading_without_a_style_of_headings_will_do():
    lines = paragraphs(made(block(1, False, "X"), template=("Inleiding", "een", "Geld", "twee", "Risico's", "drie")))
    assert lines == ["Inleiding", "een", "Geld", "twee", "X", "Risico's", "drie"]


def test_words_in_a_table_are_no_heading():
    lines = paragraphs(
        made(block(1, True, "X"), template=body(_table("Geld") + paragraph("tussen") + _headings("Geld:1")))
    )
    assert lines[-3:] == ["tussen", "X", "Geld"]


def _table(words: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>{paragraph(words)}</w:tc></w:tr></w:tbl>'


def test_a_text_comes_before_what_ends_the_pages_of_a_section():
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    data = made(block(0, False, "X"), template=body(_headings("Inleiding:1") + section + _headings("Geld:1")))
    from tests.word_files import parts_of

    xml = parts_of(data)["word/document.xml"].decode()
    assert xml.index(">X<") < xml.index("<w:sectPr") < xml.index(">Geld<")


def test_a_text_takes_the_style_of_most_text():
    assert styles(made(block(0, False, "X")))[2] == styles(made(block(0, False, "X")))[1]


def test_a_draft_has_them_too_and_without_texts_nothing_changes():
    assert "X" in paragraphs(made(block(0, False, "X"), draft=True))
    assert made() == compile_template(document(*TEMPLATE)).render({"geld": True})
