"""A .docx as parts: read with care, written the same way every time."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.errors import SourceError, TemplateError
from docgen.opc import archive
from docgen.opc.archive import assemble, deflate, fingerprint, in_writing_order, is_safe_name, read, read_part

PARTS = {"[Content_Types].xml": b"<Types/>", "word/één.xml": b"<a>" + b"tekst " * 1000 + b"</a>", "leeg.xml": b""}


def written(parts):
    return assemble([deflate(name, data) for name, data in parts.items()])


def zip_with(*names, flags=0):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, b"x")
    data = made.getvalue()
    return data.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00" + flags.to_bytes(2, "little")
    )


def refusal(data):
    with pytest.raises(TemplateError) as refused:
        read(data, "brief.docx")
    return str(refused.value)


def test_what_is_written_is_a_zip_file_that_any_reader_finds_whole():
    with zipfile.ZipFile(io.BytesIO(written(PARTS))) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == PARTS
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert read(written(PARTS)) == PARTS


@pytest.mark.parametrize("small", [True, False])
def test_a_part_is_deflated_and_knows_its_size_and_digest(small):
    entry = deflate("a.xml", b"tekst " * 1000, small)
    assert entry.size == 6000 and len(entry.deflated) < 300
    assert zipfile.ZipFile(io.BytesIO(assemble([entry]))).read("a.xml") == b"tekst " * 1000
    assert len(entry.digest) == 32 and deflate("a.xml", b"x", small, digested=False).digest == b""


def test_the_same_parts_give_the_same_bytes_and_their_order_counts():
    assert written(PARTS) == written(PARTS)
    assert written(PARTS) != written(dict(reversed(PARTS.items())))


def test_content_types_and_relations_come_first_and_the_rest_by_name():
    names = ("word/document.xml", "docProps/app.xml", "_rels/.rels", "[Content_Types].xml")
    assert in_writing_order(names) == ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"]


def test_a_fingerprint_is_of_names_and_contents_and_not_of_their_order():
    one = fingerprint({"a": b"1", "b": b"2"})
    assert len(one) == 64 and one == fingerprint({"b": b"2", "a": b"1"})
    assert (
        len({one, fingerprint({"a": b"2", "b": b"1"}), fingerprint({"a": b"1"}), fingerprint({"a": b"1", "c": b"2"})})
        == 4
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is leeg"),
        (b"\xd0\xcf\x11\xe0rest", "is een oud Word-bestand (.doc) of een bestand met een wachtwoord; sla het in Word op als .docx"),
        (b"%PDF-1.7", "is een PDF; sla het in Word op als .docx"),
        (b"{\\rtf1", "is een RTF-bestand; sla het in Word op als .docx"),
        (b"gewoon tekst", "is geen Word-bestand (.docx)"),
        (b"PK\x03\x04en dan niets", "is beschadigd; open het in Word en sla het opnieuw op, of neem een kopie die nog heel is"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_docx_is_named_for_what_it_is(data, what):
    assert refusal(data) == f"sjabloon brief.docx {what}"


def test_a_damaged_part_is_a_damaged_file():
    data = bytearray(written(PARTS))
    at = data.index(b"word/\xc3\xa9") + 20
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert "is beschadigd" in refusal(bytes(data))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zip_with("a.xml", "A.XML"), "bevat een onderdeel dubbel"),
        (zip_with("../a.xml"), "bevat een onveilige naam: '../a.xml'"),
        (zip_with("a.xml", flags=1), "heeft een wachtwoord; haal dat eraf"),
    ],
    ids=["twice", "unsafe", "locked"],
)
def test_a_zip_file_that_is_no_package_of_office_is_refused_before_it_is_unpacked(data, what):
    assert refusal(data).startswith(f"sjabloon brief.docx {what}")


def test_more_parts_or_bytes_than_a_document_ever_has_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_PARTS", 2)
    assert refusal(written(PARTS)) == "sjabloon brief.docx heeft meer dan 2 onderdelen; dat is niet veilig te openen"
    monkeypatch.setattr(archive, "MAX_PARTS", 3)
    assert read(written(PARTS)) == PARTS
    monkeypatch.setattr(archive, "MAX_UNPACKED", 6014)
    assert "is uitgepakt te groot; verklein de afbeeldingen" in refusal(written(PARTS))
    monkeypatch.setattr(archive, "MAX_UNPACKED", 6015)
    assert read(written(PARTS)) == PARTS
    monkeypatch.setattr(archive, "MAX_FILE", 2_000_000)
    assert refusal(b"PK" + bytes(1_999_999)) == "sjabloon brief.docx is groter dan 2 MB"
    assert "is beschadigd" in refusal(b"PK" + bytes(1_999_998))


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "a b.xml", "é.xml", "a..b.xml"])
def test_a_name_that_stays_in_the_package_is_safe(name):
    assert is_safe_name(name)


@pytest.mark.parametrize("name", ["/etc/passwd", "../a", "a/../b", "a\\b", "c:a.xml", "a\nb", "a\0b"])
def test_a_name_that_leads_out_of_the_package_on_any_system_is_not_safe(name):
    assert not is_safe_name(name)


def test_a_path_is_read_and_named_and_one_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "brief.docx").write_bytes(written(PARTS))
    assert read(tmp_path / "brief.docx") == PARTS
    (tmp_path / "brief.docx").write_bytes(b"%PDF")
    with pytest.raises(TemplateError, match=r"sjabloon .*/brief\.docx is een PDF"):
        read(tmp_path / "brief.docx")
    with pytest.raises(SourceError, match=r"sjabloon .*weg\.docx is niet te lezen: het bestand bestaat niet"):
        read(tmp_path / "weg.docx")


def test_one_part_is_read_alone_and_is_empty_when_it_is_not_there():
    assert read_part(written(PARTS), "[Content_Types].xml") == b"<Types/>"
    assert read_part(written(PARTS), "word/document.xml") == b""
