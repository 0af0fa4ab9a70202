"""What the pages of a template ask for is kept only when something is marked."""

from __future__ import annotations

from docgen.word.compiler import compile_template
from docgen.word.typesetting.look import Look
from tests.conftest import ROOT
from tests.word_files import document


def test_a_template_of_ones_own_without_a_table_needs_no_look():
    assert compile_template(document("{{ a }}")).look is None


def test_a_template_with_a_table_keeps_what_its_styles_say():
    rows, *_ = compile_template(document(table=[["{{ a }}"]]), is_shipped=True).look
    assert {key for key, *_ in rows} >= {"", "Normal", "Heading1"}


def test_docgens_own_templates_know_their_annexes_and_signatures():
    *_, (annexes, signing) = compile_template(ROOT / "templates" / "overeenkomst.docx", is_shipped=True).look
    assert annexes == ("Bijlagekop",) and {"Tekennaam", "Tekenlijnslot"} <= set(signing)


def test_a_file_without_styles_has_no_look():
    assert Look(None, None, None, True).needed() is None
