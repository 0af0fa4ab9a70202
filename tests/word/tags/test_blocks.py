"""A block ends in the way it began: a tag that takes its paragraph, row or cell has an end that does."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word_files import document


def paragraphs(*texts: str) -> bytes:
    return document("# Kop", *texts)


UNEQUAL = [
    (["{%p if x %}", "a", "b {% endif %}"], "{%p if x %}", "schrijf {%p endif %}"),
    (["{% if x %}a", "b", "{%p endif %}"], "{% if x %}a", "schrijf {% endif %}"),
    (["{%p if x %}", "a", "{% else %}", "b", "{%p endif %}"], "{% else %}", "schrijf {%p else %}"),
    (
        ["{%p for y in x %}", "{%p if y %}", "a", "{%p endif %}", "{% endfor %}"],
        "{%p for y in x %}",
        "schrijf {%p endfor %}",
    ),
    (["{%p set q %}", "a", "{% endset %}"], "{%p set q %}", "schrijf {%p endset %}"),
]


@pytest.mark.parametrize(("texts", "opening", "remedy"), UNEQUAL)
def test_a_block_that_ends_in_another_way_than_it_began_is_refused_at_its_opening(texts, opening, remedy):
    with pytest.raises(TemplateError) as caught:
        compile_template(paragraphs(*texts), "brief.docx")
    assert f"onder kop ‘Kop’, bij ‘{opening}’: " in str(caught.value) and remedy in str(caught.value)


def test_a_row_that_is_repeated_ends_with_a_row():
    rows = [["{%tr for a in x %}", ""], ["{{ a }}", "z"], ["{% endfor %}", ""]]
    with pytest.raises(
        TemplateError, match=r"bij ‘\{%tr for a in x %\}’: .*schrijf \{%tr endfor %\}, in een eigen rij"
    ):
        compile_template(document("# Kop", table=rows))


@pytest.mark.parametrize(
    "texts",
    [
        ["{%p if x %}", "a", "{%p else %}", "b", "{%p endif %}"], ["{% if x %}a", "b{% endif %}"], ["{%p for y in x %}", "{% if y %}a{% endif %}", "{%p set q = 1 %}", "{%p endfor %}"],
        ["{%p if x %}", "{# {% endif %} #}", "{%p endif %}"], ["{%p  if x %}", "a", "{%p endif %}"],
        ["{%p if x %}", "a", "{%p\u00a0endif %}"], ["{%p\u200b if x %}", "a", "{%p endif %}"], ["{% p if x %}", "a", "{%P endif %}"],
    ],
)  # fmt: skip
def test_a_block_that_ends_as_it_began_is_compiled(texts):
    assert compile_template(paragraphs(*texts)).parts
