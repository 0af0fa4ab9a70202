"""Which tables get columns by their text: docgen's own, and those that ask for it in their alt text."""

from __future__ import annotations

import re

import pytest

from docgen.word.compiler import compile_template
from docgen.word.typesetting.table_marks import cell_margins
from tests.conftest import ROOT
from tests.word_files import changed, document, parts_of

ROWS = [["{{ a }}", "{{ b }}"], ["–", "–"]]
VALUES = {
    "a": "–",
    "b": "een tekst die langer is dan de andere kolom, en die dus de meeste ruimte vraagt van deze tabel " * 2,
}
ASKS = "[kolommen passend]"


def template(properties: str = "", title: str = "") -> bytes:
    caption = f'<w:tblCaption w:val="{title}"/>' if title else ""
    return changed(
        document(table=ROWS),
        "word/document.xml",
        lambda xml: xml.replace("</w:tblPr>", f"{properties}{caption}</w:tblPr>", 1),
    )


def made(data: bytes, **options) -> str:
    return parts_of(compile_template(data, **options).render(VALUES))["word/document.xml"].decode()


def columns(xml: str) -> list[int]:
    return [int(one) for one in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]


def test_a_table_of_an_own_template_keeps_its_columns():
    assert columns(made(template())) == columns(parts_of(template())["word/document.xml"].decode())


@pytest.mark.parametrize("title", [ASKS, "[Kolommen  passend]", f"Wie doet wat {ASKS}", f"{ASKS} Wie doet wat"])
def test_a_table_that_asks_for_it_gets_columns_by_its_text(title):
    narrow, wide = columns(made(template(title=title)))
    assert narrow < 1500 < wide


def test_the_mark_reaches_no_reader():
    assert 'w:tblCaption w:val="Wie doet wat"' in made(template(title=f"Wie doet wat {ASKS}"))
    assert "tblCaption" not in made(template(title=ASKS))
    assert "docgen" not in made(template(title=ASKS))


def test_every_table_of_docgens_own_templates_has_columns_by_its_text():
    narrow, wide = columns(made(template(), is_shipped=True))
    assert narrow < 1500 < wide


def test_a_table_in_a_table_keeps_both_as_they_are():
    inner = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="500"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    nested = changed(
        template(title=ASKS), "word/document.xml", lambda xml: xml.replace("</w:tcPr>", f"</w:tcPr>{inner}", 1)
    )
    before = columns(parts_of(nested)["word/document.xml"].decode())
    assert columns(made(nested)) == before


def test_a_table_with_rows_that_begin_further_on_stays_as_it_is():
    further = changed(
        template(title=ASKS),
        "word/document.xml",
        lambda xml: xml.replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>', 1),
    )
    assert "gridBefore" in made(further) and columns(made(further)) == columns(made(template()))


def test_the_margins_of_cells_come_from_the_table_its_style_or_word():
    margins = cell_margins(parts_of((ROOT / "templates" / "huisstijl.docx").read_bytes())["word/styles.xml"])
    assert (margins["Huisstijltabel"], margins[""]) == (114, 170)
    assert cell_margins(b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>') == {
        "": 216
    }
