"""What a copy needs of its Word file; and what may not be given to LibreOffice."""

from __future__ import annotations

import pytest

from docgen.documents.production import render
from docgen.errors import SourceError
from docgen.office import source
from docgen.opc import archive
from tests.word_files import parts_of

RELATIONS = "word/_rels/document.xml.rels"
PICTURE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@pytest.fixture(scope="module")
def proposal(sample):
    return render(sample, "raadsvoorstel")


def with_part(data, name, changed):
    """A Word file with one part changed."""
    parts = parts_of(data)
    parts[name] = changed(parts[name])
    return archive.assemble(archive.deflate(each, parts[each]) for each in parts)


def test_its_title_maker_and_day_are_read_and_the_text_of_its_chart(proposal, tmp_path):
    (path := tmp_path / "voorstel.docx").write_bytes(proposal)
    found = source.read(path)
    assert found.title.startswith("Raadsvoorstel") and found.maker == "gemeente Merenbroek"
    assert found.day == "2027-03-15T00:00:00Z"
    assert len(found.charts) == 1 and "Laagste jaar 2027" in found.charts[0]


def test_a_document_that_takes_a_picture_from_elsewhere_is_refused(proposal, tmp_path):
    relation = f'<Relationship Id="rIdX" Type="{PICTURE}" Target="http://elders.example/x.png" TargetMode="External"/>'
    path = tmp_path / "voorstel.docx"
    path.write_bytes(
        with_part(
            proposal, RELATIONS, lambda xml: xml.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
        )
    )
    with pytest.raises(
        SourceError, match=r"haalt iets van buiten het document \(http://elders.example/x.png\); neem dat"
    ):
        source.read(path)


def test_a_link_to_a_page_is_no_reason_to_refuse(proposal, tmp_path):
    relation = (
        f'<Relationship Id="rIdX" Type="{PICTURE[:-5]}hyperlink" Target="https://x.example" TargetMode="External"/>'
    )
    path = tmp_path / "voorstel.docx"
    path.write_bytes(
        with_part(
            proposal, RELATIONS, lambda xml: xml.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
        )
    )
    assert source.read(path).title


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04 kapot", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused_by_its_name(data, tmp_path):
    (path := tmp_path / "x.docx").write_bytes(data)
    with pytest.raises(SourceError, match=r"x\.docx"):
        source.read(path)


def test_a_document_with_broken_xml_is_refused(proposal, tmp_path):
    (path := tmp_path / "x.docx").write_bytes(with_part(proposal, "word/document.xml", lambda xml: xml[:-20]))
    with pytest.raises(SourceError, match="is beschadigd"):
        source.read(path)


def test_a_document_with_broken_relations_is_refused(proposal, tmp_path):
    (path := tmp_path / "x.docx").write_bytes(with_part(proposal, RELATIONS, lambda _xml: b"<Relationships External"))
    with pytest.raises(SourceError, match=r"x\.docx is beschadigd"):
        source.read(path)


def test_a_document_that_does_not_say_what_its_parts_are_is_refused(proposal, tmp_path):
    parts = {name: part for name, part in parts_of(proposal).items() if name != archive.CONTENT_TYPES}
    (path := tmp_path / "x.docx").write_bytes(archive.assemble(archive.deflate(each, parts[each]) for each in parts))
    with pytest.raises(SourceError, match=r"x\.docx is beschadigd"):
        source.read(path)
