"""Which rows of a list are partners: titles, totals, repeated headings and remarks are not, and every one is told."""

from __future__ import annotations

import contextlib

import pytest
from openpyxl.worksheet.table import Table

from docgen.errors import SourceError
from tests.partners.partner_list import AMOUNT, told, values, workbook

HEADINGS = ["partner.naam", "partner.plaats", AMOUNT]
A, B = ["A", "Elst", 100], ["B", "Arnhem", 200]


@pytest.fixture
def rows(listed):
    """A function that reads an Excel list of these rows: names of the partners, rows left out, and what rows are refused."""

    def read(*lists, headings=HEADINGS, change=lambda sheet: None):
        found = listed(workbook(headings, *lists, change=change), "partners.xlsx")
        whole = [row.label for row in found.rows if not row.problems]
        return (
            whole,
            [(row.number, row.why) for row in found.left_out],
            [where.split("!")[-1] for where, *_ in told(found)],
        )

    return read


def test_a_title_a_date_and_a_logo_above_the_headings_are_named(listed):
    def merge(sheet):
        sheet.merge_cells("A1:C1")

    found = listed(workbook(["Partners 2027"], ["stand per 1 maart"], [], HEADINGS, A, change=merge), "partners.xlsx")
    assert [p.message for p in found.problems] == [
        "de koppen staan in rij 4; wat erboven staat (‘Partners 2027’, ‘stand per 1 maart’) doet niet mee"
    ]
    assert [(row.number, row.label) for row in found.rows] == [(5, "A")]
    below_logo = listed(workbook([], [], HEADINGS, A), "partners.xlsx")
    assert [(p.level, p.message) for p in below_logo.problems] == [("advies", "de koppen staan in rij 3")]


@pytest.mark.parametrize("title", ["Partners, stand 1 maart, versie 2", "Partners;;", '"Partners; 2027"'])
def test_a_title_in_a_csv_does_not_choose_the_delimiter(listed, title):
    alone = listed(f"{title}\npartner.naam\nJansen\n")
    assert values(alone) == [["Jansen"]]
    found = listed(f"{title}\n\npartner.naam;partner.plaats\nA;Elst, bij Arnhem\n")
    assert values(found) == [["A", "Elst, bij Arnhem"]]


def test_a_total_that_counts_partners_is_a_total(rows):
    assert rows(A, B, ["Totaal", "2 partners", 300]) == (["A", "B"], [(4, "totaal")], [])
    assert rows(A, B, ["Totaal 2028", "2 partners", 300]) == (["A", "B"], [], ["A4"])


@pytest.mark.parametrize("word", ["Totaal", "TOTAAL:", " subtotaal ", "Som"])
def test_a_row_that_is_exactly_a_total_is_left_out(rows, word):
    assert rows(A, [word, None, "=SUM(C2:C2)"], B, [None, word, 300]) == (
        ["A", "B"],
        [(3, "totaal"), (5, "totaal")],
        [],
    )


def test_the_total_row_of_a_table_is_left_out_whatever_it_is_called(rows):
    def as_table(sheet):
        table = Table(displayName="Tabel1", ref="A1:C4", totalsRowCount=1)
        table._initialise_columns()
        for column, heading in zip(table.tableColumns, HEADINGS, strict=True):
            column.name = heading
        sheet.add_table(table)

    assert rows(A, B, ["Alles bij elkaar", "2 plaatsen", 300], change=as_table) == (["A", "B"], [(4, "totaal")], [])


def test_a_partner_that_is_called_total_is_a_partner(rows):
    assert rows(A, ["Totaal", "Elst", 100], ["Totaal Wonen", "Elst", None], ["SOM", "Elst"]) == (
        ["A", "Totaal", "Totaal Wonen", "SOM"],
        [],
        [],
    )


@pytest.mark.parametrize(
    "row", [["Totaal 2027", None, 300], ["Eindtotaal", None, 300], ["Algemeen totaal", None, 300], [None, None, 300]]
)
def test_a_row_that_may_be_a_total_is_refused_at_its_cell(rows, row):
    assert rows(A, B, row) == (["A", "B"], [], ["C4" if row[0] is None else "A4"])


def test_what_stands_below_an_empty_row_in_one_cell_is_a_remark(rows):
    def merge(sheet):
        sheet.merge_cells("A5:C5")

    assert rows(A, B, [], ["Onder voorbehoud"], ["Opgesteld door J."], change=merge) == (
        ["A", "B"],
        [(5, "opmerking"), (6, "opmerking")],
        [],
    )
    assert rows(A, ["Totaal", None, 100], [], ["* voorlopig"])[1] == [(3, "totaal"), (5, "opmerking")]


def test_a_row_with_just_a_name_directly_below_the_others_is_a_partner(rows):
    assert rows(A, B, ["C"]) == (["A", "B", "C"], [], [])
    assert rows([], ["A"], ["B"]) == (["A", "B"], [], [])
    assert rows(["A"], ["Subtotaal"], ["B"], ["Totaal"]) == (["A", "B"], [(3, "totaal"), (5, "totaal")], [])
    assert rows(["A"], ["Totaal"], ["B"], [], ["nog niet af"]) == (["A", "B"], [(3, "totaal"), (6, "opmerking")], [])


def test_one_filled_cell_of_which_nobody_can_tell_what_it_is_is_refused(rows):
    assert rows(A, [], ["Regio Zuid"], B) == (["A", "B"], [], ["A4"])
    assert rows(A, ["Totaal", None, 100], ["* voorlopig"]) == (["A"], [(3, "totaal")], ["A4"])
    assert rows(["A"], [], ["B"], headings=["partner.naam"]) == (["A"], [], ["A4"])


def test_a_label_with_a_colon_is_no_name_of_a_partner(rows):
    assert rows(A, B, [], ["Peildatum:", "1 maart", None])[2] == ["A5"]
    assert rows(A, ["Opmerkingen:"])[2] == ["A3"]


def test_a_row_that_a_filter_hides_is_no_empty_row(rows):
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    assert rows(A, B, ["C"], change=hide) == (["A", "C"], [(3, "verborgen")], [])


def test_headings_that_come_again_are_no_partner(rows):
    assert rows(A, [heading.upper() for heading in HEADINGS], B) == (["A", "B"], [(3, "koppen")], [])


def test_every_row_that_is_left_out_is_told_with_what_it_says(listed):
    found = listed("partner.naam;partner.plaats\nA;Elst\nTotaal;\nB;Elst\nSom;\n\nnog niet af\n")
    assert [p.message for p in found.problems] == [
        "rijen 3, 5 (‘Totaal’, ‘Som’) zijn totalen en doen niet mee",
        "rij 7 (‘nog niet af’) onder de lijst doet niet mee",
    ]
    assert {p.code for p in found.problems} == {"weggelaten"}


@pytest.mark.parametrize("cell", [f"totaal{' ' * 100_000}x", "x totaal" * 15_000, f"{'„a' * 50_000}”", ":" * 100_000])
def test_a_cell_that_goes_on_and_on_is_read_as_any_other(listed, cell):
    assert len(listed(f"partner.naam;partner.plaats\nA;Elst\n{cell};\n").rows) == 2
    with contextlib.suppress(SourceError):
        listed(f"partner.naam;{cell}\nA;Elst\n".encode("cp1252"))


def test_the_explanation_of_the_form_is_no_partner_whichever_columns_are_taken_away_and_wherever_it_is_sorted(listed):
    told = "Verplicht. Naam. Officiële naam, zoals bij de KvK."
    for row in (f"» {told};» Plaats. Plaats van vestiging.", f"{told};Plaats. Plaats van vestiging."):
        for text in (f"partner.naam;partner.plaats\n{row}\nA;Elst\n", f"partner.naam;partner.plaats\nA;Elst\n{row}\n"):
            assert [one.label for one in listed(text).rows] == ["A"], text


def test_a_row_in_which_no_field_is_filled_is_refused_at_its_cell(listed):
    text = "partner.naam;partner.plaats;Opmerkingen;Akkoord\nA;Elst;;ja\n;;zie mail van Piet;nee\n"
    found = listed(text).rows[1]
    assert [(p.code, p.level) for p in found.problems] == [("rij", "fout")] and found.cells == ()
    assert found.problems[0].message == "in deze rij is geen enkel veld van het dossier ingevuld"


def test_a_second_row_of_headings_stops_the_list_as_what_is_below_it_would_be_read_wrong(listed):
    found = listed("partner.naam;partner.plaats\nA;Ede\n\npartner.plaats;partner.naam\nEde;B\n")
    (problem,) = [one for one in found.problems if one.level == "fout"]
    assert (
        problem.line == 4 and problem.message == "deze rij lijkt een nieuwe rij met koppen, maar een lijst heeft er één"
    )


def test_a_total_alone_in_its_row_is_refused(listed):
    found = listed("partner.naam;partner.plaats\nA;Ede\nEindtotaal;\nB;Ede\n").rows[1]
    assert found.problems[0].message == "dit lijkt een rij met een totaal, geen partner"
