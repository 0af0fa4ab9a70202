"""However many tags a template has: four times as many cost at most six times the CPU, to compile and to fill."""

from __future__ import annotations

import pytest

from docgen.word.compiler import compile_template
from tests.test_linear import assert_linear
from tests.word.markup import body, row, runs, table

pytestmark = pytest.mark.slow
VALUES = {"a": "GGD", "rijen": [{"a": 1}]}


def paragraph(*texts: str) -> str:
    return f"<w:p>{runs(*texts)}</w:p>"


def paragraphs(*texts: str) -> str:
    return "".join(map(paragraph, texts))


def marked(i: int) -> str:
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF b{i}</w:instrText></w:r>'
    return f'<w:bookmarkStart w:id="{i}" w:name="b{i}"/>{runs("{{ a }}")}<w:bookmarkEnd w:id="{i}"/>{begin}{field}'


CASES = {
    "tags that take a run": lambda n: body(f"<w:p>{runs('{%r if a %}', 'x', '{%r endif %}') * n}</w:p>"),
    "tags that take a run, in one text": lambda n: body(paragraph("{%r if a %}x{%r endif %}" * (n // 2))),
    "tags in one text": lambda n: body(paragraph("{{ a }} en " * n)),
    "tags split over runs": lambda n: body(paragraph(*["{", "{ a }", "} x "] * n)),
    "remarks": lambda n: body(paragraph("{# weg #}x " * n)),
    "paragraphs": lambda n: body(paragraphs("x {{ a }}") * n),
    "paragraphs on a condition": lambda n: body(paragraphs("{%p if a %}", "x {{ a }}", "{%p endif %}") * (n // 3)),
    "raw paragraphs": lambda n: body(paragraphs("{%p raw %}", *["{{ a }} {%p if x %}"] * n, "{%p endraw %}")),
    "rows": lambda n: table(row("{{ a }}", "x") * n),
    "loops over rows": lambda n: table((row("{%tr for x in rijen %}", "") + row("{{ x.a }}", "x") + row("{%tr endfor %}", "")) * (n // 6)),
    "coloured cells": lambda n: table(row("{% colspan 1 %}x", "{% cellbg 'FFF2CC' %}y") * (n // 5)),
    "cells over rows": lambda n: table(row("{%tr for x in rijen %}", "") + row("{% vm %}x", "{{ x.a }}") * (n // 5) + row("{%tr endfor %}", "")),
    "cells over columns": lambda n: table(row("{%tc for x in rijen %}", "{% hm %}x", "{%tc endfor %}") * (n // 4)),
    "white space control": lambda n: body(paragraphs("x {% if a -%}", "y", "{%- endif %} z") * (n // 6)),
    "white space control in one text": lambda n: body(paragraph("x {%- if a -%} y {%- endif -%} z " * n)),
    "bookmarks in one loop": lambda n: body(f"<w:p>{runs('{% for x in rijen %}')}{''.join(map(marked, range(n // 2)))}{runs('{% endfor %}')}</w:p>"),
    "bookmarks in many loops": lambda n: body("".join(f"<w:p>{runs('{% for x in rijen %}')}{marked(i)}{runs('{% endfor %}')}</w:p>" for i in range(n // 3))),
    "macros that are called": lambda n: body(paragraphs("{% macro m(x) %}{{ x }}{% endmacro %}", *["{{ m(a) }}"] * (n // 2))),
    "words to fill in": lambda n: body(paragraph("[naam van de partij] {naam van x} [a " * n + "{{ a }}")),
    "brackets that belong to no tag": lambda n: body(paragraph("[aa {bb «c <<d " .replace("<", "&lt;") * n + "{{ a }}")),
    "one long literal": lambda n: body(paragraph("{{ '" + "a b " * n + "' }}")),
    "many literals": lambda n: body(paragraph("{% for x in [" + "'a', " * n + "'b'] %}x{% endfor %}")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_template_with_many_tags_is_compiled_and_filled_in_linear_time(name):
    assert_linear(lambda data: compile_template(data).render(VALUES), CASES[name])
