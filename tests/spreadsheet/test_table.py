"""A table of raw cells: what a column is called, what counts as empty, and a finding at its cell."""

from __future__ import annotations

import pytest

from docgen.diagnostics.location import Location
from docgen.spreadsheet.table import InvalidCell, Number, RawRow, Table, column_letter, is_blank


@pytest.mark.parametrize(
    ("column", "name"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")],
)
def test_a_column_is_called_as_excel_calls_it(column, name):
    assert column_letter(column) == name


@pytest.mark.parametrize("value", [None, "", " ", "\t\n", "\u00a0"])
def test_a_cell_in_which_nobody_sees_anything_is_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize("value", ["x", " x ", False, Number(0, "General"), InvalidCell("fout", "herstel")])
def test_a_nought_and_a_no_are_filled_in(value):
    assert not is_blank(value)


@pytest.fixture
def table():
    def place(number, column):
        return Location(f"lijst.xlsx!Blad1!{column_letter(column)}{number}", text="de regel")

    return Table("lijst.xlsx", RawRow(1, ["naam"]), iter(()), place, lambda number, column: "cel")


def test_a_finding_stands_at_its_cell(table):
    found = table.problem(3, 1, "partner › naam", "type", "verwacht tekst", "typ tekst")
    assert (found.file, found.path, found.code, found.level) == (
        "lijst.xlsx!Blad1!B3",
        "partner › naam",
        "type",
        "fout",
    )
    assert (found.message, found.hint, found.text) == ("verwacht tekst", "typ tekst", "de regel")
    assert table.problems == []


def test_a_finding_about_a_cell_of_ten_thousand_characters_stays_readable(table):
    found = table.problem(3, 1, "", "type", "m" * 10_000, "h" * 10_000, "waarschuwing")
    assert (len(found.message), len(found.hint), found.level) == (400, 400, "waarschuwing")


def test_a_finding_about_the_whole_file_is_kept_and_names_no_cell(table):
    table.about("leeg", "er staat niets in", "vul de lijst in", "advies")
    (found,) = table.problems
    assert (found.file, found.line, found.column) == ("lijst.xlsx", 0, 0)
    assert (found.code, found.message, found.hint, found.level) == (
        "leeg",
        "er staat niets in",
        "vul de lijst in",
        "advies",
    )
