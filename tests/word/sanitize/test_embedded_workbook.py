"""The Excel file inside a chart is a plain one, and says nothing of who made it."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word.charts.filled_chart import BOOK, RELS, render, template
from tests.word_files import SAMPLE, changed, document, excel, parts_of, with_chart, with_part, with_relation, zipped


def with_book(change) -> bytes:
    """A template with a chart that has no tag, and in it an Excel file that was changed."""
    book = zipped(change(parts_of(excel(SAMPLE))))
    return with_part(template(alt="vast"), BOOK, book)


def replaced(part: str, old: str, new: str):
    return lambda parts: parts | {part: parts[part].replace(old.encode(), new.encode(), 1)}


def related(kind: str, target: str, external: bool = False):
    def change(parts):
        added = {} if external else {f"xl/{target}": b"<x/>"}
        return parts_of(with_relation(zipped(parts | added), kind, target, external, "xl/_rels/workbook.xml.rels"))

    return change


FORMULA = '<row r="1"><c r="A1"><f>cmd|\'/c calc\'!A1</f></c></row><row '


WEB = '<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9")</f></c></row><row '


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda parts: parts | {"xl/vbaProject.bin": b"x"}, "bevat macro’s"),
        (replaced("[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml"), "bevat macro’s"),
        (related("vbaProject", "a.bin"), "bevat macro’s"),
        (related("xlMacrosheet", "m.xml"), "bevat macro’s"),
        (related("externalLink", "externalLinks/e.xml"), "bevat koppelingen met andere bestanden"),
        (related("image", "http://127.0.0.1:9/x", external=True), "bevat koppelingen met andere bestanden"),
        (related("connections", "connections.xml"), "bevat koppelingen met gegevens van buiten"),
        (related("oleObject", "embeddings/o.bin"), r"bevat ingesloten objecten \(OLE\)"),
        (replaced("xl/worksheets/sheet1.xml", "<row ", FORMULA), "bevat een formule die gegevens van buiten ophaalt"),
        (replaced("xl/worksheets/sheet1.xml", "<row ", WEB), "bevat een formule die gegevens van buiten ophaalt"),
        (replaced("xl/workbook.xml", "<workbook", '<!DOCTYPE x [<!ENTITY a "b">]><workbook'), r"bevat iets wat niet in een Excel-bestand hoort \(DOCTYPE\)"),
        (lambda parts: {"word/document.xml": b"<x/>"}, "is een Word-bestand"),
        (lambda parts: parts | {"xl/worksheets/sheet1.xml": b" " * 60_000_000}, "is uitgepakt groter dan 50 MB"),
        (lambda parts: parts | {"xl/_rels/workbook.xml.rels": b"<x"}, "is beschadigd"),
    ],
)  # fmt: skip
def test_an_excel_file_in_a_chart_that_is_not_plain_is_refused(change, message):
    with pytest.raises(TemplateError, match=rf"sjabloon brief\.docx: het Excel-bestand in een grafiek {message}"):
        render(with_book(change))


@pytest.mark.slow
def test_a_plain_excel_file_in_a_chart_stays():
    assert render(with_book(replaced("xl/workbook.xml", "x", "x")))[BOOK]


@pytest.mark.slow
def test_anything_else_in_a_chart_than_an_xlsx_is_refused():
    with pytest.raises(TemplateError, match="is beschadigd"):
        render(with_part(template(), BOOK, b"\xd0\xcf\x11\xe0"))
    macros = "application/vnd.ms-excel.sheet.macroEnabled.12"
    for kind, message in ((macros, "macro’s"), ("application/vnd.ms-excel", r"iets anders dan een \.xlsx-bestand")):
        made = changed(
            template(),
            "[Content_Types].xml",
            lambda xml, kind=kind: re.sub('(?<=Extension="xlsx" ContentType=")[^"]*', kind, xml),
        )
        with pytest.raises(TemplateError, match=message):
            render(made)


@pytest.mark.slow
def test_a_chart_of_a_linked_excel_file_is_refused():
    made = changed(
        template(),
        RELS,
        lambda xml: re.sub(
            'relationships/package" Target="[^"]*"',
            'relationships/oleObject" Target="file:///C:/geld.xlsx" TargetMode="External"',
            xml,
        ),
    )
    with pytest.raises(TemplateError, match="heeft een grafiek met gegevens uit een gekoppeld bestand"):
        render(made)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["package", "oleObject"])
def test_a_file_inside_a_document_that_belongs_to_no_chart_is_refused(kind):
    made = with_part(document("x"), "word/embeddings/a.xlsx", excel(SAMPLE))
    with pytest.raises(TemplateError, match="bevat een ingesloten"):
        render(with_relation(made, kind, "embeddings/a.xlsx", external=False), {})


@pytest.mark.slow
def test_an_object_in_a_chart_is_refused():
    made = with_relation(
        with_part(template(), "word/embeddings/o.bin", b"x"), "oleObject", "../embeddings/o.bin", False, RELS
    )
    with pytest.raises(TemplateError, match=r"ingesloten object \(OLE\)"):
        render(made)


@pytest.mark.slow
def test_the_excel_file_of_a_chart_says_nothing_of_who_made_it():
    data = with_chart(document("[grafiek]"), "Wat er staat")
    book = "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
    path = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\jansen" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><sheets>'
    inside = changed(parts_of(data)[book], "xl/workbook.xml", lambda xml: xml.replace("<sheets>", path))
    inside = changed(inside, "docProps/core.xml", lambda xml: xml.replace("openpyxl", "jansen"))
    assert any(b"jansen" in content for content in parts_of(inside).values())
    left = parts_of(compile_template(with_part(data, book, inside)).render({}))[book]
    assert not any(b"jansen" in content for content in parts_of(left).values())
    assert openpyxl.load_workbook(io.BytesIO(left)).active["A2"].value == "Voorbeeldjaar"
