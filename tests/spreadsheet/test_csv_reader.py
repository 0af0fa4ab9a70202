"""A CSV file is read however it was saved."""

from __future__ import annotations

import pytest

from docgen.errors import SourceError
from docgen.partners.reader import read
from tests.partners.partner_list import place, told, values

PLAIN = "partner.naam;partner.plaats\nRöntgen ’s;Zuid\n"


WAYS = {
    "utf-8": PLAIN.encode(),
    "byte order mark": PLAIN.encode("utf-8-sig"),
    "windows": PLAIN.encode("cp1252"),
    "utf-16": PLAIN.encode("utf-16"),
    "utf-16 other way": b"\xfe\xff" + PLAIN.encode("utf-16-be"),
    "crlf": PLAIN.replace("\n", "\r\n").encode(),
    "old mac": PLAIN.replace("\n", "\r").encode(),
    "no last line end": PLAIN.rstrip().encode(),
    "comma": PLAIN.replace(";", ",").encode(),
    "tab": PLAIN.replace(";", "\t").encode(),
    "sep": ("sep=|\r\n" + PLAIN.replace(";", "|")).encode(),
    "sep in quotes": ('"sep=;"\r\n' + PLAIN).encode(),
    "sep saved anew": ('"sep=;";\n' + PLAIN).encode("utf-8-sig"),
    "quotes": b'"partner.naam";"partner.plaats"\n"R\xc3\xb6ntgen \xe2\x80\x99s";"Zuid"\n',
    "lines before": ("\n;\n" + PLAIN).encode(),
}


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_a_csv_is_read_however_it_was_saved(listed, data):
    found = listed(data)
    assert (found.problems, told(found), values(found)) == ([], [], [["Röntgen ’s", "Zuid"]])


def test_quotes_line_ends_and_separators_inside_quotes_are_text(listed):
    found = listed('partner.naam;partner.plaats\n"Zaal ""De; Bron""\r\nZuid";X\nB;Y\n')
    assert values(found) == [['Zaal "De; Bron"\nZuid', "X"], ["B", "Y"]]
    assert [row.number for row in found.rows] == [2, 3]


def test_a_place_in_a_csv_is_the_line_and_column_of_the_cell(listed):
    found = listed('sep=;\npartner.naam;partner.kvk\n"A\nB; C";12\nD;"34"\n')
    assert [where for where, *_ in told(found)] == ["partners.csv:4:7", "partners.csv:5:3"]
    assert [p.text for row in found.rows for p in row.problems] == ["partner.kvk: 12", 'partner.kvk: "34"']


def test_a_wrong_cell_shows_its_heading_and_itself_and_nothing_else_of_the_row(listed):
    found = listed('partner.naam;partner.kvk;partner.plaats\n"Geheim; NV";123;Elst\nB;Elst\n')
    (wrong,), (short,) = (row.problems for row in found.rows)
    assert wrong.snippet() == ["    2 | partner.kvk: 123", "      |              ^"]
    assert (wrong.line, wrong.column) == (2, 14)
    assert short.snippet() == ["    3 | partner.naam: B", "      |               ^"]


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("A", "rij 3 heeft 1 cellen, maar er zijn 2 koppen", "vul de cellen die ontbreken aan"),
        ("A;B;C", "rij 3 heeft 3 cellen, maar er zijn 2 koppen", "zet tekst met een scheidingsteken tussen aanhalingstekens"),
    ],
)  # fmt: skip
def test_a_row_with_too_many_or_too_few_cells_is_named_and_not_used(listed, row, message, hint):
    found = listed(f"partner.naam;partner.plaats\nX;Y\n{row}\nV;W;;\n")
    assert told(found) == [("partners.csv:3:1", message, hint)]
    assert values(found) == [["X", "Y"], [], ["V", "W"]]


def test_a_quote_that_is_not_closed_is_named_where_its_row_begins(listed):
    found = listed('partner.naam;partner.plaats\nA;X\n"B;Y\nC;Z\n')
    assert [(place(p), p.message) for p in found.problems] == [
        (
            "partners.csv:3:1",
            "rij 3 heeft een aanhalingsteken dat niet goed sluit; de rijen vanaf hier zijn niet gelezen",
        )
    ]
    assert values(found) == [["A", "X"]]


def test_a_cell_of_ten_megabytes_is_a_finding(listed):
    found = listed("partner.naam\nA\n" + "x" * 10_000_000 + "\nB\n")
    assert [p.message for p in found.problems] == [
        "rij 3 heeft een cel met te veel tekst; de rijen vanaf hier zijn niet gelezen"
    ]
    assert len(str(found.problems[0])) < 1000


@pytest.mark.parametrize("data", [PLAIN.encode("utf-16-le"), b"partner.naam\n\x81\x8d\xff\n", bytes(range(256)) * 4])
def test_a_csv_in_an_unknown_encoding_is_refused(listed, data):
    with pytest.raises(
        SourceError, match=r"UTF-16 zonder kenmerk|geen UTF-8, en het is niet zeker welke letters er staan"
    ):
        listed(data)


def test_a_list_that_is_not_there_or_is_a_folder_is_one_line(tmp_path, library, base):
    with pytest.raises(SourceError, match="het bestand bestaat niet"):
        read(tmp_path / "weg.csv", library, base)
    with pytest.raises(SourceError, match="is een map"):
        read(tmp_path, library, base)
