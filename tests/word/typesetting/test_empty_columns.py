"""A column without anything in it is left out of docgen's own tables, and said once below."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.typesetting.cells import Cells
from docgen.word.typesetting.empty_columns import without_empty, without_empty_rows
from tests.conftest import ROOT
from tests.word.typesetting.test_column_widths import STYLES, cell

CELLS = Cells(STYLES, frozenset())


def table(*rows) -> str:
    grid = '<w:gridCol w:w="7"/>' * len(rows[0])
    written = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{written}"


@pytest.fixture(scope="module")
def sources():
    """The last table of a map of money, of which no source has a follow-up, and the paragraph below it."""
    made = Document(io.BytesIO(render(load(ROOT / "samples" / "wandelmaatjes-ggd.yaml"), "geldstromenkaart")))
    last = made.tables[-1]
    return last, "".join(text.text or "" for text in last._tbl.getnext().iter("{*}t"))


def test_it_is_no_column_of_the_table_and_the_others_have_its_room(sources):
    found, _ = sources
    assert [one.text for one in found.rows[0].cells][-2:] == ["Voorwaarden en verantwoording", "Besluit"]
    columns = [one.w for one in found._tbl.tblGrid.gridCol_lst]
    assert len(columns) == len(found.rows[0].cells) and sum(columns) > 0


def test_what_was_left_out_stands_below_it(sources):
    assert sources[1] == "Niet vermeld: ‘Vervolg’."


def test_a_column_in_which_one_row_has_something_stays():
    rows = table(["Bron", "Vervolg"], ["Rijk", "–"], ["Fonds", "Loopt af"])
    assert without_empty(rows, "Noot", CELLS) == (rows, "")


def test_more_columns_are_named_together():
    found, note = without_empty(
        table(["Bron", "Vorm", "Status", "Besluit"], ["Rijk", "–", "Beschikt", "–"]), "Noot", CELLS
    )
    assert found == table(["Bron", "Status"], ["Rijk", "Beschikt"])
    assert "Niet vermeld: ‘Vorm’ en ‘Besluit’." in note and '<w:pStyle w:val="Noot"/>' in note


@pytest.mark.parametrize("heading", ["2028", "–"])
def test_a_column_of_numbers_stays_for_there_a_dash_is_a_figure(heading):
    rows = table(["Bron", heading, "Status"], ["Rijk", "–", "Beschikt"])
    assert without_empty(rows, "Noot", CELLS) == (rows, "")


def test_the_first_column_and_what_is_to_be_filled_in_by_hand_stay():
    for rows in (table(["Bron", "Naam"], ["–", "Rijk"]), table(["Naam", "Handtekening"], ["A", ""], ["B", ""])):
        assert without_empty(rows, "Noot", CELLS) == (rows, "")


def test_a_table_with_merged_cells_stays_as_it_is():
    merged = table(["Bron", "Status"], ["Rijk", "–"]).replace("</w:tcPr>", '<w:gridSpan w:val="1"/></w:tcPr>', 1)
    assert without_empty(merged, "Noot", CELLS) == (merged, "")


def plain(rows: str) -> str:
    """A table whose rows look as those of docgen's own that are no totals."""
    return rows.replace('w:val="Tekst"', 'w:val="Tabeltekst"')


def test_a_row_that_is_empty_in_all_years_of_this_part_is_left_out_and_named_once():
    rows = ["Bron", "2033", "2034"], ["Rijk", "–", "–"], ["Fonds", "5", "–"]
    found, note = without_empty_rows(plain(table(*rows)), "Noot", CELLS)
    assert found == plain(table(rows[0], rows[2]))
    assert "Niet vermeld, want in deze jaren leeg: ‘Rijk’." in note


@pytest.mark.parametrize(
    "rows",
    [
        (["Bron", "2033", "2034"], ["Rijk", "–", "–"], ["Fonds", "–", "–"]),  # nothing else would be left
        (["Bron", "Vorm", "Aard"], ["Rijk", "–", "–"], ["Fonds", "Geld", "–"]),  # no years
        (["Bron", "2033", "2034"], ["Rijk", "–", "0"], ["Fonds", "1", "–"]),
    ],
)
def test_other_rows_stay(rows):
    assert without_empty_rows(plain(table(*rows)), "Noot", CELLS) == (plain(table(*rows)), "")
