"""The first sheet of an Excel file, as the user sees it."""

from __future__ import annotations

import datetime
import io
import re
from decimal import Decimal

import openpyxl
import pytest

from tests.partners.partner_list import AMOUNT, GOOD, HOURS, LOST, SHARE, SHEET, told, values, with_part, workbook

MAKE_TEXT = "zet de opmaak van de kolom in Excel op Tekst en typ de waarde opnieuw"


MAKE_NUMBER = "zet de opmaak van de cel in Excel op Getal en typ het getal opnieuw"


@pytest.mark.parametrize(
    ("heading", "value", "notation", "expected"),
    [
        ("overeenkomst.ingang", datetime.date(2027, 6, 24), "d-m-yyyy", datetime.date(2027, 6, 24)),
        ("overeenkomst.ingang", datetime.datetime(2027, 6, 24), "dd/mm/yy", datetime.date(2027, 6, 24)),
        (AMOUNT, 12500, "General", Decimal(12500)),
        (AMOUNT, 12500.5, "#,##0.00", Decimal("12500.50")),
        (AMOUNT, 0.1 + 0.2, "General", Decimal("0.30")),
        (AMOUNT, 1234567890.1 + 0.02, "General", Decimal("1234567890.12")),
        (HOURS, 66.5, "General", Decimal("66.5")),
        (HOURS, 66.0, "0", 66),
        ("dossier.instellingen.doorlooptijd_besluit_dagen", 180.0, "0", 180),
        (SHARE, 0.21, "0%", 21),
        (SHARE, 0.07, "0.0%", 7),
        (SHARE, 0.125, "0.00%", Decimal("12.5")),
        ("overeenkomst.nummer", 0.125, "0.0%", "12,5%"),
        ("overeenkomst.nummer", 2028, "General", "2028"),
        ("partner.kvk", "01234567", "@", "01234567"),
        ("partner.kvk", 12345678, "General", "12345678"),
        ("partner.kvk", 1234567, "00000000", "01234567"),
        ("dossier.openbaar", True, "General", True),
        ("dossier.openbaar", "nee", "General", False),
        ("partner.naam", "eerste\nregel", "General", "eerste\nregel"),
    ],
)
def test_a_cell_of_excel_is_read_by_its_kind_and_as_the_user_sees_it(listed, heading, value, notation, expected):
    def look(sheet):
        sheet["A2"].number_format = notation

    found = listed(workbook([heading], [value], change=look), "partners.xlsx")
    assert told(found) == []
    assert [(type(v), v) for v in values(found)[0]] == [(type(expected), expected)]


@pytest.mark.parametrize(
    ("heading", "value", "notation", "message", "hint"),
    [
        ("partner.kvk", 1234567, "General", "‘1234567’ heeft niet de goede vorm. Acht cijfers.", LOST),
        ("overeenkomst.nummer", 2.1, "General", "Excel heeft van deze tekst een getal gemaakt (2,1)", MAKE_TEXT),
        ("overeenkomst.nummer", 12500, "#,##0", "Excel heeft van deze tekst een getal gemaakt (12500)", MAKE_TEXT),
        ("overeenkomst.nummer", datetime.date(2028, 2, 1), "d-mmm", "Excel heeft van deze tekst een datum gemaakt (2028-02-01)", MAKE_TEXT),
        ("partner.naam", True, "General", "verwacht tekst, kreeg WAAR", MAKE_TEXT),
        (AMOUNT, datetime.date(2028, 2, 1), "d-mmm", "verwacht een bedrag, kreeg een datum (2028-02-01)", MAKE_NUMBER),
        (AMOUNT, 0.21, "0%", "verwacht een bedrag, kreeg een percentage (21%)", MAKE_NUMBER),
        (HOURS, 0.5, "0%", "verwacht een getal, kreeg een percentage (50%)", MAKE_NUMBER),
        (AMOUNT, 12500.505, "0.00", "verwacht ten hoogste twee cijfers achter de komma, kreeg ‘12500,505’", "rond het bedrag af op centen, ook in de formule"),
        (HOURS, 1 / 3, "0.0", "te veel cijfers achter de komma: 0,333333333333333", "rond het getal af, ook in de formule"),
        (HOURS, datetime.time(12, 30), "h:mm", "verwacht een getal, kreeg een tijd (12:30:00)", f"{MAKE_NUMBER}; schrijf uren met een komma: 12,5"),
        ("dossier.instellingen.doorlooptijd_besluit_dagen", 180.5, "0", "verwacht een geheel getal, kreeg ‘180,5’", "rond het getal af"),
        ("overeenkomst.ingang", datetime.datetime(2027, 6, 24, 14, 30), "d-m-yyyy", "bij deze datum staat ook een tijd (14:30)", "typ alleen de datum: 2027-06-24"),
        ("overeenkomst.ingang", 46562, "General", "verwacht een datum als 2027-03-15, kreeg ‘46562’", "dit is een datum zoals Excel die telt; schrijf 2027-06-24"),
        ("dossier.openbaar", 1, "General", "verwacht ja of nee, kreeg ‘1’", "schrijf ja of nee"),
        (AMOUNT, "=1+1", "General", "van deze formule is de uitkomst niet bewaard", "open het bestand in Excel en sla het op, of typ de waarde zelf"),
        (AMOUNT, "#REF!", "General", "deze cel geeft een fout in Excel: #VERW!", "herstel de formule, of typ de waarde zelf"),
    ],
)  # fmt: skip
def test_a_cell_of_excel_that_is_not_what_it_seems_is_a_finding(listed, heading, value, notation, message, hint):
    def look(sheet):
        sheet["C4"].number_format = notation

    rows = [["partner.plaats", None, heading], ["A"], ["B"], ["X", None, value]]
    found = listed(workbook(*rows, change=look), "partners.xlsx")
    assert told(found) == [("partners.xlsx!Blad1!C4", message, hint)]
    assert values(found) == [["A"], ["B"], ["X"]]


def test_a_formula_with_its_stored_value_is_that_value(listed):
    data = workbook(["partner.naam", AMOUNT, "partner.plaats"], ["A", "=1+1.5", '=""'])

    def store(part):
        part = part.replace(b"<f>1+1.5</f><v></v>", b"<f>1+1.5</f><v>2.5</v>").replace(
            b"<f>1+1.5</f><v/>", b"<f>1+1.5</f><v>2.5</v>"
        )
        return part.replace(b'<c r="C2">', b'<c r="C2" t="str">')

    found = listed(with_part(data, SHEET, store), "partners.xlsx")
    assert (told(found), values(found)) == ([], [["A", Decimal("2.50")]])


def test_merged_cells_count_once_and_the_others_are_findings(listed):
    rows = [["partner.naam", "partner.plaats"], ["A", "Zuid"], ["B", None], ["C", None], ["D", "Noord"]]
    found = listed(workbook(*rows, change=lambda sheet: sheet.merge_cells("B2:B4")), "partners.xlsx")
    message = "deze cel is samengevoegd (B2:B4); de waarde geldt alleen voor de eerste cel"
    hint = "splits de cellen en vul elke rij in"
    assert told(found) == [("partners.xlsx!Blad1!B3", message, hint), ("partners.xlsx!Blad1!B4", message, hint)]
    assert values(found) == [["A", "Zuid"], ["B"], ["C"], ["D", "Noord"]]


def test_empty_cells_that_are_merged_do_no_harm(listed):
    found = listed(
        workbook(["partner.naam", "partner.plaats"], ["A"], ["B"], change=lambda s: s.merge_cells("B2:B3")),
        "partners.xlsx",
    )
    assert (told(found), values(found)) == ([], [["A"], ["B"]])


def test_hidden_rows_are_left_out_and_named_and_hidden_columns_are_read(listed):
    def hide(sheet):
        for row in (3, 5, 6):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["B"].hidden = True

    rows = [["partner.naam", "partner.plaats"], *([name, "X"] for name in "ABCDEF")]
    found = listed(workbook(*rows, change=hide), "partners.xlsx")
    assert values(found) == [["A", "X"], ["C", "X"], ["F", "X"]]
    assert [(p.level, p.message, p.hint) for p in found.problems] == [
        ("waarschuwing", "rijen 3, 5-6 zijn verborgen en doen niet mee", "haal het filter weg als dat wel moet")
    ]


def test_the_first_sheet_that_can_be_seen_is_read_and_the_others_are_named(listed):
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    for name in ("Lijst", "Oud", "Uitleg"):
        book.create_sheet(name).append(["partner.naam"])
    book["Lijst"].append(["A"])
    made = io.BytesIO()
    book.active = 1
    book.save(made)
    found = listed(made.getvalue(), "partners.xlsx")
    assert values(found) == [["A"]]
    assert [(p.level, p.message) for p in found.problems] == [
        ("advies", "docgen leest alleen het eerste werkblad, ‘Lijst’; niet ‘Oud’")
    ]


def test_excel_writes_a_character_as_a_code_and_docgen_reads_the_character(listed):
    found = listed(workbook(["partner.naam", "partner.plaats"], ["A_x000D_\nB", "C_x0007_"]), "partners.xlsx")
    assert values(found) == [["A\nB"]]
    assert [message for _, message, _ in told(found)] == [
        "de waarde bevat een onzichtbaar teken (U+0007) dat niet in een document mag"
    ]


SHARED = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><t>partner.naam</t></si>
<si><r><t xml:space="preserve">Stichting </t></r><r><rPr><b/></rPr><t>Zuid_x000D_
</t></r></si></sst>"""


def test_text_that_excel_keeps_apart_from_its_cells_is_read_with_its_looks_left_out(listed):
    cells = b'<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>'
    data = with_part(workbook(*GOOD), SHEET, lambda part: re.sub(b"<sheetData>.*</sheetData>", cells, part))
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    named = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    data = with_part(
        data, "[Content_Types].xml", lambda part: part.replace(b"</Types>", named) if kind not in part else part
    )
    data = with_part(data, "xl/sharedStrings.xml", lambda _: SHARED)
    found = listed(data, "partners.xlsx")
    assert (told(found), values(found)) == ([], [["Stichting Zuid"]])


def test_years_that_count_from_1904_give_the_same_dates(listed):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["overeenkomst.ingang"])
    book.active.append([datetime.date(2027, 6, 24)])
    made = io.BytesIO()
    book.save(made)
    assert values(listed(made.getvalue(), "partners.xlsx")) == [[datetime.date(2027, 6, 24)]]
