"""The Excel file inside a chart, as the program that opens it sees it."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from docgen.opc import archive
from docgen.spreadsheet.workbook_writer import CENTS, EUROS, SHEET_PART, TEXT, area, workbook_bytes

SERIES = [("Gemeente", [Decimal(60), None]), ("Rijk & Zn.", [Decimal("40.50"), Decimal(0)])]


@pytest.fixture
def sheet():
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(["2028", "2029"], SERIES, EUROS)))["Blad1"]


def test_categories_stand_in_the_first_column_and_each_series_in_one_of_its_own(sheet):
    assert [[cell.value for cell in row] for row in sheet] == [
        [None, "Gemeente", "Rijk & Zn."],
        ["2028", 60, 40.5],
        ["2029", None, 0],
    ]


@pytest.mark.parametrize("notation", [EUROS, CENTS])
def test_figures_have_the_notation_asked_for_and_words_are_text(notation):
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(["2028"], SERIES, notation)))["Blad1"]
    assert (sheet["B2"].number_format, sheet["C2"].number_format) == (notation, notation)
    assert (sheet["A2"].number_format, sheet["B1"].number_format) == (TEXT, TEXT)


@pytest.mark.parametrize("name", ["=1+1", "+31 6", "@SUM(A1)", '=HYPERLINK("http://x")', "<b>", " spaties "])
def test_a_name_is_text_that_no_spreadsheet_takes_for_a_formula(name):
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(["2028"], [(name, [Decimal(1)])], EUROS)))["Blad1"]
    assert (sheet["B1"].value, sheet["B1"].data_type, sheet["B1"].quotePrefix) == (name, "s", True)


def test_every_column_is_wide_enough_for_an_amount(sheet):
    (widths,) = sheet.column_dimensions.values()
    assert (widths.min, widths.max, widths.width) == (1, 3, 18)


def test_the_same_figures_give_the_same_bytes():
    once, again = (workbook_bytes(["2028", "2029"], SERIES, EUROS) for _ in range(2))
    assert once == again
    assert "docProps/core.xml" not in archive.read(once) and SHEET_PART in archive.read(once)


@pytest.mark.parametrize(
    ("place", "told"),
    [((1, 2, 6), "Blad1!$B$2:$B$6"), ((1, 2, 2), "Blad1!$B$2"), ((27, 1, 3), "Blad1!$AB$1:$AB$3")],
)
def test_an_area_is_told_as_a_chart_says_it(place, told):
    assert area(*place) == told
