"""The settings of a Word file: the known ones stay, in the order of the schema."""

from __future__ import annotations

import re

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from docgen.word.compiler import compile_template
from docgen.word.sanitize import allowlist
from tests.fetching import with_field, with_setting
from tests.word.sanitize.odd_files import order_of
from tests.word.sanitize.verdict import findings
from tests.word_files import blank, changed, document, parts_of, saved


@pytest.mark.slow
def test_a_setting_that_docgen_does_not_know_is_left_out_and_told():
    assert "docgen laat een instelling van Word weg die het niet kent (‘haalOp’)" in findings(
        with_setting("<w:haalOp/>")
    )


@pytest.mark.slow
def test_of_the_variables_only_those_that_a_field_shows_stay():
    variables = (
        '<w:docVars><w:docVar w:name="Zaak nummer" w:val="12"/><w:docVar w:name="Pad" w:val="C:\\jansen"/></w:docVars>'
    )
    data = changed(
        with_field(' DOCVARIABLE "Zaak nummer" '),
        "word/settings.xml",
        lambda xml: xml.replace("<w:rsids", f"{variables}<w:rsids", 1),
    )
    xml = parts_of(compile_template(data).render({}))["word/settings.xml"]
    assert b'w:name="Zaak nummer"' in xml and b"jansen" not in xml


@pytest.mark.slow
@pytest.mark.parametrize(
    "compat",
    [
        "<w:compat><w:ulTrailSpace/><w:useFELayout/></w:compat>",
        '<w:compat><w:doNotExpandShiftReturn w:val="0"/></w:compat>',
        "<w:compat/>",
        "",
    ],
)
def test_lines_that_end_in_a_break_are_not_stretched(compat):
    data = changed(
        document("{{ naam }}"),
        "word/settings.xml",
        lambda xml: re.sub(r"<w:compat>.*?</w:compat>", compat, xml, flags=re.DOTALL),
    )
    xml = parts_of(compile_template(data).render({"naam": "a"}))["word/settings.xml"]
    assert b"<w:doNotExpandShiftReturn/>" in xml
    kept = [name for name in order_of(xml) if name in allowlist.SETTINGS]
    assert kept == sorted(kept, key=allowlist.SETTINGS.index)
    inside = order_of(xml, "compat")
    assert inside in (["ulTrailSpace", "doNotExpandShiftReturn", "useFELayout"], ["doNotExpandShiftReturn"])


@pytest.mark.slow
@pytest.mark.office
def test_in_libreoffice_a_line_before_a_break_is_as_wide_as_its_words(office):
    source = blank()
    paragraph = source.add_paragraph("{{ naam }}")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    path = office.folder / "regels.docx"
    path.write_bytes(compile_template(saved(source)).render({"naam": "een twee\ndrie vier"}))
    assert "een twee" in office.text(office.pdf(path)[0], "-layout")
