"""An Excel file from others that is not what it says is refused in one line."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from docgen.errors import SourceError
from tests.partners.partner_list import GOOD, SHEET, values, with_part, workbook

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


def strict(part):
    return part.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    )


HOSTILE = [
    ("entities", lambda: with_part(workbook(*GOOD), SHEET, lambda part: BOMB + part), "DOCTYPE"),
    ("doctype", lambda: with_part(workbook(*GOOD), SHEET, lambda part: b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + part), "DOCTYPE"),
    ("entities in styles", lambda: with_part(workbook(*GOOD), "xl/styles.xml", lambda part: BOMB + part), "DOCTYPE"),
    ("utf-16", lambda: with_part(workbook(*GOOD), SHEET, lambda part: (BOMB + part).decode().encode("utf-16")), "DOCTYPE"),
    ("bomb", lambda: with_part(workbook(*GOOD), SHEET, lambda part: part + b" " * 60_000_000), "uitgepakt groter dan 50 MB"),
    ("tags", lambda: with_part(workbook(*GOOD), SHEET, lambda part: b"<a>" + b"<a/>" * 1_500_001), "te veel cellen"),
    ("cut off", lambda: workbook(*GOOD)[:-400], "is beschadigd"),
    ("not xml", lambda: with_part(workbook(*GOOD), SHEET, lambda part: part[:-40]), "is beschadigd"),
    ("no sheet", lambda: with_part(workbook(*GOOD), "xl/workbook.xml", lambda part: b"<x/>"), "is beschadigd|geen werkblad"),
    ("strict", lambda: with_part(workbook(*GOOD), "xl/workbook.xml", strict), r"Strict Open XML; kies in Excel bij Opslaan als .*\(\*\.xlsx\)"),
    ("random", lambda: b"PK\x03\x04" + bytes(range(256)) * 9, "is beschadigd"),
    ("zip", lambda: zipped(a_xml=b"<a/>"), "is een zip-bestand; open het bestand in Excel"),
    ("ods", lambda: zipped(content_xml=b"<a/>"), r"is een bestand van LibreOffice \(.ods\)"),
    ("docx", lambda: zipped(word__document_xml=b"<a/>"), "is een Word-bestand"),
    ("xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "oud Excel-bestand .* wachtwoord"),
    ("pdf", lambda: b"%PDF-1.4", "is een PDF-bestand; geef een lijst als .xlsx, .csv of .yaml"),
    ("text", lambda: b"partner.naam;x", "is geen Excel-bestand"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_file_that_is_no_safe_excel_is_refused_in_one_line_and_at_once(listed, make, message):
    data = make()
    began = time.process_time()
    with pytest.raises(SourceError, match=message) as caught:
        listed(data, "partners.xlsx")
    assert "\n" not in str(caught.value)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
        ),
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
        ),
        lambda part: part.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>'),
        lambda part: part.replace(b'<dimension ref="A1:A2"/>', b'<dimension ref="A1:XFD1048576"/>'),
    ],
)
def test_an_area_of_a_million_rows_costs_nothing(listed, change):
    data = with_part(workbook(*GOOD), SHEET, change)
    assert data != workbook(*GOOD)
    began = time.process_time()
    assert values(listed(data, "partners.xlsx")) == [["A"]]
    assert time.process_time() - began < 1


@pytest.mark.slow
def test_too_many_rows_or_columns_are_refused(listed):
    with pytest.raises(SourceError, match="heeft meer dan 200000 rijen"):
        listed("partner.naam\n" + "A\n" * 200_001)
    with pytest.raises(SourceError, match="heeft meer dan 500 kolommen"):
        listed("x;" * 501 + "\n")
    with pytest.raises(SourceError, match="heeft meer dan 500 kolommen"):
        listed(workbook(["x"] * 501), "partners.xlsx")
