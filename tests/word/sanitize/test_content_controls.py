"""A content control keeps its data when they are what it shows; else it is set free or refused by its title."""

from __future__ import annotations

import re

import pytest

from docgen.word.compiler import compile_template
from tests.fetching import holding, related, typed
from tests.word.sanitize.verdict import findings, refusal
from tests.word_files import changed, document, parts_of, with_part

STORE = "{11111111-2222-3333-4444-555555555555}"


CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"


TITLE_PATH = "xmlns:p='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:d='http://purl.org/dc/elements/1.1/'"


def control(
    shown: str,
    kind: str = "<w:text/>",
    store: str = STORE,
    path: str = "/n:gegevens[1]/n:naam[1]",
    prefixes: str = "xmlns:n='urn:x'",
) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Onze naam"/><w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{store}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def stored(data: bytes, value: str) -> bytes:
    data = with_part(
        data,
        "customXml/gegevens.xml",
        f'<gegevens xmlns="urn:x"><naam>{value}</naam><zaak>geheim</zaak></gegevens>'.encode(),
    )
    props = f'<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    data = typed(
        with_part(data, "customXml/eigen.xml", props.encode()),
        "customXml/eigen.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    data = related(data, "customXml", "../customXml/gegevens.xml", "", key="rIdData")
    return related(data, "customXmlProps", "eigen.xml", "", source="customXml/gegevens.xml")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shown", "value"),
    [("{{ naam }}", "[Naam]"), ("{{ naam }}", "{{ naam }}"), ("Gezond", "Ziek"), ("Gezond", "{{ naam }}")],
)
def test_a_control_that_word_would_give_its_old_value_back_is_refused_by_its_title(shown, value):
    message = refusal(stored(holding(control(shown)), value))
    assert "besturingselement ‘Onze naam’ dat aan gegevens in het bestand is gekoppeld" in message
    assert "Inhoudsbesturingselement verwijderen" in message


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shown", "value", "kind"),
    [
        ("Gezond", "Gezond", "<w:text/>"),
        ("Kies een naam", "", "<w:showingPlcHdr/><w:text/>"),
        ("24 juni 2026", "2026-06-24T00:00:00", '<w:date w:fullDate="2026-06-24T00:00:00Z"/>'),
        ("Ja", "1", '<w:dropDownList><w:listItem w:displayText="Ja" w:value="1"/></w:dropDownList>'),
    ],
)
def test_a_control_that_shows_what_is_stored_keeps_its_data(shown, value, kind):
    data = stored(holding(control(shown, kind)), value)
    parts = parts_of(compile_template(data).render({}))
    assert b"geheim" in parts["customXml/gegevens.xml"] and b"dataBinding" in parts["word/document.xml"]
    assert not [line for line in findings(data) if "koppeling" in line]


@pytest.mark.slow
def test_data_that_no_control_shows_are_in_no_document():
    parts = parts_of(compile_template(stored(document("x"), "Gezond")).render({}))
    assert not any(b"geheim" in data for data in parts.values())


@pytest.mark.slow
def test_a_control_bound_to_the_title_is_filled_as_the_title_is():
    path = "/p:coreProperties[1]/d:title[1]"
    data = holding(control("{{ naam }}", store=CORE, path=path, prefixes=TITLE_PATH), document("x", title="{{ naam }}"))
    parts = parts_of(compile_template(data).render({"naam": "Gezond"}))
    assert b"<dc:title>Gezond</dc:title>" in parts["docProps/core.xml"] and b"dataBinding" in parts["word/document.xml"]


@pytest.mark.slow
def test_a_control_bound_to_the_author_is_set_free_and_told():
    data = holding(control("Jansen", store=CORE, path="/p:coreProperties[1]/d:creator[1]", prefixes=TITLE_PATH))
    data = changed(
        data,
        "docProps/core.xml",
        lambda xml: re.sub(r"<dc:creator>.*?</dc:creator>", "<dc:creator>J</dc:creator>", xml),
    )
    assert any("besturingselement ‘Onze naam’ in de tekst is losgemaakt" in line for line in findings(data))
    assert b"dataBinding" not in parts_of(compile_template(data).render({}))["word/document.xml"]


@pytest.mark.slow
def test_a_box_that_a_tag_fills_has_no_state_that_contradicts_it():
    box = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="0"/></w14:checkbox>'
    xml = f'<w:sdt><w:sdtPr><w:alias w:val="Akkoord"/>{box}</w:sdtPr><w:sdtContent><w:r><w:t>{{{{ teken }}}}</w:t></w:r></w:sdtContent></w:sdt>'
    assert any(line.startswith("het selectievakje ‘Akkoord’") for line in findings(holding(xml)))
    assert b"checked" not in parts_of(compile_template(holding(xml)).render({"teken": "☒"}))["word/document.xml"]


@pytest.mark.slow
def test_a_date_that_a_tag_fills_keeps_no_day_of_the_last_time():
    xml = '<w:sdt><w:sdtPr><w:date w:fullDate="2019-01-01T00:00:00Z"/></w:sdtPr><w:sdtContent><w:r><w:t>{{ dag }}</w:t></w:r></w:sdtContent></w:sdt>'
    assert b"2019" not in parts_of(compile_template(holding(xml)).render({"dag": "vandaag"}))["word/document.xml"]
