"""What is proven of a template when it is compiled holds for every filling, and gives what the careful way gives."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.context import builder
from docgen.documents.request import requests_for
from docgen.documents.variables import report_variables
from docgen.errors import RenderError
from docgen.schema.completion import fill_defaults
from docgen.word.compiler import compile_template
from docgen.word.xml import postprocess
from tests.word_files import changed, document

LOOP = "<w:p><w:r><w:t>{{%p for x in xs %}}</w:t></w:r></w:p>{}<w:p><w:r><w:t>{{%p endfor %}}</w:t></w:r></w:p>"


HERE = re.compile(r"<w:p[ >](?:(?!</w:p>).)*hier.*?</w:p>", re.DOTALL)


def careful(template):
    """The same template, as if nothing had been proven of it."""
    parts = [
        replace(part, is_proven=False, steps=replace(part.steps, can_empty=postprocess.TEARABLE))
        for part in template.parts
    ]
    return replace(template, parts=tuple(parts), _bound={})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def compiled(body: str):
    made = changed(document("hier"), "word/document.xml", lambda xml: HERE.sub(lambda _: body, xml))
    return compile_template(made, "proef.docx")


def main(template):
    return next(part for part in template.parts if part.name == "word/document.xml")


@pytest.mark.slow
def test_the_documents_of_the_sample_are_the_same_both_ways(library, sample):
    full = fill_defaults(sample.data, library.schema.root)
    for job in requests_for(sample):
        template = compile_template(job.kind.template, house_style=library.house_style)
        names = builder.build(full, **report_variables(job, sample.data, sample, False))
        assert main(template).is_proven, job.kind.name
        assert template.render(names) == careful(template).render(names), job.kind.name


@pytest.mark.parametrize(
    "body",
    [
        paragraph("{{ a }}"),
        paragraph("{% if a %}ja{% else %}nee{% endif %}"),
        LOOP.format(paragraph("{{ x }}")),
        paragraph("{%p if a %}") + paragraph("b") + paragraph("{%p endif %}"),
        paragraph("{% if a %}</w:t></w:r></w:p><w:p><w:r><w:t>{% endif %}"),
        paragraph("x{% for x in xs %}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{{ x }}{% endfor %}"),
        paragraph("{% macro m() %}x{% endmacro %}{{ m() }}"),
        paragraph("{% set a %}x{% endset %}{{ a }}"),
        paragraph("{%p macro m(x) %}") + paragraph("{{ x }}") + paragraph("{%p endmacro %}") + paragraph("a"),
    ],
)  # fmt: skip
def test_an_ordinary_template_is_proven(body):
    assert main(compiled(body)).is_proven


@pytest.mark.parametrize(
    "body",
    [
        paragraph("{%p macro m(x) %}") + paragraph("{{ x }}") + paragraph("{%p endmacro %}") + paragraph("{{ m(1) | upper }}"),
        paragraph("{%p macro m() %}") + paragraph("{{ caller() }}") + paragraph("{%p endmacro %}")
        + paragraph("{%p call m() %}") + paragraph("x") + paragraph("{%p endcall %}"),
        LOOP.format('<w:p><w:hyperlink r:id="{{ x }}"><w:r><w:t>b</w:t></w:r></w:hyperlink></w:p>'),
        LOOP.format('<w:p><w:bookmarkStart w:id="1" w:name="{{ x }}"/><w:bookmarkEnd w:id="1"/></w:p>'),
    ],
)  # fmt: skip
def test_a_template_of_which_that_cannot_be_said_is_not_proven(body):
    assert not main(compiled(body)).is_proven


def test_a_drawing_or_bookmark_in_a_loop_is_numbered_for_every_filling():
    mark = '<w:p><w:bookmarkStart w:id="1" w:name="m"/><w:r><w:t>{{ x }}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    once, repeated = main(compiled(mark.replace("x", "a"))), main(compiled(LOOP.format(mark)))
    assert (once.steps.can_repeat_bookmarks, repeated.steps.can_repeat_bookmarks) == (False, True)


VALUES = st.one_of(
    st.text(max_size=30), st.sampled_from(["a & b", "<w:p/>", "x]]>", '"', "a\nb", "a\tb", "€\u00a01", "\x07", "\u2028"]),
    st.integers(), st.booleans(),
)  # fmt: skip
BODY = (
    paragraph("{{ a }} en {% if b %}{{ b }}{% else %}niets{% endif %}")
    + LOOP.format(paragraph("{{ x.naam }}: {{ x.uren }}"))
    + paragraph("{%p if a %}") + paragraph("{{ a | upper }}") + paragraph("{%p endif %}")
)  # fmt: skip
TEMPLATE = compiled(BODY)
CAREFUL = careful(TEMPLATE)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    st.fixed_dictionaries(
        {"a": VALUES, "b": VALUES, "xs": st.lists(st.fixed_dictionaries({"naam": VALUES, "uren": VALUES}), max_size=3)}
    )
)
@pytest.mark.slow
def test_any_value_gives_the_same_both_ways(data):
    def made(template):
        try:
            return template.render(data)
        except RenderError as refused:
            return str(refused)

    assert main(TEMPLATE).is_proven
    assert made(TEMPLATE) == made(CAREFUL)
