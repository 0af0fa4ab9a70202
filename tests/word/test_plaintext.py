"""A Word file as text: a line for each paragraph with its style, tables as bars."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.opc import archive
from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.plaintext import as_text, plain_text
from tests.word.charts.filled_chart import data, template
from tests.word.markup import body, paragraph, row, runs
from tests.word_files import document, parts_of


@pytest.mark.slow
def test_the_text_of_a_template_and_of_a_document_shows_the_alt_text_of_a_chart():
    assert "(beeld) {{ geldstromen.grafiek.tekst }}" in as_text(template())
    assert "(beeld) Vijf jaar geld." in as_text(compile_template(template()).render(data()))


def test_a_file_is_a_line_for_each_paragraph_with_its_style_and_bars_for_a_table():
    data = document("# Kop", "gewoon", title="Besluit", header="bovenaan", table=[["a", "b"], ["c", ""]])
    lines = as_text(data).splitlines()
    assert "title: Besluit" in lines
    assert lines[lines.index("[heading 1] Kop") :] == [
        "[heading 1] Kop",
        "gewoon",
        "| a | b |",
        "| c |  |",
        "",
        "== header1.xml ==",
        "[header] bovenaan",
    ]


def test_breaks_and_tabs_within_a_paragraph_are_signs_on_its_line():
    data = body("<w:p><w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t></w:r></w:p>")
    assert "een ⏎ twee ⇥ drie" in as_text(data).splitlines()


def test_paragraphs_of_one_cell_stand_on_one_line_and_a_content_control_is_read_too():
    cell = f"<w:p>{runs('een')}</w:p><w:p>{runs('twee')}</w:p>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{row(cell)}</w:tbl>"
    control = f"<w:sdt><w:sdtContent>{paragraph('erin')}</w:sdtContent></w:sdt>"
    assert as_text(body(table + control + "<w:p/>")).splitlines()[-3:] == ["| een ¶ twee |", "erin", ""]


def test_the_text_of_a_part_has_its_tabs_breaks_and_hyphens_and_no_stop_of_a_style():
    xml = (
        f'<w:body xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/>'
        "<w:t>b</w:t><w:cr/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p><w:p/></w:body>"
    )
    assert plain_text(xml.encode()) == "a\tb\nc-d\n"


def test_a_file_without_a_text_is_refused_by_its_name(tmp_path):
    parts = parts_of(document("gewoon"))
    parts["word/document.xml"] = f'<w:document xmlns:w="{W[1:-1]}"/>'.encode()
    (path := tmp_path / "leeg.docx").write_bytes(archive.assemble(archive.deflate(each, parts[each]) for each in parts))
    with pytest.raises(TemplateError, match=r"leeg\.docx is geen Word-document: de tekst ontbreekt"):
        as_text(path)
