"""The properties of a document say what the template and the dossier say, and nothing of people and machines."""

from __future__ import annotations

import re

import pytest

from docgen.word.compiler import compile_template
from tests.word.sanitize.odd_files import DOSSIER, written_by_jansen
from tests.word_files import changed, parts_of


@pytest.mark.slow
def test_what_word_wrote_about_people_and_machines_is_in_no_document():
    parts = parts_of(compile_template(written_by_jansen()).render(DOSSIER))
    assert [part for part, data in parts.items() if b"jansen" in data.lower()] == []
    assert not any(b"rsid" in data or b"docId" in data for data in parts.values())
    assert b"Zaak nummer" in parts["docProps/custom.xml"] and b"SharedPath" not in parts["docProps/custom.xml"]


@pytest.mark.slow
def test_the_properties_say_what_the_template_says_and_whose_and_of_when_the_dossier_is():
    core = parts_of(compile_template(written_by_jansen()).render(DOSSIER))["docProps/core.xml"].decode()
    found = dict(re.findall(r"<\w+:(\w+)[^>]*>([^<]*)</", core))
    assert (found["title"], found["subject"], found["keywords"], found["language"]) == ("Besluit", "x", "zorg", "nl-NL")
    assert (found["creator"], found["created"][:10]) == ("Wij &amp; zij", "2027-03-02")
    assert "lastModifiedBy" not in found


@pytest.mark.slow
@pytest.mark.parametrize(
    "context",
    [
        {"naam": "x"},
        {"naam": "x", "organisatie": "Wij", "dossier": None},
        {"naam": "x", "dossier": {"peildatum": None}},
    ],
)
def test_without_a_dossier_the_properties_say_neither(context):
    core = parts_of(compile_template(written_by_jansen()).render(context))["docProps/core.xml"]
    assert b"<dc:creator/>" in core or b"creator" not in core
    assert b"20" not in re.sub(rb"http://[^\"]*", b"", core)


@pytest.mark.slow
def test_a_tag_in_the_author_or_the_company_is_filled():
    data = changed(
        written_by_jansen(),
        "docProps/core.xml",
        lambda xml: xml.replace("<dc:creator>Jansen", "<dc:creator>{{ naam }}"),
    )
    data = changed(data, "docProps/app.xml", lambda xml: xml.replace("<Manager>Jansen", "<Manager>{{ naam }}"))
    parts = parts_of(compile_template(data).render(DOSSIER | {"naam": "Gezond"}))
    assert b"<dc:creator>Gezond</dc:creator>" in parts["docProps/core.xml"]
    assert b"<Manager>Gezond</Manager>" in parts["docProps/app.xml"]
