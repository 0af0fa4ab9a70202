"""A part before its tags are put in place: codes of fields whole, copies and marks that must be unique gone."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.xml import preprocess
from docgen.word.xml.preprocess import drop_copies, join_codes, renumber, steps_for, strip_unique_ids
from tests.conftest import ROOT
from tests.word.markup import body, runs
from tests.word.paired import ENDFOR, FOR, VALUES, field, mark, p, xml_of

BOX = '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Tekstvak 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>INHOUD</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:72pt;height:72pt" id="_x0000_s1026"><v:textbox><w:txbxContent>INHOUD</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>'  # fmt: skip


IN_A_LOOP = {
    "a protected range": p('<w:permStart w:id="1" w:edGrp="everyone"/>', runs("{{ r.a }}"), '<w:permEnd w:id="1"/>'),
    "a text box with a bookmark": p(BOX.replace("INHOUD", p(mark("doel", 5, runs("{{ r.a }}")))), *field("REF doel")),
    "a text box with a protected range": p(
        BOX.replace(
            "INHOUD", p('<w:permStart w:id="1" w:edGrp="everyone"/>', runs("{{ r.a }}"), '<w:permEnd w:id="1"/>')
        )
    ),
}


@pytest.mark.parametrize("inner", IN_A_LOOP.values(), ids=IN_A_LOOP)
def test_what_a_loop_repeats_is_valid_for_word(inner, validator_errors, tmp_path):
    path = tmp_path / "lus.docx"
    path.write_bytes(compile_template(body(FOR + inner + ENDFOR)).render(VALUES))
    assert validator_errors(path) == []


def test_a_reference_goes_to_the_bookmark_in_the_text_box_that_word_shows():
    xml = xml_of(FOR + IN_A_LOOP["a text box with a bookmark"] + ENDFOR)
    assert re.findall(r'w:name="(doel\w*)"', xml) == re.findall(r"REF (\w+)", xml) == ["doel", "doel_2", "doel_3"]
    assert xml.count("een") == xml.count("drie") == 2  # its copy for old versions is filled too


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def elements(inner: str):
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}" xmlns:mc="{MC}">{inner}</w:body>')


def codes(root) -> list[str]:
    return [one.text or "" for one in root.iter(f"{W}instrText")]


def test_a_code_in_pieces_is_whole_in_the_first_of_them():
    begin, end = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'
    root = elements(f"{begin}<w:instrText>RE</w:instrText><w:instrText>F doel</w:instrText>{end}")
    join_codes(root)
    assert codes(root) == ["REF doel", ""]


def test_a_field_within_a_code_parts_it_and_a_piece_outside_a_field_stays():
    begin, end = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'
    inner = f"{begin}<w:instrText>PAGE</w:instrText>{end}"
    root = elements(
        f"<w:instrText>los</w:instrText>{begin}<w:instrText>IF </w:instrText>{inner}<w:instrText>=1</w:instrText>{end}"
    )
    join_codes(root)
    assert codes(root) == ["los", "IF ", "PAGE", "=1"]


def test_only_the_copy_for_old_versions_loses_its_bookmarks():
    mark = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    root = elements(f"<mc:Choice>{mark}</mc:Choice><mc:Fallback>{mark}<w:p/></mc:Fallback>")
    drop_copies(root)
    choice, fallback = root
    assert len(choice) == 2 and [one.tag for one in fallback] == [f"{W}p"]


def test_marks_that_must_be_unique_go_only_where_a_loop_or_macro_can_repeat_them():
    xml = '<w:p w14:paraId="1A"><w:sdtPr><w:id w:val="5"/></w:sdtPr><v:rect id="_x1" o:spid="_s1" fill="f"/></w:p>'
    assert strip_unique_ids(f"<w:t>{{{{ naam }}}}</w:t>{xml}") == f"<w:t>{{{{ naam }}}}</w:t>{xml}"
    assert strip_unique_ids(f"<w:t>{{% for x in y %}}</w:t>{xml}") == (
        '<w:t>{% for x in y %}</w:t><w:p><w:sdtPr></w:sdtPr><v:rect fill="f"/></w:p>'
    )


def test_drawings_and_bookmarks_of_a_part_get_numbers_of_its_own():
    xml = '<wp:docPr id="1"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    assert renumber(xml, 3000) == (
        '<wp:docPr id="3001"/><w:bookmarkStart w:id="3000" w:name="a"/><w:bookmarkEnd w:id="3000"/>'
    )


GRID = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"


@pytest.mark.parametrize(
    ("inner", "can_differ"),
    [
        (f"<w:tbl>{GRID}<w:tr><w:tc/><w:tc/></w:tr></w:tbl>", False),
        (f"<w:tbl>{GRID}<w:tr><w:tc/></w:tr></w:tbl>", True),
        ("<w:p><w:r><w:t>{%</w:t></w:r><w:r><w:t>tc for x in y %}</w:t></w:r></w:p>", True),
        ("<w:t>{% colspan 2 %}</w:t>", True),
        ("<w:t>{%tr for x in y %}</w:t>", False),
    ],
)
def test_a_part_needs_its_grids_mended_when_its_cells_can_differ_from_them(inner, can_differ):
    steps = steps_for(elements(inner), 1000)
    assert (steps.can_change_grids, steps.first_id) == (can_differ, 1000)


IN_TEXT = "<w:p><w:r><w:t>a </w:t></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:t> b</w:t></w:r></w:p>"
PLAIN = [
    "{{ a }} b {% if c &lt; 2 and d &gt; 1 %}{% endif %}",
    "{{ ‘a’ ~ “b” ~ \"c\" ~ 'd' }} ‘e’",
    "{{ '&amp;lt;' ~ &quot;&#8216;&quot; }} &lt; &amp;",
    "{{ {'a': {'b': 1}}.a }}",
    "{{ (a) | _rich }}</w:t></w:r><w:r><w:t>{# a #}",
    "a</w:t></w:r><w:r><w:t xml:space='preserve'>{{ a }}",
    "{{ a\n}} b {{\nc }}",
    "no tag",
    "{# {% if a %} #}",
]
BEYOND = [
    "{%p if a %}",
    "{%tr for a in b %}",
    "{{r a }}",
    "{#tc a #}",
    "{%- if a -%}",
    "{{ a -%}",
    "{% vm %}",
    "{%hm%}",
    "{# {% colspan 2 %} #}",
    "{% cellbg a %}",
    "{</w:t></w:r><w:r><w:t>{ a }}",
    "{{ a }</w:t></w:r><w:r><w:t>}",
    "{{ a </w:t></w:r><w:r><w:t> }}",
    "{# {% #}",
]


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """What docxtpl was asked to take apart."""
    found: list[str] = []
    by_docxtpl = preprocess._patch_by_docxtpl
    monkeypatch.setattr(preprocess, "_patch_by_docxtpl", lambda xml: found.append(xml) or by_docxtpl(xml))
    return found


@pytest.mark.parametrize("inner", [*PLAIN, *BEYOND])
def test_a_part_is_prepared_as_docxtpl_does_it(inner, asked, monkeypatch):
    xml = IN_TEXT.format(inner)
    patched = preprocess.patch(xml)
    assert bool(asked) is (inner in BEYOND)
    monkeypatch.setattr(preprocess.reference, "IS_FORCED", True)
    assert preprocess.patch(xml) == patched
    assert asked


def test_no_shipped_template_needs_docxtpl_to_take_it_apart(asked):
    for template in sorted((ROOT / "templates").glob("*.docx")):
        compile_template(template)
    assert not asked
