"""White space control joins texts and takes no text with it."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word.markup import body, made, row, runs
from tests.word.paired import p
from tests.word_files import document


@pytest.mark.parametrize(
    "between",
    [
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r/></m:oMath>',
        '<w:r><w:br w:clear="all" w:type="page"/></w:r>',
        '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:bookmarkEnd w:id="1"/>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
        '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/>',
    ],
)
def test_white_space_control_takes_nothing_but_white_space(between):
    with pytest.raises(TemplateError, match="haalt meer weg dan wit"):
        compile_template(body(p(runs("Stel {% if waar -%}"), between, runs(" dan{% endif %}"))))


@pytest.mark.parametrize(
    ("paragraphs", "text"),
    [
        (("voor", "a {{ naam }} {%- if waar %}b{% endif %}"), "voor\na GGDb"),
        (("voor", "a {%- if waar %} b{% endif %}"), "voor\na b"),
        (("a {% if waar -%} b {% endif -%} c", "na"), "a b c\nna"),
        (("a {% if waar -%}", "b", "{%- endif %} c"), "a b c"),
        (("a {# {%- weg -%} #}b", "na"), "a b\nna"),
        (("voor", "{% if waar %}{%- set x = 1 %}y{% endif %}"), "voor\ny"),
        (("{%- if waar %}y{% endif -%}",), "y"),
        (("a {% raw %}{%- x -%}{% endraw %} b", "na"), "a {%- x -%} b\nna"),
    ],
)  # fmt: skip
def test_white_space_control_takes_no_text(paragraphs, text):
    assert made(document(*paragraphs)) == text


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:p>{runs('a {% set x = 1 -%}')}</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{row('b')}</w:tbl><w:p/>",
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{row('b')}</w:tbl><w:p>{runs('{%- set x = 1 %}')}</w:p>",
        f"<w:p>{runs('a {% set x = 1 -%}')}<w:r><w:tab/></w:r>{runs('b')}</w:p>",
        f"<w:p>{runs('a')}</w:p><w:p>{runs('{%p if waar %}')}</w:p><w:p>{runs('{%- set x = 1 %}b')}</w:p><w:p>{runs('{%p endif %}')}</w:p>",
    ],
)  # fmt: skip
def test_white_space_control_that_would_take_more_is_refused_at_its_place(inner):
    with pytest.raises(TemplateError, match=r"onder kop ‘Kop’, bij ‘.*set x = 1.*haalt meer weg dan wit"):
        compile_template(body(inner))


def test_white_space_control_joins_paragraphs_and_takes_nothing_else():
    assert made(document("voor", "{%- if waar -%}", "midden", "{%- endif -%}", "na")) == "voormiddenna"
    with pytest.raises(TemplateError, match="haalt meer weg dan wit"):
        compile_template(document("voor", table=[["a", "{%- if waar %}b{% endif %}"]]))
