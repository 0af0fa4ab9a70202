"""What docgen writes into a document about itself, and the seal that shows an edit."""

from __future__ import annotations

import re
from datetime import date

import pytest

from docgen.word import properties
from docgen.word.compiler import compile_template
from tests.word.sanitize.odd_files import written_by_jansen
from tests.word_files import document, parts_of


def sealed(template: bytes = b"", **custom: str) -> bytes:
    """A document of docgen with custom properties."""
    own = {f"docgen.{name}": value for name, value in custom.items()}
    return compile_template(template or document("tekst")).render_with({"naam": "x"}, custom=own).data


def test_what_was_written_into_a_document_is_read_back_by_name():
    data = sealed(soort="overdracht:bestuur@wijkcoordinator", versie="1.2")
    found = properties.read_from(parts_of(data))
    assert {name: found[name] for name in ("soort", "versie")} == {
        "soort": "overdracht:bestuur@wijkcoordinator",
        "versie": "1.2",
    }
    assert properties.kind_of(data) == "overdracht:bestuur@wijkcoordinator"


def test_a_file_that_docgen_did_not_make_has_neither_kind_nor_seal():
    data = document("tekst")
    assert properties.read_from(parts_of(data)) == {}
    assert properties.kind_of(data) == ""
    assert not properties.is_untouched(parts_of(data))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/custom.xml"])
def test_a_seal_breaks_with_one_byte_of_any_part(part):
    parts = parts_of(sealed(soort="jaarplan"))
    assert properties.is_untouched(parts)
    assert not properties.is_untouched(parts | {part: parts[part] + b" "})
    assert not properties.is_untouched({name: data for name, data in parts.items() if name != part})


def test_a_seal_is_over_what_is_written_beside_it_too():
    parts = parts_of(sealed(soort="jaarplan"))
    other = parts["docProps/custom.xml"].replace(b"jaarplan", b"jaarplaN")
    assert not properties.is_untouched(parts | {"docProps/custom.xml": other})


@pytest.mark.slow
def test_a_property_of_the_template_itself_stays_and_has_a_number_of_its_own():
    xml = parts_of(sealed(written_by_jansen(), soort="jaarplan"))["docProps/custom.xml"].decode()
    assert re.findall(r'name="([^"]+)"', xml) == ["docgen.inhoud", "docgen.soort", "docgen.origineel", "Zaak nummer"]
    assert sorted(re.findall(r'pid="(\d+)"', xml)) == ["2", "3", "4", "5"]


def test_the_core_properties_get_the_organisation_and_the_reference_date():
    core = properties.CREATOR + properties.CREATED
    told = properties.of_dossier(core, {"organisatie": {"naam": "A & B"}, "dossier": {"peildatum": date(2027, 3, 2)}})
    assert told == (
        b"<dc:creator>A &amp; B</dc:creator>"
        b'<dcterms:created xsi:type="dcterms:W3CDTF">2027-03-02T00:00:00Z</dcterms:created>'
    )


@pytest.mark.parametrize("context", [{}, {"organisatie": "A", "dossier": []}, {"organisatie": {"naam": "a\x07b"}}])
def test_without_an_organisation_or_a_day_the_core_properties_say_neither(context):
    assert properties.of_dossier(b"[" + properties.CREATOR + properties.CREATED + b"]", context) == b"[]"
