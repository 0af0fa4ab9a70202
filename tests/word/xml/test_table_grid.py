"""A table has the columns that its filled rows have."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.opc.relationships import W
from docgen.word.xml.table_grid import fit_grids, is_regular
from tests.word.markup import render
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
