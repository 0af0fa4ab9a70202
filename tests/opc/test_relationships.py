"""How the parts of a Word file hang together: content types, relations, and which part is the document."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.opc.relationships import (
    content_types,
    is_xml,
    main_part,
    parse,
    relations,
    rels_of,
    source_of,
    target_of,
    to_bytes,
    words_for,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="XML" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/Word/Document.xml" ContentType="{WORD}.document.main+xml"/></Types>"""
RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://x/thumbnail" Target="a.png"/>
<Relationship Id="rId2" Type="{OFFICE}" Target="word/document.xml"/></Relationships>"""


def package(rels=RELS, types=TYPES, document="word/document.xml"):
    return {"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), document: b"<w/>", "a.png": b"\x89"}


def test_the_document_is_the_part_that_the_package_says_it_is():
    assert main_part(package(), "brief.docx") == "word/document.xml"


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        (package(RELS.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")), " is opgeslagen als Strict Open XML; kies in Word het gewone .docx"),
        (package(document="word/anders.xml"), ": de tekst ontbreekt in het bestand; neem een kopie die nog heel is"),
        (package(types=TYPES.replace("document.main", "template.main")), " is geen Word-document maar een ander soort bestand; sla het in Word op als .docx"),
        (package(RELS.replace("/officeDocument\"", "/iets\"")), " is geen Word-document: de tekst ontbreekt; sla het in Word op als .docx"),
        ({name: data for name, data in package().items() if name != "_rels/.rels"}, " is geen Word-document: de tekst ontbreekt; sla het in Word op als .docx"),
    ],
)  # fmt: skip
def test_a_package_in_which_no_document_is_found_is_refused_with_the_way_out(parts, what):
    with pytest.raises(TemplateError) as refused:
        main_part(parts, "brief.docx")
    assert str(refused.value) == f"sjabloon brief.docx{what}"


def test_a_content_type_is_of_the_part_itself_else_of_its_ending_and_capitals_do_not_matter():
    assert content_types(package() | {"word/x.XML": b"", "b.bin": b"", "zonder": b""}) == {
        "[Content_Types].xml": "application/xml",
        "_rels/.rels": "",
        "word/document.xml": f"{WORD}.document.main+xml",
        "a.png": "image/png",
        "word/x.XML": "application/xml",
        "b.bin": "",
        "zonder": "",
    }


def test_relations_are_those_of_the_part_and_none_when_it_has_none():
    assert [one.get("Id") for one in relations(package(), "_rels/.rels")] == ["rId1", "rId2"]
    assert relations(package(), "word/_rels/document.xml.rels") == ()


def test_what_was_parsed_before_is_not_changed_by_who_asked_and_another_part_gets_its_own():
    first = relations(package(), "_rels/.rels")[0]
    with pytest.raises(TypeError):
        first["Id"] = "anders"
    other = package()
    other["_rels/.rels"] = other["_rels/.rels"].replace(b"rId1", b"rId7")
    assert [one["Id"] for one in relations(other, "_rels/.rels")] == ["rId7", "rId2"]
    content_types(package())["a.png"] = "anders"
    assert content_types(package())["a.png"] == "image/png"


@pytest.mark.parametrize(
    ("part", "rels"),
    [
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels"),
        ("", "_rels/.rels"),
    ],
)
def test_a_part_and_the_part_with_its_relations_are_found_from_each_other(part, rels):
    assert (rels_of(part), source_of(rels)) == (rels, part)


@pytest.mark.parametrize(
    ("rels", "target", "part"),
    [
        ("_rels/.rels", "word/document.xml", "word/document.xml"),
        ("word/_rels/document.xml.rels", "media/a.png", "word/media/a.png"),
        ("word/_rels/document.xml.rels", "../docProps/app.xml", "docProps/app.xml"),
        ("word/_rels/document.xml.rels", "/word/a.xml", "word/a.xml"),
        ("word/_rels/document.xml.rels", "../../../etc/passwd", "etc/passwd"),
    ],
)
def test_a_target_is_a_part_of_the_package_and_never_leads_out_of_it(rels, target, part):
    assert target_of(rels, target) == part


@pytest.mark.parametrize(
    ("part", "data", "holds"),
    [
        ("a.xml", b"\0\0", True),
        ("a.RELS", b"", True),
        ("a.bin", b"<a/>", True),
        ("a.bin", b"\xef\xbb\xbf \n<a/>", True),
        ("a.bin", "<a/>".encode("utf-16"), True),
        ("a.bin", b"<a/>\x00\x01", False),
        ("a.png", b"\x89PNG", False),
    ],
)
def test_xml_is_known_by_its_name_or_by_how_it_starts(part, data, holds):
    assert is_xml(part, data) is holds


def test_what_is_read_is_written_as_office_does_and_an_entity_stays_closed():
    assert (
        to_bytes(parse("<a>é</a>".encode()))
        == "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a>é</a>".encode()
    )
    assert parse(b'<!DOCTYPE a [<!ENTITY b "lol">]><a>&b;</a>').text is None
    with pytest.raises(SyntaxError):
        parse(b"<a>")


@pytest.mark.parametrize(
    ("kind", "part", "words"),
    [
        (f"{WORD}.header+xml", "word/header1.xml", "een koptekst"),
        (f"{WORD}.document.main+xml", "word/document.xml", "de tekst"),
        ("image/png", "word/media/a.png", "een afbeelding"),
        ("application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml", "word/diagrams/data1.xml", "een SmartArt-tekening"),
        ("application/xml", "customXml/item1.xml", "de gegevens achter een besturingselement"),
        ("application/x-anders", "word/iets.bin", "een onderdeel van het bestand"),
        ("", "", "het bestand"),
    ],
)  # fmt: skip
def test_a_part_is_called_what_a_user_calls_it(kind, part, words):
    assert words_for(kind, part) == words
