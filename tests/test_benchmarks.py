"""The benchmarks compare programs that do the same work."""

from __future__ import annotations

import io

import pytest
from docxtpl import DocxTemplate

from benchmarks.agreement import context, missing_in, write_template
from benchmarks.table import Line, Table
from docgen.word.compiler import compile_template
from tests.word_files import parts_of, text_of


@pytest.mark.parametrize(("number", "is_large"), [(0, False), (1, False), (1, True)])
@pytest.mark.slow
def test_docgen_and_docxtpl_make_the_same_agreement_with_all_data_in_it(tmp_path, number, is_large):
    path = tmp_path / "overeenkomst.docx"
    write_template(path, is_large=is_large)
    assert (len(parts_of(path.read_bytes())["word/document.xml"]) > 115_000) is is_large
    by_docxtpl, saved = DocxTemplate(str(path)), io.BytesIO()
    by_docxtpl.render(context(number), autoescape=True)
    by_docxtpl.save(saved)
    ours, theirs = text_of(compile_template(path).render(context(number))), text_of(saved.getvalue())
    assert ours == theirs
    assert missing_in(ours, number) == []
    assert missing_in(ours, number + 2)


def test_a_table_says_what_was_reached_and_why_something_is_absent():
    lines = [
        Line("docgen", ("1", "2"), goals=(("≤ 2", True), ("≤ 1", False))),
        Line("ander", (), "cannot be installed"),
    ]
    table = Table("Titel", ("naam", "ms", "×"), lines)
    assert "≤ 2: ok; ≤ 1: NOT REACHED" in table.as_text()
    assert "| ander |  |  | cannot be installed |" in table.as_markdown()
