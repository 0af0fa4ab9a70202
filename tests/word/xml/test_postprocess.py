"""What a filled part still needs: breaks of Word, cells with a paragraph, numbers and names like no other."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from docgen.opc.relationships import W
from docgen.word.xml.postprocess import (
    PostSteps,
    postprocess,
    postprocess_plain,
    with_mark,
    with_unique_drawings,
    with_unique_ranges,
)
from tests.word.markup import PIXEL, render, runs
from tests.word.paired import ENDFOR, FOR, VALUES, field, mark, p, xml_of
from tests.word_files import blank, document, parts_of, saved, text_of


def test_in_a_loop_a_reference_goes_with_the_bookmark_of_its_own_pass():
    inner = FOR + p(*field("REF doel \\h", "{{ r.a }}"), runs("ervoor")) + p(mark("doel", 5, runs("{{ r.a }}"))) + p('<w:hyperlink w:anchor="doel">', runs("erna"), "</w:hyperlink>") + ENDFOR  # fmt: skip
    xml = xml_of(inner)
    assert re.findall(r'w:name="(doel\w*)"', xml) == ["doel", "doel_2", "doel_3"]
    assert re.findall(r"REF (\w+)", xml) == ["doel", "doel_2", "doel_3"]
    assert re.findall(r'w:anchor="(\w+)"', xml) == ["doel", "doel_2", "doel_3"]
    assert "docgen" not in xml


def test_a_loop_in_a_loop_gives_each_pass_its_own_bookmark():
    inner_loop = p(runs("{%p for s in rijen %}")) + p(mark("binnen", 6, runs("{{ s.a }}")), *field("REF binnen", "x"), *field("REF buiten", "y")) + ENDFOR  # fmt: skip
    xml = xml_of(FOR + p(mark("buiten", 5, runs("{{ r.a }}"))) + inner_loop + ENDFOR, rijen=VALUES["rijen"][:2])
    assert re.findall(r"REF (\w+)", xml) == [
        "binnen",
        "buiten",
        "binnen_2",
        "buiten",
        "binnen_3",
        "buiten_2",
        "binnen_4",
        "buiten_2",
    ]


def test_a_new_name_of_a_bookmark_is_like_no_other():
    xml = xml_of(
        FOR + p(mark("punt", 5, runs("a")), *field("REF PUNT", "1")) + ENDFOR + p(mark("punt_2", 6, runs("b")))
    )
    names = re.findall(r'w:name="(\w+)"', xml)
    assert names == ["punt", "punt_3", "punt_4", "punt_2"]
    assert re.findall(r"REF (\w+)", xml) == ["punt", "punt_3", "punt_4"]


def test_a_windows_line_end_in_a_value_is_one_line_break():
    assert text_of(render(document("{{ w }}"), w="a\r\nb\rc")) == "a\nb\nc"


def test_a_cell_that_a_condition_empties_keeps_a_paragraph():
    made = blank()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if waar %}"
    for text in ("inhoud", "{%p endif %}"):
        cell.add_paragraph(text)
    body = etree.fromstring(parts_of(render(saved(made), waar=False))["word/document.xml"])
    assert [child.tag for child in body.find(f".//{W}tc")] == [f"{W}tcPr", f"{W}p"]


def test_a_table_whose_rows_all_went_is_left_out():
    table = [["{%tr for r in rijen %}"], ["{{ r }}"], ["{%tr endfor %}"]]
    made = render(document("voor", table=table), rijen=[])
    assert b"<w:tbl>" not in parts_of(made)["word/document.xml"]


def test_bookmarks_and_pictures_in_a_loop_get_ids_of_their_own():
    made = blank()
    made.add_paragraph("{%p for r in rijen %}")
    paragraph = made.add_paragraph("{{ r }}")
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), "0")
    start.set(qn("w:name"), "plek")
    paragraph._p.insert(0, start)
    paragraph._p.append(end)
    made.add_paragraph().add_run().add_picture(io.BytesIO(PIXEL))
    made.add_paragraph("{%p endfor %}")
    body = etree.fromstring(parts_of(render(saved(made), rijen=["a", "b", "c"]))["word/document.xml"])
    starts = list(body.iter(f"{W}bookmarkStart"))
    assert len({s.get(f"{W}id") for s in starts}) == len({s.get(f"{W}name") for s in starts}) == 3
    assert [e.get(f"{W}id") for e in body.iter(f"{W}bookmarkEnd")] == [s.get(f"{W}id") for s in starts]
    drawings = [element.get("id") for element in body.iter() if str(element.tag).endswith("}docPr")]
    assert len(set(drawings)) == 3


NOTHING_TO_DO = PostSteps(False, 1000, can_repeat_drawings=False, can_repeat_bookmarks=False, can_empty=())


def test_a_part_of_ordinary_text_stays_as_it_is():
    xml = "<w:tbl><w:tblGrid/></w:tbl><w:tr></w:tr><w:tc></w:tc>"
    assert postprocess(NOTHING_TO_DO, xml, odd=False) == xml
    assert postprocess_plain(NOTHING_TO_DO, xml.encode()) == xml.encode()


WHOLE = "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc><w:tc><w:p>é</w:p></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("what", "torn"),
    [
        ("table", WHOLE + "<w:tbl><w:tblGrid/></w:tbl>"),
        ("row", WHOLE.replace("</w:tr>", "</w:tr><w:tr></w:tr>")),
        ("cell", WHOLE.replace("<w:p/>", "")),
        ("story", "<w:hdr></w:hdr>"),
    ],
)
def test_what_may_have_to_be_mended_is_mended_as_text_and_what_is_whole_is_not_touched(what, torn):
    steps = replace(NOTHING_TO_DO, can_empty=(what,))
    assert postprocess_plain(steps, torn.encode()) is None and postprocess(steps, torn, odd=False) != torn
    for xml in (WHOLE, "<w:p/>"):
        told = postprocess_plain(steps, xml.encode())
        assert postprocess(steps, xml, odd=False) == xml and told == (None if what == "story" else xml.encode())


def test_a_grid_is_fitted_without_leaving_utf_8():
    steps = replace(NOTHING_TO_DO, can_change_grids=True, has_marked_tables=True)
    table = '<w:tbl><?docgen grid?><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr>{0}{0}</w:tr></w:tbl>'
    xml = table.format('<w:tc><w:tcPr><w:tcW w:w="5" w:type="dxa"/></w:tcPr><w:p>é</w:p></w:tc>')
    fitted = xml.replace("<?docgen grid?>", "").replace('<w:gridCol w:w="9"/>', '<w:gridCol w:w="5"/>' * 2)
    assert postprocess_plain(steps, xml.encode()) == fitted.encode() == postprocess(steps, xml, odd=False).encode()


@pytest.mark.parametrize(
    ("left", "mended"),
    [
        ("<w:tc><w:tcPr/></w:tc>", "<w:tc><w:tcPr/><w:p/></w:tc>"),
        ("<w:tbl><w:tr><w:trPr/></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        ("a<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>b", "ab"),
        ("<w:tbl><w:tblGrid/><w:tr></w:tr></w:tbl>", ""),
        ("<w:hdr></w:hdr>", "<w:hdr><w:p/></w:hdr>"),
    ],
)  # fmt: skip
def test_what_a_filling_left_empty_is_mended_or_goes(left, mended):
    assert postprocess(NOTHING_TO_DO, f"<?xml?>\n{left}") == f"<?xml?>\n{mended}"


def test_drawings_are_numbered_on_from_the_number_of_their_part():
    xml = '<wp:docPr id="7" name="a"/><wp:docPr name="b" id="7"/>'
    assert with_unique_drawings(xml, 2000) == '<wp:docPr id="2001" name="a"/><wp:docPr name="b" id="2002"/>'


def test_the_end_of_a_bookmark_goes_with_its_begin_and_a_protected_range_has_numbers_of_its_own():
    xml = (
        '<w:bookmarkStart w:id="1" w:name="a"/><w:permStart w:id="1" w:edGrp="everyone"/><w:bookmarkEnd w:id="1"/>'
        '<w:permEnd w:id="1"/>'
    )
    assert with_unique_ranges(xml, 10) == (
        '<w:bookmarkStart w:id="10" w:name="a"/><w:permStart w:id="11" w:edGrp="everyone"/><w:bookmarkEnd w:id="10"/>'
        '<w:permEnd w:id="11"/>'
    )


def test_a_link_within_a_pass_of_a_loop_goes_to_the_bookmark_of_that_pass():
    one = '<?docgen begin?><w:hyperlink w:anchor="a"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><?docgen end?>'
    made = with_unique_ranges(one * 2, 5)
    assert made == (
        '<w:hyperlink w:anchor="a"/><w:bookmarkStart w:id="5" w:name="a"/><w:bookmarkEnd w:id="5"/>'
        '<w:hyperlink w:anchor="a_2"/><w:bookmarkStart w:id="6" w:name="a_2"/><w:bookmarkEnd w:id="6"/>'
    )


@pytest.mark.parametrize("start", ['<w:hdr xmlns:w="x">', "<w:document><w:background/><w:body>"])
def test_the_mark_of_a_draft_is_the_first_paragraph(start):
    made = with_mark(f"{start}<w:p/>", "CONCEPT")
    assert made.startswith(f"{start}<w:p><w:pPr>") and made.endswith("<w:t>CONCEPT</w:t></w:r></w:p><w:p/>")
