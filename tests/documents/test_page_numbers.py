"""Page numbers in a table of contents: stored in the Word file, which stays the same document otherwise."""

from __future__ import annotations

import re

import pytest

from docgen.documents import overwrite_guard
from docgen.documents.page_numbers import numbered
from docgen.documents.production import render
from docgen.opc import archive
from docgen.system.files import UNCHANGED
from docgen.word import properties
from tests.word_files import parts_of

ENTRY = re.compile(r'<w:hyperlink w:anchor="(_TocKop\d+)"[^>]*>(.*?)</w:hyperlink>')
DOCUMENT = "word/document.xml"


@pytest.fixture(scope="module")
def agreement(sample):
    return render(sample, "overeenkomst")


def entries(data):
    """Of each entry its bookmark and what stands in it, tabs as |."""
    text = parts_of(data)[DOCUMENT].decode()
    return {name: re.sub(r"<[^>]+>", "", inside.replace("<w:tab/>", "|")) for name, inside in ENTRY.findall(text)}


def pages_for(data):
    """A page for each entry, from 3."""
    return {name: 3 + place for place, name in enumerate(entries(data))}


def test_each_entry_ends_in_its_page(agreement):
    found = entries(numbered(agreement, pages_for(agreement)))
    assert [*found.values()][:4] == ["Partijen|3", "Overwegingen|4", "Afspraken|5", "Artikel 1|Begrippen|6"]
    assert all(re.search(r"\|\d+$", text) for text in found.values()) and len(found) > 30


def test_it_stays_the_document_that_it_was_for_who_makes_it_again(agreement, tmp_path):
    made = numbered(agreement, pages_for(agreement))
    assert made != agreement and properties.is_untouched(parts_of(made))
    (path := tmp_path / "overeenkomst.docx").write_bytes(made)
    assert overwrite_guard.plan_write(path, agreement) == UNCHANGED


def test_nothing_else_changes(agreement):
    before, after = parts_of(agreement), parts_of(numbered(agreement, pages_for(agreement)))
    assert {name for name in before if before[name] != after[name]} == {DOCUMENT, properties.PART}
    without = re.sub(
        r'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">\d+</w:t></w:r>(?=</w:hyperlink>)',
        "",
        after[DOCUMENT].decode(),
    )
    without = re.sub(
        r'<w:tab w:val="right" w:leader="dot" w:pos="\d+"/></w:tabs><w:ind w:right="0"/>', "</w:tabs>", without
    )
    assert without.replace("<w:tabs></w:tabs>", "") == before[DOCUMENT].decode()


def test_other_numbers_replace_those_of_before(agreement):
    once = numbered(agreement, pages_for(agreement))
    later = {name: page + 1 for name, page in pages_for(agreement).items()}
    assert numbered(once, later) == numbered(agreement, later)
    assert numbered(once, pages_for(agreement)) == once


def test_a_document_that_somebody_edited_is_left_alone(agreement):
    parts = parts_of(agreement)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"Begrippen", b"Definities")
    edited = archive.assemble(archive.deflate(name, parts[name]) for name in parts)
    assert numbered(edited, pages_for(agreement)) == edited


def test_pages_that_are_counted_in_another_way_get_no_number(agreement):
    parts = parts_of(agreement)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:pgMar ", b'<w:pgNumType w:start="5"/><w:pgMar ')
    sealed = properties.sealed_again(parts)
    other = archive.assemble(archive.deflate(name, sealed[name]) for name in sealed)
    assert properties.is_untouched(parts_of(other)) and numbered(other, pages_for(agreement)) == other


def test_what_has_no_table_or_is_no_document_is_left_alone(sample):
    decision = render(sample, "raadsbesluit")
    assert numbered(decision, {"_TocKop0001": 2}) == decision
    assert numbered(b"geen document", {"_TocKop0001": 2}) == b"geen document"
