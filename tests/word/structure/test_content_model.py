"""Which element may stand in which: what does not fit is refused, when compiled where that can be known."""

from __future__ import annotations

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from docgen.word.structure.content_model import Misfit, Walker, check, place_called
from tests.word.markup import body, runs
from tests.word.paired import VALUES, p
from tests.word_files import text_of


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        (p(runs("{%p macro m(x) %}")) + p(runs("{{ x }}")) + p(runs("{%p endmacro %}")) + p(runs("A {{ m(1) }}")), "midden in een tekst"),
        (p(runs("{%p set blok %}")) + p(runs("x")) + p(runs("{%p endset %}")) + p(runs("A {{ blok }}")), "midden in een tekst"),
        (p(runs("{%p filter upper %}")) + p(runs("x")) + p(runs("{%p endfilter %}")), "een filter kan niet om hele alinea’s"),
        (p(runs("{% if waar %}a")) + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(runs("b{% endif %}")) + "</w:tc></w:tr></w:tbl>", "eindigt op een andere plek"),
        (p(runs("{% if waar %}a")) + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(runs("b")) + "</w:tc></w:tr></w:tbl>" + p(runs("c{% endif %}")), None),
    ],
)  # fmt: skip
def test_markup_where_word_does_not_read_it_is_refused_when_the_template_is_compiled(inner, message):
    if message is None:
        assert compile_template(body(inner)).render(VALUES)
    else:
        with pytest.raises(TemplateError, match=f"onder kop ‘Kop’.*{message}"):
            compile_template(body(inner))


def test_what_cannot_be_said_before_is_looked_at_in_every_document():
    inner = p(runs("{%p macro m() %}")) + p(runs("x")) + p(runs("{%p endmacro %}")) + p(runs("{{ m() | upper }}"))
    template = compile_template(body(inner))
    with pytest.raises(RenderError, match=r"midden in een tekst|verandert de opmaak"):
        template.render(VALUES)


def test_a_macro_or_block_may_hold_paragraphs_where_paragraphs_can_stand():
    inner = (
        p(runs("{%p macro m(x) %}")) + p(runs("regel {{ x }}")) + p(runs("{%p endmacro %}")) + p(runs("{{p m(1) }}"))
    )
    assert text_of(compile_template(body(inner)).render(VALUES)) == "Kop\nregel 1"
    inner = (
        p(runs("{%p set blok %}"))
        + p(runs("b"))
        + p(runs("{%p endset %}"))
        + p(runs("{{p blok }}"))
        + p(runs("c"))
        + p(runs("{{p blok }}"))
    )
    assert text_of(compile_template(body(inner)).render(VALUES)) == "Kop\nb\nc\nb"


def test_text_between_cells_and_rows_is_refused():
    row = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(runs("{{tr waar }}")) + "</w:tc></w:tr></w:tbl>"
    with pytest.raises(RenderError, match="alleen voor opgemaakte tekst"):
        compile_template(body(row)).render(VALUES)


PLAIN = '<w:body xmlns:w="x"><w:p><w:pPr><w:spacing/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:sectPr/></w:body>'


def test_a_part_as_word_writes_it_fits():
    check(f'<?xml version="1.0"?>\n{PLAIN}<!-- een opmerking -->')


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        ("<w:p><w:p/></w:p>", "^een alinea kan niet in een alinea staan$"),
        ("<w:tbl><w:p/></w:tbl>", "^een alinea kan niet in een tabel staan$"),
        ("<w:tc/>", "^een tabelcel kan niet in de tekst staan$"),
        ("<w:p><w:r><w:t>a<w:br/></w:t></w:r></w:p>", "midden in een tekst"),
        ("<w:p>los</w:p>", "^een waarde komt los in een alinea, buiten een tekst$"),
        ("<w:p><w:r/><w:pPr></w:pPr></w:p>", "staat niet meer vooraan"),
        ("<w:p><W:R/></w:p>", "een filter of macro verandert de opmaak"),
        ("<w:p></w:r>", "passen niet bij elkaar"),
        ("<w:p><", "een tag breekt een element"),
    ],
)
def test_what_stands_where_word_does_not_read_it_is_refused_in_words(inner, message):
    with pytest.raises(Misfit, match=message):
        check(f'<w:body xmlns:w="x">{inner}</w:body>')


def test_a_part_may_be_fed_in_pieces_and_says_what_is_open():
    walker = Walker()
    walker.feed('<w:body xmlns:w="x"><w:p><w:r><w:t>a')
    assert walker.state() == ("w:body", "w:p", "w:r", "w:t")
    assert place_called(walker.state()) == "de tekst van een alinea"
    walker.feed("</w:t></w:r></w:p>")
    assert walker.state() == ("w:body",)
    assert place_called(("w:sdt",)) == "de tekst"


def test_each_note_stands_by_itself():
    walker = Walker()
    walker.feed('<w:footnotes xmlns:w="x"><w:footnote>')
    first = walker.state()
    walker.feed("</w:footnote><w:footnote>")
    assert walker.state() != first
    walker.feed("</w:footnote>")
    assert walker.state() == ("w:footnotes",)


def test_elements_and_codes_are_told_to_who_watches():
    seen, heard = [], []
    Walker(lambda name, attributes: seen.append((name, attributes)), heard.append).feed(
        '<w:p xmlns:w="x"><w:r w:a="1"><w:instrText>PAGE</w:instrText></w:r></w:p>'
    )
    assert [name for name, _ in seen] == ["w:p", "w:r", "w:instrText"] and seen[1][1].strip() == 'w:a="1"'
    assert heard == ["PAGE"]
