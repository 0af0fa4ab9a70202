"""A tag that stands for its paragraph, row, cell or run takes that place, and nothing beside it is lost in silence."""

from __future__ import annotations

import re

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word.markup import VALUES, body, dict_of, made, render, runs
from tests.word.paired import ENDIF, field, mark, p, xml_of
from tests.word_files import document, text_of


def test_a_bookmark_around_a_tag_that_takes_its_paragraph_stays_for_what_points_at_it():
    inner = p(mark("_Ref1", 1, runs("{%p if waar %}"))) + p(runs("x")) + ENDIF
    assert re.findall(r'w:name="(\w+)"', xml_of(inner)) == ["_Ref1"]
    with pytest.raises(TemplateError, match="kan wegvallen"):
        compile_template(body(inner + p(*field("REF _Ref1 \\h", "1"))))


BESIDE = {
    "een sectie-einde": '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>',
    "een pagina-einde ervoor": "<w:pPr><w:pageBreakBefore/></w:pPr>",
    "een pagina-einde": '<w:r><w:br w:type="page"/></w:r>',
    "een kolomeinde": '<w:r><w:br w:type="column"/></w:r>',
    "een voetnoot": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "een veld": '<w:fldSimple w:instr=" PAGE "/>',
    "een symbool": '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
    "een formule": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>',
    "‘tekst’": runs("tekst"),
    "‘{{ naam }}’": runs("{{ naam }}"),
}


@pytest.mark.slow
@pytest.mark.parametrize("lost", BESIDE)
@pytest.mark.parametrize("kind", ["p", "tr", "tc"])
def test_what_stands_beside_a_tag_that_takes_a_place_is_refused_by_its_name(kind, lost):
    beside = BESIDE[lost]
    if kind == "p":
        inner = f"<w:p>{beside}{runs('{%p if waar %}')}</w:p><w:p>{runs('x')}</w:p><w:p>{runs('{%p endif %}')}</w:p>"
    else:
        cell = f"<w:tc><w:p>{beside}{runs('{%' + kind + ' if waar %}')}</w:p></w:tc>"
        rest = f"<w:tc><w:p>{runs('x')}</w:p></w:tc>"
        end = f"<w:tc><w:p>{runs('{%' + kind + ' endif %}')}</w:p></w:tc>"
        rows = [[cell, rest, end]] if kind == "tc" else [[cell], [rest], [end]]
        inner = "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
    with pytest.raises(
        TemplateError, match=f"onder kop ‘Kop’.*naast .*ook {lost}, en dat zou verdwijnen; zet de tag in een eigen"
    ):
        compile_template(body(inner))


@pytest.mark.parametrize("beside", ["{# een opmerking #}", "{% set x = 1 %}", " ", "\t"])
def test_what_never_prints_may_stand_beside_a_tag_that_takes_a_place(beside):
    assert made(document(f"{{%p if waar %}}{beside}", "ja", "{%p endif %}", "slot")) == "ja\nslot"


def test_several_tags_may_take_one_paragraph_together():
    assert (
        made(document("{%p if waar %}{%p for r in rijen %}", "{{ r.a }}", "{%p endfor %}{%p endif %}")) == "een\ntwee"
    )


@pytest.mark.parametrize("test", ["1 % 2", "{'a': 1}", "'a}'"])
def test_a_tag_that_takes_a_place_may_hold_any_expression(test):
    assert made(document(f"{{%p if {test} %}}", "ja", "{%p endif %}", "slot")) == "ja\nslot"


@pytest.mark.parametrize("form", ["{% tr for r in rijen %}", "{%TR for r in rijen %}", "{%  tr for r in rijen %}"])
def test_a_space_or_a_capital_in_a_tag_that_takes_a_row_makes_no_difference(form):
    rows = [[form, ""], ["{{ r.a }}", "x"], ["{% tr endfor %}", ""]]
    assert made(document(table=rows)).split() == ["een", "x", "twee", "x"]


def test_a_remark_that_takes_its_row_takes_all_of_it():
    assert made(document(table=[["{#tr weg #}", "ook weg"], ["blijft", "{{ naam }}"]])).split() == ["blijft", "GGD"]


def test_a_tag_for_a_row_outside_a_table_is_refused():
    with pytest.raises(TemplateError, match="staat niet in de rij van een tabel"):
        compile_template(document("# Kop", "{%tr if waar %}"))


def test_a_tag_for_a_run_leaves_what_stands_in_that_run():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>voor {%r if waar %}ja{%r endif %} na</w:t></w:r>"
    xml = dict_of(compile_template(body(f"<w:p>{bold}</w:p>")).render(VALUES)).decode()
    for text in ("voor ", "ja", " na"):
        assert xml.count(f'<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t>') == 1


def test_a_merged_cell_stays_with_its_own_rows_when_its_first_row_is_a_tag():
    def cell(text, merge=""):
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{runs(text)}</w:p></w:tc>"

    rows = [
        cell("Kop") + cell("Kop2"), cell("", '<w:vMerge w:val="restart"/>') + cell("{%tr for r in rijen %}"),
        cell("", "<w:vMerge/>") + cell("{{ r.a }}"), cell("", "<w:vMerge/>") + cell("{%tr endfor %}"), cell("Slot") + cell("Slot"),
    ]  # fmt: skip
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    xml = dict_of(compile_template(body(table)).render(VALUES)).decode()
    assert xml.count('<w:vMerge w:val="restart"/>') == 2 and "<w:vMerge/>" not in xml


def test_the_place_of_a_tag_that_took_a_paragraph_is_its_own():
    with pytest.raises(TemplateError, match=r"bij ‘{% endif %}’"):
        compile_template(document("# Kop", "alinea ervoor", "{%p endif %}", "alinea erna"))


@pytest.mark.parametrize("tag", ["{%p if waar -%}", "{%-p if waar -%}", "{%-p if waar %}"])
def test_white_space_control_on_a_tag_that_takes_its_paragraph_makes_no_difference(tag):
    assert made(document("voor", tag, "ja", "{%p endif -%}", "na")) == "voor\nja\nna"


def test_text_beside_a_remark_that_takes_its_paragraph_is_refused():
    with pytest.raises(TemplateError, match="ook ‘tekst’, en dat zou verdwijnen"):
        compile_template(document("# Kop", "tekst {#p weg #}"))


@pytest.mark.parametrize(
    ("template", "lost"),
    [
        (["BELANGRIJK {%p if naam %} MEER", "ja", "{%p endif %}"], "naast {%p if naam %} staat in de alinea ook ‘BELANGRIJK MEER’"),
        (["{%p if naam %}{{ naam }}", "{%p endif %}"], "staat in de alinea ook ‘{{ naam }}’"),
        (["{{p naam }} tekst"], "naast {{p naam }} staat in de alinea ook ‘tekst’"),
    ],
)  # fmt: skip
def test_a_tag_that_takes_its_paragraph_stands_alone_in_it(template, lost):
    with pytest.raises(TemplateError, match=re.escape(lost) + ".*dat zou verdwijnen; zet de tag in een eigen alinea"):
        compile_template(document(*template))


def test_a_tag_that_takes_its_row_stands_alone_in_it():
    rows = [["{%tr for n in lijst %}", "KOP"], ["{{ n }}", "x"], ["{%tr endfor %}", ""]]
    with pytest.raises(
        TemplateError, match="staat in de rij ook ‘KOP’, en dat zou verdwijnen; zet de tag in een eigen rij"
    ):
        compile_template(document(table=rows))
    rows[0][1] = ""
    assert "1" in text_of(render(document(table=rows), lijst=[1]))
