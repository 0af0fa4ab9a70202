"""A table has the columns that its filled rows have."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.xml.table_grid import MARKED_TABLE, fit_grids, fit_marked, is_regular, with_marks
from tests.word.markup import body, render
from tests.word_files import document, parts_of


def test_years_as_columns_keep_the_widths_of_their_cells():
    made = render(
        document(table=[["naam", "{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}"]]), kolommen=["2028", "2029"]
    )
    table = etree.fromstring(parts_of(made)["word/document.xml"]).find(f".//{W}tbl")
    cells = [cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for cell in table.iter(f"{W}tc")]
    assert [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")] == cells


def grid(*widths: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def cells(*widths: int) -> str:
    made = (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' for width in widths)
    return f"<w:tr>{''.join(made)}</w:tr>"


def in_part(*tables: str) -> str:
    return f'<w:body xmlns:w="{W[1:-1]}">{"".join(f"<w:tbl>{table}</w:tbl>" for table in tables)}</w:body>'


def grids(xml: str) -> list[list[str]]:
    root = etree.fromstring(xml.encode())
    return [[one.get(f"{W}w") for one in table.iter(f"{W}gridCol")] for table in root.iter(f"{W}tblGrid")]


def test_a_table_with_more_cells_than_columns_gets_the_widths_of_its_cells():
    made = fit_grids(in_part(grid(500) + cells(100, 200, 300), grid(7, 8) + cells(7, 8)))
    assert grids(made) == [["100", "200", "300"], ["7", "8"]]


def test_a_table_that_fits_stays_as_it_is():
    xml = in_part(grid(7, 8) + cells(7, 8))
    assert fit_grids(xml) == xml


def test_a_cell_without_a_width_gives_the_columns_equal_parts_of_the_old_grid():
    bare = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    assert grids(fit_grids(in_part(grid(900) + bare))) == [["300", "300", "300"]]


def test_a_table_within_a_table_has_a_grid_of_its_own():
    inner = f"<w:tbl>{grid(50)}{cells(20, 30)}</w:tbl>"
    outer = f'<w:tr><w:tc><w:tcPr><w:tcW w:w="40" w:type="dxa"/></w:tcPr>{inner}<w:p/></w:tc></w:tr>'
    assert grids(fit_grids(in_part(grid(40) + outer)))[1] == ["20", "30"]


@pytest.mark.parametrize(
    ("row", "regular"), [(cells(1, 2), True), (cells(1), False), (cells(1, 2) + cells(1, 2, 3), False),
    ('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr>', True)],
)  # fmt: skip
def test_a_table_is_regular_when_every_row_has_the_columns_of_its_grid(row, regular):
    table = etree.fromstring(in_part(grid(1, 2) + row).encode())[0]
    assert is_regular(table) is regular


TWO = grid(1, 2)
SPANNED = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>'
IF, ENDIF = "{% if a %}", "{% endif %}"


def row(first: str, second: str = "", between: str = "") -> str:
    made = [f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in (first, second)]
    return f"<w:tr>{between.join(made)}</w:tr>"


@pytest.mark.parametrize(
    "table",
    [
        f"{TWO}{row('{{ a }}', IF + ENDIF)}{SPANNED}",
        f"{TWO}{IF}{row('a')}{{% else %}}{row('b')}{SPANNED}{ENDIF}",
        f"{TWO}{{% for x in y %}}{row('{% if x < 2 %}b{% endif %}')}{{% endfor %}}",
        f"{TWO}<w:tr><w:tc>{IF}<w:p/>{ENDIF}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>",
    ],
)
def test_a_table_whose_rows_keep_their_cells_is_not_looked_at_once_it_is_filled(table):
    assert with_marks(in_part(table)) == in_part(table)


@pytest.mark.parametrize(
    "table",
    [
        TWO + cells(1),  # fewer cells than columns, in every filling
        TWO + row("a", "b", between=IF) + ENDIF,
        TWO + row(IF, ENDIF),  # a condition from one cell into another
        TWO + row(IF + "{{ b }}", "{% else %}" + ENDIF),
        f"{TWO}{row('a')}{IF}{row('b')}",  # and from one table into another
        f"{TWO}{row('a')}{ENDIF}{row('b')}",
        f"{TWO}{row('a')}{{% else %}}{row('b')}",
        TWO + row(f'<w:shd w:fill="{IF}x{ENDIF}"/>'),
        TWO + row("{# <w:tc></w:tc> #}"),
        TWO + row("{% set b %}c{% endset %}"),
        f'{TWO}<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{{{{ a }}}}"/></w:tcPr></w:tc></w:tr>',
        f"<w:tblPr/>{row('a')}",  # without a grid
    ],
)
def test_a_table_whose_rows_can_come_out_with_other_cells_is_marked(table):
    assert with_marks(in_part(table)) == in_part(table).replace("<w:tbl>", MARKED_TABLE)


def test_a_table_around_another_is_marked():
    outer = f"{grid(40)}<w:tr><w:tc><w:tbl>{TWO}{row('a')}</w:tbl><w:p/></w:tc></w:tr>"
    assert with_marks(in_part(outer)) == in_part(outer).replace("<w:tbl>", MARKED_TABLE, 1)


def test_only_a_marked_table_is_fitted_and_its_mark_goes():
    wide = grid(500) + cells(100, 200, 300)
    xml = in_part(wide, wide).replace("<w:tbl>", MARKED_TABLE, 1)
    assert grids(fit_marked(xml)) == [["100", "200", "300"], ["500"]]
    assert grids(fit_grids(xml)) == [["100", "200", "300"], ["100", "200", "300"]]
    assert "docgen" not in fit_marked(xml) + fit_grids(xml)


@pytest.mark.parametrize(("is_there", "columns"), [(True, [["1", "2"], ["3", "4", "5"]]), (False, [["6", "7", "8"]])])
def test_the_rows_of_another_table_bring_their_columns_along(is_there, columns):
    first = f"<w:tbl><w:tblPr/>{TWO}{cells(1, 2)}{row('{%tr if a %}')}</w:tbl>"
    second = f"<w:tbl><w:tblPr/>{grid(3, 4, 5)}{row('{%tr endif %}')}{cells(6, 7, 8)}</w:tbl>"
    made = parts_of(render(body(f"{first}<w:p/>{second}<w:p/>"), a=is_there))["word/document.xml"].decode()
    assert grids(made) == columns


@pytest.mark.parametrize("draft", [True, False])
def test_no_mark_is_left_in_a_document(draft):
    table = [["{{ a }}", "{%tc for k in b %}", "{{ k }}", "{%tc endfor %}"], ["c", "d", "e", "f"]]
    made = compile_template(document(table=table)).render({"a": "b", "b": [1, 2, 3]}, draft=draft)
    assert b"<?docgen" not in parts_of(made)["word/document.xml"]
